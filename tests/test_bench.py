"""The benchmark at a tiny scale: every figure has its floor, in the table and in the JSON."""

import json

from bench import load, report, run
from bench.record import describe
from tests.harness import TestServer
from tests.postgrest import is_installed

SCALE = 0.0005
FIGURE = {"median", "least", "most"}


def test_every_measurement_has_a_floor(server: TestServer) -> None:
    size = load.Size.at(SCALE, seed=1)
    bench = run.prepare(server.cluster, size, size, rounds=1, seconds=1)
    results = list(run.measure(bench, only=()))

    record = json.loads(json.dumps(describe(bench, size, SCALE, results)))
    text = report.text(record)

    assert {row["name"] for row in record["results"]} == {
        *(
            "slots",
            "slots-alone",
            "slots-read",
            "week",
            "week-read",
            "growth",
            "common",
            "create",
            "limits",
            "contest",
            "live",
            "reminders",
            "leases",
        ),
        *("beside-week", "beside-half-year", "beside-http"),
        *(["postgrest"] if is_installed() else []),
    }
    for row in record["results"]:
        assert row["what"] in text
        assert row["floor_is"] in text
        assert row["target"] in text
        assert set(row["ours"]) == set(row["floor"]) == FIGURE
        assert row["ours"]["median"] > 0
        assert row["floor"]["median"] > 0
    assert record["claims"] > 0
    assert record["machine"]["cores"] > 0
    assert record["server"]["fsync"] in ("on", "off")
