"""The forms that ask for a code of the second factor."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spaces.staff import second_factor

_WRONG = gettext_lazy(
    "This code is not right, or it was used already. Wait for the next one in the app, and type it."
)


class CodeField(forms.CharField):
    """Digits, with or without spaces, from whatever keyboard."""

    def __init__(self, **kwargs: Any) -> None:
        """Ask phones for the keyboard of digits."""
        attributes = {"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}
        super().__init__(max_length=40, widget=forms.TextInput(attributes), **kwargs)

    def clean(self, value: Any) -> str:
        """Return the digits alone."""
        code = second_factor.digits(super().clean(value))
        if not code:
            raise ValidationError(_("A code has 6 digits; a recovery code has 12."))
        return code


class CodeForm(forms.Form):
    """A code of somebody who has a second factor. A form that is valid has spent it."""

    code = CodeField(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("6 digits from the app, or a recovery code of 12 digits."),
    )

    def __init__(self, user: Any, at: datetime, *args: Any, **kwargs: Any) -> None:
        """Ask this person, at this moment."""
        super().__init__(*args, **kwargs)
        self.user, self.at = user, at
        self.device: Any = None

    def clean_code(self) -> str:
        """Refuse what is wrong, used before, or tried too soon after wrong ones."""
        self.device = verified(self.user, self.cleaned_data["code"], self.at)
        return str(self.cleaned_data["code"])


class EnrolForm(forms.Form):
    """The first code of a new device; where there was another, a code of that one too."""

    new_code = CodeField(label=gettext_lazy("The 6 digits that the app shows"))
    code = CodeField(
        label=gettext_lazy("A code of the app that you used until now"),
        help_text=gettext_lazy("6 digits from the app, or a recovery code of 12 digits."),
    )

    def __init__(
        self, user: Any, key: str, present: Any, at: datetime, *args: Any, **kwargs: Any
    ) -> None:
        """Take a key that the app is to hold, and the present device, if there is one."""
        super().__init__(*args, **kwargs)
        self.user, self.key, self.present, self.at = user, key, present, at
        self.device: Any = None
        if present is None:
            del self.fields["code"]

    def clean_new_code(self) -> str:
        """Refuse a code that the new key does not give now."""
        code = str(self.cleaned_data["new_code"])
        self.device = second_factor.proven(self.user, self.key, code, self.at)
        if self.device is None:
            raise ValidationError(_WRONG)
        return code

    def clean_code(self) -> str:
        """Spend a code of the present device, once the new one is proved."""
        if self.device:
            verified(self.user, self.cleaned_data["code"], self.at)
        return str(self.cleaned_data["code"])


def verified(user: Any, code: str, at: datetime) -> Any:
    """Return the device of a code, which is spent; raise ValidationError with a clear sentence."""
    try:
        device = second_factor.verify(user, code, at)
    except second_factor.ThrottledError as throttled:
        raise ValidationError(_wait(throttled.seconds)) from throttled
    if device is None:
        raise ValidationError(_WRONG)
    return device


def _wait(seconds: int) -> str:
    if seconds < 60:
        words = ngettext(
            "Too many wrong codes. Wait %(count)d second, then type a new code.",
            "Too many wrong codes. Wait %(count)d seconds, then type a new code.",
            seconds,
        )
        return words % {"count": seconds}
    minutes = -(-seconds // 60)
    words = ngettext(
        "Too many wrong codes. Wait %(count)d minute, then type a new code.",
        "Too many wrong codes. Wait %(count)d minutes, then type a new code.",
        minutes,
    )
    return words % {"count": minutes}
