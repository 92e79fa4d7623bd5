"""Spaces: the list, and the form in the order in which people think."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.db.models import Field, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.admin import TranslationAdmin

from config.languages import CONTENT_LANGUAGES, LANGUAGES
from spaces.admin.models.closure import ClosureInline
from spaces.admin.shared.exchange import ExchangeAdmin
from spaces.admin.shared.fields import PhotoInput, checkboxes
from spaces.admin.shared.filters import (
    CheckedFilter,
    HoursFilter,
    MissingFilter,
    QualityFilter,
    SampleFilter,
)
from spaces.admin.shared.own import OwnSpacesAdmin, may_see_all
from spaces.admin.space import actions
from spaces.admin.space.access import AccessFeatureInline, missing
from spaces.admin.space.address import AddressPointAdmin
from spaces.admin.space.duplicates import DuplicatesAdmin
from spaces.admin.space.hours import HoursAdmin
from spaces.admin.space.label import LabelAdmin, SpaceForm
from spaces.admin.space.preview import PreviewAdmin
from spaces.admin.space.quality import QualityAdmin
from spaces.admin.space.told import ToldAdmin
from spaces.exchange.spaces import SpaceResource
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature, Closure, Space, SpaceSlug
from spaces.models.label import DECIDED, LABEL

_TEXTS = ("description", "what_to_expect", "cost_note", "conditions_note", "appointment_note")
_LANGUAGES = {code: LANGUAGES[code].name for code in CONTENT_LANGUAGES}
# What a space's own manager reads here, and the Region writes.
_OF_THE_REGION = (
    *("status", "slug", "operator", "provenance", "sample_fields"),
    *("source", "source_note", "checked_on", "checked_by", "managers"),
)
_CHOICES = {
    "spoken_languages": SPOKEN_LANGUAGES.items(),
    "sample_fields": Space.SampleCell.choices,
}


def _texts(language: str) -> dict[str, Any]:
    return {"fields": [f"{text}_{language}" for text in _TEXTS]}


def _written(name: str, language: str, space: Space | None) -> str:
    """Return the title of a language's texts: its name, and how many of them are there."""
    count = sum(bool(getattr(space, field, "")) for field in _texts(language)["fields"])
    words = {"language": name, "count": count, "all": len(_TEXTS)}
    return _("%(language)s: %(count)d of %(all)d texts") % words


@admin.register(Space)
class SpaceAdmin(
    PreviewAdmin,
    ToldAdmin,
    QualityAdmin,
    LabelAdmin,
    DuplicatesAdmin,
    OwnSpacesAdmin[Space],
    ExchangeAdmin[Space],
    AddressPointAdmin,
    HoursAdmin[Space],
    TranslationAdmin[Space],
):
    """The listings."""

    form = SpaceForm
    managers = "managers"
    resource_classes = [SpaceResource]
    parts = (Closure, AccessFeature)
    list_display = (
        "list_name",
        "municipality",
        "status",
        "label_status",
        "provenance",
        "score",
        "hours_now",
        "checked_on",
        "page",
    )
    list_filter = (
        "status",
        "label_status",
        "provenance",
        CheckedFilter,
        HoursFilter,
        SampleFilter,
        QualityFilter,
        MissingFilter,
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
        actions.delete_selected,
    )
    readonly_fields = (
        *("point_map", "hours_preview", "courses_here", "charter_table"),
        *("code", "replaced_by", "created_at", "updated_at"),
    )
    inlines = (ClosureInline, AccessFeatureInline)
    save_on_top = True
    fieldsets: ClassVar[Any] = (
        (
            gettext_lazy("What and where"),
            {
                "fields": (
                    ("name_fr", "name_nl", "name_en"),
                    "status",
                    "operator",
                    ("street_fr", "street_nl", "street_en"),
                    ("house_number", "postal_code", "municipality"),
                    ("latitude", "longitude", "point_quality"),
                    "point_map",
                    ("phone", "email", "website"),
                    "slug",
                )
            },
        ),
        (
            gettext_lazy("Photo of the door"),
            {"fields": ("photo", ("photo_alt_fr", "photo_alt_nl", "photo_alt_en"))},
        ),
        (ClosureInline.below, {"fields": ("opening_hours", "hours_preview")}),
        (gettext_lazy("Services"), {"fields": ("services", "computers", "courses_here")}),
        (AccessFeatureInline.below, {"fields": ("spoken_languages",)}),
        (
            gettext_lazy("Cost, conditions, appointment"),
            {"fields": (("cost", "conditions", "appointment"),)},
        ),
        (
            gettext_lazy("Label"),
            {"fields": (DECIDED, "label_evidence", "label_reason", "charter_table")},
        ),
        *((name, _texts(code)) for code, name in _LANGUAGES.items()),
        (
            gettext_lazy("Internal"),
            {
                "fields": (
                    "provenance",
                    "sample_fields",
                    "source",
                    "source_note",
                    ("checked_on", "checked_by"),
                    "managers",
                    ("code", "replaced_by", "created_at", "updated_at"),
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Space]:
        """Fetch the closures too: the hours of a row need them."""
        return super().get_queryset(request).prefetch_related("closures")

    @admin.display(description=gettext_lazy("name"), ordering="search_key")
    def list_name(self, obj: Space) -> str:
        """Return the name, sorted without regard to accents."""
        return obj.name

    @admin.display(description=gettext_lazy("hours now"))
    def hours_now(self, obj: Space) -> str:
        """Return whether the space is open now."""
        if obj.hours is None:
            return _("not known")
        sentence = obj.hours.state(timezone.now()).sentence
        if obj.has_sample_hours:
            return _("Example: %(sentence)s") % {"sentence": sentence}
        return sentence

    @admin.display(description=gettext_lazy("page"))
    def page(self, obj: Space) -> str:
        """Return a link to the page on the site, where there is one."""
        address = self.view_on_site(obj)
        if address is None:
            return "–"
        words = {"name": obj.name}
        label = _("See %(name)s on the site") % words
        return format_html('<a href="{}" aria-label="{}">{}</a>', address, label, _("See"))

    @admin.display(description=gettext_lazy("courses"))
    def courses_here(self, obj: Space) -> str:
        """Return links to the space's courses, and to a new one."""
        if obj._state.adding:  # noqa: SLF001
            return "–"
        courses, new = reverse("admin:spaces_course_changelist"), reverse("admin:spaces_course_add")
        return format_html(
            '<a href="{}?space__id__exact={}">{}</a> · <a href="{}?space={}">{}</a>',
            *(courses, obj.pk, _("See its courses"), new, obj.pk, _("Add a course")),
        )

    def view_on_site(self, obj: Space) -> str | None:
        """Return the address of the page, None where the public sees none."""
        hidden = obj.is_sample and settings.SAMPLE_DATA == "hide"
        if obj.status == Space.Status.DRAFT or hidden:
            return None
        return obj.get_absolute_url()

    def get_readonly_fields(self, request: HttpRequest, obj: Space | None = None) -> list[str]:
        """Return what this person reads only: the label, and for a manager what the Region says."""
        fixed = [*super().get_readonly_fields(request, obj)]
        if not request.user.has_perm("spaces.change_label"):
            fixed += LABEL
        if not may_see_all(request):
            fixed += _OF_THE_REGION
        return fixed

    def get_fieldsets(self, request: HttpRequest, obj: Space | None = None) -> Any:
        """Return the parts of the form; those of a language say how much is written.

        Who may not change the label is asked for no reason.
        """
        titles = {name: _written(name, code, obj) for code, name in _LANGUAGES.items()}
        parts = [
            (titles.get(str(name), name), options)
            for name, options in super().get_fieldsets(request, obj)
        ]
        if request.user.has_perm("spaces.change_label") and self._may_write(request, obj):
            return parts
        return [
            (name, options | {"fields": [f for f in options["fields"] if f != "label_reason"]})
            for name, options in parts
        ]

    def has_curate_permission(self, request: HttpRequest) -> bool:
        """Allow publishing and checking to those who answer for every space."""
        return may_see_all(request) and self.has_change_permission(request)

    def has_close_permission(self, request: HttpRequest) -> bool:
        """Allow closing some days to who may add closures."""
        return request.user.has_perm("spaces.add_closure")

    def _may_write(self, request: HttpRequest, obj: Space | None) -> bool:
        if obj is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, obj)

    def get_form(
        self, request: HttpRequest, obj: Space | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form, with a word on what the status does."""
        kwargs["help_texts"] = {"status": actions.NOT_DELETED}
        return super().get_form(request, obj, change=change, **kwargs)

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return checkboxes for a list of known values, our input for the photo, else Django's."""
        if db_field.name in _CHOICES:
            return checkboxes(db_field, _CHOICES[db_field.name])
        if db_field.name == "photo":
            kwargs["widget"] = PhotoInput
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Space, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """Prepare a row for each access feature that has none."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, AccessFeatureInline):
            kwargs["initial"] = [{"feature": feature} for feature in missing(obj)]
        return kwargs

    def save_model(
        self, request: HttpRequest, obj: Space, form: "forms.ModelForm[Space]", change: bool
    ) -> None:
        """Save; what was replaced by the real thing is no longer said to be invented."""
        invented = form.initial.get("sample_fields", obj.sample_fields) or []
        obj.mark_real(set(form.changed_data), invented)
        if form.cleaned_data.get("label_reason"):
            obj._change_reason = form.cleaned_data["label_reason"]  # type: ignore[attr-defined]  # noqa: SLF001
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Allow it for what was never public: a printed code must not die."""
        if obj is not None and obj.was_public:
            return False
        return super().has_delete_permission(request, obj)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Ask before a draft is deleted; of anything else say why it is not."""
        space = self.get_object(request, object_id)
        is_seen = space and self.has_view_permission(request, space)
        if space and is_seen and space.was_public:
            self.message_user(request, actions.NOT_DELETED, messages.ERROR)
            return HttpResponseRedirect(reverse("admin:spaces_space_change", args=[space.pk]))
        return super().delete_view(request, object_id, extra_context)

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Let a draft's addresses go with it, although nobody may delete addresses alone."""
        objects, counts, needed, protected = super().get_deleted_objects(objs, request)
        needed.discard(SpaceSlug._meta.verbose_name)  # noqa: SLF001
        return objects, counts, needed, protected
