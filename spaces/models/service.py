"""What a space offers, and what a person wants."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager
from spaces.models.worded import Worded


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


class Need(Worded, DirectoryModel):
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
        help_text=_("Any one of these meets the need."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = VersionedManager()

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.phrase
