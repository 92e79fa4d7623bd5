"""Suspected duplicates, side by side: keep one of them, or say that they are two."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spaces.admin.shared.desk_page import context_of
from spaces.curation import merging
from spaces.curation.duplicates import Reason
from spaces.curation.history import in_words
from spaces.curation.merging import Suspects
from spaces.geo.points import distance
from spaces.models import Space

PER_PAGE = 10
_CHOICES = ("first", "second", "apart")
_COMPARED = (
    *("name_fr", "name_nl", "name_en", "status", "operator", "street_fr", "street_nl"),
    *("house_number", "postal_code", "municipality", "phone", "email", "website"),
    *("opening_hours", "computers", "label_status", "provenance", "checked_on", "code", "slug"),
)


class Row(NamedTuple):
    """A field of two listings, in words."""

    label: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Tell whether the two say something else."""
        return self.first != self.second


class Pair(NamedTuple):
    """A suspected pair as the page shows it; metres is None where a point is not known."""

    first: Space
    second: Space
    reasons: tuple[Reason, ...]
    rows: list[Row]
    metres: int | None


def duplicates(request: HttpRequest, *, desk: Any) -> HttpResponse:
    """Show the pairs, the surest first; on POST, do what was decided of one."""
    if request.method == "POST":
        _decide(request, desk)
        return HttpResponseRedirect(request.path)
    page = Paginator(merging.suspected(), PER_PAGE).get_page(request.GET.get("p"))
    pairs = list(_side_by_side(list(page)))
    context = context_of(request, desk, _("Suspected duplicates"), page=page, pairs=pairs)
    return TemplateResponse(request, "admin/spaces/space/duplicates.html", context)


def _decide(request: HttpRequest, desk: Any) -> None:
    """Do what was chosen for a pair, and say what came of it."""
    found = _not_closed([request.POST.get(name) for name in ("first", "second")])
    choice = request.POST.get("choice")
    if len(found) != 2 or choice not in _CHOICES:
        gone = _("Somebody has changed this pair meanwhile. Nothing was done.")
        desk.message_user(request, gone, messages.ERROR)
        return
    first, second = found
    if choice == "apart":
        merging.set_apart(first, second)
        apart = _("“%(first)s” and “%(second)s” are not the same. They do not come back here.")
        words = {"first": first, "second": second}
        desk.message_user(request, apart % words, messages.SUCCESS)
        return
    remaining, other = (first, second) if choice == "first" else (second, first)
    try:
        merging.merge(remaining, other)
    except ValidationError as error:
        desk.message_user(request, " ".join(error.messages), messages.ERROR)
        return
    said = _("“%(other)s” is closed for good. Its addresses and its code lead to “%(kept)s”.")
    said %= {"other": other, "kept": remaining}
    desk.log_change(request, other, said)
    desk.message_user(request, said, messages.SUCCESS)


def _not_closed(keys: list[str | None]) -> list[Space]:
    """Return, in their order, the spaces with these keys that are not closed."""
    try:
        found = Space.objects.exclude(status=Space.Status.CLOSED).in_bulk(keys)
    except ValidationError:  # no UUID
        return []
    by_text = {str(key): space for key, space in found.items()}
    return [by_text[key] for key in dict.fromkeys(keys) if key in by_text]


def _side_by_side(pairs: list[Suspects]) -> Iterator[Pair]:
    """Yield the pairs with all that is compared, by a fixed number of queries."""
    keys = {key for pair in pairs for key in (pair.first, pair.second)}
    spaces = Space.objects.with_details().in_bulk(keys)
    for pair in pairs:
        first, second = spaces[pair.first], spaces[pair.second]
        rows = [_row(name, first, second) for name in _COMPARED]
        services = (", ".join(map(str, space.services.all())) or "–" for space in (first, second))
        rows.append(Row(_("Services"), *services))
        apart = round(distance(first.point, second.point)) if first.point and second.point else None
        yield Pair(first, second, pair.reasons, rows, apart)


def _row(name: str, first: Space, second: Space) -> Row:
    field: Any = Space._meta.get_field(name)  # noqa: SLF001
    label = str(capfirst(field.verbose_name))
    return Row(label, *(_said(field, getattr(space, name)) for space in (first, second)))


def _said(field: Any, value: Any) -> str:
    return str(value) if isinstance(value, Model) else in_words(field, value)
