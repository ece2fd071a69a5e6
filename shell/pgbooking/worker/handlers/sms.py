"""Text messages: handed to the provider that `PGBOOKING_SMS_URL` names."""

from pgbooking.worker import provider

KIND = "sms"
CONTENT = "sms_content"

deliver = provider.deliver
