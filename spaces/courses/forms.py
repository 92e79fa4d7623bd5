"""The form of the list of courses: everything that its address can say."""

from typing import Any

from django import forms

from spaces.courses.query import LEVEL_CHOICES, CourseQuery, TimeOfDay, When
from spaces.directory.published import Directory
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.search.fields import NO_SUCH_CHOICE, Flag, saying
from spaces.search.forms import PlaceForm


class CourseForm(PlaceForm):
    """What a visitor asks for in the list of courses."""

    asks = CourseQuery

    topic = forms.ChoiceField(required=False, error_messages=saying(NO_SUCH_CHOICE))
    when = forms.ChoiceField(
        required=False, choices=When.choices, error_messages=saying(NO_SUCH_CHOICE)
    )
    time = forms.ChoiceField(
        required=False, choices=TimeOfDay.choices, error_messages=saying(NO_SUCH_CHOICE)
    )
    level = forms.ChoiceField(
        required=False, choices=LEVEL_CHOICES, error_messages=saying(NO_SUCH_CHOICE)
    )
    language = forms.ChoiceField(
        required=False,
        choices=list(SPOKEN_LANGUAGES.items()),
        error_messages=saying(NO_SUCH_CHOICE),
    )
    free = forms.BooleanField(required=False, widget=Flag)

    def __init__(self, data: Any, directory: Directory) -> None:
        super().__init__(data, directory)
        self._offer("topic", directory.topics)

    def query(self) -> CourseQuery:
        """Return what was understood."""
        return CourseQuery(**self.understood())
