"""The print kit at the desk: posters on paper, those ticked or those just imported."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign.models import Poster
from campaign.print.forms import PrintForm
from campaign.print.kit import note_printed, zipped
from campaign.print.poster import PaperFormat, file_name, poster_pdf
from spaces.admin.shared.desk_page import context_of
from spaces.paper.typesetting import TypesettingError

MADE = "posters_made"  # in the session: the codes of the posters that an import just made


@admin.action(description=gettext_lazy("Print the selected posters (PDF)"), permissions=["view"])
def print_posters(desk: Any, request: HttpRequest, chosen: QuerySet[Poster]) -> HttpResponse:
    """Ask on what paper."""
    codes = chosen.order_by("code").values_list("code", flat=True)
    return _ask_for_paper(request, desk, PrintForm(initial={"posters": " ".join(codes)}))


def print_page(request: HttpRequest, *, desk: Any) -> HttpResponseBase:
    """Ask on what paper to print the posters just made; send those that were chosen."""
    if request.method != "POST":
        made = request.session.get(MADE, "")
        return _ask_for_paper(request, desk, PrintForm(initial={"posters": made}))
    form = PrintForm(request.POST)
    if not form.is_valid():
        return _ask_for_paper(request, desk, form)
    try:
        response = _download(**form.cleaned_data)
    except TypesettingError as error:
        form.add_error(None, _("This poster cannot be printed. %(why)s") % {"why": error})
        return _ask_for_paper(request, desk, form)
    note_printed(form.cleaned_data["posters"])
    return response


def _ask_for_paper(request: HttpRequest, desk: Any, form: PrintForm) -> HttpResponse:
    count = len(str(form["posters"].value() or "").split())
    context = context_of(request, desk, _("Print posters"), form=form, count=count)
    return TemplateResponse(request, "admin/campaign/poster/print.html", context)


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
