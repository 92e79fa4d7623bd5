"""The booklet: every published space on paper, by municipality, in the active language.

This module says what is in it, as data for `templates/print/booklet.typ`. It is read for weeks:
it says the usual hours and its own date, and never “open now”.
"""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from config.languages import current
from spaces.directory import doors
from spaces.directory.published import Directory
from spaces.hours.opening import TIMEZONE
from spaces.language import phones
from spaces.language.bidi import isolated, left_to_right
from spaces.language.dates import day_in_words
from spaces.language.folding import fold
from spaces.language.lists import enumeration
from spaces.language.localized import localized
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Municipality, Space
from spaces.paper import qr
from spaces.paper.booklet_words import checks, frame
from spaces.paper.letters import STAND_IN, printable, without_font
from spaces.paper.typesetting import in_its_language, typeset
from spaces.wording import address, sharing
from spaces.wording.asking import whom_to_ask
from spaces.wording.doors import described
from spaces.wording.easy_choices import (
    access_words,
    appointment_words,
    conditions_words,
    cost_words,
)
from spaces.wording.hours import LastingHours
from spaces.wording.sentences import hours_tag
from spaces.wording.stops import with_lines

log = logging.getLogger(__name__)

STOPS = 2  # for each space
MAP = (290, 140)  # pixels: its letters are as large as the small ones of the page

Data = dict[str, object]


def make(directory: Directory, at: datetime) -> bytes:
    """Return the booklet of that moment as a tagged PDF of A5 pages; raise TypesettingError.

    Where no font has a letter, □ stands for it, and the log names the listing.
    """
    return typeset("booklet.typ", printable(data(directory, at)), at)


def data(directory: Directory, at: datetime) -> Data:
    """Return all that the booklet says, in the order in which it says it."""
    spaces = [*directory.spaces.values()]
    empty = [
        _name(town)
        for town in directory.municipalities_by_name()
        if not any(space.municipality_id == town.pk for space in spaces)
    ]
    return {
        "language": current().code,
        "is_right_to_left": current().rtl,
        "words": frame(at, enumeration(empty) if empty else ""),
        "is_demonstration": directory.shows_samples,
        "checks": checks(spaces),
        "towns": [
            {"name": _name(town), "spaces": entries}
            for town in directory.municipalities_by_name()
            if (entries := [_entry(space, directory, at) for space in _in_town(town, spaces)])
        ],
    }


def _name(town: Municipality) -> str:
    return isolated(str(localized(town, "name")))


def _in_town(town: Municipality, spaces: Iterable[Space]) -> list[Space]:
    """Return the spaces of a municipality by name, real ones before examples."""
    found = (space for space in spaces if space.municipality_id == town.pk)
    return sorted(found, key=lambda space: (space.is_sample, fold(str(localized(space, "name")))))


def _entry(space: Space, directory: Directory, at: datetime) -> Data:
    name = localized(space, "name")
    link = sharing.short_link(space)
    services = [localized(service, "name") for service in space.services.all()]
    lines = [address.street_line(space), address.town_line(space)]
    entry: Data = {
        "name": in_its_language(name),
        "is_example": space.is_sample,
        "is_labelled": space.is_labelled,
        "address": [isolated(line) for line in lines if line],
        "hours_tag": hours_tag(space),
        "hours": LastingHours(space, at.astimezone(TIMEZONE).date()).words,
        "phone": left_to_right(phones.display(space.phone)) if space.phone else "",
        "email": left_to_right(space.email),
        "services": [in_its_language(service) for service in services],
        "facts": list(_facts(space)),
        "stops": _stops(space, directory),
        "checked": _checked(space),
        "map": _map(space, directory),
        "map_alt": described(space, directory.nearest_stops(space.real_point, count=STOPS)),
        "link": left_to_right(sharing.as_typed(link)),
        "code": qr.svg(link).decode(),
        "code_alt": _("QR code: %(name)s") % {"name": name},
    }
    if letters := without_font(entry):
        missing = " ".join(letters)
        log.warning("%s (%s): no font has %s, %s is printed.", name, link, missing, STAND_IN)
    return entry


def _facts(space: Space) -> Iterator[str]:
    """Say what one needs to come, as far as it is known."""
    if space.cost != Space.Cost.UNKNOWN:
        yield cost_words(space.cost)
    if space.appointment != Space.Appointment.UNKNOWN:
        yield appointment_words(space.appointment)
    yield from conditions_words(space, _name(space.municipality))
    if space.spoken_languages:
        spoken = enumeration(str(SPOKEN_LANGUAGES[code]) for code in space.spoken_languages)
        yield _("They speak %(languages)s.") % {"languages": spoken}
    yield from filter(None, map(access_words, space.access_features.all()))
    if not space.can_be_reached and not space.is_sample:
        yield whom_to_ask(space)


def _stops(space: Space, directory: Directory) -> list[str]:
    """Return the nearest stops and their lines."""
    return list(map(with_lines, directory.nearest_stops(space.real_point, count=STOPS)))


def _map(space: Space, directory: Directory) -> str:
    """Return the map of a door, '' where nobody knows it: a whole town's is no help on paper."""
    if space.real_point is None:
        return ""
    return doors.drawn(space, directory, doors.names_language(), size=MAP, on_paper=True)


def _checked(space: Space) -> str:
    if space.checked_on is None:
        return ""
    words = {"day": day_in_words(space.checked_on, "j F Y")}
    if space.checked_by == Space.Checker.SPACE:
        return _("Checked by the space on %(day)s.") % words
    return _("Checked by the Region on %(day)s.") % words
