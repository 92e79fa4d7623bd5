"""When each editor was last told what waits at the desk. Internal: no public page reads it."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LastDigest(models.Model):
    """The day of somebody's last digest: there is one a day.

    Nothing here is public: it is written without signals, so the data version stays.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    sent_on = models.DateField(_("sent on"), null=True)

    class Meta:
        verbose_name = _("last digest")
        verbose_name_plural = _("last digests")

    def __str__(self) -> str:
        return f"{self.user}: {self.sent_on}"

    @classmethod
    def stamp(cls, user: Any, day: date) -> bool:
        """Note a digest of this day before it is sent; False where there was one."""
        LastDigest.objects.bulk_create([LastDigest(user=user)], ignore_conflicts=True)
        return bool(cls.objects.filter(user=user).exclude(sent_on=day).update(sent_on=day))

    @classmethod
    def take_back(cls, user: Any, day: date) -> None:
        """Undo the stamp of a digest that could not be sent: the next run tries again."""
        cls.objects.filter(user=user, sent_on=day).update(sent_on=None)
