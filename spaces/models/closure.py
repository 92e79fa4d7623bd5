"""Days on which a space is closed although its hours say otherwise."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager


class Closure(DirectoryModel):
    """Whole civil days in Brussels, the first and the last included."""

    space = models.ForeignKey(
        "spaces.Space", verbose_name=_("space"), on_delete=models.CASCADE, related_name="closures"
    )
    first_day = models.DateField(_("first day closed"))
    last_day = models.DateField(
        _("last day closed"), blank=True, help_text=_("Leave it empty for a single day.")
    )
    reason = models.CharField(
        _("reason"), max_length=120, blank=True, help_text=_("A few words: “summer break”.")
    )

    objects = VersionedManager()

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["first_day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day")), name="closure_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_day:%d/%m/%Y} – {self.last_day:%d/%m/%Y}"

    def clean(self) -> None:
        """Take one day where no last one is given; refuse a closure that ends before it begins."""
        self.last_day = self.last_day or self.first_day
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day comes before the first day.")})
