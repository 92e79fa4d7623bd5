"""A sentence tried at the desk: what the search box understands of it, before visitors type it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spaces.admin.shared.desk_page import context_of
from spaces.directory import published
from spaces.search.canonical import pairs
from spaces.search.forms import LONGEST_WHERE
from spaces.search.links import query
from spaces.search.query import Query
from spaces.search.sentence import ask


def page(request: HttpRequest, desk: Any) -> HttpResponse:
    """Show the parameters that a text becomes, the words that stay, and a way to its results."""
    text = request.GET.get("q", "")[:LONGEST_WHERE].replace("\0", "").strip()
    asked = ask(Query(q=text), published.current(), timezone.now())
    understood = pairs(asked.query)
    context = context_of(
        request,
        desk,
        _("Try a sentence"),
        text=text,
        longest=LONGEST_WHERE,
        understood=understood,
        unknown=asked.sentence.unknown,
        results=reverse("results") + query(understood),
    )
    return TemplateResponse(request, "admin/spaces/topic/try_sentence.html", context)
