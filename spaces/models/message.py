"""What the two kinds of message from the public have in common: the staff's queue."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST_TEXT = 500  # characters


class MessageStatus(models.TextChoices):
    NEW = "new", _("new")
    DONE = "done", _("done")
    REFUSED = "refused", _("refused")


class Message(models.Model):
    """Words from a public form, and what became of them: nothing of whoever sent it is kept.

    Messages are on no public page, so writing one leaves the data version alone.
    """

    Status = MessageStatus

    language = models.CharField(_("language of the page"), max_length=10)
    status = models.CharField(
        _("status"), max_length=10, choices=MessageStatus, default=MessageStatus.NEW
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("What was done, or why nothing was.")
    )
    created_at = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["status", "-created_at"], name="%(class)s_queue")]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_status_known", condition=Q(status__in=MessageStatus.values)
            )
        ]
