"""One module for each kind of effect; `pgbooking.worker.registry` finds them.

A module has KIND, the kind's name in the outbox; CONTENT, the engine's function that says what is
to be sent: `(p_tenant_id uuid, p_outbox_id uuid) returns jsonb`, null when it is no longer wanted;
and `deliver(item, content)`, which sends it and returns Done, Retry or Dead. REPORT is the engine's
function that hears of it, where the kind has a log of its own; `report_outbox` otherwise.
"""
