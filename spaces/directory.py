"""The published directory in memory: every public page reads from here.

About fifty spaces change a few times a week and are read all day. Each worker keeps one
snapshot, and asks on every request only for the data version, which any write moves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

from django.conf import settings

from spaces.geo import Point, distance, walking_minutes
from spaces.localized import localized
from spaces.models import DataVersion, Municipality, Need, Place, Service, Space
from spaces.text import fold
from spaces.traits import Traits, of_space


class Listing(NamedTuple):
    """A published space and what a search can ask of it."""

    space: Space
    traits: Traits


T = TypeVar("T", Space, Place)


class Near(NamedTuple, Generic[T]):
    """A space or a stop, and its straight-line distance in metres."""

    thing: T
    metres: float

    @property
    def walking_minutes(self) -> int:
        """Return about how long the way takes on foot."""
        return walking_minutes(self.metres)


@dataclass(frozen=True, eq=False)
class Directory:
    """All that public pages show, as it stood at one data version."""

    version: int
    listings: tuple[Listing, ...]
    services: dict[str, Service]
    needs: dict[str, Need]
    municipalities: dict[str, Municipality]
    stops: tuple[Place, ...] = field(repr=False)

    @cached_property
    def by_slug(self) -> dict[str, Space]:
        """Return the spaces by their present slug."""
        return {listing.space.slug: listing.space for listing in self.listings}

    @cached_property
    def shows_samples(self) -> bool:
        """Tell whether anything invented is on show."""
        return any(space.is_sample or space.sample_fields for space, _traits in self.listings)

    @cached_property
    def real_count(self) -> int:
        """Return how many listings are of real spaces: the number to tell the public."""
        return sum(not space.is_sample for space, _traits in self.listings)

    def municipalities_by_name(self) -> list[Municipality]:
        """Return the municipalities in the order of the reader's alphabet."""
        return sorted(self.municipalities.values(), key=lambda town: fold(str(localized(town, "name"))))

    def alternatives(self, point: Point, besides: Space, count: int = 3) -> list[Near[Space]]:
        """Return the nearest other spaces, real ones before examples."""
        others = (space for space, _traits in self.listings if space.pk != besides.pk)
        return sorted(_near(point, others), key=lambda found: found.thing.is_sample)[:count]

    def nearest_stops(self, point: Point, count: int = 3, within: float = 800) -> list[Near[Place]]:
        """Return the nearest stops with lines, one of a name, within so many metres."""
        found: dict[str, Near[Place]] = {}
        for stop in _near(point, self.stops):
            if stop.metres <= within:
                found.setdefault(stop.thing.name_fr, stop)
        return list(found.values())[:count]


_lock = Lock()
_current: Directory | None = None


def current(version: int | None = None) -> Directory:
    """Return the directory as the database has it now: one query, unless something changed."""
    global _current
    version = DataVersion.current() if version is None else version
    if _current is None or _current.version != version:
        with _lock:
            if _current is None or _current.version != version:
                _current = _load(version)
    return _current


def as_shown(space: Space) -> Space:
    """Return the space as the public sees it: on a real site without its invented cells."""
    if settings.SAMPLE_DATA == "hide":
        space.hide_sample_cells()
    return space


def forget() -> None:
    """Drop what is held: for tests, whose databases share version numbers."""
    global _current
    _current = None


def _load(version: int) -> Directory:
    needs = list(Need.objects.prefetch_related("services"))
    return Directory(
        version=version,
        listings=tuple(Listing(space, of_space(space, needs)) for space in _published()),
        services={service.code: service for service in Service.objects.all()},
        needs={need.code: need for need in needs},
        municipalities={town.nis: town for town in Municipality.objects.all()},
        stops=tuple(Place.objects.exclude(lines=[]).select_related("municipality")),
    )


def _published() -> Iterator[Space]:
    return map(as_shown, Space.objects.published().with_details())


def _near(point: Point, things: Iterable[T]) -> list[Near[T]]:
    """Return those that have a point, nearest first."""
    near = (Near(thing, distance(point, thing.point)) for thing in things if thing.point)
    return sorted(near, key=lambda found: found.metres)
