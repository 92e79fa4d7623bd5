"""The form of a space: its label changes for a reason, which the history keeps."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.meanwhile import MeanwhileForm

LABEL = ("label_status", "label_year")


class SpaceForm(MeanwhileForm):
    """A space's form."""

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
        if set(LABEL) & set(self.changed_data) and not self.cleaned_data.get("label_reason"):
            self.add_error("label_reason", _("Say why the label changes."))
        return data
