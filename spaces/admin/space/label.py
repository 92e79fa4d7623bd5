"""A space's label: it changes for a reason, which the history keeps; the charter beside it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.shared.meanwhile import MeanwhileForm
from spaces.curation import charter
from spaces.models import AccessFeature, Closure, Space
from spaces.models.label import DECIDED


class SpaceForm(MeanwhileForm):
    """A space's form."""

    parts = (Closure, AccessFeature)
    label_reason = forms.CharField(
        label=gettext_lazy("reason for the change of the label"),
        help_text=gettext_lazy("Needed only when you change the label or its year."),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def clean(self) -> dict[str, Any] | None:
        """Refuse a label that changes without a reason."""
        data = super().clean()
        if set(DECIDED) & set(self.changed_data) and not self.cleaned_data.get("label_reason"):
            self.add_error("label_reason", _("Say why the label changes."))
        return data


@admin.display(description=gettext_lazy("the listing and the charter"))
def charter_table(obj: Space) -> str:
    """Return the table of the charter's conditions and what the listing answers."""
    if obj._state.adding:  # noqa: SLF001
        return "–"
    conditions = charter.conditions(obj, timezone.localdate())
    return render_to_string("admin/spaces/space/_charter.html", {"conditions": conditions})
