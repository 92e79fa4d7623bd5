"""The quality of a listing: a column of the list, and what to do next above the form."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spaces.curation import quality
from spaces.models import Space


class QualityAdmin(admin.ModelAdmin[Space]):
    """Spaces' pages, with how good each listing is."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Space]:
        """Return the spaces with their score."""
        return quality.scored(super().get_queryset(request), timezone.localdate())

    @admin.display(description=_("quality"), ordering="quality")
    def score(self, obj: Any) -> str:
        """Return the score, out of a hundred."""
        return f"{obj.quality}/100"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the form, below how good the stored listing is."""
        space = kwargs.get("obj")
        if space is not None:
            context["quality"] = quality.of(space, timezone.localdate())
        return super().render_change_form(request, context, *args, **kwargs)
