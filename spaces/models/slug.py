"""Every address that a space ever had: never reused, old ones redirect."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager

if TYPE_CHECKING:
    from spaces.models.space import Space


class SpaceSlug(DirectoryModel):
    """An old or present slug of a space."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    space = models.ForeignKey(
        "spaces.Space", verbose_name=_("space"), on_delete=models.CASCADE, related_name="slugs"
    )
    since = models.DateTimeField(_("since"), auto_now_add=True)

    objects = VersionedManager()

    class Meta:
        verbose_name = _("address of a space")
        verbose_name_plural = _("addresses of spaces")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug

    @property
    def leads_to(self) -> "Space":
        """Return the space that stands at this address today: its own, or the one in its place."""
        return self.space.replaced_by or self.space
