"""How old a listing's check may be before its page says so. Pure."""

from datetime import date

from dateutil.relativedelta import relativedelta

MONTHS = 6  # calendar months: what was checked on 3 May is fresh until 3 November


def is_stale(checked_on: date | None, at: date) -> bool:
    """Tell whether a check lies more than six months back; a listing nobody checked says that."""
    return checked_on is not None and at > checked_on + relativedelta(months=MONTHS)
