"""What every kind of message to the desk has in common: the staff's queue, and what was decided."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST_TEXT = 500  # characters
TEXT_RETENTION = timedelta(days=30)  # after a decision; then a wrong one cannot be taken back


class MessageStatus(models.TextChoices):
    NEW = "new", _("new")
    DONE = "done", _("done")
    REFUSED = "refused", _("refused")


class MessageQuerySet(models.QuerySet[Any]):
    """Messages of one kind."""

    def waiting(self) -> "MessageQuerySet":
        """Keep those that nobody decided on."""
        return self.filter(status=MessageStatus.NEW)

    def forget_words(self, at: datetime) -> int:
        """Blank what people wrote in messages decided on long ago; return of how many."""
        old = self.filter(decided_at__lt=at - TEXT_RETENTION).exclude(text="")
        return old.update(text="")


class Message(models.Model):
    """Words from a public form, and what became of them: nothing of whoever sent it is kept.

    Messages are on no public page, so writing one leaves the data version alone.
    """

    Status = MessageStatus

    language = models.CharField(_("language of the page"), max_length=10)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=MessageStatus,
        default=MessageStatus.NEW,
        editable=False,
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    note = models.TextField(
        _("note"), blank=True, help_text=_("What was done, or why nothing was.")
    )
    created_at = models.DateTimeField(_("received"), auto_now_add=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["status", "-created_at"], name="%(class)s_queue")]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_status_known", condition=Q(status__in=MessageStatus.values)
            ),
            models.CheckConstraint(
                name="%(class)s_decision_has_a_date",
                condition=Q(status=MessageStatus.NEW, decided_at=None)
                | ~Q(status=MessageStatus.NEW) & Q(decided_at__isnull=False),
            ),
        ]

    def decide(self, status: MessageStatus, by: Any, at: datetime) -> bool:
        """Note what became of it; False where somebody has decided on it already."""
        return self._move(Q(status=MessageStatus.NEW), status=status, decided_by=by, decided_at=at)

    def reopen(self, at: datetime) -> bool:
        """Let it wait again; False where its words are gone, or it waits anyway."""
        still = ~Q(status=MessageStatus.NEW) & Q(decided_at__gte=at - TEXT_RETENTION)
        return self._move(still, status=MessageStatus.NEW, decided_by=None, decided_at=None)

    def may_reopen(self, at: datetime) -> bool:
        """Tell whether a decision may still be taken back."""
        return self.decided_at is not None and self.decided_at >= at - TEXT_RETENTION

    def _move(self, condition: Q, **values: Any) -> bool:
        """Store the values where the row still fulfils the condition: of two taps, one counts."""
        rows = type(self)._default_manager.filter(condition, pk=self.pk)  # noqa: SLF001
        if not rows.update(**values):
            return False
        for name, value in values.items():
            setattr(self, name, value)
        return True
