"""What the directory's templates say and draw."""

import json
import re
from datetime import date, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.db.models import Model
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from config.languages import current
from spaces.curation import freshness
from spaces.directory import doors, ways
from spaces.directory.published import Directory
from spaces.directory.stops import Stop
from spaces.hours.opening import TIMEZONE, State
from spaces.language import markup, phones
from spaces.language.dates import day_in_words
from spaces.language.lists import listed
from spaces.language.localized import Text, localized
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Announcement, Space
from spaces.paper.booklet_words import booklet_facts
from spaces.search.pipeline import SpaceResults
from spaces.search.title import results_title
from spaces.search.wording import place_name as where_name
from spaces.wording import address, asking, sharing, strengths
from spaces.wording import doors as door_words
from spaces.wording import sentences as words
from spaces.wording.distances import distance_words, how_far, on_foot
from spaces.wording.easy_choices import access_words
from spaces.wording.hours import LastingHours
from spaces.wording.lines import line_pictogram
from spaces.wording.rides import ride_on_map, ride_sentence
from spaces.wording.sentences import hours_sentence

register = template.Library()

register.filter("listed", listed)
register.filter("phone", phones.display)
register.filter("markup", markup.html)
register.filter("address", address.one_line)
register.filter("hours", hours_sentence)
register.filter("hours_not_known", words.hours_not_known)
register.filter("full_name", words.full_name)
register.filter("hours_tag", words.hours_tag)
register.filter("hours_notice", words.hours_notice)
register.filter("whom_to_ask", asking.whom_to_ask)
register.filter("ask_there", asking.ask_there)
register.filter("distance", distance_words)
register.filter("on_foot", on_foot)
register.filter("how_far", how_far)
register.filter("ride_sentence", ride_sentence)
register.filter("ride_on_map", ride_on_map)
register.filter("line_pictogram", line_pictogram)
register.filter("where_name", where_name)
register.filter("day", day_in_words)
register.filter("booklet_facts", booklet_facts)
register.filter("street_line", address.street_line)
register.filter("town_line", address.town_line)
register.filter("door_address", doors.address)
register.filter("ride_address", ways.address)
register.filter("access_words", access_words)
register.filter("why", strengths.why)
register.filter("strength_pictogram", strengths.pictogram_of)
register.filter("met_at", strengths.met_at)
register.filter("entrance", door_words.entrance)
register.filter("door_in_words", door_words.described)

MOST_FRAGMENTS = 4000  # a few for each space in each language, and for two days

_IN_ITS_LANGUAGE = '<span lang="{}" dir="ltr">{}</span>'
_NAMED = _IN_ITS_LANGUAGE + " ({})"
# Fields that are said beside a word of ours, as notes are.
_AMONG_OURS = frozenset({"for_whom"})

# Inside <script> these could end the element or begin a comment.
_JSON_ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.filter("localized")
def localized_filter(thing: Model, field: str) -> Text:
    """Return a field's text with the language that it is in."""
    return localized(thing, field)


@register.filter
def bdi(text: str) -> str:
    """Keep a number or an address whole inside a text that runs from right to left."""
    return format_html('<bdi dir="ltr">{}</bdi>', text) if text else ""


@register.filter
def say(thing: Model, field: str) -> str:
    """Return a field's text, in a `span` with its language where that is not the page's.

    One that stands among our own words has its language named as well.
    """
    text = localized(thing, field)
    if not text.is_fallback:
        return conditional_escape(text.value)
    how = _NAMED if field in _AMONG_OURS else _IN_ITS_LANGUAGE
    return format_html(how, text.language, text.value, language_name(text.language))


@register.filter
def space_url(space: Space) -> str:
    """Return the address of a space's page in the reader's language."""
    return reverse("space", args=[space.slug])


@register.filter
def place_name(stop: Stop) -> str:
    """Return the name of a stop as the reader's language has it."""
    return stop.name(current().code)


@register.filter
def unbroken(hours: str) -> str:
    """Return hours in which no line ends inside “9:00–12:00”."""
    parts = re.split(r"(\S+–\S+)", hours)
    whole = '<span class="unbroken">{}</span>'
    return SafeString(
        "".join(format_html(whole if i % 2 else "{}", part) for i, part in enumerate(parts))
    )


@register.filter
def state(space: Space, at: datetime) -> State | None:
    """Return the state of the space's hours, None where they are not known."""
    return space.hours.state(at) if space.hours else None


@register.filter
def lasting_hours(space: Space, day: date) -> LastingHours:
    """Return the hours of a space as they are told, that day, to be read later."""
    return LastingHours(space, day)


@register.filter
def is_stale(space: Space, at: datetime) -> bool:
    """Tell whether the listing was checked too long ago to be relied on."""
    return freshness.is_stale(space.checked_on, at.astimezone(TIMEZONE).date())


@register.filter
def spoken(space: Space) -> str:
    """Return the languages that people speak in the space."""
    return listed(str(SPOKEN_LANGUAGES[code]) for code in space.spoken_languages)


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language, in the reader's."""
    return str(SPOKEN_LANGUAGES[code])


@register.filter
def bare_address(url: str) -> str:
    """Return a web address as people say it."""
    return urlsplit(url).netloc.removeprefix("www.") or url


@register.filter
def sources(space: Space) -> list[tuple[str, str]]:
    """Return the web pages that the listing comes from, each with the name of its site.

    OpenStreetMap asks for a credit in words of its own (https://www.openstreetmap.org/copyright).
    """
    addresses = [word for word in space.source.split() if word.startswith(("http://", "https://"))]
    names = [bare_address(address) for address in addresses]
    credit = _("© OpenStreetMap contributors")
    names = [credit if name == "openstreetmap.org" else name for name in names]
    for place, name in enumerate(names):  # two pages of a site are two links
        if before := names[:place].count(name):
            names[place] = f"{name} ({before + 1})"
    return list(zip(names, addresses, strict=True))


@register.filter
def short_address(space: Space) -> str:
    """Return the short link as one types it; where it has to break, it does before its path."""
    host, slash, path = sharing.as_typed(sharing.short_link(space)).partition("/")
    return format_html('<bdi dir="ltr">{}<wbr>{}{}</bdi>', host, slash, path)


@register.simple_tag
def results_heading(found: SpaceResults) -> str:
    """Return the title of a list, with the place marked."""
    return SafeString(results_title(found, wish=conditional_escape, place=_marked))


def _marked(place: str) -> str:
    return format_html('<bdi class="mark">{}</bdi>', place)


@register.simple_tag
def where_hint() -> str:
    """Return an example of what one may type, and what does as a place."""
    return _(
        "For example: print near Simonis on Saturday. "
        "Or only a street, a town, a postal code or a stop."
    )


@register.simple_tag
def announced(directory: Directory | None) -> list[Announcement]:
    """Return what is announced now, above every page that has a directory."""
    return directory.announced(timezone.now()) if directory else []


@register.simple_tag
def fragment(template_name: str, directory: Directory | None, **arguments: object) -> str:
    """Render what depends on its arguments, the language and the data alone, once.

    It is remembered by all of these, in the directory that it speaks of, and is gone with it.
    """
    if not directory:  # a page that stands without the database
        return render_to_string(template_name, arguments)
    key = (template_name, current().code, *sorted(arguments.items()))
    remembered = directory.fragments
    if key not in remembered:
        if len(remembered) >= MOST_FRAGMENTS:
            remembered.clear()
        remembered[key] = render_to_string(template_name, {"directory": directory, **arguments})
    return remembered[key]


@register.simple_block_tag
def line(content: str) -> str:
    """Return what is inside on one line: `as` keeps it, to be said more than once."""
    return SafeString(" ".join(content.split()))


@register.simple_block_tag
def noted(content: str, thing: Model, field: str) -> str:
    """Return the sentence inside and what staff wrote about it, joined as one writes them.

    “You pay something: a small fee.” What begins as a sentence, or holds a colon, stays its own.
    """
    sentence, text = " ".join(content.split()), localized(thing, field)
    if not (note := text.value.strip()):
        return SafeString(sentence)
    goes_on = sentence and ":" not in note and not note[0].isupper()
    note = note if goes_on else note[0].upper() + note[1:]
    note = note if note.endswith((".", "!", "?", "…")) else f"{note}."
    said = conditional_escape(note)
    if text.is_fallback:
        said = format_html(_NAMED, text.language, note, language_name(text.language))
    if goes_on:
        words = {"sentence": sentence.rstrip("."), "note": said}
        return SafeString(_("%(sentence)s: %(note)s") % words)
    return format_html("{}. {}", SafeString(sentence.rstrip(".")), said) if sentence else said


@register.simple_tag
@cache
def pictogram(name: str) -> str:
    """Draw a pictogram; words always stand beside it, so it says nothing itself."""
    return format_html(
        '<svg class="pictogram" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("spaces/pictograms.svg"),
        name,
    )


@register.simple_tag
def json_ld(data: dict[str, Any]) -> str:
    """Write linked data into the page: a data block, which no policy has to allow."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_JSON_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))
