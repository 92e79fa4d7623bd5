"""A character of a campaign: somebody for whom the digital world was too much, until that day."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaign.models.campaign import Campaign
from config.languages import ENDINGS
from spaces.models import Need, Strength
from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedManager


class Portrait(models.TextChoices):
    """The drawings of `static/campaign/`, one `<value>.svg` each."""

    SALIMA = "salima", _("young woman with long hair")
    MANU = "manu", _("man with a beard")
    CELESTINE = "celestine", _("older woman with glasses")
    SANDER = "sander", _("young man with headphones")


class Palette(models.TextChoices):
    """The tested colours, one class `palette--<value>` each; see `campaign.print.palettes`."""

    SUN = "sun", _("yellow")
    SEA = "sea", _("green")
    CORAL = "coral", _("coral")
    VIOLET = "violet", _("violet")


class Origin(models.TextChoices):
    """Who made the character up."""

    CAMPAIGN = "campaign", _("the campaign’s posters")
    PROJECT = "project", _("this site")


class Character(DirectoryModel):
    """A person of the posters; all are invented, and the page says by whom."""

    Portrait = Portrait
    Palette = Palette
    Origin = Origin

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), on_delete=models.PROTECT, related_name="characters"
    )
    slug = models.SlugField(
        _("slug"),
        max_length=40,
        help_text=_("The end of the address; printed links hold it, so it stays."),
        validators=[RegexValidator("^[a-z]", _("A slug begins with a small letter."))],
    )
    name = models.CharField(_("name"), max_length=40)
    portrait = models.CharField(_("portrait"), max_length=20, choices=Portrait)
    palette = models.CharField(_("colour"), max_length=10, choices=Palette)
    origin = models.CharField(
        _("origin"),
        max_length=10,
        choices=Origin,
        help_text=_("Who made the character up. The page says so."),
    )
    situation = models.CharField(
        _("situation"),
        max_length=160,
        help_text=_("Two or three very short sentences, without the name: “She is moving house.”"),
    )
    situation_ar = models.CharField(_("situation [ar]"), max_length=160, blank=True)
    before = models.TextField(_("before"), help_text=_("Short sentences: what was hard."))
    before_ar = models.TextField(_("before [ar]"), blank=True)
    that_day = models.TextField(_("that day"), help_text=_("Who helped, and how."))
    that_day_ar = models.TextField(_("that day [ar]"), blank=True)
    now = models.TextField(_("now"), help_text=_("What is different."))
    now_ar = models.TextField(_("now [ar]"), blank=True)
    learned = models.TextField(
        _("what they learned"), blank=True, help_text=_("One thing on a line.")
    )
    learned_ar = models.TextField(_("what they learned [ar]"), blank=True)
    needs = models.ManyToManyField(
        Need,
        verbose_name=_("needs"),
        related_name="characters",
        blank=True,
        help_text=_("The places that meet any of these are shown as places that help with this."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    objects = VersionedManager()

    class Meta:
        verbose_name = _("character")
        verbose_name_plural = _("characters")
        ordering = ["campaign", "order", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "slug"], name="character_slug_once"),
            models.CheckConstraint(
                condition=Q(portrait__in=Portrait.values), name="character_portrait_known"
            ),
            models.CheckConstraint(
                condition=Q(palette__in=Palette.values), name="character_palette_known"
            ),
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values), name="character_origin_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a slug that would hide the campaign's easy page."""
        if self.slug in ENDINGS:
            raise ValidationError({"slug": _("This word ends the addresses of easy pages.")})

    def get_absolute_url(self) -> str:
        """Return the address that stays when another campaign follows."""
        return reverse("character_of_year", args=[self.campaign.year, self.slug])

    @property
    def promise(self) -> Strength | None:
        """Return how well its needs are met at best: what the posters promise. None: no needs."""
        return Strength.best(need.met_at_best for need in self.needs.all())

    def is_helped_where(self, met: Mapping[str, str]) -> bool:
        """Tell whether a place that meets needs so well, by their codes, keeps that promise."""
        promise = self.promise
        return promise is None or any(met.get(need.code) == promise for need in self.needs.all())

    @property
    def portrait_file(self) -> str:
        """Return the drawing's path below `static/`."""
        return f"campaign/{self.portrait}.svg"

    @property
    def share_image(self) -> str:
        """Return the path, below `static/`, of the picture that other sites show beside a link."""
        return f"campaign/share-{self.portrait}.png"
