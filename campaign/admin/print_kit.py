"""The print kit at the desk: posters on paper, one or many, and many posters from a table."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from campaign import batch
from campaign.models import Campaign, Poster
from campaign.paper import PaperFormat, file_name, poster_pdf
from campaign.print_forms import ManyForm, PrintForm
from campaign.print_run import note_printed, zipped
from campaign.table import TableError
from spaces.admin.base import DeskAdmin
from spaces.typesetting import TypesettingError

MADE = "posters_made"  # in the session: the codes of the posters that a table just made
SHOWN = 20  # of the lines of a table, to see whether it was read well
PROBLEMS = 100  # of them that are shown


class PrintKit(DeskAdmin[Poster]):
    """What the posters' page adds to Django's: an action and two pages."""

    change_list_template = "admin/campaign/poster/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        """Add the pages of the kit."""
        site = self.admin_site
        return [
            path("print/", site.admin_view(self.print_page), name="campaign_poster_print"),
            path("many/", site.admin_view(self.many), name="campaign_poster_many"),
            *super().get_urls(),
        ]

    @admin.action(
        description=gettext_lazy("Print the selected posters (PDF)"), permissions=["view"]
    )
    def print_posters(self, request: HttpRequest, chosen: QuerySet[Poster]) -> HttpResponse:
        """Ask on what paper."""
        codes = chosen.order_by("code").values_list("code", flat=True)
        return self._ask_for_paper(request, PrintForm(initial={"posters": " ".join(codes)}))

    def print_page(self, request: HttpRequest) -> HttpResponseBase:
        """Ask on what paper to print the posters just made; send those that were chosen."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            made = request.session.get(MADE, "")
            return self._ask_for_paper(request, PrintForm(initial={"posters": made}))
        form = PrintForm(request.POST)
        if not form.is_valid():
            return self._ask_for_paper(request, form)
        try:
            response = _download(**form.cleaned_data)
        except TypesettingError as error:
            form.add_error(None, _("This poster cannot be printed. %(why)s") % {"why": error})
            return self._ask_for_paper(request, form)
        note_printed(form.cleaned_data["posters"])
        return response

    def many(self, request: HttpRequest) -> HttpResponse:
        """Read a table of posters, show what it holds, and make them once nothing is wrong."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._ask_for_table(
                request, ManyForm(initial={"campaign": Campaign.objects.first()})
            )
        form = ManyForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._ask_for_table(request, form)
        campaign, text = form.cleaned_data["campaign"], form.cleaned_data["text"]
        try:
            found = batch.read(text, campaign)
        except TableError as error:
            form.add_error(None, str(error))
            return self._ask_for_table(request, form)
        if "make" in request.POST and found.rows and not found.wrong:
            return self._make(request, found.posters)
        again = ManyForm(initial={"campaign": campaign, "text": text})
        return self._ask_for_table(request, again, found)

    def _make(self, request: HttpRequest, posters: Sequence[Poster]) -> HttpResponse:
        batch.create(posters)
        for poster in posters:
            self.log_addition(request, poster, [{"added": {}}])
        request.session[MADE] = " ".join(poster.code for poster in posters)
        words = ngettext("%(count)d poster was made.", "%(count)d posters were made.", len(posters))
        self.message_user(request, words % {"count": len(posters)}, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:campaign_poster_print"))

    def _ask_for_paper(self, request: HttpRequest, form: PrintForm) -> HttpResponse:
        codes = str(form["posters"].value() or "").split()
        context = {"title": _("Print posters"), "form": form, "count": len(codes)}
        return self._page(request, "print", context)

    def _ask_for_table(
        self, request: HttpRequest, form: ManyForm, found: batch.Batch | None = None
    ) -> HttpResponse:
        context: dict[str, Any] = {"title": _("Many posters from a table"), "form": form}
        if found:
            wrong = found.wrong
            context |= {
                "rows": found.rows,
                "shown": found.rows[:SHOWN],
                "wrong": wrong[:PROBLEMS],
                "more_wrong": max(0, len(wrong) - PROBLEMS),
            }
        return self._page(request, "many", context)

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        frame = self.admin_site.each_context(request) | {"opts": self.opts, "media": self.media}
        return TemplateResponse(request, f"admin/campaign/poster/{name}.html", frame | context)


def _download(posters: list[Poster], format: PaperFormat, bleed: bool) -> HttpResponseBase:  # noqa: A002
    """Return the PDF of one poster, or a ZIP of those of several, as a file to keep."""
    now = timezone.now()
    if len(posters) == 1:
        name = file_name(posters[0], format)
        pdf = poster_pdf(posters[0], format, now, bleed=bleed)
        response: HttpResponseBase = HttpResponse(pdf, content_type="application/pdf")
    else:
        name = f"posters-{format}-{timezone.localdate()}.zip"
        pieces = zipped(posters, format, now, bleed=bleed)
        response = StreamingHttpResponse(pieces, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
