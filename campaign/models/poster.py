"""A poster on a wall: its code is permanent, where the code leads is not."""

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campaign.models.campaign import Campaign
from campaign.models.character import Character
from config.languages import LANGUAGES
from spaces.geo.points import Point, distance, walking_minutes
from spaces.models import Place, Space
from spaces.models.base import inside_region
from spaces.models.given_code import CodedQuerySet, WithCode

NEAR = 30  # minutes on foot: nobody is told that what is farther is near

NO_SAMPLE = _("This place is an invented example: nobody may be sent there.")
NO_PLACE = _("Say where the poster hangs, by a stop or a point, or choose what it leads to.")
ONE_SPACE = _("Choose a space exactly where the poster leads to a given one.")
NO_HELP = _("This place does not help with what the character needs, as far as its listing says.")
TOO_FAR = _(
    "From where the poster hangs it is %(minutes)d minutes on foot. Choose one within %(near)d."
)
WRONG_ORDER = _("The poster cannot be taken down before it is hung.")


class Target(models.TextChoices):
    NEAREST = "nearest", _("the nearest space that helps with what the character needs")
    SPACE = "space", _("a given space")
    CHARACTER = "character", _("the character’s page")


class PosterQuerySet(CodedQuerySet):
    """Posters, asked as the desk and the printer ask for them."""

    def for_print(self) -> Self:
        """Fetch with each poster all that stands on it."""
        return self.select_related("character__campaign", "space__municipality", "stop")


def french_and_dutch() -> list[str]:
    """Return the languages of a bilingual poster."""
    return ["fr", "nl"]


class Poster(WithCode):
    """A poster, or a pile of the same one; once printed or hung it is never deleted."""

    Target = Target

    character = models.ForeignKey(
        Character, verbose_name=_("character"), on_delete=models.PROTECT, related_name="posters"
    )
    languages = models.JSONField(
        _("languages"), default=french_and_dutch, help_text=_("In which its message is printed.")
    )
    name = models.CharField(
        _("where it hangs"),
        max_length=100,
        help_text=_("As colleagues call it: “Simonis, platform 2”. The public does not see it."),
    )
    stop = models.ForeignKey(
        Place,
        verbose_name=_("stop"),
        on_delete=models.PROTECT,
        related_name="posters",
        null=True,
        blank=True,
        help_text=_("Or another place that the site knows."),
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    target = models.CharField(_("leads to"), max_length=10, choices=Target, default=Target.NEAREST)
    space = models.ForeignKey(
        Space,
        verbose_name=_("given space"),
        on_delete=models.PROTECT,
        related_name="posters",
        null=True,
        blank=True,
    )
    print_run = models.PositiveIntegerField(
        _("print run"), null=True, blank=True, help_text=_("Empty: not known.")
    )
    hung_on = models.DateField(_("hung on"), null=True, blank=True)
    taken_down_on = models.DateField(_("taken down on"), null=True, blank=True)
    was_printed = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = models.Manager.from_queryset(PosterQuerySet)()

    class Meta:
        verbose_name = _("poster")
        verbose_name_plural = _("posters")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="poster_point_whole_and_inside_region",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | (Q(latitude__isnull=False, longitude__isnull=False) & inside_region()),
                violation_error_message=_(
                    "Give both latitude and longitude, inside the Brussels Region, or neither."
                ),
            ),
            models.CheckConstraint(
                name="poster_target_known", condition=Q(target__in=Target.values)
            ),
            models.CheckConstraint(
                name="poster_given_space_if_it_leads_there",
                condition=Q(target=Target.SPACE, space__isnull=False)
                | (~Q(target=Target.SPACE) & Q(space__isnull=True)),
                violation_error_message=ONE_SPACE,
            ),
            models.CheckConstraint(
                name="poster_near_something",
                condition=~Q(target=Target.NEAREST)
                | Q(stop__isnull=False)
                | Q(latitude__isnull=False),
                violation_error_message=NO_PLACE,
            ),
            models.CheckConstraint(
                name="poster_dates_in_order",
                condition=Q(hung_on__isnull=True)
                | Q(taken_down_on__isnull=True)
                | Q(hung_on__lte=F("taken_down_on")),
                violation_error_message=WRONG_ORDER,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} · {self.name}"

    def clean(self) -> None:
        """Refuse what the database can't judge: an invented target, languages we don't print."""
        errors: dict[str, Any] = {}
        chosen = self.languages
        if not (isinstance(chosen, list) and chosen and set(chosen) <= set(LANGUAGES)):
            errors["languages"] = _("Choose from the list of languages.")
        if self.space:
            self._clean_space(self.space, errors)
        if errors:
            raise ValidationError(errors)

    def _clean_space(self, space: Space, errors: dict[str, Any]) -> None:
        """Refuse a given space that is not near, or does not help; what stands so, may stay."""
        point, door = self.point, space.real_point
        minutes = walking_minutes(distance(point, door)) if point and door else 0
        offered = {service.code for service in space.services.all()}
        met = {need.code: need.met_with(offered) or "" for need in self.character.needs.all()}
        if space.is_sample:
            errors["space"] = NO_SAMPLE
        elif self._leads_as_stored():
            return
        elif not self.character.is_helped_where(met):
            errors["space"] = NO_HELP
        elif minutes > NEAR:
            errors["space"] = TOO_FAR % {"minutes": minutes, "near": NEAR}

    def _leads_as_stored(self) -> bool:
        """Tell whether nothing changes in where the poster hangs and leads to, and for whom."""
        names = ("pk", "character_id", "space_id", "stop_id", "latitude", "longitude")
        return Poster.objects.filter(**{name: getattr(self, name) for name in names}).exists()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; what was hung or printed once is kept for ever."""
        self.was_printed = self.was_printed or bool(self.print_run or self.hung_on)
        super().save(*args, **kwargs)

    @property
    def campaign(self) -> Campaign:
        """Return the campaign of its character."""
        return self.character.campaign

    @property
    def point(self) -> Point | None:
        """Return where it hangs: its own point, else its stop's, None where neither is known."""
        if self.latitude is not None and self.longitude is not None:
            return Point(self.latitude, self.longitude)
        return self.stop.point if self.stop else None

    @property
    def link(self) -> str:
        """Return the address that its QR code holds; it is read in any case."""
        return f"{settings.SITE_URL}/Q/{self.code}"
