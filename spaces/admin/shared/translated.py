"""Texts in all the languages of the site: their inputs, and which of them are written."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field, Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from config.languages import LANGUAGES
from spaces.admin.shared.base import M
from spaces.admin.shared.history import HistoryAdmin


def fieldsets(model: type[Model], *fields: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    """Return the fields' inputs, a fieldset for each language that the model has columns for."""
    return tuple(
        (language.name, {"fields": [f"{field}_{language.code}" for field in fields]})
        for language in LANGUAGES.values()
        if hasattr(model, f"{fields[0]}_{language.code}")
    )


class TranslatedAdmin(HistoryAdmin[M], TranslationAdmin[M]):
    """A model whose text is written in every language of the site."""

    translated_field: str

    @admin.display(description=_("written in"))
    def written_in(self, obj: Model) -> str:
        """Return the codes of the languages that have the text."""
        codes = [code for code in LANGUAGES if getattr(obj, f"{self.translated_field}_{code}", "")]
        return ", ".join(code.upper() for code in codes)

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return the input, which says its language and runs as its letters do."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        language = LANGUAGES.get(db_field.name.rpartition("_")[2])
        if field and language:
            field.widget.attrs |= {"lang": language.code, "dir": language.direction}
        return field
