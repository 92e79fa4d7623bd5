"""Posters: where they hang, where they lead, their codes."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
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
from config.languages import LANGUAGES
from spaces.admin.shared import files, point
from spaces.admin.shared.exchange import LIST_TEMPLATE
from spaces.admin.shared.fields import checkboxes
from spaces.admin.shared.filters import KnownFilter
from spaces.admin.shared.permanent import PermanentAdmin, delete_selected
from spaces.directory import published

NOT_DELETED = gettext_lazy(
    "A poster that was printed or hung is not deleted: its code must not die. "
    "Give the day on which it was taken down; its code then leads to the nearest spaces."
)
_FATES = {
    destinations.Fate.EARLY: gettext_lazy("its own page: the campaign has not begun"),
    destinations.Fate.OVER: gettext_lazy("its own page: the campaign is over"),
    destinations.Fate.TAKEN_DOWN: gettext_lazy("its own page: it was taken down"),
    destinations.Fate.CLOSED: gettext_lazy("its own page: the given space has closed for good"),
    destinations.Fate.HIDDEN: gettext_lazy("its own page: nobody can be sent to the given space"),
    destinations.Fate.NONE_NEAR: gettext_lazy("its own page: no space with a known place"),
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

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Find out once where all the listed posters lead."""
        changes = super().get_changelist_instance(request)
        links = _links(changes.result_list)
        for poster in changes.result_list:
            poster.link_today = links[poster.code]
        return changes

    @admin.display(description=gettext_lazy("leads today to"))
    def leads_to(self, obj: Poster) -> str:
        """Return a link to the page that a scan leads to today, and why where that needs a word."""
        return getattr(obj, "link_today", None) or _links([obj])[obj.code]

    @admin.display(description=gettext_lazy("code"))
    def qr_code(self, obj: Poster) -> str:
        """Return the code as it is printed, with its files."""
        if obj._state.adding:  # noqa: SLF001
            return _("The code is there once the poster is saved.")
        return render_to_string("admin/campaign/_qr_code.html", {"poster": obj})


def _links(posters: Iterable[Any]) -> dict[str, str]:
    """Return, by code, a link to where each poster leads today, and why where that needs a word."""
    directory = published.current()
    campaigns, today = snapshot.current(directory.version), timezone.localdate()
    links = {}
    for listed in posters:
        links[listed.code] = "–"
        if poster := campaigns.posters.get(listed.code):
            found = destinations.destination(poster, directory, today)
            thing = found.space or (found.character and found.character.name)
            words = str(thing or _FATES.get(found.fate, _("its own page")))
            address = found.address(campaigns.present(today))
            links[listed.code] = format_html('<a href="{}">{}</a>', address, words)
    return links
