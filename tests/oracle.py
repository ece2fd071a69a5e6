"""A plain, slow model of availability: walks minute by minute and shares nothing with the SQL."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
Window = tuple[time, time]


@dataclass
class Hours:
    """Weekly windows by weekday (0 = Sunday), and what replaces them on some dates."""

    zone: str
    weekly: dict[int, list[Window]]
    overrides: dict[date, list[Window]] = field(default_factory=dict)

    def instant(self, local: datetime) -> datetime:
        """Wall-clock time to instant: the first of two, moved forward out of a gap (fold=0)."""
        return local.replace(tzinfo=ZoneInfo(self.zone), fold=0).astimezone(UTC)

    def windows(self, day: date) -> list[Window]:
        if day in self.overrides:
            return self.overrides[day]
        return self.weekly.get((day.weekday() + 1) % 7, [])

    def is_open(self, minute: datetime) -> bool:
        """Whether somebody with these hours is at work in the minute that begins then."""
        today = minute.astimezone(ZoneInfo(self.zone)).date()
        days = [today] if today in self.overrides else [today, today - DAY]
        for day in days:
            for start, end in self.windows(day):
                last = day if end > start else day + DAY
                opens = self.instant(datetime.combine(day, start))
                closes = self.instant(datetime.combine(last, end))
                if opens <= minute < closes:
                    return True
        return False


@dataclass
class Resource:
    """One unit: hours, local dates of holidays, wall-clock time off, claimed instants."""

    hours: Hours
    holidays: set[date]
    time_off: list[tuple[datetime, datetime]]
    claims: list[tuple[datetime, datetime]]

    def is_free(self, minute: datetime) -> bool:
        zone = ZoneInfo(self.hours.zone)
        return (
            self.hours.is_open(minute)
            and minute.astimezone(zone).date() not in self.holidays
            and not any(
                self.hours.instant(s) <= minute < self.hours.instant(e) for s, e in self.time_off
            )
            and not any(s <= minute < e for s, e in self.claims)
        )


@dataclass
class Service:
    """Durations in whole minutes; the grid lies on the wall clock of the tenant's zone."""

    duration: int
    before: int
    after: int
    interval: int
    offset: int


def offered(
    service: Service,
    tenant: Hours | None,
    zone: str,
    resources: list[Resource],
    start: datetime,
    end: datetime,
) -> Iterator[datetime]:
    """The starts from `start` (included) to `end` (excluded) at which some resource is free."""
    pad = timedelta(minutes=service.before + service.duration + service.after)
    total = int((end - start + 2 * pad) / MINUTE)
    minutes = [start - pad + n * MINUTE for n in range(total)]
    free = [
        [r.is_free(m) and (tenant is None or tenant.is_open(m)) for m in minutes] for r in resources
    ]
    first = int(pad / MINUTE)
    for n in range(first, first + int((end - start) / MINUTE)):
        wall = minutes[n].astimezone(ZoneInfo(zone))
        position = wall.hour * 60 + wall.minute - service.offset
        if position < 0 or position % service.interval:
            continue
        needed = slice(n - service.before, n + service.duration + service.after)
        if any(all(lane[needed]) for lane in free):
            yield minutes[n]


def is_at_work(
    service: Service,
    tenant: Hours | None,
    resource: Resource,
    starts_at: datetime,
    ends_at: datetime,
) -> bool:
    """Whether a resource is at work for a booking (in UTC) and its buffers, whoever has booked."""
    first = starts_at - timedelta(minutes=service.before)
    count = int((ends_at - starts_at) / MINUTE) + service.before + service.after
    minutes = [first + n * MINUTE for n in range(count)]
    worker = replace(resource, claims=[])
    return all(worker.is_free(m) and (tenant is None or tenant.is_open(m)) for m in minutes)
