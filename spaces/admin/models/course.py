"""Courses: a list with the next session of each, and a form that also makes a copy."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Field, Q, QuerySet, TimeField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.admin import TranslationAdmin

from spaces.admin.shared.exchange import LIST_TEMPLATE
from spaces.admin.shared.fields import choice_of
from spaces.admin.shared.filters import KnownFilter
from spaces.admin.shared.history import HistoryAdmin
from spaces.admin.shared.meanwhile import MeanwhileForm
from spaces.admin.shared.meanwhile_parts import MeanwhileFormSet
from spaces.courses.words import next_words, plan_words
from spaces.hours.opening import TIMEZONE
from spaces.hours.syntax import WEEKDAYS as CODES
from spaces.models import Course, DayLeftOut, Space
from spaces.models.course import has_just_ended, is_to_come

_TEXTS = ("title", "what_you_learn", "for_whom", "cost_note", "registration_note")


def _texts(language: str) -> dict[str, Any]:
    return {"fields": [f"{text}_{language}" for text in _TEXTS]}


class DayLeftOutInline(admin.TabularInline[DayLeftOut, Course]):
    """The days on which a weekly course has no session."""

    model = DayLeftOut
    formset = MeanwhileFormSet
    below = gettext_lazy("When")
    fields = ("day",)
    extra = 1

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return the input, named for those who don't see the table's head."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs["aria-label"] = capfirst(db_field.verbose_name)
        return field


class ToComeFilter(KnownFilter):
    """Courses that are not over, closures put aside."""

    title = gettext_lazy("to come")
    parameter_name = "to_come"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """Return the two answers, and the one for what staff may want to announce again."""
        ended = gettext_lazy("Ended within the last 30 days")
        return [*super().lookups(request, model_admin), ("ended", ended)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        """Return the rows of the chosen answer."""
        if self.value() == "ended":
            return queryset.filter(has_just_ended(timezone.localdate()))
        return super().queryset(request, queryset)

    def known(self, today: date) -> Q:
        """Return the condition of having a day to come."""
        return is_to_come(today)


class CourseForm(MeanwhileForm):
    """A course's form."""

    parts = (DayLeftOut,)


@admin.register(Course)
class CourseAdmin(HistoryAdmin[Course], TranslationAdmin[Course]):
    """All courses, the latest first."""

    form = CourseForm
    managers = "space__managers"
    change_list_template = LIST_TEMPLATE
    list_display = ("title", "space", "plan", "next_session", "level", "language", "is_sample")
    list_display_links = ("title",)
    list_filter = (
        ToComeFilter,
        "level",
        "language",
        "cost",
        "registration",
        "is_sample",
        "space__municipality",
    )
    list_select_related = ("space",)
    folded_fields = ("title_fr", "title_nl", "title_en", "space__name_fr", "space__name_nl")
    ordering = ("-first_day", "slug")
    inputs = {"weekdays": choice_of([*zip(CODES, WEEKDAYS.values(), strict=True)])}
    inlines = (DayLeftOutInline,)
    save_as = True
    save_on_top = True
    readonly_fields = ("created_at", "updated_at")
    fieldsets: ClassVar[Any] = (
        (
            gettext_lazy("What and where"),
            {"fields": ("space", ("level", "language"), ("cost", "registration"))},
        ),
        (
            DayLeftOutInline.below,
            {"fields": (("starts", "ends"), ("first_day", "last_day"), "weekdays")},
        ),
        ("Français", _texts("fr")),
        ("Nederlands", _texts("nl")),
        ("English", _texts("en")),
        (
            gettext_lazy("Internal"),
            {"fields": ("registration_link", "is_sample", ("created_at", "updated_at"))},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Course]:
        """Fetch the days without a session too: the next one of a row needs them."""
        return super().get_queryset(request).prefetch_related("days_left_out", "space__closures")

    @admin.display(description=gettext_lazy("when"), ordering="first_day")
    def plan(self, obj: Course) -> str:
        """Return when the course is."""
        return plan_words(obj.schedule, timezone.now().astimezone(TIMEZONE).date())

    @admin.display(description=gettext_lazy("next session"))
    def next_session(self, obj: Course) -> str:
        """Return the next session, or that the course is over."""
        now = timezone.now()
        session = obj.schedule.next_session(now)
        return next_words(session, now) if session else _("over")

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return the input; one for a time asks for no seconds."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(db_field, TimeField):
            field.widget.format = "%H:%M"
        return field

    def view_on_site(self, obj: Course) -> str | None:
        """Return the address of the page, None where the public sees none."""
        seen = Course.objects.shown().filter(pk=obj.pk, space__in=Space.objects.published())
        return obj.get_absolute_url() if seen.exists() else None
