"""When the site was last saved elsewhere: a backup leaves this trace."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class LastBackup(models.Model):
    """The latest backup: a single row, which no backup holds itself."""

    SINGLE = 1

    made_at = models.DateTimeField(_("made"))
    size = models.PositiveBigIntegerField(_("size"), help_text=_("In bytes."))

    class Meta:
        verbose_name = _("last backup")
        verbose_name_plural = _("last backups")

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M}"

    @classmethod
    def record(cls, made_at: datetime, size: int) -> None:
        """Write down that a backup was made."""
        values = {"made_at": made_at, "size": size}
        cls.objects.update_or_create(pk=cls.SINGLE, defaults=values)

    @classmethod
    def latest(cls) -> Self | None:
        """Return the last one, None where there never was any."""
        return cls.objects.filter(pk=cls.SINGLE).first()
