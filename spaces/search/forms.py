"""The search forms: everything that the address of a list can say."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from spaces.courses.query import LEVELS, CourseQuery, TimeOfDay, When
from spaces.directory.published import Directory
from spaces.geo.points import REGION, BoundingBox, Point
from spaces.hours.opening import TIMEZONE
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature
from spaces.search.query import NOW, Query

LONGEST_WHERE = 200  # characters
EARLIEST, LATEST = 2000, 2100  # years in which opening hours are asked for

_UNREADABLE = _("We could not read where you are. Please type it again.")
_TOO_LONG = _("This is too long. Type a town, a postal code or a stop.")
_NO_SUCH_CHOICE = _("We do not know one of these choices. We left it out.")
_NO_NUMBER = _("We could not read a number in this address. We left it out.")
_NO_SUCH_MAP = _("We could not read this part of the map.")
_NO_MOMENT = _("We could not read this date and time.")
_FAR_AWAY = _("Choose a date nearer to today.")

# All that a field can find wrong; the visitor is told one thing about it.
_FAULTS = (
    "invalid",
    "invalid_choice",
    "max_length",
    "max_value",
    "min_value",
    "null_characters_not_allowed",
)


def _saying(sentence: Any) -> dict[str, Any]:
    return dict.fromkeys(_FAULTS, sentence)


class LastFilled(forms.TextInput):
    """Two controls may share a name (“now” and “at another time”): the last one filled counts."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:  # noqa: ARG002
        """Return the last value that is not empty."""
        values = data.getlist(name) if isinstance(data, MultiValueDict) else [data.get(name)]
        return next((value for value in reversed(values) if value), None)


class Flag(forms.CheckboxInput):
    """A choice that is on or off: nothing but “1” and what a ticked box sends switches it on."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> bool:  # noqa: ARG002
        """Tell whether it is on."""
        return data.get(name) in ("1", "on", "true")


class PlaceForm(forms.Form):
    """What lists near a place have in common: where, in which municipality, which page."""

    asks: type[Any]  # the dataclass whose arguments the cleaned data are

    q = forms.CharField(
        required=False,
        max_length=LONGEST_WHERE,
        error_messages=_saying(_UNREADABLE) | {"max_length": _TOO_LONG},
    )
    lat = forms.FloatField(
        required=False, min_value=-90, max_value=90, error_messages=_saying(_UNREADABLE)
    )
    lng = forms.FloatField(
        required=False, min_value=-180, max_value=180, error_messages=_saying(_UNREADABLE)
    )
    municipality = forms.ChoiceField(required=False, error_messages=_saying(_NO_SUCH_CHOICE))
    page = forms.IntegerField(
        required=False, min_value=1, max_value=10_000, error_messages=_saying(_NO_NUMBER)
    )

    def __init__(self, data: Any, directory: Directory) -> None:
        super().__init__(data)
        self._offer("municipality", directory.municipalities)

    def clean(self) -> dict[str, Any]:
        """Turn the coordinates into a point, to 3 decimals: all that we keep of a position."""
        data = super().clean() or {}
        latitude, longitude = data.get("lat"), data.get("lng")
        data["position"] = None
        if latitude is not None and longitude is not None:
            point = Point(latitude, longitude).rounded()
            if not REGION.holds(point):
                self.add_error("lat", _("This place is not in the Brussels Region."))
            else:
                data["position"] = point
        elif (latitude is None) != (longitude is None) and not {"lat", "lng"} & self.errors.keys():
            self.add_error("lat", _UNREADABLE)
        return data

    def _offer(self, name: str, known: Iterable[str]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  for the type checker
        field.choices = [(key, key) for key in known]

    @property
    def has_position(self) -> bool:
        """Tell whether the address holds where a visitor stands: nobody may keep such a page."""
        return bool({"lat", "lng"} & self.data.keys())

    def understood(self) -> dict[str, Any]:
        """Return what was understood; what was not is left out and stands among the problems."""
        self.full_clean()
        names = {field.name for field in fields(self.asks)}
        return {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in self.cleaned_data.items()
            if value and name in names
        }

    @property
    def problems(self) -> list[str]:
        """Return what could not be understood, each sentence once."""
        sentences = (str(error) for errors in self.errors.values() for error in errors)
        return list(dict.fromkeys(sentences))


class SearchForm(PlaceForm):
    """What a visitor asks for; its cleaned data are the arguments of `search.Query`."""

    asks = Query

    bbox = forms.CharField(required=False, max_length=100, error_messages=_saying(_NO_SUCH_MAP))
    need = forms.ChoiceField(required=False, error_messages=_saying(_NO_SUCH_CHOICE))
    service = forms.MultipleChoiceField(required=False, error_messages=_saying(_NO_SUCH_CHOICE))
    label = forms.BooleanField(required=False, widget=Flag)
    open = forms.CharField(
        required=False, max_length=30, widget=LastFilled, error_messages=_saying(_NO_MOMENT)
    )
    access = forms.MultipleChoiceField(
        required=False,
        choices=AccessFeature.Feature.choices,
        error_messages=_saying(_NO_SUCH_CHOICE),
    )
    language = forms.ChoiceField(
        required=False,
        choices=list(SPOKEN_LANGUAGES.items()),
        error_messages=_saying(_NO_SUCH_CHOICE),
    )
    free = forms.BooleanField(required=False, widget=Flag)
    walk_in = forms.BooleanField(required=False, widget=Flag)
    radius = forms.IntegerField(
        required=False, min_value=1, max_value=50_000, error_messages=_saying(_NO_NUMBER)
    )
    to_check = forms.BooleanField(required=False, widget=Flag)

    def __init__(self, data: Any, directory: Directory) -> None:
        super().__init__(data, directory)
        self._offer("need", directory.needs)
        self._offer("service", directory.services)

    def query(self) -> Query:
        """Return what was understood."""
        return Query(**self.understood())

    def clean_bbox(self) -> BoundingBox | None:
        """Return the box “west,south,east,north” in degrees."""
        text = self.cleaned_data["bbox"]
        if not text:
            return None
        try:
            box = BoundingBox(*(float(edge) for edge in text.split(",")))
        except (TypeError, ValueError) as error:
            raise ValidationError(_NO_SUCH_MAP) from error
        if not (box.west < box.east and box.south < box.north):  # NaN fails here too
            raise ValidationError(_NO_SUCH_MAP)
        return box

    def clean_open(self) -> datetime | str | None:
        """Return “now”, or the aware moment that the visitor means, in Brussels."""
        text = self.cleaned_data["open"]
        if not text or text == NOW:
            return text or None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as error:
            raise ValidationError(_NO_MOMENT) from error
        if not EARLIEST <= moment.year <= LATEST:
            raise ValidationError(_FAR_AWAY)
        return moment.astimezone(TIMEZONE) if moment.tzinfo else _in_brussels(moment)


class CourseForm(PlaceForm):
    """What a visitor asks for in the list of courses."""

    asks = CourseQuery

    when = forms.ChoiceField(
        required=False, choices=When.choices, error_messages=_saying(_NO_SUCH_CHOICE)
    )
    time = forms.ChoiceField(
        required=False, choices=TimeOfDay.choices, error_messages=_saying(_NO_SUCH_CHOICE)
    )
    level = forms.ChoiceField(
        required=False, choices=LEVELS, error_messages=_saying(_NO_SUCH_CHOICE)
    )
    language = forms.ChoiceField(
        required=False,
        choices=list(SPOKEN_LANGUAGES.items()),
        error_messages=_saying(_NO_SUCH_CHOICE),
    )
    free = forms.BooleanField(required=False, widget=Flag)

    def query(self) -> CourseQuery:
        """Return what was understood."""
        return CourseQuery(**self.understood())


def _in_brussels(moment: datetime) -> datetime:
    """Return the aware moment; refuse one that the spring change of the clocks leaps over."""
    aware = moment.replace(tzinfo=TIMEZONE)
    there_and_back = aware.astimezone(UTC).astimezone(TIMEZONE)
    if there_and_back.replace(tzinfo=None) != moment:
        raise ValidationError(_("This time does not exist: the clocks go forward that night."))
    return aware
