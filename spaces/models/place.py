"""The gazetteer's rows: where people say they are."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spaces.geo.points import Point
from spaces.models.base import DirectoryModel, inside_region
from spaces.models.municipality import Municipality
from spaces.models.version import VersionedManager


class Place(DirectoryModel):
    """What people name when they say where they are: a postal code, a street, a stop, a hospital.

    A street that crosses a boundary is a row in each municipality. Of a new one it may be known
    that there is one of this name, and not yet where.
    """

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
        TOWN_HALL = "town_hall", _("town hall")
        HOSPITAL = "hospital", _("hospital")
        UNIVERSITY = "university", _("university")
        LIBRARY = "library", _("library")
        COMMUNITY_CENTRE = "community_centre", _("community centre")
        MUSEUM = "museum", _("museum")
        THEATRE = "theatre", _("theatre")
        CINEMA = "cinema", _("cinema")
        POST_OFFICE = "post_office", _("post office")
        COURT = "court", _("court")

    # Those where a STIB-MIVB line calls.
    STOPS = (Kind.METRO_STATION, Kind.PREMETRO, Kind.TRAM_STOP, Kind.STOP)

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
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    length = models.PositiveIntegerField(
        _("length in metres"),
        null=True,
        blank=True,
        help_text=_("Of a street: as far as it lies in this municipality."),
    )
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
            models.CheckConstraint(
                name="place_point_whole_and_inside_region",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | (Q(latitude__isnull=False, longitude__isnull=False) & inside_region()),
                violation_error_message=_(
                    "Give both latitude and longitude, inside the Brussels Region, or neither."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name_fr if self.name_fr == self.name_nl else f"{self.name_fr} / {self.name_nl}"

    @property
    def point(self) -> Point | None:
        """Return where the place is, None when that is not known."""
        if self.latitude is None or self.longitude is None:
            return None
        return Point(self.latitude, self.longitude)
