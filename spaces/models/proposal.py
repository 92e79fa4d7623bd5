"""What a space's manager says has changed; staff apply it or refuse it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spaces.models.message import LONGEST_TEXT, Message


class Proposal(Message):
    """Changes to a space, as its manager sent them through the link in their mail."""

    space = models.ForeignKey(
        "spaces.Space", verbose_name=_("space"), on_delete=models.CASCADE, related_name="proposals"
    )
    hours_in_words = models.CharField(_("hours, in their words"), max_length=300, blank=True)
    opening_hours = models.CharField(
        _("hours to apply"),
        max_length=500,
        blank=True,
        help_text=_("Write their hours as in the form of the space. Empty: the hours stay."),
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    closed_from = models.DateField(_("first day closed"), null=True, blank=True)
    closed_until = models.DateField(_("last day closed"), null=True, blank=True)
    text = models.CharField(_("in their words"), max_length=LONGEST_TEXT, blank=True)

    class Meta(Message.Meta):
        verbose_name = _("manager’s proposal")
        verbose_name_plural = _("managers’ proposals")
        constraints = [
            *Message.Meta.constraints,
            models.CheckConstraint(
                name="proposal_closure_in_order",
                condition=Q(closed_from=None, closed_until=None)
                | Q(closed_from__isnull=False, closed_until__gte=F("closed_from")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.space)

    def clean(self) -> None:
        """Refuse a closure without a first or last day, or that ends before it begins."""
        if bool(self.closed_from) != bool(self.closed_until):
            raise ValidationError(_("Give the first and the last day closed."))
        if self.closed_from and self.closed_until and self.closed_until < self.closed_from:
            raise ValidationError(_("The last day comes before the first day."))
