"""The nineteen municipalities of the Region."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.geo.points import Point
from spaces.models.base import DirectoryModel, inside_region
from spaces.models.version import VersionedManager


class Municipality(DirectoryModel):
    """A municipality, known by its NIS code."""

    nis = models.CharField(_("NIS code"), max_length=5, unique=True)
    name = models.CharField(_("name"), max_length=100)
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))

    objects = VersionedManager()

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["nis"]
        constraints = [
            models.CheckConstraint(condition=inside_region(), name="municipality_inside_region")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def point(self) -> Point:
        """Return the point that stands for the municipality."""
        return Point(self.latitude, self.longitude)
