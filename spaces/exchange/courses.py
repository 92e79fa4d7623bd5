"""Courses as a table: known by the last part of their address."""

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from config.languages import CONTENT_LANGUAGES
from spaces.exchange import columns
from spaces.exchange.closures import OfSpaceResource
from spaces.exchange.resource import TableResource
from spaces.hours.syntax import WEEKDAYS
from spaces.models import Course, DayLeftOut


class CourseResource(OfSpaceResource):
    """What one can learn, and when."""

    key = "slug"
    needed = ("slug", "space")

    class Meta(TableResource.Meta):
        """Which model."""

        model = Course
        fields: tuple[str, ...] = ()

    def build(self) -> list[Any]:
        """Return the columns."""
        cells = {
            "space": self.space_cell(),
            "weekdays": columns.Several(lambda: WEEKDAYS),
        }
        texts = [
            [f"{name}_{language}" for language in CONTENT_LANGUAGES]
            for name in ("title", "what_you_learn", "for_whom", "cost_note", "registration_note")
        ]
        title, learn, for_whom, cost_note, registration_note = texts
        names = ["slug", "space", *title, "first_day", "last_day", "weekdays", "starts", "ends"]
        after = ["level", "language", *learn, *for_whom, "cost", *cost_note]
        after += ["registration", *registration_note, "registration_link", "is_sample"]
        label = capfirst(DayLeftOut._meta.verbose_name_plural)  # noqa: SLF001
        return [
            *(self.column(name, cells.get(name)) for name in names),
            columns.Beside("days_left_out", columns.Days(), label, _left_out),
            *(self.column(name) for name in after),
        ]

    @cached_property
    def known(self) -> dict[str, Course]:
        """Return the courses that may be changed, by slug."""
        rows = Course.objects.all() if self.rows is None else self.rows
        return {row.slug: row for row in self.with_all(rows)}

    def with_all(self, rows: Any) -> Any:
        """Fetch what hangs on the courses."""
        return rows.select_related("space").prefetch_related(None).prefetch_related("days_left_out")

    def find(self, row: dict[str, Any]) -> Course | None:
        """Return the course of a slug; None for a new one."""
        slug = self.text(row, "slug")
        if slug and slug not in self.known:
            unknown = _("No course has this address. Leave the cell empty to add one.")
            raise ValidationError({"slug": unknown})
        return self.known.get(slug)

    def import_field(
        self, field: Any, instance: Any, row: dict[str, Any], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        """Take every cell but the address, which is given once."""
        if field.column_name != "slug":
            super().import_field(field, instance, row, is_m2m, **kwargs)

    def settle(self, instance: Course, row: dict[str, Any], before: dict[str, Any]) -> None:
        """Hold each day left out to the model's rules."""
        for day in self.fields["days_left_out"].get_value(instance) or []:
            try:
                DayLeftOut(course=instance, day=day).clean()
            except ValidationError as error:
                raise ValidationError({"days_left_out": error.messages}) from error

    def store_beside(self, instance: Course, name: str, value: Any) -> None:
        """Store the days left out."""
        instance.days_left_out.exclude(day__in=value).delete()
        there = set(instance.days_left_out.values_list("day", flat=True))
        new = (DayLeftOut(day=day) for day in value if day not in there)
        instance.days_left_out.add(*new, bulk=False)


def _left_out(course: Course) -> list[Any]:
    return sorted(row.day for row in course.days_left_out.all())
