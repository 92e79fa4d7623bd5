"""How a space can be entered and used."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager


class AccessFeature(DirectoryModel):
    """What is known of one access feature of a space; no row means not known."""

    class Feature(models.TextChoices):
        STEP_FREE = "step_free", _("Step-free entrance")
        TOILET = "accessible_toilet", _("Accessible toilet")
        LIFT = "lift", _("Lift")
        HEARING_LOOP = "hearing_loop", _("Hearing loop")
        SCREEN_READER = "screen_reader", _("Computer with a screen reader")
        CHILDREN = "children_welcome", _("Children welcome")

    class Value(models.TextChoices):
        YES = "yes", _("yes")
        PARTLY = "partly", _("partly")
        NO = "no", _("no")
        UNKNOWN = "unknown", _("not known")

    space = models.ForeignKey(
        "spaces.Space",
        verbose_name=_("space"),
        on_delete=models.CASCADE,
        related_name="access_features",
    )
    feature = models.CharField(_("feature"), max_length=20, choices=Feature)
    value = models.CharField(_("answer"), max_length=10, choices=Value, default=Value.UNKNOWN)
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("For example: “ring the bell at no. 3”.")
    )

    objects = VersionedManager()

    class Meta:
        verbose_name = _("access feature")
        verbose_name_plural = _("access features")
        ordering = ["space", "feature"]
        constraints = [
            models.UniqueConstraint(fields=["space", "feature"], name="access_feature_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_feature_display()}: {self.get_value_display()}"
