"""pgbench as a driver: clients written in C leave the machine to the server."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from psycopg.conninfo import conninfo_to_dict

from bench.errors import BenchError

_COUNT = re.compile(r"number of transactions actually processed: (\d+)")
_RATE = re.compile(r"tps = ([0-9.]+) \(without initial connection time\)")


@dataclass(frozen=True)
class Sessions:
    """Sessions that repeat a script. options: settings that each starts with."""

    binaries: Path
    conninfo: str
    clients: int
    options: Mapping[str, str]

    def rate(self, script: str, seconds: int) -> tuple[int, float]:
        """Repeat for so long: transactions, and those a second, connecting left out."""
        with TemporaryDirectory() as folder:
            output = self._finish(self.start(Path(folder), script, f"--time={seconds}"))
        count, rate = _COUNT.search(output), _RATE.search(output)
        if not count or not rate:
            raise BenchError(f"pgbench says nothing of its rate: {output.strip()}")
        return int(count[1]), float(rate[1])

    def latencies(self, folder: Path, process: "subprocess.Popen[str]") -> list[list[float]]:
        """Wait for the end; milliseconds of each transaction in order, a list a client."""
        self._finish(process)
        taken: dict[int, list[tuple[int, float]]] = {}
        for file in folder.glob("log.*"):
            for line in file.read_text().splitlines():
                client, number, microseconds = line.split()[:3]
                taken.setdefault(int(client), []).append((int(number), float(microseconds) / 1000))
        return [[each for _, each in sorted(found)] for found in taken.values()]

    def start(self, folder: Path, script: str, *arguments: str) -> "subprocess.Popen[str]":
        """Start pgbench; its script, and its log if it writes one, lie in the folder."""
        file = folder / "script.sql"
        file.write_text(script)
        where = conninfo_to_dict(self.conninfo)
        options = " ".join(f"-c {name}={value}" for name, value in self.options.items())
        return subprocess.Popen(
            [
                str(self.binaries / "pgbench"), "--no-vacuum", "--protocol=prepared", "--jobs=2",
                f"--client={self.clients}", f"--file={file}", *arguments,
            ],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder,
            env={
                **os.environ, "PGOPTIONS": options, "PGHOST": str(where["host"]),
                "PGPORT": str(where["port"]), "PGUSER": str(where["user"]),
                "PGDATABASE": str(where["dbname"]),
            },
        )  # fmt: skip

    def _finish(self, process: "subprocess.Popen[str]") -> str:
        output, _ = process.communicate()
        if process.returncode:
            raise BenchError(f"pgbench failed: {output.strip()}")
        return output
