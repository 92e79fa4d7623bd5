"""A poster campaign: its dates, its words, and the figures of its time."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spaces.models.base import DirectoryModel
from spaces.models.version import VersionedQuerySet


class CampaignQuerySet(VersionedQuerySet):
    """Campaigns, asked as people ask about them."""

    def started(self, on: date) -> Self:
        """Return those that the public may see on a day, the latest started first."""
        return self.filter(starts__lte=on).order_by("-starts")


class Campaign(DirectoryModel):
    """A campaign, known by its year; the present one is the latest started."""

    year = models.PositiveSmallIntegerField(
        _("year"),
        unique=True,
        validators=[MinValueValidator(2000), MaxValueValidator(2999)],
        help_text=_("It stands in the address once a later campaign has started."),
    )
    title = models.CharField(_("title"), max_length=120)
    title_ar = models.CharField(_("title [ar]"), max_length=120, blank=True)
    summary = models.CharField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two short sentences.")
    )
    summary_ar = models.CharField(_("summary [ar]"), max_length=300, blank=True)
    story = models.TextField(
        _("story"),
        blank=True,
        help_text=_("What the campaign was, and who ran it. An empty line begins a paragraph."),
    )
    story_ar = models.TextField(_("story [ar]"), blank=True)
    starts = models.DateField(
        _("first day"), help_text=_("The public sees the campaign from this day on.")
    )
    ends = models.DateField(_("last day"))
    dates_note = models.TextField(
        _("note on the dates"), blank=True, help_text=_("Where the posters hung, and when.")
    )
    dates_note_ar = models.TextField(_("note on the dates [ar]"), blank=True)
    plan = models.TextField(
        _("plan"), blank=True, help_text=_("The public plan that the campaign belongs to.")
    )
    plan_ar = models.TextField(_("plan [ar]"), blank=True)
    weak_skills = models.PositiveIntegerField(
        _("people with weak digital skills"), null=True, blank=True
    )
    no_skills = models.PositiveIntegerField(
        _("people with no digital skills"), null=True, blank=True
    )
    about_spaces = models.PositiveSmallIntegerField(
        _("spaces, about"), null=True, blank=True, help_text=_("How many there were then.")
    )
    labelled_spaces = models.PositiveSmallIntegerField(
        _("recognised spaces"), null=True, blank=True, help_text=_("How many there were then.")
    )
    figures_note = models.TextField(
        _("note on the figures"), blank=True, help_text=_("Who counted, when, and what is sure.")
    )
    figures_note_ar = models.TextField(_("note on the figures [ar]"), blank=True)
    sources = models.TextField(
        _("sources"), blank=True, help_text=_("Web addresses, one on a line.")
    )

    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    objects = models.Manager.from_queryset(CampaignQuerySet)()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(condition=Q(starts__lte=F("ends")), name="campaign_in_order"),
            models.CheckConstraint(condition=Q(year__range=(2000, 2999)), name="campaign_year"),
            models.UniqueConstraint(fields=["starts"], name="campaign_starts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.year})"

    def get_absolute_url(self) -> str:
        """Return the address that stays when another campaign follows."""
        return reverse("campaign_of_year", args=[self.year])

    def clean(self) -> None:
        """Refuse a campaign that ends before it begins."""
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("The last day comes before the first day.")})
