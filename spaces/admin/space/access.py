"""A space's access features: a row for each, whether an answer is known or not."""

from typing import Any

from django import forms
from django.db.models import Case, Field, QuerySet, Value, When
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationTabularInline

from spaces.admin.shared.base import in_its_language
from spaces.admin.shared.fields import FixedChoice
from spaces.admin.shared.meanwhile_parts import MeanwhileFormSet
from spaces.models import AccessFeature, Space

_FEATURES = AccessFeature.Feature.values
_IN_ORDER = Case(
    *(When(feature=feature, then=Value(place)) for place, feature in enumerate(_FEATURES))
)


class AnswersFormSet(MeanwhileFormSet):
    """The answers: one a feature."""

    same = "feature"


class AccessFeatureInline(TranslationTabularInline[AccessFeature, Space]):
    """One row a feature; a row that nobody touches is not stored, and means not known."""

    model = AccessFeature
    formset = AnswersFormSet
    verbose_name_plural = _("Access")
    below = _("Access and languages")
    fields = ("feature", "value", "note")
    max_num = len(_FEATURES)
    can_delete = False
    classes = ("fixed-rows",)

    def get_extra(self, request: HttpRequest, obj: Space | None = None, **kwargs: Any) -> int:
        """Return how many features have no stored row."""
        return len(missing(obj))

    def get_queryset(self, request: HttpRequest) -> QuerySet[AccessFeature]:
        """Return the rows in the order of the list of features."""
        return super().get_queryset(request).order_by(_IN_ORDER)

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return the input, named for those who don't see the table's head."""
        if db_field.name == "feature":
            kwargs["widget"] = FixedChoice
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name != "feature":
            field.widget.attrs["aria-label"] = capfirst(db_field.verbose_name)
        return in_its_language(db_field, field)


def missing(space: Space | None) -> list[str]:
    """Return the features of which the space has no row, in the order of their list."""
    stored = set()
    if space and space.pk:
        stored = set(space.access_features.values_list("feature", flat=True))
    return [feature for feature in _FEATURES if feature not in stored]
