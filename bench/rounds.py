"""Alternating rounds, and what comes of them."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """The median of all rounds with the least and the most of them."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, samples: Iterable[float]) -> "Figure":
        """Of one sample a round."""
        values = list(samples)
        return cls(statistics.median(values), min(values), max(values))

    def record(self) -> dict[str, float]:
        """As results.json has it."""
        return {name: round(value, 4) for name, value in asdict(self).items()}


@dataclass(frozen=True)
class Comparison:
    """Two sides of one measurement. ratio: ours to the floor."""

    ours: Figure
    floor: Figure
    ratio: float

    @classmethod
    def of(cls, ours: Sequence[float], floor: Sequence[float]) -> "Comparison":
        """Of one sample a round and side. The median of the rounds' ratios counts.

        The sides of a round are neighbours in time: a machine that slows down does so for both.
        """
        ratios = [mine / least for mine, least in zip(ours, floor, strict=True)]
        return cls(Figure.of(ours), Figure.of(floor), statistics.median(ratios))


def alternate(
    rounds: int, ours: Callable[[], float], floor: Callable[[], float], calls: int = 1
) -> Comparison:
    """Measure the sides by turns, so that what else the machine does befalls both.

    calls: in a round, of which the median counts. A first round of each side does not count.
    """
    samples: dict[Callable[[], float], list[float]] = {ours: [], floor: []}
    for number in range(rounds + 1):
        for side in (ours, floor) if number % 2 else (floor, ours):
            sample = statistics.median(side() for _ in range(calls))
            if number:
                samples[side].append(sample)
    return Comparison.of(samples[ours], samples[floor])
