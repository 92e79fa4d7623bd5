"""What the list of spaces can be narrowed down to, beyond the plain choices."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spaces.curation import quality
from spaces.curation.freshness import oldest_fresh
from spaces.models import Space


class KnownFilter(admin.SimpleListFilter):
    """Rows of which something is known, or is not."""

    def known(self, today: date) -> Q:
        """Return the condition of being known, seen from a day."""
        raise NotImplementedError

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """Return the two answers."""
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        """Return the rows of the chosen answer."""
        match self.value():
            case "yes":
                return queryset.filter(self.known(timezone.localdate()))
            case "no":
                return queryset.exclude(self.known(timezone.localdate()))
        return queryset


class CheckedFilter(KnownFilter):
    """Listings that somebody checked."""

    title = _("checked")
    parameter_name = "checked"

    def known(self, today: date) -> Q:
        """Return the condition of having been checked."""
        return Q(checked_on__isnull=False)

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """Return the two answers, and the one for what was checked long ago."""
        return [*super().lookups(request, model_admin), ("old", _("More than six months ago"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        """Return the rows of the chosen answer."""
        if self.value() == "old":
            return queryset.filter(checked_on__lt=oldest_fresh(timezone.localdate()))
        return super().queryset(request, queryset)


class HoursFilter(KnownFilter):
    """Listings whose opening hours are known."""

    title = _("opening hours known")
    parameter_name = "hours"

    def known(self, today: date) -> Q:
        """Return the condition of having hours."""
        return Q(opening_hours__isnull=False)


class SampleFilter(admin.SimpleListFilter):
    """Listings with this or that part invented."""

    title = _("invented parts")
    parameter_name = "invented"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """Return the parts that may be invented, “any of them” and “none”."""
        return [("any", _("Any")), *Space.SampleCell.choices, ("none", _("None"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        """Return the rows with the chosen part."""
        value = self.value()
        if value == "any":
            return queryset.exclude(quality.REAL)
        if value == "none":
            return queryset.filter(quality.REAL)
        if value and value in Space.SampleCell.values:
            return queryset.filter(quality.invented(value))
        return queryset


class QualityFilter(admin.SimpleListFilter):
    """Listings by their score."""

    title = _("quality")
    parameter_name = "quality_is"
    bands = {"low": (0, 49), "middle": (50, 79), "high": (80, 100)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """Return the three bands, each by its first and last score."""
        return [(name, f"{first}–{last}") for name, (first, last) in self.bands.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        """Return the rows in the chosen band."""
        band = self.bands.get(self.value() or "")
        return queryset.filter(quality__range=band) if band else queryset


class MissingFilter(admin.SimpleListFilter):
    """Listings that lack this or that part of a good one."""

    title = _("missing part")
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """Return the parts."""
        return [(part.code, part.title) for part in quality.PARTS]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        """Return the rows without the chosen part."""
        part = quality.BY_CODE.get(self.value() or "")
        return queryset.exclude(part.condition(timezone.localdate())) if part else queryset
