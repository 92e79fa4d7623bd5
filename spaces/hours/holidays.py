"""Public holidays in Belgium: the ten legal ones, and Easter. Pure.

Source: Royal Decree of 18 April 1974, article 1, under the law of 4 January 1974.
"""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@lru_cache
def legal_holidays(year: int) -> dict[date, Promise]:
    """Return the ten legal holidays of a year, in order, with their names to be translated."""
    sunday = easter(year)
    return {
        date(year, 1, 1): _("New Year’s Day"),
        sunday + timedelta(days=1): _("Easter Monday"),
        date(year, 5, 1): _("Labour Day"),
        sunday + timedelta(days=39): _("Ascension Day"),
        sunday + timedelta(days=50): _("Whit Monday"),
        date(year, 7, 21): _("Belgian National Day"),
        date(year, 8, 15): _("Assumption"),
        date(year, 11, 1): _("All Saints’ Day"),
        date(year, 11, 11): _("Armistice Day"),
        date(year, 12, 25): _("Christmas"),
    }


def holiday_name(day: date) -> str | None:
    """Return the translated name of the holiday on `day`, None on any other day.

    Easter Sunday is not a legal holiday, but the engine's `PH` holds it: a space that opens on
    Sundays and not on holidays is closed on that day, and the page has to say why.
    """
    if day == easter(day.year):
        return str(_("Easter"))
    name = legal_holidays(day.year).get(day)
    return str(name) if name else None
