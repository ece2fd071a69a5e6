"""What can go wrong with a benchmark."""


class BenchError(Exception):
    """A measurement that would not mean what it says; the message says why."""
