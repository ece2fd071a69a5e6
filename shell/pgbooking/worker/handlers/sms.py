"""Text messages: handed to the provider that `PGBOOKING_SMS_URL` names."""

from pgbooking.worker.provider import Provider

KIND = "sms"
CONTENT = "text_content"

_provider = Provider(KIND)
missing = _provider.missing
deliver = _provider.deliver
