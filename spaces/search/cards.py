"""The cards of a list: all that each says, so that one written before need not be written again."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.utils.http import urlencode

from spaces.models import Space, Strength
from spaces.search.pipeline import SpaceResult, SpaceResults
from spaces.search.wording import result_hours, setting_out_from
from spaces.wording.distances import how_far
from spaces.wording.lines import line_pictogram
from spaces.wording.rides import ride_in_short


class RideShown(NamedTuple):
    """The ride to a place in words, its drawing, and the end of an address that says from where."""

    words: str
    pictogram: str
    start: str


class Card(NamedTuple):
    """What a card says of a space, in the active language. Cards that say the same are equal."""

    space: Space
    number: int
    kind: str  # of its hours, '' where they are not known
    hours: str
    day: date | None  # of which its usual hours are printed
    metres: int | None
    how_far: str
    ride: RideShown | None
    strength: Strength | None
    need: str
    topic: str


def cards(found: SpaceResults, today: date) -> Iterator[Card]:
    """Yield the cards of the page shown."""
    start = urlencode({"from": setting_out_from(found.where)}) if found.where.meaning else ""
    return (_card(result, found, today, start) for result in found.shown)


def _card(result: SpaceResult, found: SpaceResults, today: date, start: str) -> Card:
    state, ride = result.state, result.ride
    return Card(
        space=result.space,
        number=result.number,
        kind=state.kind if state else "",
        hours=result_hours(result, found),
        day=today if state else None,
        metres=None if result.metres is None else round(result.metres),
        how_far=how_far(result),
        ride=RideShown(ride_in_short(ride), line_pictogram(ride.line), start) if ride else None,
        strength=result.strength,
        need=found.query.need,
        topic=found.query.topic,
    )
