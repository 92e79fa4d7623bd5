"""What the desk's pages have in common."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Field, ForeignKey, Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from spaces.admin.shared import desk_page, exchange, files
from spaces.admin.shared.rights import may_see_all
from spaces.language.folding import fold
from spaces.models import DataVersion, Space

M = TypeVar("M", bound=Model)

LONGEST_SEARCH = 200  # characters; a database refuses a pattern without end


def search_words(text: str) -> list[str]:
    """Return the words to look for, without case and accents."""
    return fold(text[:LONGEST_SEARCH]).split()


class DeskAdmin(admin.ModelAdmin[M]):
    """A model's pages: searched without accents, whatever the address says.

    A manager sees what is of their own spaces: another space's row is not found, by its address
    neither, and no list offers it.
    """

    # Fields whose texts `search` reads in memory: for tables of a few thousand rows.
    folded_fields: tuple[str, ...] = ()
    # The way to those who manage a row; "" where rows belong to no space.
    managers = ""
    # What the pages load beside the desk's own style.
    files: tuple[forms.Media, ...] = ()
    # By a field's name, what makes its input, where that is not Django's.
    inputs: Mapping[str, Callable[["Field[Any, Any]"], forms.Field]] = {}
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
        models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple},
    }
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER  # each filter would count by a query of its own

    @property
    def media(self) -> forms.Media:
        """Return Django's scripts, the desk's style, and the files of this model's pages."""
        return sum(self.files, super().media + files.DESK)

    def get_urls(self) -> list[Any]:
        """Put the desk's own pages of the model before Django's."""
        return [*desk_page.routes_of(self), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[M]:
        """Return the rows that this person may see."""
        rows = super().get_queryset(request)
        if not self.managers or may_see_all(request):
            return rows
        return rows.filter(**{self.managers: request.user})

    def row_for(self, request: HttpRequest, key: str) -> M:
        """Return a row that this person may see; raise what answers them otherwise."""
        row = self.get_object(request, unquote(key))
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return row

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Allow it to who may add and change."""
        return self.has_add_permission(request) and self.has_change_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Allow it to who may look."""
        return self.has_view_permission(request)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """List the rows; a filter that no database could read is dropped, and that is said."""
        if any("\x00" in value for _name, values in request.GET.lists() for value in values):
            self.message_user(request, _("This list’s filter could not be read."), messages.ERROR)
            return HttpResponseRedirect(request.path)
        more = exchange.links(self, request) | (extra_context or {})
        return super().changelist_view(request, more)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the form, or save it."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with DataVersion.held():
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask before a row is deleted, or delete it."""
        if request.method != "POST":
            return super().delete_view(request, object_id, extra_context)
        with DataVersion.held():
            return super().delete_view(request, object_id, extra_context)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[M]) -> None:
        """Delete the chosen rows."""
        with DataVersion.held():
            super().delete_queryset(request, queryset)

    def get_search_fields(self, request: HttpRequest) -> list[str] | tuple[str, ...]:
        """Return the fields that are searched; where there are any, there is a search box."""
        return super().get_search_fields(request) or self.folded_fields

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[M], search_term: str
    ) -> tuple[QuerySet[M], bool]:
        """Return the rows that have all the words, whatever their case and accents."""
        words = search_words(search_term)
        if not words:
            return queryset, False
        if not self.folded_fields:
            return super().get_search_results(request, queryset, " ".join(words))
        found = [
            key
            for key, *texts in queryset.values_list("pk", *self.folded_fields)
            if _has_all(words, texts)
        ]
        return queryset.filter(pk__in=found), False

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return the field's input; one for a text in a language says which."""
        if make := self.inputs.get(db_field.name):
            return make(db_field)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(db_field, models.ManyToManyField):
            only_choose(field)
        return in_its_language(db_field, field)

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:  # type: ignore[type-arg]  # generic in the stubs only
        """Return the input; one for a space offers, and takes, only what may be seen."""
        if self.managers and db_field.related_model is Space and not may_see_all(request):
            kwargs["queryset"] = Space.objects.filter(managers=request.user)  # type: ignore[misc]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def in_its_language(db_field: "Field[Any, Any]", field: forms.Field | None) -> forms.Field | None:
    """Mark a translated text's input with its language, for spelling and reading aloud."""
    language = getattr(db_field, "language", None)
    if field and language:
        field.widget.attrs["lang"] = language
    return field


def _has_all(words: list[str], texts: list[Any]) -> bool:
    """Tell whether every word is in the texts, some of which are lists."""
    parts = [part for text in texts for part in (text if isinstance(text, list) else [text])]
    folded = fold(" ".join(str(part) for part in parts if part))
    return all(word in folded for word in words)


def only_choose(field: forms.Field) -> None:
    """Offer no pop-up beside checkboxes: it would not know where to put the new one."""
    widget: Any = field.widget
    widget.can_add_related = widget.can_change_related = False
    widget.can_delete_related = widget.can_view_related = False
