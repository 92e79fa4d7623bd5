"""Several spaces closed at once, for the same days: chosen, counted, then done, all or none."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from simple_history.utils import bulk_create_with_history

from config.languages import CONTENT_LANGUAGES
from spaces.admin.shared.desk_page import context_of
from spaces.models import Closure, DataVersion, Municipality, Operator, Space

_REASONS = tuple(f"reason_{language}" for language in CONTENT_LANGUAGES)


@dataclass(frozen=True)
class Plan:
    """The spaces that will close, and how many have this very closure already."""

    spaces: list[Space]
    already: int


class SeveralForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """Which spaces, which days, why."""

    municipality: Any = forms.ModelChoiceField(
        Municipality.objects.none(),
        label=capfirst(gettext_lazy("municipality")),
        empty_label=gettext_lazy("every municipality"),
        required=False,
    )
    operator: Any = forms.ModelChoiceField(
        Operator.objects.none(),
        label=capfirst(gettext_lazy("operator")),
        empty_label=gettext_lazy("every operator"),
        required=False,
    )
    # The codes of those that were ticked in the list: one input, however many they are.
    chosen = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ("chosen", "municipality", "operator")

    class Meta:
        """The closure's own fields and checks."""

        model = Closure
        fields = ("first_day", "last_day", *_REASONS)
        widgets = {
            name: forms.DateInput({"type": "date"}, "%Y-%m-%d")
            for name in ("first_day", "last_day")
        }

    def __init__(self, allowed: QuerySet[Space], *args: Any, **kwargs: Any) -> None:
        """Offer what this person's spaces have; ask no more of those that were ticked."""
        super().__init__(*args, **kwargs)
        self.allowed = allowed
        for field, model in (("municipality", Municipality), ("operator", Operator)):
            which: Any = self.fields[field]
            which.queryset = model._default_manager.filter(spaces__in=allowed).distinct()  # noqa: SLF001
            if self.codes:
                which.widget = forms.HiddenInput()
        for language, reason in zip(CONTENT_LANGUAGES, _REASONS, strict=True):
            self.fields[reason].widget.attrs["lang"] = language
        for reason in _REASONS[1:]:
            self.fields[reason].help_text = ""  # the first one says it

    @property
    def codes(self) -> list[str]:
        """Return the codes of the spaces that were chosen, none where all are meant."""
        return str(self["chosen"].value() or "").split(",") if self["chosen"].value() else []

    @cached_property
    def plan(self) -> Plan:
        """Return what a valid form means."""
        data = self.cleaned_data
        spaces = self.allowed.exclude(status=Space.Status.CLOSED)
        if self.codes:
            spaces = spaces.filter(code__in=self.codes)
        for field in ("municipality", "operator"):
            if data[field] and not self.codes:
                spaces = spaces.filter(**{field: data[field]})
        days = {day: getattr(self.instance, day) for day in ("first_day", "last_day")}
        same = set(Closure.objects.filter(**days).values_list("space_id", flat=True))
        found = list(spaces)
        new = [space for space in found if space.pk not in same]
        return Plan(new, len(found) - len(new))

    @DataVersion.held()
    def close(self, user: Any) -> int:
        """Close the spaces of the plan, and remember who did; return how many."""
        values = {name: getattr(self.instance, name) for name in self.Meta.fields}
        closures = [Closure(space=space, **values) for space in self.plan.spaces]
        bulk_create_with_history(closures, Closure, batch_size=500, default_user=user)
        LogEntry.objects.log_actions(user.pk, closures, ADDITION)
        return len(closures)


def several(request: HttpRequest, *, desk: Any) -> HttpResponse:
    """Show which spaces would close; close them once that number was seen and confirmed."""
    form = form_for(request, request.POST or None)
    seen = request.POST.get("seen")
    if form.is_valid() and form.plan.spaces and seen == str(len(form.plan.spaces)):
        done = form.close(request.user)
        words = ngettext("%(count)d space is closed.", "%(count)d spaces are closed.", done)
        desk.message_user(request, words % {"count": done}, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:spaces_closure_changelist"))
    return page(request, form)


def form_for(request: HttpRequest, *args: Any, **kwargs: Any) -> SeveralForm:
    """Return the form, for the spaces that this person may see."""
    spaces: Any = admin.site.get_model_admin(Space)
    return SeveralForm(spaces.get_queryset(request), *args, **kwargs)


def page(request: HttpRequest, form: SeveralForm) -> HttpResponse:
    """Return the page of a form, with what it means where it is filled in."""
    is_asked = form.is_bound and "change" not in request.POST
    plan = form.plan if is_asked and form.is_valid() else None
    desk: Any = admin.site.get_model_admin(Closure)
    context = context_of(request, desk, _("Close several spaces"), form=form, plan=plan)
    return TemplateResponse(request, "admin/spaces/closure/several.html", context)
