"""The search forms: everything that the address of a list can say."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from spaces.directory.published import Directory
from spaces.geo.boxes import REGION, BoundingBox
from spaces.geo.points import Point
from spaces.hours.opening import TIMEZONE
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature
from spaces.search.fields import (
    FAR_AWAY,
    NO_MOMENT,
    NO_NUMBER,
    NO_SUCH_CHOICE,
    NO_SUCH_MAP,
    TOO_LONG,
    UNREADABLE,
    Flag,
    LastFilled,
    saying,
)
from spaces.search.moments import PartOfDay
from spaces.search.query import KINDS, NOW, Query

LONGEST_WHERE = 200  # characters
EARLIEST, LATEST = 2000, 2100  # years in which opening hours are asked for
_LENGTH_OF_DAY = len("2026-12-05")


class PlaceForm(forms.Form):
    """What lists near a place have in common: where, in which municipality, which page."""

    asks: type[Any]  # the dataclass whose arguments the cleaned data are

    q = forms.CharField(
        required=False,
        max_length=LONGEST_WHERE,
        error_messages=saying(UNREADABLE) | {"max_length": TOO_LONG},
    )
    lat = forms.FloatField(
        required=False, min_value=-90, max_value=90, error_messages=saying(UNREADABLE)
    )
    lng = forms.FloatField(
        required=False, min_value=-180, max_value=180, error_messages=saying(UNREADABLE)
    )
    municipality = forms.ChoiceField(required=False, error_messages=saying(NO_SUCH_CHOICE))
    line = forms.ChoiceField(required=False, error_messages=saying(NO_SUCH_CHOICE))
    near = forms.BooleanField(required=False, widget=Flag)
    page = forms.IntegerField(
        required=False, min_value=1, max_value=10_000, error_messages=saying(NO_NUMBER)
    )

    def __init__(self, data: Any, directory: Directory) -> None:
        super().__init__(data)
        self._offer("municipality", directory.municipalities)
        self._offer("line", directory.lines)

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
            self.add_error("lat", UNREADABLE)
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
    _until = ""  # what stands behind the moment in `open`

    bbox = forms.CharField(required=False, max_length=100, error_messages=saying(NO_SUCH_MAP))
    need = forms.ChoiceField(required=False, error_messages=saying(NO_SUCH_CHOICE))
    topic = forms.ChoiceField(required=False, error_messages=saying(NO_SUCH_CHOICE))
    kind = forms.ChoiceField(
        required=False, choices=[(k, k) for k in KINDS], error_messages=saying(NO_SUCH_CHOICE)
    )
    service = forms.MultipleChoiceField(required=False, error_messages=saying(NO_SUCH_CHOICE))
    label = forms.BooleanField(required=False, widget=Flag)
    open = forms.CharField(
        required=False, max_length=30, widget=LastFilled, error_messages=saying(NO_MOMENT)
    )
    until = forms.CharField(required=False, max_length=10, error_messages=saying(NO_MOMENT))
    part = forms.ChoiceField(
        required=False, choices=PartOfDay.choices, error_messages=saying(NO_SUCH_CHOICE)
    )
    access = forms.MultipleChoiceField(
        required=False,
        choices=AccessFeature.Feature.choices,
        error_messages=saying(NO_SUCH_CHOICE),
    )
    language = forms.ChoiceField(
        required=False,
        choices=list(SPOKEN_LANGUAGES.items()),
        error_messages=saying(NO_SUCH_CHOICE),
    )
    free = forms.BooleanField(required=False, widget=Flag)
    walk_in = forms.BooleanField(required=False, widget=Flag)
    radius = forms.IntegerField(
        required=False, min_value=1, max_value=50_000, error_messages=saying(NO_NUMBER)
    )
    to_check = forms.BooleanField(required=False, widget=Flag)

    def __init__(self, data: Any, directory: Directory) -> None:
        super().__init__(data, directory)
        self._offer("need", directory.needs)
        self._offer("topic", directory.topics)
        self._offer("service", directory.services)

    def clean(self) -> dict[str, Any]:
        """Leave out the end of what is no span: a day ends on a day, a moment at a time."""
        data = super().clean()
        opens, ends = data.get("open"), data.get("until")
        is_day = isinstance(opens, date) and not isinstance(opens, datetime)
        if not isinstance(ends, date if is_day else time) or not isinstance(opens, date):
            data["until"] = None
        return data

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
            raise ValidationError(NO_SUCH_MAP) from error
        if not (box.west < box.east and box.south < box.north):  # NaN fails here too
            raise ValidationError(NO_SUCH_MAP)
        return box

    def clean_open(self) -> datetime | date | str | None:
        """Return “now”, the day, or the aware moment that the visitor means, in Brussels.

        Behind a slash, as in an interval of ISO 8601, stands what `until` is.
        """
        text, _slash, self._until = self.cleaned_data["open"].partition("/")
        if not text or text == NOW:
            return text or None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as error:
            raise ValidationError(NO_MOMENT) from error
        if not EARLIEST <= moment.year <= LATEST:
            raise ValidationError(FAR_AWAY)
        if len(text) == _LENGTH_OF_DAY:
            return moment.date()
        return moment.astimezone(TIMEZONE) if moment.tzinfo else _in_brussels(moment)

    def clean_until(self) -> time | date | None:
        """Return the last day, or the time at which the span ends; None where there is none."""
        text = self._until or self.cleaned_data["until"]
        try:
            if len(text) == _LENGTH_OF_DAY:
                return date.fromisoformat(text)
            return time.fromisoformat(text) if text else None
        except ValueError as error:
            raise ValidationError(NO_MOMENT) from error


def _in_brussels(moment: datetime) -> datetime:
    """Return the aware moment; refuse one that the spring change of the clocks leaps over."""
    aware = moment.replace(tzinfo=TIMEZONE)
    there_and_back = aware.astimezone(UTC).astimezone(TIMEZONE)
    if there_and_back.replace(tzinfo=None) != moment:
        raise ValidationError(_("This time does not exist: the clocks go forward that night."))
    return aware
