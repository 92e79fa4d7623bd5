"""The hours of a space for all that is read on another day than it is made.

A message, paper, a page kept on a phone, a calendar: each asks here, so that none tells the usual
week of a place that is closed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from spaces.hours.usual import Line, lasting
from spaces.models import Space
from spaces.wording.sentences import hours_not_known


@dataclass(frozen=True)
class LastingHours:
    """A space's hours as they are told on a day. Its words are those of the language when read."""

    space: Space
    today: date

    def __iter__(self) -> Iterator[Line]:
        """Yield the lines, as `lasting` has them; that we do not know them is one, too."""
        hours = self.space.hours
        if hours is None:
            return iter([Line(hours_not_known(self.space))])
        return iter(lasting(hours, self.today) or [Line(_("Closed for now"))])

    @property
    def words(self) -> list[str]:
        """Return the lines where a change cannot look different."""
        return [line.words for line in self]
