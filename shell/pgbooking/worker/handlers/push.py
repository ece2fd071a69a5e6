"""Push messages: handed to the provider that `PGBOOKING_PUSH_URL` names."""

from pgbooking.worker import provider

KIND = "push"
CONTENT = "push_content"

deliver = provider.deliver
