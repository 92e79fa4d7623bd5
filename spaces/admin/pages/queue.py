"""The queue of work on the desk's first page: what waits, how much of it, and where it is."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.contrib import admin
from django.db.models import Count, Model, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spaces.admin.models.closure import ends_soon
from spaces.admin.shared.rights import may_see_all
from spaces.curation import merging, quality
from spaces.curation.freshness import oldest_fresh
from spaces.models import Closure, Course, Message, MissingSpace, Proposal, Report, Space
from spaces.models.course import has_just_ended
from spaces.staff.addresses import of_list

_PUBLISHED = ("status__exact", Space.Status.PUBLISHED)


class Item(NamedTuple):
    """A kind of work: in words, how much of it waits, and the list that holds just that."""

    words: str
    waiting: int
    address: str


class Section(NamedTuple):
    """Kinds of work that belong together."""

    title: str
    items: list[Item]


def sections(request: HttpRequest, at: date) -> list[Section]:
    """Return what waits for this person on a day: only what they may see, sections not empty."""
    found = [
        Section(_("Messages"), list(_messages(request))),
        Section(_("Listings"), []),
        Section(_("Missing parts"), []),
        Section(_("Dates"), list(_dates(request, at))),
    ]
    if _sees(request, Space):
        counts = _of_spaces(request, at)
        found[1].items.extend(_listings(counts))
        if decides_on_duplicates(request):
            address = reverse("admin:spaces_space_duplicates")
            pairs = len(merging.suspected())
            found[1].items.append(Item(_("Suspected duplicates (pairs)"), pairs, address))
        found[2].items.extend(_parts(counts))
    return [section for section in found if section.items]


def _messages(request: HttpRequest) -> Iterator[Item]:
    words: tuple[tuple[type[Model], str], ...] = (
        (Report, _("Reports of errors")),
        (Proposal, _("Managers’ proposals")),
        (MissingSpace, _("Places that are missing here")),
    )
    for model, title in words:
        if _sees(request, model):
            narrowed = ("status__exact", Message.Status.NEW)
            waiting = _rows(request, model).waiting().count()
            address = of_list(f"spaces_{model._meta.model_name}", narrowed)  # noqa: SLF001
            yield Item(title, waiting, address)


def _dates(request: HttpRequest, at: date) -> Iterator[Item]:
    if _sees(request, Closure):
        ending = _rows(request, Closure).filter(ends_soon(at)).count()
        address = of_list("spaces_closure", ("ends", "soon"))
        yield Item(_("Closures that end within 14 days"), ending, address)
    if _sees(request, Course):
        over = _rows(request, Course).filter(has_just_ended(at)).count()
        yield Item(_("Courses that ran out"), over, of_list("spaces_course", ("to_come", "ended")))


def _of_spaces(request: HttpRequest, at: date) -> dict[str, int]:
    """Return, by one query, how many published spaces need what."""
    published = _rows(request, Space).filter(status=Space.Status.PUBLISHED)
    parts = {f"no_{part.code}": ~part.condition(at) for part in quality.PARTS}
    conditions = parts | {
        "unchecked": Q(checked_on__isnull=True),
        "old": Q(checked_on__lt=oldest_fresh(at)),
    }
    counts: dict[str, int] = published.aggregate(
        **{name: Count("pk", filter=condition) for name, condition in conditions.items()}
    )
    return counts


def _listings(counts: dict[str, int]) -> Iterator[Item]:
    narrowed = (
        (_("Never checked"), "unchecked", ("checked", "no")),
        (_("Checked more than six months ago"), "old", ("checked", "old")),
        (_("With something invented"), "no_real", ("invented", "any")),
    )
    for words, name, choice in narrowed:
        yield Item(words, counts[name], of_list("spaces_space", _PUBLISHED, choice))


def _parts(counts: dict[str, int]) -> Iterator[Item]:
    for part in quality.PARTS:
        if part.code not in ("checked", "real"):  # they are among the listings
            address = of_list("spaces_space", _PUBLISHED, ("missing", part.code))
            yield Item(capfirst(str(part.title)), counts[f"no_{part.code}"], address)


def _sees(request: HttpRequest, model: type[Model]) -> bool:
    return admin.site.get_model_admin(model).has_view_permission(request)


def _rows(request: HttpRequest, model: type[Model]) -> Any:
    """Return the rows that this person finds in the list."""
    return admin.site.get_model_admin(model).get_queryset(request)


def decides_on_duplicates(request: HttpRequest) -> bool:
    """Tell whether this person may close a space for another one."""
    desk: Any = admin.site.get_model_admin(Space)
    allowed: bool = desk.has_curate_permission(request)
    return allowed


def sees_numbers(request: HttpRequest) -> bool:
    """Tell whether the directory in numbers is for this person."""
    return may_see_all(request) and _sees(request, Space)
