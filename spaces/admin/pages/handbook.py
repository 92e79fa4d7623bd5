"""The handbook: how the commonest work at the desk is done, step by step, to read or to print."""

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces import extensions
from spaces.extensions import Chapter

# By the last part of the address, which is the template's name too.
CHAPTERS = {
    "listing": Chapter(gettext_lazy("Edit a listing"), "spaces.change_space"),
    "closing": Chapter(gettext_lazy("Close for a holiday"), "spaces.add_closure"),
    "reports": Chapter(gettext_lazy("Answer a report"), "spaces.change_report"),
}


def chapters() -> dict[str, Chapter]:
    """Return all chapters, those of other applications last."""
    every = dict(CHAPTERS)
    for extension in extensions.registered():
        every |= extension.chapters
    return every


def contents(request: HttpRequest) -> HttpResponse:
    """Show what the handbook tells, this person's own work first."""
    every = chapters().items()
    ordered = sorted(every, key=lambda item: not request.user.has_perm(item[1].permission))
    return _page(request, "contents", _("Handbook"), chapters=ordered)


def chapter(request: HttpRequest, name: str) -> HttpResponse:
    """Show one page of it."""
    found = chapters().get(name)
    if found is None:
        raise Http404
    return _page(request, name, str(found.title))


def _page(request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    context |= admin.site.each_context(request) | {"title": title}
    return TemplateResponse(request, f"admin/handbook/{name}.html", context)
