"""What every page says at its top for a while: “the help line is closed today”."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager


class Announcement(DirectoryModel):
    """A few words on every page, from one moment to another."""

    class Kind(models.TextChoices):
        """How much it matters."""

        INFORMATION = "information", _("Good to know")
        WARNING = "warning", _("Attention")

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind,
        default=Kind.INFORMATION,
        help_text=_("“Attention” is for what goes wrong: it stands out more."),
    )
    text = models.TextField(
        _("text"),
        max_length=400,
        help_text=_("One or two short sentences. A link: [words](https://…)."),
    )
    text_ar = models.TextField(_("text [ar]"), max_length=400, blank=True)
    starts_at = models.DateTimeField(_("shown from"), help_text=_("The time in Brussels."))
    ends_at = models.DateTimeField(
        _("shown until"), help_text=_("It goes by itself at this moment.")
    )

    objects = VersionedManager()

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        ordering = ["-starts_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__lt=F("ends_at")), name="announcement_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Refuse an announcement that would never be shown."""
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end comes before the beginning.")})

    def is_shown(self, at: datetime) -> bool:
        """Tell whether pages show it at this moment."""
        return self.starts_at <= at < self.ends_at
