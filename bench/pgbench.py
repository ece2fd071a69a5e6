"""pgbench as a driver: clients written in C leave the machine to the server."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from psycopg.conninfo import conninfo_to_dict

from bench.errors import BenchError

WARMING = 1  # second in which connections make their plans, as those of a pool made them long ago


@dataclass(frozen=True)
class Transaction:
    """One of pgbench's log. number: which of its client. ended_at: seconds since the epoch."""

    client: int
    number: int
    milliseconds: float
    ended_at: float

    @classmethod
    def read(cls, line: str) -> "Transaction":
        """From a line of the log."""
        client, number, taken, _, seconds, microseconds = map(int, line.split()[:6])
        return cls(client, number, taken / 1000, seconds + microseconds / 1e6)


@dataclass(frozen=True)
class Sessions:
    """Sessions that repeat a script. options: settings that each starts with."""

    binaries: Path
    conninfo: str
    clients: int
    options: Mapping[str, str]

    def rate(self, script: str, seconds: int) -> tuple[int, float]:
        """Repeat for so long, when all are warm: transactions in all, and those a second."""
        with TemporaryDirectory() as name:
            folder = Path(name)
            process = self.start(folder, script, f"--time={WARMING + seconds}")
            ends = sorted(each.ended_at for each in self.finish(folder, process))
        warm = [end for end in ends if end > ends[0] + WARMING]
        if len(warm) < 2:
            raise BenchError("pgbench made too few transactions to tell their rate")
        return len(ends), (len(warm) - 1) / (warm[-1] - warm[0])

    def start(self, folder: Path, script: str, *arguments: str) -> "subprocess.Popen[str]":
        """Start pgbench; its script and its log lie in the folder."""
        file = folder / "script.sql"
        file.write_text(script)
        where = conninfo_to_dict(self.conninfo)
        options = " ".join(f"-c {name}={value}" for name, value in self.options.items())
        return subprocess.Popen(
            [
                str(self.binaries / "pgbench"), "--no-vacuum", "--protocol=prepared", "--jobs=2",
                f"--client={self.clients}", f"--file={file}", "--log", "--log-prefix=log",
                *arguments,
            ],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder,
            env={
                **os.environ, "PGOPTIONS": options, "PGHOST": str(where["host"]),
                "PGPORT": str(where["port"]), "PGUSER": str(where["user"]),
                "PGDATABASE": str(where["dbname"]),
            },
        )  # fmt: skip

    def finish(self, folder: Path, process: "subprocess.Popen[str]") -> list[Transaction]:
        """Wait for the end; each transaction. Raises BenchError if one failed."""
        output, _ = process.communicate()
        if process.returncode:
            raise BenchError(f"pgbench failed: {output.strip()}")
        lines = [line for file in folder.glob("log*") for line in file.read_text().splitlines()]
        return [Transaction.read(line) for line in lines]
