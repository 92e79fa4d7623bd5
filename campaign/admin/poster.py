"""Posters: where they hang, where they lead, their codes."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Field, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign import destinations, snapshot
from campaign.admin.print_kit import print_posters
from campaign.models import Poster
from campaign.snapshot import Campaigns
from config.languages import LANGUAGES
from spaces.admin.shared import files, point
from spaces.admin.shared.exchange import LIST_TEMPLATE
from spaces.admin.shared.fields import checkboxes
from spaces.admin.shared.filters import KnownFilter
from spaces.admin.shared.permanent import PermanentAdmin, delete_selected
from spaces.directory import published
from spaces.directory.published import Directory

NOT_DELETED = gettext_lazy(
    "A poster that was printed or hung is not deleted: its code must not die. "
    "Give the day on which it was taken down; its code then leads to the nearest spaces."
)
_LEADS_TO = gettext_lazy("leads today to")
_FATES = {
    destinations.Fate.EARLY: gettext_lazy("its own page: the campaign has not begun"),
    destinations.Fate.OVER: gettext_lazy("its own page: the campaign is over"),
    destinations.Fate.TAKEN_DOWN: gettext_lazy("its own page: it was taken down"),
    destinations.Fate.CLOSED: gettext_lazy("its own page: the given space has closed for good"),
    destinations.Fate.HIDDEN: gettext_lazy("its own page: nobody can be sent to the given space"),
    destinations.Fate.NONE_NEAR: gettext_lazy("its own page: nobody who helps with this is near"),
}


class HangsFilter(KnownFilter):
    """Posters that hang now."""

    title = gettext_lazy("hangs now")
    parameter_name = "hangs"

    def known(self, today: date) -> Q:
        """Return the condition of hanging on a day."""
        gone = Q(taken_down_on__isnull=False, taken_down_on__lte=today)
        return Q(hung_on__isnull=False, hung_on__lte=today) & ~gone


def _languages(db_field: "Field[Any, Any]") -> forms.Field:
    """Return checkboxes of the languages that posters are printed in."""
    field = checkboxes(db_field, [(one.code, one.name) for one in LANGUAGES.values()])
    field.initial = db_field.get_default()
    return field


@admin.register(Poster)
class PosterAdmin(PermanentAdmin[Poster]):
    """The posters of all campaigns."""

    permanent_if = "was_printed"
    not_deleted = NOT_DELETED
    files = (files.POINT,)
    inputs = point.INPUTS | {"languages": _languages}
    change_list_template = LIST_TEMPLATE
    list_display = ("code", "character", "name", "leads_to", "hung_on", "taken_down_on", "total")
    list_filter = (
        "character__campaign",
        "character",
        "target",
        HangsFilter,
        "hung_on",
        "taken_down_on",
    )
    list_select_related = ("character__campaign", "space", "stop")
    folded_fields = ("code", "name", "address", "stop__name_fr", "stop__name_nl")
    autocomplete_fields = ("stop", "space")
    actions = (print_posters, delete_selected)
    readonly_fields: ClassVar[Any] = (point.point_map, "qr_code", "leads_to")
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("character", "languages", "qr_code")}),
        (
            gettext_lazy("Where it hangs"),
            {"fields": ("name", "stop", "address", ("latitude", "longitude"), point.point_map)},
        ),
        (gettext_lazy("Where it leads"), {"fields": ("target", "space", "leads_to")}),
        (
            gettext_lazy("Printed and hung"),
            {"fields": ("print_run", ("hung_on", "taken_down_on"))},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Poster]:
        """Add up each poster's scans."""
        posters: QuerySet[Poster] = super().get_queryset(request)
        return posters.annotate(scans_total=Coalesce(Sum("scans__count"), 0))

    @admin.display(description=gettext_lazy("scans"), ordering="scans_total")
    def total(self, obj: Poster) -> int:
        """Return how often the poster was scanned."""
        return int(getattr(obj, "scans_total", 0))

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Return the columns; what all the listed posters lead by is asked for once."""
        columns = super().get_list_display(request)
        return [_leading_today() if name == "leads_to" else name for name in columns]

    @admin.display(description=_LEADS_TO)
    def leads_to(self, obj: Poster) -> str:
        """Return a link to the page that a scan leads to today, and why where that needs a word."""
        return _leading_today()(obj)

    @admin.display(description=gettext_lazy("code"))
    def qr_code(self, obj: Poster) -> str:
        """Return the code as it is printed, with its files."""
        if obj._state.adding:  # noqa: SLF001
            return _("The code is there once the poster is saved.")
        return render_to_string("admin/campaign/_qr_code.html", {"poster": obj})


def _leading_today() -> Callable[[Any], str]:
    """Return what says where a poster leads; directory and campaigns are asked for once."""

    @cache
    def today() -> tuple[Directory, Campaigns, date]:
        directory = published.current()
        return directory, snapshot.current(directory.version), timezone.localdate()

    @admin.display(description=_LEADS_TO)
    def leads_to(listed: Any) -> str:
        return _link(listed.code, *today())

    return leads_to


def _link(code: str, directory: Directory, campaigns: Campaigns, today: date) -> str:
    """Return a link to where a poster leads on a day, and why where that needs a word."""
    poster = campaigns.posters.get(code)
    if poster is None:
        return "–"
    found = destinations.destination(poster, directory, today)
    thing = found.space or (found.character and found.character.name)
    words = str(thing or _FATES.get(found.fate, _("its own page")))
    if found.space and not destinations.keeps_promise(poster, found.space, directory):
        words = _("%(name)s: not near, or does not help with this") % {"name": words}
    return format_html('<a href="{}">{}</a>', found.address(campaigns.present(today)), words)
