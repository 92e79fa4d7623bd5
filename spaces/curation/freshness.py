"""How old a listing's check may be before its page says so. Pure."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

MONTHS = 6  # calendar months: what was checked on 3 May is fresh until 3 November


def is_stale(checked_on: date | None, at: date) -> bool:
    """Tell whether a check lies more than six months back; a listing nobody checked says that."""
    return checked_on is not None and at > checked_on + relativedelta(months=MONTHS)


def oldest_fresh(at: date) -> date:
    """Return the earliest day of a check that is not stale yet."""
    day = at - relativedelta(months=MONTHS)
    while is_stale(day, at):  # months have no length of their own
        day += timedelta(days=1)
    return day
