"""Who runs a space."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager


class Operator(DirectoryModel):
    """An organisation that runs one or more spaces."""

    name = models.CharField(_("name"), max_length=200)
    website = models.URLField(_("website"), blank=True)

    objects = VersionedManager()

    class Meta:
        verbose_name = _("operator")
        verbose_name_plural = _("operators")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name
