"""Telephone numbers: one form to keep, one to show."""

import phonenumbers

BELGIUM = "BE"
_FORMATS = phonenumbers.PhoneNumberFormat


def read(text: str) -> str | None:
    """Return the number in E.164 form (+3222403280), None if it can't be called."""
    number = _parse(text)
    if number is None or not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, _FORMATS.E164))


def display(number: str) -> str:
    """Return a number as Belgians write it, on one line; what is no number stays as it is."""
    parsed = _parse(number)
    if parsed is None:
        return number
    is_belgian = phonenumbers.region_code_for_number(parsed) == BELGIUM
    form = _FORMATS.NATIONAL if is_belgian else _FORMATS.INTERNATIONAL
    return str(phonenumbers.format_number(parsed, form)).replace(" ", "\N{NO-BREAK SPACE}")


def _parse(text: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, BELGIUM)
    except phonenumbers.NumberParseException:
        return None
