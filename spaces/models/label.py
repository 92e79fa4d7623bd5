"""The Region's label, as a space has it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models import choices
from spaces.models.sample import WithSamples

DECIDED = ("label_status", "label_year")  # what changes for a reason only
LABEL = (*DECIDED, "label_evidence")


class WithLabel(WithSamples):
    """Something that the Region may recognise."""

    Label = choices.Label

    label_status = models.CharField(
        _("label"), max_length=10, choices=choices.Label, default=choices.Label.UNKNOWN
    )
    label_year = models.PositiveSmallIntegerField(
        _("year of the label"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2019), MaxValueValidator(2100)],
    )

    label_evidence = models.TextField(
        _("evidence of the label"),
        blank=True,
        help_text=_("Where it is written: a decision, a letter, a page of the Region. Internal."),
    )

    class Meta:
        abstract = True

    @property
    def is_labelled(self) -> bool:
        """Tell whether the Region recognises the space: never one that is invented."""
        return self.label_status == self.Label.LABELLED and not self.is_sample
