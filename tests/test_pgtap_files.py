"""What the collector of pgTAP files makes of their results."""

from tests.pgtap_files import tap_of


def test_a_row_that_only_looks_like_a_plan_is_none() -> None:
    tap = ["1..2", "ok 1 - one", "not ok 2\n# Failed test 2", "# Looks like you failed 1 test of 2"]
    assert tap_of([*tap[:1], "1ab2259c-d569-5786-9aac-ea878000058f", "(t,1)", 12, *tap[1:]]) == tap
