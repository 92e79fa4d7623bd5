"""The gazetteer's rows: where people say they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.geo.points import Point
from spaces.models.base import DirectoryModel, inside_region
from spaces.models.municipality import Municipality
from spaces.models.version import VersionedManager


class Place(DirectoryModel):
    """A named point: a postal code, a neighbourhood, a square, a street, a station, a stop."""

    class Kind(models.TextChoices):
        POSTAL_CODE = "postal_code", _("postal code")
        NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
        SQUARE = "square", _("square")
        STREET = "street", _("street")
        TRAIN_STATION = "train_station", _("train station")
        METRO_STATION = "metro_station", _("metro station")
        PREMETRO = "premetro", _("premetro station")
        TRAM_STOP = "tram_stop", _("tram stop")
        STOP = "stop", _("stop")

    # Those where a STIB-MIVB line calls.
    STOPS = (Kind.METRO_STATION, Kind.PREMETRO, Kind.TRAM_STOP, Kind.STOP)

    # Their signs; other stops have that of any stop.
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    name_fr = models.CharField(_("name in French"), max_length=150)
    name_nl = models.CharField(_("name in Dutch"), max_length=150)
    aliases = models.JSONField(
        _("everyday names"),
        default=list,
        blank=True,
        help_text=_("Other names that people type, such as “gare centrale”."),
    )
    postal_code = models.CharField(_("postal code"), max_length=4, blank=True)
    house_number = models.CharField(
        _("house number"),
        max_length=10,
        blank=True,
        help_text=_("The number in the street at which the point lies."),
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="places",
        null=True,
        blank=True,
    )
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))
    lines = models.JSONField(
        _("lines"), default=list, blank=True, help_text=_("The lines that call here.")
    )
    source = models.CharField(_("source"), max_length=200, blank=True)

    objects = VersionedManager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name_fr", "kind", "id"]
        indexes = [models.Index(fields=["kind"], name="place_kind")]
        constraints = [
            models.CheckConstraint(condition=inside_region(), name="place_inside_region"),
        ]

    def __str__(self) -> str:
        return self.name_fr if self.name_fr == self.name_nl else f"{self.name_fr} / {self.name_nl}"

    @property
    def point(self) -> Point:
        """Return where the place is."""
        return Point(self.latitude, self.longitude)
