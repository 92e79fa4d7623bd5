"""The forms that anybody may send: a report of an error, and a place that is missing.

None asks for anything personal, and nothing of the visitor is stored. Whoever is held up, by
mistake or for one, reads why, and gets the form back as they filled it in.
"""

import hashlib
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from config.languages import current
from spaces.hours import grid as hours_grid
from spaces.hours.field import ManagerHoursField
from spaces.inbox import robots
from spaces.language import phones
from spaces.models import Message, MissingSpace, Proposal, Report, Space, SpaceContact
from spaces.models.message import LONGEST_TEXT

_ROBOT = _("We took you for a robot. Please send it again.")
_UNREADABLE = _("We could not read one of the characters. We took it out. Please send it again.")
_TOO_LONG = _("This is too long. Write %(limit_value)d characters at most.")
_NO_DAY = _("Give the day as day/month/year, for example 24/12/2026.")


class PlainText(forms.CharField):
    """A text as people type it; the end of a line counts as the one character that it is."""

    def __init__(self, max_length: int, missing: Any = None) -> None:
        messages = {"null_characters_not_allowed": _UNREADABLE, "max_length": _TOO_LONG}
        if missing:
            messages["required"] = missing
        super().__init__(max_length=max_length, required=bool(missing), error_messages=messages)

    def to_python(self, value: Any) -> str:
        """Return the text with the ends of its lines as one character."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class PublicForm(forms.Form):
    """A form for everybody; `purpose` says what its token is good for."""

    token = forms.CharField(required=False)
    website = forms.CharField(required=False)  # people do not see it; robots fill in everything

    def __init__(self, request: HttpRequest, purpose: str, *, at: datetime) -> None:
        super().__init__(request.POST if request.method == "POST" else None)
        self.request = request
        self.purpose = purpose
        self.at = at
        self.problems: list[str] = []
        self.status: int = HTTPStatus.OK

    @property
    def fresh_token(self) -> str:
        """Return the token of the form that is shown now."""
        return robots.token(self.purpose, self.at)

    @property
    def typed(self) -> dict[str, str]:
        """Return what was sent, to be shown again."""
        return {name: self.data.get(name, "").replace("\x00", "") for name in self.fields}

    def is_accepted(self) -> bool:
        """Tell whether the message may be kept; where not, `problems` and `status` say why."""
        if not self.is_bound:
            return False
        try:
            self._check()
        except robots.RefusedError as refused:
            self.problems, self.status = [str(refused.sentence)], refused.status
        return not self.problems

    def save(self, message: Message) -> None:
        """Store a message, once however often the button was tapped."""
        message.language = current().code
        sent = "\n".join(self.data.get(name, "") for name in sorted(self.fields))
        key = f"sent-{hashlib.sha256(sent.encode()).hexdigest()}"
        if not robots.first_time(key):
            return
        try:
            message.save()
        except Exception:
            robots.forget(key)
            raise

    def _check(self) -> None:
        robots.check_origin(self.request)
        robots.check_token(self.data.get("token", ""), self.purpose, at=self.at)
        if self.data.get("website"):
            raise robots.RefusedError(_ROBOT)
        if self.is_valid():
            robots.check_rate(self.request)
        else:
            sentences = (str(error) for errors in self.errors.values() for error in errors)
            self.problems = list(dict.fromkeys(sentences))
            self.status = HTTPStatus.BAD_REQUEST


class ReportForm(PublicForm):
    """What is wrong on a space's page."""

    CHOOSE = _("Choose what is wrong.")

    kind = forms.ChoiceField(
        choices=Report.Kind.choices,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    text = PlainText(LONGEST_TEXT)

    def clean(self) -> dict[str, Any]:
        """Ask for words where none of the buttons says what is wrong."""
        data = super().clean() or {}
        if data.get("kind") == Report.Kind.OTHER and data.get("text") == "":
            self.add_error("text", _("Write what is wrong in a few words."))
        return data

    def report(self, space: Space) -> Report:
        """Return what was reported, not stored yet."""
        data = self.cleaned_data
        return Report(space=space, kind=data["kind"], text=data["text"])


class MissingSpaceForm(PublicForm):
    """A place that the directory does not have."""

    place = PlainText(150, missing=_("Write the name of the place."))
    where = PlainText(200, missing=_("Write where the place is."))
    text = PlainText(LONGEST_TEXT)

    def missing_space(self) -> MissingSpace:
        """Return the place, not stored yet."""
        data = self.cleaned_data
        return MissingSpace(name=data["place"], where=data["where"], text=data["text"])


class StillRightForm(forms.Form):
    """What a manager says has changed; it comes through a signed link, so no robot is feared."""

    opening_hours = ManagerHoursField(required=False)
    hours = PlainText(300)  # in words, where the grid cannot show what is stored
    phone = PlainText(40)
    closed_from = forms.DateField(required=False, error_messages={"invalid": _NO_DAY})
    closed_until = forms.DateField(required=False, error_messages={"invalid": _NO_DAY})
    text = PlainText(LONGEST_TEXT)

    @property
    def shows_grid(self) -> bool:
        """Tell whether the grid can show the hours that are stored."""
        return ManagerHoursField.shows(self.initial.get("opening_hours"))

    @property
    def further_hours(self) -> bool:
        """Tell whether there are hours beside those of the grid."""
        stored = self.initial.get("opening_hours")
        return bool(stored and hours_grid.read(stored).more)

    @property
    def typed(self) -> dict[str, str]:
        """Return what was sent, to be shown again."""
        return {name: self.data.get(name, "").replace("\x00", "") for name in self.fields}

    @property
    def problems(self) -> list[str]:
        """Return what could not be taken, each sentence once."""
        sentences = (str(error) for errors in self.errors.values() for error in errors)
        return list(dict.fromkeys(sentences)) if self.is_bound else []

    def clean_phone(self) -> str:
        """Refuse a number that nobody could call."""
        phone: str = self.cleaned_data["phone"]
        if phone and phones.read(phone) is None:
            raise forms.ValidationError(_("This is not a phone number that can be called."))
        return phone

    def clean(self) -> dict[str, Any]:
        """Ask for something, and for both days of a closure, in order."""
        data = super().clean() or {}
        if not self.errors and not any(data.values()):
            raise forms.ValidationError(_("Write what has changed, or tap “All still right”."))
        first, last = data.get("closed_from"), data.get("closed_until")
        if not self.errors and bool(first) != bool(last):
            raise forms.ValidationError(_("Give the first and the last day closed."))
        if first and last and last < first:
            raise forms.ValidationError(_("The last day comes before the first day."))
        return data

    def proposal(self, contact: SpaceContact) -> Proposal:
        """Return what is proposed, not stored yet."""
        data = dict(self.cleaned_data)
        data |= {
            "hours_in_words": data.pop("hours"),
            "opening_hours": data["opening_hours"] or "",
        }
        return Proposal(space=contact.space, language=contact.language, **data)
