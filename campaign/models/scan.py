"""How often posters are scanned: integers, and nothing of who scanned."""

from datetime import date

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from campaign.models.poster import Poster


class Scan(models.Model):
    """The scans of a poster on a day in Brussels that were answered in a language."""

    poster = models.ForeignKey(
        Poster, verbose_name=_("poster"), on_delete=models.PROTECT, related_name="scans"
    )
    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    count = models.PositiveIntegerField(_("scans"))

    class Meta:
        verbose_name = _("scans")
        verbose_name_plural = _("scans")
        ordering = ["-day", "poster", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["poster", "day", "language"], name="scan_of_poster_day_language"
            ),
        ]
        indexes = [models.Index(fields=["day"], name="scan_day")]

    def __str__(self) -> str:
        return f"{self.poster_id} {self.day} {self.language}: {self.count}"

    @classmethod
    def add(cls, poster: Poster, day: date, language: str) -> None:
        """Count one more scan. The data version stays: no cached page ends for it."""
        # Django's `update_conflicts` writes the new row's value, never the old one's plus one.
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO campaign_scan (poster_id, day, language, count) "
                "VALUES (%s, %s, %s, 1) ON CONFLICT (poster_id, day, language) "
                "DO UPDATE SET count = campaign_scan.count + 1",
                [
                    Poster._meta.pk.get_db_prep_value(poster.pk, connection),  # noqa: SLF001
                    connection.ops.adapt_datefield_value(day),
                    language,
                ],
            )
