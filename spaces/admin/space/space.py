"""Spaces: the list, and the form with what stands above it."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from modeltranslation.admin import TranslationAdmin

from spaces.admin.models.closure import ClosureInline
from spaces.admin.shared import exchange, files, filters, point
from spaces.admin.shared.fields import PhotoInput, choice_of
from spaces.admin.shared.permanent import PermanentAdmin, delete_selected
from spaces.admin.shared.rights import may_see_all
from spaces.admin.space import actions, address, columns, layout, pending_messages
from spaces.admin.space.access import AccessFeatureInline, missing
from spaces.admin.space.hours import FIELD, hours_input, hours_preview
from spaces.admin.space.label import SpaceForm, charter_table
from spaces.curation import quality
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Space, SpaceSlug
from spaces.models.label import DECIDED, LABEL

# What a space's own manager reads here, and the Region writes.
_OF_THE_REGION = (
    *("status", "slug", "operator", "provenance", "sample_fields"),
    *("source", "source_note", "checked_on", "checked_by", "managers"),
)


@admin.register(Space)
class SpaceAdmin(PermanentAdmin[Space], TranslationAdmin[Space]):
    """The listings."""

    form = SpaceForm
    managers = "managers"
    permanent_if = "was_public"
    not_deleted = actions.NOT_DELETED
    changes_for_a_reason = DECIDED
    files = (files.HOURS, files.POINT, files.MESSAGES)
    change_list_template = exchange.LIST_TEMPLATE
    list_display = (
        columns.list_name,
        "municipality",
        "status",
        "label_status",
        "provenance",
        columns.score,
        columns.hours_now,
        "checked_on",
        columns.page,
    )
    list_filter = (
        "status",
        "label_status",
        "provenance",
        filters.CheckedFilter,
        filters.HoursFilter,
        filters.SampleFilter,
        filters.QualityFilter,
        filters.MissingFilter,
        "municipality",
        "services",
    )
    list_select_related = ("municipality",)
    search_fields = ("search_key__contains",)
    ordering = ("search_key", "id")
    actions = (
        actions.publish,
        actions.set_to_draft,
        actions.mark_as_checked,
        actions.close_for_some_days,
        delete_selected,
    )
    readonly_fields: ClassVar[Any] = (
        *(address.point_map, hours_preview, columns.courses_here, charter_table),
        *("code", "replaced_by", "created_at", "updated_at"),
    )
    inputs = point.INPUTS | {
        FIELD: hours_input,
        "spoken_languages": choice_of(SPOKEN_LANGUAGES.items()),
        "sample_fields": choice_of(Space.SampleCell.choices),
    }
    formfield_overrides = PermanentAdmin.formfield_overrides | {
        models.FileField: {"widget": PhotoInput},
    }
    inlines = (ClosureInline, AccessFeatureInline)
    save_on_top = True
    fieldsets: ClassVar[Any] = layout.FIELDSETS

    def get_queryset(self, request: HttpRequest) -> QuerySet[Space]:
        """Fetch the closures too, which the hours of a row need, and count the score."""
        spaces = super().get_queryset(request).prefetch_related("closures")
        return quality.scored(spaces, timezone.localdate())

    def view_on_site(self, obj: Space) -> str | None:
        """Return the address of the page, None where the public sees none."""
        return columns.address_on_site(obj)

    # --- who may do what ---------------------------------------------------------------------

    def has_curate_permission(self, request: HttpRequest) -> bool:
        """Allow publishing and checking to those who answer for every space."""
        return may_see_all(request) and self.has_change_permission(request)

    def has_close_permission(self, request: HttpRequest) -> bool:
        """Allow closing some days to who may add closures."""
        return request.user.has_perm("spaces.add_closure")

    def get_readonly_fields(self, request: HttpRequest, obj: Space | None = None) -> list[Any]:
        """Return what this person reads only: the label, and for a manager what the Region says."""
        fixed = [*super().get_readonly_fields(request, obj)]
        if not request.user.has_perm("spaces.change_label"):
            fixed += LABEL
        if not may_see_all(request):
            fixed += _OF_THE_REGION
        return fixed

    # --- the form ----------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Space | None = None) -> Any:
        """Return the parts of the form; who may not change the label is asked for no reason."""
        parts = layout.with_counts(super().get_fieldsets(request, obj), obj)
        writes = self.has_change_permission if obj else self.has_add_permission
        if request.user.has_perm("spaces.change_label") and writes(request):
            return parts
        return layout.without(parts, "label_reason")

    def get_form(
        self, request: HttpRequest, obj: Space | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form, with a word on what the status does."""
        kwargs["help_texts"] = {"status": actions.NOT_DELETED}
        return super().get_form(request, obj, change=change, **kwargs)

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Space, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """Prepare a row for each access feature that has none."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, AccessFeatureInline):
            kwargs["initial"] = [{"feature": feature} for feature in missing(obj)]
        return kwargs

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the form, below the messages that wait and how good the stored listing is."""
        space = kwargs.get("obj")
        context["pending_messages"] = pending_messages.about(request, space)
        if space is not None:
            context["quality"] = quality.of(space, timezone.localdate())
        return super().render_change_form(request, context, *args, **kwargs)

    # --- what saving and deleting does ---------------------------------------------------------

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer; then say where a point that was saved does not fit its address."""
        if request.method != "POST":
            return super().changeform_view(request, *args, **kwargs)
        before = address.last_record()
        response = super().changeform_view(request, *args, **kwargs)
        for words in address.doubts_since(before, request.user):
            self.message_user(request, words, messages.WARNING)
        return response

    def save_model(
        self, request: HttpRequest, obj: Space, form: "forms.ModelForm[Space]", change: bool
    ) -> None:
        """Save; what was replaced by the real thing is no longer said to be invented."""
        invented = form.initial.get("sample_fields", obj.sample_fields) or []
        obj.mark_real(set(form.changed_data), invented)
        if form.cleaned_data.get("label_reason"):
            obj._change_reason = form.cleaned_data["label_reason"]  # type: ignore[attr-defined]  # noqa: SLF001
        super().save_model(request, obj, form, change)

    def response_add(self, request: HttpRequest, obj: Space, *args: Any) -> HttpResponse:
        """Close the message that the new space was made of."""
        back = pending_messages.close_of_new(request, obj)
        return back or super().response_add(request, obj, *args)

    def response_change(self, request: HttpRequest, obj: Space) -> HttpResponse:
        """Close the messages that were ticked."""
        back = pending_messages.close_ticked(request, obj)
        return back or super().response_change(request, obj)

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Let a draft's addresses go with it, although nobody may delete addresses alone."""
        objects, counts, needed, protected = super().get_deleted_objects(objs, request)
        needed.discard(SpaceSlug._meta.verbose_name)  # noqa: SLF001
        return objects, counts, needed, protected
