"""The README's examples, run as they are printed."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.rows import dict_row

from pgbooking.deploy import load_samples
from tests.contract_cases import CUT
from tests.contract_servers import real_postgrest
from tests.contract_tokens import token
from tests.harness import TestServer
from tests.live import free_port, served
from tests.manual import example
from tests.supabase import GATEWAY, GATEWAY_CLOSES, run_javascript

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def demo(server: TestServer) -> Iterator[str]:
    """A database with the demo's samples, whose clock stands: what was free first stays so."""
    with server.clone() as conninfo:
        load_samples(conninfo)
        now = datetime.now(UTC).isoformat()
        yield make_conninfo(conninfo, options=f"-c booking.now={now}")


def documents(text: str) -> list[Any]:
    """The JSON that stands in a text one after the other."""
    found = []
    while text := text.strip():
        document, end = json.JSONDecoder().raw_decode(text)
        found.append(document)
        text = text[end:]
    return found


def test_the_example_of_sql(demo: str) -> None:
    answers = []
    with psycopg.connect(demo, row_factory=dict_row) as connection:
        for _ in range(2):
            cursor = connection.execute(example(README, "sql").encode())
            _, slots = (cursor.nextset(), cursor.fetchall())
            assert slots
            cursor.nextset()
            answers.append(cursor.fetchone())
    assert answers[0] is not None
    assert answers[0]["status"] == "completed"
    assert answers[1] == answers[0]  # as the words below it say


def test_the_example_of_supabase_js(demo: str) -> None:
    with real_postgrest(demo) as url:
        now = datetime.now(UTC)
        given = {
            "postgrest": url,
            "serviceRoleKey": token(tenant_id=None),
            "p_service_id": CUT,
            "p_from": now.isoformat(),
            "p_to": (now + timedelta(days=14)).isoformat(),
        }
        found = run_javascript(
            'import { createClient } from "@supabase/supabase-js";'
            + GATEWAY % json.dumps(given)
            + "const { serviceRoleKey, p_service_id, p_from, p_to } = given;"
            + example(README, "js")
            + "process.stdout.write(JSON.stringify({ slots, data, error }));"
            + GATEWAY_CLOSES
        )
    assert found["error"] is None
    assert found["data"]["status"] == "completed"
    assert found["data"]["starts_at"] == found["slots"][0]["starts_at"]


def test_the_example_of_curl(demo: str) -> None:
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")  # a machine without it runs the rest
    port = free_port()
    with served(demo, port, "--role=service_role"):
        script = example(README, "sh").replace("127.0.0.1:8000", f"127.0.0.1:{port}")
        done = subprocess.run(
            ["bash", "-ec", script], stdout=subprocess.PIPE, text=True, check=True
        )
    services, booked, bookings = documents(done.stdout)
    assert CUT in {service["service_id"] for service in services}
    assert booked["status"] == "completed"
    assert [booking["booking_id"] for booking in bookings] == [booked["booking_id"]]
