"""The manual's examples of the live feed, run as they are printed."""

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from psycopg.conninfo import make_conninfo

from tests import manual
from tests.harness import PATIENCE, TestServer
from tests.live import Shop, free_port, make_shop, served

CHAPTER = manual.chapter("Live")
# Node 20 has no EventSource of its own; this is as much of one as the example needs.
EVENT_SOURCE = """
globalThis.EventSource = class {
  constructor(address) { this.listeners = {}; this.read(address); }
  addEventListener(name, listener) { this.listeners[name] = listener; }
  async read(address) {
    const answer = await fetch(address);
    if (answer.headers.get("content-type").split(";")[0] !== "text/event-stream") process.exit(1);
    let text = "";
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      text += part;
      for (let end; (end = text.indexOf("\\n\\n")) >= 0; text = text.slice(end + 2)) {
        const fields = Object.fromEntries(
          text.slice(0, end).split("\\n").map((line) => line.split(/: (.*)/s)));
        if (fields.event === "start") console.log("started");
        this.listeners[fields.event]?.({ data: fields.data, lastEventId: fields.id });
      }
    }
  }
};
"""


@pytest.fixture(scope="module")
def shop(server: TestServer) -> Iterator[tuple[Shop, int]]:
    port = free_port()
    with server.clone() as dsn:
        made = make_shop(dsn, "salon")
        with served(make_conninfo(dsn, options="-c booking.now=2026-06-01T05:00Z"), port):
            yield made, port
        made.connection.close()


def example(language: str, port: int) -> str:
    return manual.example(CHAPTER, language).replace("127.0.0.1:8000", f"127.0.0.1:{port}")


@contextmanager
def started(*command: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    # so that nobody waits for a line that doesn't come
    watch = threading.Timer(PATIENCE, process.kill)
    watch.start()
    try:
        yield process
    finally:
        watch.cancel()
        process.kill()
        process.communicate()


def until(process: "subprocess.Popen[str]", wanted: str) -> str:
    """The first line of its output with this in it."""
    assert process.stdout
    for line in process.stdout:
        if wanted in line:
            return line
    raise AssertionError(f"no {wanted}")


def test_the_example_of_curl(shop: tuple[Shop, int]) -> None:
    made, port = shop
    with started("sh", "-c", f"exec {example('sh', port)}") as process:
        until(process, "event: start")
        made.tell()
        until(process, "event: availability")
        told = json.loads(until(process, "data: ").partition(": ")[2])
    assert told["change"] == "taken"


def test_the_example_of_a_page(shop: tuple[Shop, int]) -> None:
    made, port = shop
    node = shutil.which("node")
    if not node:
        pytest.skip("Node is not installed")  # a machine without it runs the rest
    with started(node, "-e", EVENT_SOURCE + example("js", port)) as process:
        until(process, "started")
        made.tell()
        assert made.ids["resource"] in until(process, "taken")


def test_the_manual_names_every_event_and_reason() -> None:
    from pgbooking.live import subscription

    reasons = (
        *(subscription.TOO_SLOW, subscription.STOPPING, subscription.EXPIRED),
        *(subscription.REFUSED, subscription.LASTED),
    )
    events = ("start", "availability", "booking", "reload", "end")
    assert [word for word in (*reasons, *events) if f"`{word}`" not in CHAPTER] == []
