"""What a page of results says first: what is asked for, where, and how many places there are."""

from collections.abc import Callable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spaces.language.line_breaks import with_numbers_whole
from spaces.language.lists import listed
from spaces.language.localized import localized
from spaces.search.pipeline import SpaceResults
from spaces.search.query import NOW
from spaces.search.wording import near


def results_title(
    found: SpaceResults,
    *,
    wish: Callable[[str], str] = str,
    place: Callable[[str], str] = str,
) -> str:
    """Return what is asked for, where, and how many fit; it never says more than the list holds.

    `wish` and `place` return what is wanted and the name of the place as a page writes them.
    """
    return _title(wish(listed(_wishes(found))), _where(found, place), found)


def _title(what: str, where: str, found: SpaceResults) -> str:
    subject = _("%(what)s %(where)s") % {"what": what, "where": where} if what and where else ""
    subject = capfirst(subject or what or where)
    if found.nothing_open and found.ranked:
        words = {"subject": subject, "sentence": _nothing_open(found)}
        return _("%(subject)s. %(sentence)s") % words if subject else words["sentence"]
    words = {"subject": subject, "count": _count(found)}
    return _("%(subject)s: %(count)s") % words if subject else words["count"]


def _wishes(found: SpaceResults) -> Iterator[str]:
    """Yield what is wanted: “print”, “use my bank’s app”; nothing where that is anything."""
    query, directory = found.query, found.directory
    if topic := directory.topics.get(query.topic):
        yield str(localized(topic, "name"))
    elif need := directory.needs.get(query.need):
        yield str(localized(need, "phrase"))
    for code in query.service:
        yield str(localized(directory.services[code], "name"))
    if query.kind:
        yield _("Library")


def _where(found: SpaceResults, show: Callable[[str], str]) -> str:
    """Return where it is, as “near Simonis”, with what `show` makes of the name."""
    if found.query.bbox:
        return _("in this part of the map")
    town = found.directory.municipalities.get(found.query.municipality)
    if town and not found.where.points:
        return _("in %(place)s") % {"place": show(str(localized(town, "name")))}
    return near(found.where, show)


def _count(found: SpaceResults) -> str:
    """Return how many there are, the invented ones apart."""
    query, real = found.query, found.real
    words = {"places": real}
    if query.to_check:
        count = ngettext("%(places)d place to check", "%(places)d places to check", real) % words
    elif query.open == NOW:
        count = ngettext("%(places)d place open now", "%(places)d places open now", real) % words
    else:
        count = ngettext("%(places)d place", "%(places)d places", real) % words
    if found.examples:
        said = ngettext("%(examples)d example", "%(examples)d examples", found.examples)
        both = {"places": count, "examples": said % {"examples": found.examples}}
        count = _("%(places)s and %(examples)s") % both
    return with_numbers_whole(count)


def _nothing_open(found: SpaceResults) -> str:
    if found.query.open == NOW:
        return _("Nothing is open now. These open next.")
    return _("Nothing is open then. These open next.")
