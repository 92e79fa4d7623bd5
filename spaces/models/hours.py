"""The opening hours of a space, and whose they are."""

import logging
from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from config.languages import current
from spaces.hours.opening import Closed, HoursError, OpeningHours, parse, validate
from spaces.models import choices

log = logging.getLogger(__name__)


class WithHours(models.Model):
    """Something that is open at certain hours, and closed on some days."""

    HoursOf = choices.HoursOf

    # Unknown hours are NULL: an empty string is no schedule.
    opening_hours = models.CharField(  # noqa: DJ001
        _("opening hours"),
        max_length=500,
        null=True,
        blank=True,
        help_text=_("For example: Mo-Fr 09:00-12:30,13:30-17:00; PH off. Empty: not known."),
    )
    hours_of = models.CharField(
        _("whose hours these are"),
        max_length=10,
        choices=choices.HoursOf,
        default=choices.HoursOf.SPACE,
        help_text=_("Where only the hours of the building are known, the page says so."),
    )

    class Meta:
        abstract = True

    @property
    def hours(self) -> OpeningHours | None:
        """Return the opening hours, closures in the reader's language, None when not known.

        A text that can't be read, as an older release may have stored, is not known either.
        """
        language = current().code
        if language not in self._hours_by_language:
            self._hours_by_language[language] = self._read_hours()
        return self._hours_by_language[language]

    def clean_opening_hours(self, errors: dict[str, Any]) -> None:
        """Refuse hours that cannot be read."""
        self.opening_hours = (self.opening_hours or "").strip() or None
        if self.opening_hours:
            try:
                validate(self.opening_hours)
            except HoursError as error:
                errors["opening_hours"] = str(error)

    @cached_property
    def _hours_by_language(self) -> dict[str, OpeningHours | None]:
        return {}

    def _read_hours(self) -> OpeningHours | None:
        if not self.opening_hours:
            return None
        closures: Any = self.closures  # type: ignore[attr-defined]
        closed = tuple(
            Closed(each.first_day, each.last_day, each.reason) for each in closures.all()
        )
        try:
            return parse(self.opening_hours, closed)
        except HoursError:
            log.exception("The hours of %s cannot be read.", self)
            return None
