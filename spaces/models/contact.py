"""Who is asked whether a listing is still right. Internal: no public page reads this table."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.languages import DEFAULT, LANGUAGES

QUIET = timedelta(days=30)  # between two mails to the same person


class SpaceContactQuerySet(models.QuerySet["SpaceContact"]):
    """Contacts."""

    def due(self, checked_before: date, at: datetime) -> "SpaceContactQuerySet":
        """Keep those of public spaces that nobody checked since, and that got no mail of late."""
        stale = Q(space__checked_on=None) | Q(space__checked_on__lt=checked_before)
        quiet = Q(reminded_at=None) | Q(reminded_at__lt=at - QUIET)
        real = ~Q(space__provenance="sample")
        return self.filter(stale, quiet, real, space__status="published")


class SpaceContact(models.Model):
    """The e-mail address of a space's manager, and the link that they were sent last.

    Nothing here is public, so writing it leaves the data version alone.
    """

    space = models.OneToOneField(
        "spaces.Space", verbose_name=_("space"), on_delete=models.CASCADE, related_name="contact"
    )
    email = models.EmailField(_("e-mail of the manager"), help_text=_("Never shown to the public."))
    language = models.CharField(
        _("language of the manager"),
        max_length=10,
        default=DEFAULT,
        choices=[(language.code, language.name) for language in LANGUAGES.values()],
    )
    reminded_at = models.DateTimeField(_("last mail"), null=True, blank=True, editable=False)
    nonce = models.CharField(max_length=32, blank=True, editable=False)

    objects = SpaceContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("manager’s address")
        verbose_name_plural = _("managers’ addresses")
        ordering = ["space"]

    def __str__(self) -> str:
        return f"{self.space}: {self.email}"
