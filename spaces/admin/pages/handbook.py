"""The handbook: how the commonest work at the desk is done, step by step, to read or to print."""

from typing import Any, NamedTuple

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Chapter(NamedTuple):
    """A page of the handbook: its title, and what one may do who needs it."""

    title: Any
    permission: str


# By the last part of the address, which is the template's name too.
CHAPTERS = {
    "listing": Chapter(gettext_lazy("Edit a listing"), "spaces.change_space"),
    "closing": Chapter(gettext_lazy("Close for a holiday"), "spaces.add_closure"),
    "posters": Chapter(gettext_lazy("Print posters"), "campaign.view_poster"),
    "reports": Chapter(gettext_lazy("Answer a report"), "spaces.change_report"),
}


def contents(request: HttpRequest) -> HttpResponse:
    """Show what the handbook tells, this person's own work first."""
    own = {name: request.user.has_perm(chapter.permission) for name, chapter in CHAPTERS.items()}
    chapters = sorted(CHAPTERS.items(), key=lambda item: not own[item[0]])
    return _page(request, "contents", _("Handbook"), chapters=chapters)


def chapter(request: HttpRequest, name: str) -> HttpResponse:
    """Show one page of it."""
    if name not in CHAPTERS:
        raise Http404
    return _page(request, name, str(CHAPTERS[name].title))


def _page(request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    context |= admin.site.each_context(request) | {"title": title}
    return TemplateResponse(request, f"admin/handbook/{name}.html", context)
