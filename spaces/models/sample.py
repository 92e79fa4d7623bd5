"""What of a listing is invented, to show what a full one looks like."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models import choices


class WithSamples(models.Model):
    """Something that may be invented, whole or in parts."""

    Provenance = choices.Provenance
    SampleCell = choices.SampleCell

    provenance = models.CharField(
        _("where the listing comes from"),
        max_length=10,
        choices=choices.Provenance,
        default=choices.Provenance.VERIFIED,
    )
    sample_fields = models.JSONField(
        _("invented parts"),
        default=list,
        blank=True,
        help_text=_("Changing one of them to the real thing takes it off this list."),
    )

    class Meta:
        abstract = True

    @property
    def is_sample(self) -> bool:
        """Tell whether the whole listing is invented."""
        return self.provenance == self.Provenance.SAMPLE

    @property
    def has_sample_hours(self) -> bool:
        """Tell whether the opening hours are invented."""
        return self.is_sample or self.SampleCell.OPENING_HOURS in self.sample_fields

    @property
    def has_sample_location(self) -> bool:
        """Tell whether the point on the map is invented."""
        return self.is_sample or self.SampleCell.LOCATION in self.sample_fields
