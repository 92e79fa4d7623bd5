"""Where a poster leads today: to what it was made for or, where that is gone, to what is near.

A code is printed once and scanned for years, so there is an answer for whatever has become of
the poster, of its campaign and of the place that it was to lead to. An invented listing is never
the answer, nor is a place of which only an invented point is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from django.urls import reverse

from campaign import addresses
from campaign.models import Campaign, Character, Poster
from spaces.directory.published import Directory, Near
from spaces.directory.traits import Traits
from spaces.geo.points import Point
from spaces.models import Space
from spaces.search.links import query

# How sure it is that a space helps with what the character needs.
HELPS, MAY_HELP, HELPS_OTHERS = range(3)


class Fate(StrEnum):
    """What has become of a poster: whoever scans it is told."""

    WELL = "well"
    EARLY = "early"  # its campaign has not begun
    OVER = "over"  # its campaign has ended
    TAKEN_DOWN = "taken_down"
    CLOSED = "closed"  # its given space has closed for good
    HIDDEN = "hidden"  # its given space is not one that people are sent to now
    NONE_NEAR = "none_near"  # no space has a known point


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


class _Candidate(NamedTuple):
    helps: int
    metres: float
    slug: str
    space: Space


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
    found = min(_candidates(poster, directory), default=None)
    if found is None:
        return Destination(poster, Fate.NONE_NEAR)
    return Destination(poster, fate, space=found.space)


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


def nearest(poster: Poster, directory: Directory, count: int = 5) -> list[Near[Space]]:
    """Return the operating spaces near a poster, those that help with its needs first."""
    found = sorted(_candidates(poster, directory))[:count]
    return [Near(candidate.space, candidate.metres) for candidate in found]


def next_open(
    poster: Poster, directory: Directory, besides: Space, at: datetime, count: int = 3
) -> list[Near[Space]]:
    """Return the nearest other spaces that are open, then those that open next."""
    centre = besides.real_point or origin(poster) or besides.municipality.point

    def order(found: Near[Space]) -> tuple[bool, date, float]:
        state = found.thing.hours.state(at) if found.thing.hours else None
        if state and state.is_open:
            return (False, date.min, found.metres)
        opens = state.changes_at.date() if state and state.changes_at else date.max
        return (True, opens, found.metres)

    others = (
        Near(directory.spaces[other.key], metres)
        for other, metres in directory.candidates(centre)
        if metres is not None and other.key != besides.pk
    )
    return sorted(others, key=order)[:count]


def _candidates(poster: Poster, directory: Directory) -> Iterator[_Candidate]:
    centre = origin(poster)
    if centre is None:
        return
    needs = frozenset(("need", need.code) for need in poster.character.needs.all())
    for near, metres in directory.candidates(centre):
        if metres is not None:
            space = directory.spaces[near.key]
            yield _Candidate(_helps(near.traits, needs), metres, near.slug, space)


def _helps(traits: Traits, needs: frozenset[tuple[str, str]]) -> int:
    if not needs or needs & traits.has:
        return HELPS
    return MAY_HELP if needs & traits.unknown else HELPS_OTHERS
