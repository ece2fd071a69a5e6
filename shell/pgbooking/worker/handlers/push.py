"""Push messages: handed to the provider that `PGBOOKING_PUSH_URL` names."""

from pgbooking.worker.provider import Provider

KIND = "push"
CONTENT = "text_content"

_provider = Provider(KIND)
missing = _provider.missing
deliver = _provider.deliver
