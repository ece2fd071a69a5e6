"""What is measured: whom in the data of `data.sql`, over which window, by which statement."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import md5
from uuid import UUID
from zoneinfo import ZoneInfo

SLOTS = """
select s.starts_at, s.ends_at, s.resource_ids, s.seats_left, s.price, s.currency
from booking_v1.available_slots($1, $2, $3, p_resource_id => $4, p_limit => 10000) as s
"""
COMMON = """
select s.starts_at, s.ends_at, s.resource_ids
from booking_v1.find_common_slots($1, $2, $3, $4, '01:00', p_limit => 1) as s
"""
CREATE = """
select b.status, b.code
from booking_v1.create_booking($1, $2, $3, p_customer_id => $4, p_resource_id => $5) as b
"""
# Free places of the chain, each taken from the list once, with the number of a customer.
PLACES = """
select p.place, p.service_id::text, p.resource_id::text, p.starts_at::text, p.place % 100
from (select nextval('bench.next_place') as place from generate_series(1, 200)) as s
join bench.place as p on p.place = s.place
"""

_ZONE = ZoneInfo("Europe/Berlin")
_CHAIN = 3
_SHOP = 10
_FIRST_OF_SHOP = 10001


def identifier(kind: str, number: int) -> str:
    """The id of a record of `data.sql`: what its function `bench.id` gives."""
    digest = md5(f"{kind} {number}".encode(), usedforsecurity=False)
    return str(UUID(bytes=digest.digest()))


def instant(on_date: date, hour: int = 0, minute: int = 0) -> str:
    """A local time of the data as an instant."""
    local = datetime.combine(on_date, time(hour, minute), _ZONE)
    return local.astimezone(UTC).isoformat()


@dataclass(frozen=True)
class Subject:
    """A service of one resource. step, length, buffer: minutes of its grid and its bookings."""

    slug: str
    tenant_id: str
    service_id: str
    resource_id: str
    step: int
    length: int
    buffer: int

    def window(self, monday: date, days: int) -> list[str]:
        """Bounds of so many days."""
        return [instant(monday), instant(monday + timedelta(days))]

    def slots(self, monday: date, days: int) -> list[str]:
        """Parameters of SLOTS."""
        return [self.service_id, *self.window(monday, days), self.resource_id]


SHOP = Subject(
    f"shop-{_SHOP}", identifier("tenant", _SHOP), identifier("fine", _SHOP * 100),
    identifier("resource", _FIRST_OF_SHOP), step=5, length=25, buffer=5,
)  # fmt: skip
SOLO = Subject(
    "solo", identifier("tenant", 1), identifier("fine", 100), identifier("resource", 1),
    step=30, length=60, buffer=0,
)  # fmt: skip


def office(people: int) -> list[str]:
    """The resources of the office."""
    return [identifier("resource", 2 + number) for number in range(people)]


def common(people: int, monday: date) -> list[str]:
    """Parameters of COMMON: everybody, in 90 days."""
    everybody = "{" + ",".join(office(people)) + "}"
    return [everybody, str(people), instant(monday), instant(monday + timedelta(90))]


def create(people: int, monday: date) -> list[str]:
    """Parameters of CREATE: a place in the chain that is free."""
    return [
        "bench", identifier("quick", _CHAIN * 100), instant(monday, 9),
        identifier("customer", _CHAIN * 1000), identifier("resource", 2 + people),
    ]  # fmt: skip
