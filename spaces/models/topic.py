"""What people want help with by its name: itsme, taxes, e-mail."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.service import Need
from spaces.models.version import VersionedManager
from spaces.models.worded import Requested, Worded


class Topic(Worded, Requested, DirectoryModel):
    """A subject that people name when they look for help; the need behind it is searched for."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    need = models.ForeignKey(
        Need,
        verbose_name=_("need"),
        on_delete=models.PROTECT,
        related_name="topics",
        help_text=_("What somebody who names this topic wants to do."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = VersionedManager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.name
