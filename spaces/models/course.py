"""Courses: what one can learn in a space, and when."""

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from config.languages import CONTENT_LANGUAGES
from spaces.hours.schedule import Pause, Schedule
from spaces.hours.syntax import WEEKDAYS
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import choices, codes
from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager, VersionedQuerySet

_RECENT = timedelta(days=30)


class CourseQuerySet(VersionedQuerySet):
    """Courses, as the pages ask for them."""

    def shown(self) -> "CourseQuerySet":
        """Return those that may be seen where their space is; on a real site none is invented."""
        if settings.SAMPLE_DATA == "hide":
            return self.filter(is_sample=False)
        return self.all()


CourseManager = models.Manager.from_queryset(CourseQuerySet)


class Course(DirectoryModel):
    """A course: on one day, or every week on some weekdays."""

    Level = choices.Level
    Cost = choices.Cost
    Registration = choices.Registration

    space = models.ForeignKey(
        "spaces.Space", verbose_name=_("space"), on_delete=models.CASCADE, related_name="courses"
    )
    slug = models.SlugField(_("web address"), max_length=80, unique=True, editable=False)
    title = models.CharField(
        _("title"), max_length=120, help_text=_("What people learn: “Send an e-mail”.")
    )
    what_you_learn = models.TextField(
        _("what you learn"),
        blank=True,
        help_text=_("One thing on a line, in a few easy words: “Write an e-mail”."),
    )
    level = models.CharField(
        _("level"), max_length=12, choices=choices.Level, default=choices.Level.UNKNOWN
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=list(SPOKEN_LANGUAGES.items()),
        blank=True,
        help_text=_("The language that the teacher speaks. Empty: not known."),
    )
    for_whom = models.CharField(
        _("for whom"), max_length=200, blank=True, help_text=_("Empty: for everybody.")
    )
    cost = models.CharField(
        _("cost"), max_length=10, choices=choices.Cost, default=choices.Cost.UNKNOWN
    )
    cost_note = models.CharField(_("note on the cost"), max_length=200, blank=True)
    registration = models.CharField(
        _("registration"),
        max_length=10,
        choices=choices.Registration,
        default=choices.Registration.UNKNOWN,
    )
    registration_note = models.CharField(
        _("how to register"), max_length=200, blank=True, help_text=_("“Ask at the desk.”")
    )
    registration_link = models.URLField(_("web page to register"), blank=True)

    first_day = models.DateField(_("first day"))
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: it goes on, or is on one day.")
    )
    weekdays = models.JSONField(
        _("every week on"),
        default=list,
        blank=True,
        help_text=_("None ticked: once, on the first day."),
    )
    starts = models.TimeField(_("starts at"))
    ends = models.TimeField(_("ends at"))

    is_sample = models.BooleanField(_("invented example"), default=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = CourseManager()

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["first_day", "starts", "slug"]
        constraints = [
            models.CheckConstraint(
                name="course_ends_after_it_starts",
                condition=Q(starts__lt=F("ends")),
                violation_error_message=_("The course must end after it starts."),
            ),
            models.CheckConstraint(
                name="course_days_in_order",
                condition=Q(last_day__isnull=True) | Q(first_day__lte=F("last_day")),
                violation_error_message=_("The last day comes before the first day."),
            ),
            models.CheckConstraint(
                name="course_language_known", condition=Q(language__in=["", *SPOKEN_LANGUAGES])
            ),
            *(
                models.CheckConstraint(
                    name=f"course_{field}_known", condition=Q(**{f"{field}__in": known.values})
                )
                for field, known in (
                    ("level", choices.Level),
                    ("cost", choices.Cost),
                    ("registration", choices.Registration),
                )
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse dates that hold no session."""
        known = isinstance(self.weekdays, list) and set(map(str, self.weekdays)) <= set(WEEKDAYS)
        if not known:
            raise ValidationError({"weekdays": _("Choose from the days of the week.")})
        if not (self.first_day and self.starts and self.ends):
            return  # their own fields say what is wrong
        if self.ends <= self.starts:
            raise ValidationError({"ends": _("The course must end after it starts.")})
        if self.last_day and not self.weekdays:
            raise ValidationError(
                {"last_day": _("Tick the days of the week, or leave the last day empty.")}
            )
        if self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day comes before the first day.")})
        if not self.planned().begins:
            raise ValidationError(
                {"weekdays": _("None of these days lies between the first day and the last.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; the first time draw the address, which stays whatever the title becomes."""
        if not self.slug:
            titles = (getattr(self, f"title_{code}") for code in CONTENT_LANGUAGES)
            stem = slugify(next(filter(None, titles), ""))[:70].strip("-") or "course"
            self.slug = f"{stem}-{codes.make().lower()}"
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the page's address in the active language."""
        return reverse("course", args=[self.slug])

    @property
    def is_example(self) -> bool:
        """Tell whether the course, or the whole space, is invented."""
        return self.is_sample or self.space.is_sample

    @cached_property
    def schedule(self) -> Schedule:
        """Return when it takes place, closures of the space and days left out included."""
        pauses = (
            Pause(closure.first_day, closure.last_day) for closure in self.space.closures.all()
        )
        skipped = frozenset(left_out.day for left_out in self.days_left_out.all())
        return self.planned(skipped, tuple(pauses))

    def planned(
        self, skipped: frozenset[date] = frozenset(), closed: tuple[Pause, ...] = ()
    ) -> Schedule:
        """Return when it takes place, save for these days."""
        weekdays = frozenset(map(str, self.weekdays))
        times = (self.first_day, self.starts, self.ends)
        return Schedule(*times, weekdays, self.last_day, skipped, closed)


def is_to_come(at: date) -> Q:
    """Return the condition of having a day to come, seen from a day."""
    goes_on = Q(last_day__isnull=True) & ~Q(weekdays=[])
    return Q(first_day__gte=at) | Q(last_day__gte=at) | goes_on


def has_just_ended(at: date) -> Q:
    """Return the condition of a last day within the 30 days before a day, on the public site."""
    days = (at - _RECENT, at - timedelta(days=1))
    once = Q(last_day__isnull=True, weekdays=[], first_day__range=days)
    return (Q(last_day__range=days) | once) & Q(space__status=choices.Status.PUBLISHED)


class DayLeftOut(DirectoryModel):
    """A day on which a weekly course has no session."""

    course = models.ForeignKey(
        Course, verbose_name=_("course"), on_delete=models.CASCADE, related_name="days_left_out"
    )
    day = models.DateField(_("day"))

    objects = VersionedManager()

    class Meta:
        verbose_name = _("day without a session")
        verbose_name_plural = _("days without a session")
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "day"],
                name="day_left_out_once",
                violation_error_message=_("This day stands here twice."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"

    def clean(self) -> None:
        """Refuse a day of the week that has no session: another one was meant.

        A day before or after the course does no harm: a copy for the next term brings such days.
        """
        course = getattr(self, "course", None)
        if course is None or not (self.day and course.first_day and course.starts and course.ends):
            return
        within = course.first_day <= self.day <= (course.last_day or self.day)
        if within and not course.planned().is_usual(self.day):
            raise ValidationError({"day": _("There is no session on this day anyway.")})
