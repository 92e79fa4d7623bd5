"""What a space offers, and what a person wants."""

from collections.abc import Collection, Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager
from spaces.models.worded import Requested, Worded


class Pictogram(models.TextChoices):
    """The drawings of `static/spaces/pictograms.svg`; they always come with words."""

    COMPUTER = "computer", _("computer")
    INTERNET = "internet", _("internet")
    HELP = "help", _("speech bubble")
    LEARN = "learn", _("mortarboard")
    PRINT = "print", _("printer")
    SCAN = "scan", _("scanner")
    FORM = "form", _("form")
    PHONE = "phone", _("telephone")
    WORK = "work", _("briefcase")
    MAIL = "mail", _("envelope")


class Service(Worded, DirectoryModel):
    """Something that a space offers."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    description = models.CharField(
        _("description"), max_length=200, blank=True, help_text=_("One short sentence.")
    )
    pictogram = models.CharField(_("pictogram"), max_length=20, choices=Pictogram)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = VersionedManager()

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.name


class Strength(models.TextChoices):
    """How well a service meets a need, the best first."""

    HELPED = "helped", _("somebody helps with this")
    YOURSELF = "yourself", _("you can do it here yourself")
    ASK = "ask", _("ask")

    @classmethod
    def best(cls, given: Iterable[str]) -> "Strength | None":
        """Return the strongest of some, None of none."""
        found = set(given)
        return next((strength for strength in cls if strength in found), None)


class Need(Worded, Requested, DirectoryModel):
    """Something that a person wants to do, met by any of some services."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    phrase = models.CharField(
        _("phrase"), max_length=80, help_text=_("It follows “I want to…”: “print or scan”.")
    )
    pictogram = models.CharField(_("pictogram"), max_length=20, choices=Pictogram)
    services = models.ManyToManyField(
        Service,
        verbose_name=_("services"),
        related_name="needs",
        through="NeedService",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = VersionedManager()

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.phrase

    def met_with(self, services: Collection[str]) -> Strength | None:
        """Return how well a place that offers these services meets it, None where not at all."""
        rows = self.met_by.all()
        return Strength.best(row.strength for row in rows if row.service.code in services)

    @property
    def met_at_best(self) -> Strength:
        """Return how well it is met where it is met best."""
        return Strength.best(row.strength for row in self.met_by.all()) or Strength.ASK


class NeedService(DirectoryModel):
    """A service that meets a need, and how well: any one of them is enough."""

    need = models.ForeignKey(
        Need, verbose_name=_("need"), on_delete=models.CASCADE, related_name="met_by"
    )
    service = models.ForeignKey(
        Service, verbose_name=_("service"), on_delete=models.CASCADE, related_name="meets"
    )
    strength = models.CharField(
        _("how well"),
        max_length=10,
        choices=Strength,
        default=Strength.ASK,
        help_text=_("What may be said of a place that offers nothing else for this need."),
    )

    objects = VersionedManager()

    class Meta:
        verbose_name = _("service for a need")
        verbose_name_plural = _("services for needs")
        ordering = ["need", "service"]
        constraints = [
            models.UniqueConstraint(fields=["need", "service"], name="need_service_once"),
            models.CheckConstraint(
                condition=models.Q(strength__in=Strength.values), name="need_service_strength_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service}: {self.get_strength_display()}"
