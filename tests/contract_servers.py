"""The two servers of the contract, each over its own database: the salon at a fixed time."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import psycopg
from psycopg.conninfo import make_conninfo
from werkzeug.serving import make_server

from pgbooking.app import create_app
from pgbooking.deploy import load_samples
from pgbooking.tokens import Tokens
from tests import tiny
from tests.contract_cases import CALENDAR, MIA, NOW
from tests.contract_tokens import AUDIENCE, JWKS
from tests.harness import TestServer, alone
from tests.postgrest import postgrest


@contextmanager
def salon(server: TestServer) -> Iterator[str]:
    """A database with the salon and the miniature contract; yields how a web server connects."""
    with server.clone() as superuser:
        load_samples(superuser)
        with psycopg.connect(superuser, autocommit=True) as connection:
            with alone():  # roles are the cluster's: two who alter one at once are refused
                connection.execute(_PREPARATION)
            connection.execute(_CALENDAR, {"token": CALENDAR, "resource": MIA})
            connection.execute(tiny.API.encode())
            connection.execute(_PERMISSIONS)
        yield make_conninfo(superuser, user="authenticator", options=f"-c booking.now={NOW}")


def real_postgrest(conninfo: str) -> AbstractContextManager[str]:
    """Serve the contract by PostgREST; gives the URL."""
    return postgrest(
        conninfo,
        {
            "JWT_SECRET": JWKS,
            "JWT_AUD": AUDIENCE,
            "DB_PRE_REQUEST": "booking_v1.check_request",
        },
    )


@contextmanager
def flask(conninfo: str) -> Iterator[str]:
    """Serve the contract by Flask; yields the URL."""
    app = create_app(conninfo, pool_size=4, tokens=Tokens(JWKS, AUDIENCE))
    listener = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=listener.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.server_port}"
    finally:
        listener.shutdown()
        thread.join()
        listener.server_close()
        app.extensions["pgbooking"].close()


_PREPARATION = b"""
    alter role authenticator login;
    grant booking_tester to authenticator;
    alter role authenticated set lock_timeout = '17s';
    alter role authenticated set log_min_messages = 'fatal'; -- not for authenticator to set
    update booking.policy_definition
    set default_value = 'null'
    where policy_name in ('rate_limit_per_actor_per_minute', 'rate_limit_per_tenant_per_minute');
    select booking.run_in_tenants('renew_rate_limit', 1000000);
    insert into booking.membership (tenant_id, subject, role, created_at)
    select t.tenant_id, 'admin', 'admin', now() from booking.tenant as t where t.slug = 'salon';
    create table booking.note (note_id integer generated always as identity, body text)
"""
_CALENDAR = """
    insert into booking.calendar_feed (tenant_id, token_digest, resource_id, created_at)
    values (booking.calendar_tenant_id(%(token)s), sha256(%(token)s::bytea), %(resource)s, now())
"""
_PERMISSIONS = b"""
    grant execute on function
        booking_v1.echo, booking_v1.numbers, booking_v1.add, booking_v1.nothing, booking_v1.claims,
        booking_v1.write_note, booking_v1.teapot, booking_v1.accept, booking_v1.words,
        booking_v1.raise_plainly, booking_v1.refuse, booking_v1.crash, booking_v1.fail,
        booking_v1.setting
    to anon, authenticated, service_role
"""
