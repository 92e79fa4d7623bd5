"""A poster as a PDF: the data for `templates/print/poster.typ`, in all its languages at once."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from campaign.models import Poster
from campaign.print.palettes import PALETTES
from campaign.ways import Way, way
from config.languages import LANGUAGES, current
from spaces.directory import doors, published
from spaces.hours.opening import TIMEZONE
from spaces.language import phones
from spaces.language.bidi import isolated, left_to_right
from spaces.language.localized import localized
from spaces.models import Space
from spaces.paper import qr
from spaces.paper.typesetting import in_its_language, typeset
from spaces.wording import address, sharing
from spaces.wording.distances import metres, on_foot
from spaces.wording.hours import LastingHours

BILINGUAL = ("fr", "nl")


class PaperFormat(TextChoices):
    """The sizes of paper that a poster is made in."""

    A4 = "a4", "A4"
    A3 = "a3", "A3"
    A2 = "a2", "A2"
    SHELTER = "shelter", gettext_lazy("bus shelter, 1200 × 1800 mm")


MILLIMETRES = {
    PaperFormat.A4: (210, 297),
    PaperFormat.A3: (297, 420),
    PaperFormat.A2: (420, 594),
    PaperFormat.SHELTER: (1200, 1800),
}

MAP = (200, 210)  # pixels: as the template has room

Data = dict[str, object]


def poster_pdf(poster: Poster, form: PaperFormat, at: datetime, *, bleed: bool = False) -> bytes:
    """Return a poster as a tagged PDF of one page; raise TypesettingError.

    With `bleed`, the ground goes 3 mm beyond the cut, and marks show where that is.
    """
    return typeset("poster.typ", data(poster, form, at, bleed=bleed), at)


def file_name(poster: Poster, form: PaperFormat) -> str:
    """Return the name of a poster's file, by which people tell it from the others."""
    return f"{poster.code}-{poster.character.slug}-{form}.pdf"


def data(poster: Poster, form: PaperFormat, at: datetime, *, bleed: bool) -> Data:
    """Return all that stands on the poster."""
    character = poster.character
    colours = PALETTES[character.Palette(character.palette)]
    width, height = MILLIMETRES[form]
    languages, space = _languages(poster), _given_space(poster)
    there = way(poster, space) if space else None
    there = there if there and there.is_near else None
    with override(languages[0]):
        own: Data = {
            "title": f"{character.name} – {localized(character.campaign, 'title')}",
            "author": _("Brussels-Capital Region"),
            "portrait_alt": _("Portrait of %(name)s") % {"name": character.name},
            "code_alt": _("QR code: %(name)s") % {"name": sharing.as_typed(poster.link)},
        }
    return own | {
        "width": width,
        "height": height,
        "bleed": bleed,
        "ground": colours.ground,
        "ink": colours.ink,
        "is_right_to_left": LANGUAGES[languages[0]].rtl,
        "name": character.name,
        "portrait": f"/static/{character.portrait_file}",
        "texts": _in_each(languages, lambda: _texts(poster, there)),
        "code": qr.svg(poster.link).decode(),
        "link": sharing.as_typed(poster.link),
        "place": _place(space, languages, at),
        "way": _way(there, languages),
    }


def _languages(poster: Poster) -> list[str]:
    """Return the poster's languages in the site's order, where it has none both of Brussels."""
    return [code for code in LANGUAGES if code in poster.languages] or list(BILINGUAL)


def _in_each(languages: list[str], said: Callable[[], Data]) -> list[Data]:
    found = []
    for code in languages:
        with override(code):
            found.append({"language": code, "is_right_to_left": current().rtl} | said())
    return found


def _texts(poster: Poster, there: Way | None) -> Data:
    character, help_line = poster.character, settings.HELP_LINE
    words = {"number": left_to_right(phones.display(help_line))}
    return {
        "campaign": in_its_language(localized(character.campaign, "title")),
        "situation": in_its_language(localized(character, "situation")),
        "promise": _("A computer, the internet, and somebody to help you."),
        "scan": _what_happens(poster),
        "here": _("You are here"),
        "on_foot": on_foot(there.minutes) if there else "",
        "help": _("Need help? Call %(number)s") % words if help_line else "",
    }


def _what_happens(poster: Poster) -> str:
    """Return what whoever scans the code will see."""
    if _given_space(poster):
        return _("Scan: you will see this place, its hours and the way.")
    if poster.target == poster.Target.CHARACTER:
        name = isolated(poster.character.name)
        return _("Scan: you will read the story of %(name)s.") % {"name": name}
    return _("Scan: you will see the nearest place that helps with this.")


def _given_space(poster: Poster) -> Space | None:
    """Return the space that the poster is about, if it is one that people can go to."""
    space = poster.space if poster.target == poster.Target.SPACE else None
    if space is None or space.is_sample or space.status != Space.Status.PUBLISHED:
        return None
    return space


def _way(there: Way | None, languages: list[str]) -> Data | None:
    """Return the map of the way to the given space, where one would walk it."""
    if there is None:
        return None
    both = set(languages) - {"fr"} and set(languages) - {"nl"}
    names = "fr-nl" if both else languages[0]
    directory, start = published.current(), there.poster.point
    with override(languages[0]):
        return {
            "map": doors.drawn(there.space, directory, names, start=start, size=MAP, on_paper=True),
            "alt": there.described,
            "metres": metres(there.metres),
            "credit": _("© OpenStreetMap contributors"),
        }


def _place(space: Space | None, languages: list[str], at: datetime) -> Data | None:
    """Return a given space for those who cannot scan: what is invented is not printed."""
    if space is None:
        return None
    today = at.astimezone(TIMEZONE).date()
    spoken: list[Data] = _in_each(
        languages,
        lambda: {
            "name": str(localized(space, "name")),
            "address": address.one_line(space),
            "lines": []
            if space.hours is None or not space.has_own_hours
            else LastingHours(space, today).words,
        },
    )
    names = dict.fromkeys(str(text["name"]) for text in spoken)
    addresses = dict.fromkeys(str(text["address"]) for text in spoken)
    with override(languages[0]):
        return {
            "names": [isolated(name) for name in names],
            "addresses": [isolated(line) for line in addresses],
            "hours": [text for text in spoken if text["lines"]],
            "phone": left_to_right(phones.display(space.phone)) if space.phone else "",
        }
