"""A place that the directory does not have, as a visitor knows it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models.message import LONGEST_TEXT, Message


class MissingSpace(Message):
    """A place that the directory does not have."""

    name = models.CharField(_("name of the place"), max_length=150)
    where = models.CharField(_("where it is"), max_length=200)
    text = models.CharField(
        _("what there is, how they know it"), max_length=LONGEST_TEXT, blank=True
    )
    draft = models.ForeignKey(
        "spaces.Space",
        verbose_name=_("the space made of it"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )

    class Meta(Message.Meta):
        verbose_name = _("missing space")
        verbose_name_plural = _("missing spaces")

    def __str__(self) -> str:
        return self.name
