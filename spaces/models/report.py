"""Something that is wrong on a space's page, as a visitor saw it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spaces.models.message import LONGEST_TEXT, Message


class ReportKind(models.TextChoices):
    CLOSED = "closed", _("The place is closed")
    HOURS = "hours", _("The hours are wrong")
    PHONE = "phone", _("The phone number is wrong")
    ADDRESS = "address", _("The address is wrong")
    OTHER = "other", _("Something else")

    @property
    def pictogram(self) -> str:
        """Return the drawing beside the words."""
        drawings = {"closed": "close", "hours": "clock", "phone": "call", "address": "here"}
        return drawings.get(self.value, "help")


class Report(Message):
    """Something is wrong on a space's page."""

    Kind = ReportKind

    space = models.ForeignKey(
        "spaces.Space", verbose_name=_("space"), on_delete=models.CASCADE, related_name="reports"
    )
    kind = models.CharField(_("what is wrong"), max_length=10, choices=ReportKind)
    text = models.CharField(_("in their words"), max_length=LONGEST_TEXT, blank=True)

    class Meta(Message.Meta):
        verbose_name = _("report of an error")
        verbose_name_plural = _("reports of errors")
        constraints = [
            *Message.Meta.constraints,
            models.CheckConstraint(
                name="report_kind_known", condition=Q(kind__in=ReportKind.values)
            ),
            models.CheckConstraint(
                name="report_of_something_else_says_what",
                condition=~Q(kind="other") | ~Q(text="") | ~Q(status="new"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.space}"
