"""Dates as people say them."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language


def day_in_words(day: date, form: str = "l j F") -> str:
    """Return a day as Django's `form` has it; in French the first of a month is the “1er”."""
    text = date_format(day, form)
    is_first = day.day == 1 and (get_language() or "").startswith("fr")
    return text.replace("1 ", "1er ", 1) if is_first else text
