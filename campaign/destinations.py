"""Where a poster leads today: to what it was made for or, where that is gone, to what is near.

A code is printed once and scanned for years, so there is an answer for whatever has become of
the poster, of its campaign and of the place that it was to lead to. An invented listing is never
the answer, nor is a place of which only an invented point is known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from django.urls import reverse

from campaign import addresses
from campaign.models import Campaign, Character, Poster
from campaign.models.poster import NEAR
from spaces.directory.candidates import Candidate
from spaces.directory.published import Directory, Near
from spaces.geo.points import Point, distance
from spaces.models import Space
from spaces.search.links import query


class Fate(StrEnum):
    """What has become of a poster: whoever scans it is told."""

    WELL = "well"
    EARLY = "early"  # its campaign has not begun
    OVER = "over"  # its campaign has ended
    TAKEN_DOWN = "taken_down"
    CLOSED = "closed"  # its given space has closed for good
    HIDDEN = "hidden"  # its given space is not one that people are sent to now
    NONE_NEAR = "none_near"  # nobody who helps is near


@dataclass(frozen=True)
class Destination:
    """What a poster leads to: a space, else its character's page, else the poster's own page."""

    poster: Poster
    fate: Fate
    space: Space | None = None
    character: Character | None = None

    def address(self, present: Campaign | None) -> str:
        """Return the address in the active language: one of our own pages, without a host."""
        if self.space:
            return reverse("space", args=[self.space.slug]) + query([("poster", self.poster.code)])
        if self.character:
            return addresses.of_character(self.character, present)
        return reverse("poster", args=[self.poster.code])


class Around(NamedTuple):
    """The operating spaces round a poster, by distance: those that keep its promise, the others."""

    helping: list[Near[Space]]
    others: list[Near[Space]]

    @property
    def all(self) -> list[Near[Space]]:
        """Return the others after those that help."""
        return [*self.helping, *self.others]

    def first(self, count: int) -> "Around":
        """Return the first of them, the others as far as there is room after those that help."""
        helping = self.helping[:count]
        return Around(helping, self.others[: count - len(helping)])

    @property
    def target(self) -> Space | None:
        """Return the nearest that helps, None where that is not near."""
        first = next(iter(self.helping), None)
        return first.thing if first and is_near(first) else None


def destination(poster: Poster, directory: Directory, today: date) -> Destination:
    """Return where a poster leads on a day."""
    fate = fate_of_campaign(poster, today)
    if poster.taken_down_on and poster.taken_down_on <= today:
        return Destination(poster, Fate.TAKEN_DOWN)
    if poster.target == Poster.Target.CHARACTER:
        return Destination(poster, fate, character=poster.character if fate == Fate.WELL else None)
    if poster.target == Poster.Target.SPACE and poster.space:
        meant = poster.space.replaced_by or poster.space
        given = directory.by_slug.get(meant.slug)
        if given is None or given.is_sample:
            closed = meant.status == Space.Status.CLOSED
            return Destination(poster, Fate.CLOSED if closed else Fate.HIDDEN)
        return Destination(poster, fate, space=given)
    target = around(poster, directory).target
    return Destination(poster, fate if target else Fate.NONE_NEAR, space=target)


def fate_of_campaign(poster: Poster, today: date) -> Fate:
    """Return whether the poster's campaign is to come, on, or over."""
    if today < poster.campaign.starts:
        return Fate.EARLY
    return Fate.OVER if poster.campaign.ends < today else Fate.WELL


def origin(poster: Poster) -> Point | None:
    """Return where a poster's visitor is, as far as that is known."""
    space = poster.space
    if poster.point or space is None:
        return poster.point
    return space.real_point or space.municipality.point


def keeps_promise(poster: Poster, space: Space, directory: Directory) -> bool:
    """Tell whether a space helps with what the character needs and, as far as known, is near."""
    point, door = poster.point, space.real_point
    near = not (point and door) or is_near(Near(space, distance(point, door)))
    return near and poster.character.is_helped_where(directory.strengths(space))


def is_near(found: Near[Space]) -> bool:
    """Tell whether a space is near enough to be called so."""
    return found.walking_minutes <= NEAR


def around(poster: Poster, directory: Directory) -> Around:
    """Return the operating spaces round a poster, none where nobody knows where it hangs."""
    centre = origin(poster)
    measured = directory.candidates(centre) if centre else ()
    return _sorted_out(poster.character, measured, directory)


def next_open(
    poster: Poster, directory: Directory, besides: Space, at: datetime, count: int = 3
) -> list[Near[Space]]:
    """Return other spaces: those that help first, of these the open ones, then the nearest."""
    centre = besides.real_point or origin(poster) or besides.municipality.point

    def order(found: Near[Space]) -> tuple[bool, date, float]:
        state = found.thing.hours.state(at) if found.thing.hours else None
        if state and state.is_open:
            return (False, date.min, found.metres)
        opens = state.changes_at.date() if state and state.changes_at else date.max
        return (True, opens, found.metres)

    others = (each for each in directory.candidates(centre) if each[0].key != besides.pk)
    helping, rest = _sorted_out(poster.character, others, directory)
    return [*sorted(helping, key=order), *sorted(rest, key=order)][:count]


def _sorted_out(
    who: Character, measured: Iterable[tuple[Candidate, float | None]], directory: Directory
) -> Around:
    """Part those that help from the others, by distance; what is nowhere is left out."""
    found = Around([], [])
    known = ((each, metres) for each, metres in measured if metres is not None)
    for each, metres in sorted(known, key=lambda one: (one[1], one[0].slug)):
        helps = who.is_helped_where(each.strengths)
        kept = found.helping if helps else found.others
        kept.append(Near(directory.spaces[each.key], metres))
    return found
