"""A Digital Public Space: the listing that everything else serves."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from config.languages import CONTENT_LANGUAGES
from spaces.geo import outlines
from spaces.geo.points import Point
from spaces.language import phones
from spaces.language.folding import fold
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import choices
from spaces.models.base import inside_region
from spaces.models.given_code import CodedQuerySet, WithCode, give_codes
from spaces.models.hours import WithHours
from spaces.models.label import WithLabel
from spaces.models.municipality import Municipality
from spaces.models.operator import Operator
from spaces.models.photo import WithPhoto
from spaces.models.service import Service
from spaces.models.slug import SpaceSlug
from spaces.models.version import DataVersion

_SLUG_OF_ANOTHER = _("Another space has, or had, this address.")


class SpaceQuerySet(CodedQuerySet):
    """Spaces, as the pages ask for them."""

    def published(self) -> "SpaceQuerySet":
        """Return the operating spaces: the only gate to the public."""
        return self._shown().filter(status=Space.Status.PUBLISHED)

    def closed(self) -> "SpaceQuerySet":
        """Return the spaces that closed for good; their page stays, to say so."""
        return self._shown().filter(status=Space.Status.CLOSED)

    def known_to_public(self) -> "SpaceQuerySet":
        """Return the spaces that are or once were on the site: their codes may be printed."""
        return self._shown().filter(Q(was_public=True) | ~Q(status=Space.Status.DRAFT))

    def with_details(self) -> "SpaceQuerySet":
        """Fetch, in a fixed number of queries, all that a space's page shows."""
        return self.select_related("municipality", "operator").prefetch_related(
            "services", "access_features", "closures"
        )

    def _shown(self) -> "SpaceQuerySet":
        if settings.SAMPLE_DATA == "hide":
            return self.exclude(provenance=Space.Provenance.SAMPLE)
        return self.all()


SpaceManager = models.Manager.from_queryset(SpaceQuerySet)


class Space(WithPhoto, WithHours, WithLabel, WithCode):
    """A room with computers, internet, help and training."""

    Status = choices.Status
    PointQuality = choices.PointQuality
    Cost = choices.Cost
    Conditions = choices.Conditions
    Appointment = choices.Appointment
    Checker = choices.Checker

    # Which form fields a sample cell stands for: changing one of them makes the cell real.
    SAMPLE_CELL_FIELDS = {
        choices.SampleCell.OPENING_HOURS: {"opening_hours"},
        choices.SampleCell.LOCATION: {"latitude", "longitude"},
    }

    slug = models.SlugField(
        _("web address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("The last part of the page's address. Left empty, it is made from the name."),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)

    name = models.CharField(_("name"), max_length=150)
    description = models.TextField(
        _("description"), blank=True, help_text=_("Two or three short sentences.")
    )
    what_to_expect = models.TextField(
        _("what happens when I come"),
        blank=True,
        help_text=_("Who welcomes people, what to say, how long it takes. Short sentences."),
    )
    operator = models.ForeignKey(
        Operator,
        verbose_name=_("operator"),
        on_delete=models.PROTECT,
        related_name="spaces",
        null=True,
        blank=True,
    )

    street = models.CharField(_("street"), max_length=150, blank=True)
    house_number = models.CharField(_("house number"), max_length=20, blank=True)
    postal_code = models.CharField(
        _("postal code"),
        max_length=4,
        blank=True,
        validators=[
            RegexValidator(r"^1[0-2]\d\d$", _("A postal code of the Region: 1000 to 1299."))
        ],
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="spaces",
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    point_quality = models.CharField(
        _("what the point shows"),
        max_length=12,
        choices=PointQuality,
        default=PointQuality.APPROXIMATE,
    )

    phone = models.CharField(
        _("phone"), max_length=20, blank=True, help_text=_("In international form: +32 2 …")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)

    services = models.ManyToManyField(
        Service, verbose_name=_("services"), related_name="spaces", blank=True
    )
    computers = models.PositiveSmallIntegerField(
        _("computers or tablets"), null=True, blank=True, help_text=_("Empty: not known.")
    )
    spoken_languages = models.JSONField(
        _("spoken languages"), default=list, blank=True, help_text=_("None ticked: not known.")
    )
    cost = models.CharField(_("cost"), max_length=10, choices=Cost, default=Cost.UNKNOWN)
    cost_note = models.CharField(_("note on the cost"), max_length=200, blank=True)
    conditions = models.CharField(
        _("who can come"), max_length=10, choices=Conditions, default=Conditions.UNKNOWN
    )
    conditions_note = models.CharField(_("what to bring, who can come"), max_length=200, blank=True)
    appointment = models.CharField(
        _("appointment"), max_length=10, choices=Appointment, default=Appointment.UNKNOWN
    )
    appointment_note = models.CharField(_("how to make an appointment"), max_length=200, blank=True)

    source = models.TextField(_("source"), blank=True)
    source_note = models.TextField(_("internal note on the source"), blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.CharField(_("checked by"), max_length=10, choices=Checker, blank=True)

    managers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("space managers"),
        related_name="+",
        blank=True,
        limit_choices_to={"groups__name": "Space managers"},
        help_text=_("Who of the space’s own staff may keep this listing true."),
    )

    replaced_by = models.ForeignKey(
        "self",
        verbose_name=_("replaced by"),
        on_delete=models.PROTECT,
        related_name="replaced",
        null=True,
        blank=True,
        editable=False,
    )
    was_public = models.BooleanField(default=False, editable=False)
    search_key = models.TextField(editable=False, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = SpaceManager()

    class Meta:
        verbose_name = _("space")
        verbose_name_plural = _("spaces")
        ordering = ["slug"]
        permissions = choices.RIGHTS
        indexes = [models.Index(fields=["status", "provenance"], name="space_status_provenance")]
        constraints = [
            models.CheckConstraint(
                name="space_point_whole_and_inside_region",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | (Q(latitude__isnull=False, longitude__isnull=False) & inside_region()),
                violation_error_message=_(
                    "Give both latitude and longitude, inside the Brussels Region, or neither."
                ),
            ),
            models.CheckConstraint(
                name="space_label_year_sane",
                condition=Q(label_year__isnull=True)
                | Q(label_year__gte=2019, label_year__lte=2100),
            ),
            models.CheckConstraint(
                name="space_replaced_is_closed",
                condition=Q(replaced_by__isnull=True)
                | Q(status=choices.Status.CLOSED) & ~Q(replaced_by=F("id")),
            ),
            models.CheckConstraint(
                name="space_checked_by_somebody",
                condition=Q(checked_on__isnull=True) | ~Q(checked_by=""),
                violation_error_message=_("Say who checked the listing."),
            ),
            *(
                models.CheckConstraint(
                    name=f"space_{field}_known", condition=Q(**{f"{field}__in": known.values})
                )
                for field, known in (
                    ("status", choices.Status),
                    ("label_status", choices.Label),
                    ("point_quality", choices.PointQuality),
                    ("cost", choices.Cost),
                    ("conditions", choices.Conditions),
                    ("appointment", choices.Appointment),
                    ("hours_of", choices.HoursOf),
                    ("provenance", choices.Provenance),
                )
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse what the database can't judge: hours, phone, languages, a point elsewhere."""
        errors: dict[str, Any] = {}
        self.clean_opening_hours(errors)
        self._clean_phone(errors)
        self.clean_photo(errors)
        self._clean_lists(errors)
        point = self.point
        if point and self.municipality_id and not outlines.near(self.municipality.nis, point):
            errors["latitude"] = _("This point is outside the municipality of the address.")
        if self.slug and SpaceSlug.objects.filter(slug=self.slug).exclude(space=self.pk).exists():
            errors["slug"] = _SLUG_OF_ANOTHER
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and keep the slug among those that are never reused."""
        if self._state.adding:
            give_codes([self])
        self.slug = self.slug or self._free_slug()
        self.was_public = self.was_public or self.status != self.Status.DRAFT
        if self.status != self.Status.CLOSED:
            self.replaced_by = None  # what opens again stands for itself
        names = [*self._in_every_language("name"), *self._in_every_language("street")]
        self.search_key = fold(" ".join([*names, self.postal_code, self.code, self.slug]))
        with DataVersion.held():
            super().save(*args, **kwargs)
            known, _new = SpaceSlug.objects.get_or_create(slug=self.slug, defaults={"space": self})
            if known.space_id != self.pk:
                raise ValidationError({"slug": _SLUG_OF_ANOTHER})

    def get_absolute_url(self) -> str:
        """Return the page's address in the active language."""
        return reverse("space", args=[self.slug])

    @property
    def point(self) -> Point | None:
        """Return where the space is, None when that is not known."""
        if self.latitude is None or self.longitude is None:
            return None
        return Point(self.latitude, self.longitude)

    @property
    def real_point(self) -> Point | None:
        """Return where the space is, None when nobody knows it: an invented point is not near."""
        return None if self.has_sample_location else self.point

    @property
    def shows_the_way(self) -> bool:
        """Tell whether the point is real, so that people can be sent there."""
        return self.real_point is not None

    @property
    def can_be_found(self) -> bool:
        """Tell whether a map leads to the door: to the real point, or to the whole address."""
        has_address = bool(self.house_number) and self.has_street
        return self.shows_the_way or (has_address and not self.is_sample)

    @property
    def has_own_hours(self) -> bool:
        """Tell whether the opening hours are real, and those of the space itself."""
        return self.hours_of == self.HoursOf.SPACE and not self.has_sample_hours

    @property
    def can_be_asked(self) -> bool:
        """Tell whether people can call or write before they come."""
        return bool(self.phone or self.email)

    @property
    def can_be_reached(self) -> bool:
        """Tell whether people can go there, call or write: a town alone is no way to ask."""
        return self.can_be_asked or self.has_street or self.shows_the_way

    @property
    def has_street(self) -> bool:
        """Tell whether a street is known, with a number or without."""
        return bool(self._in_every_language("street"))

    def hide_sample_cells(self) -> None:
        """Blank, in memory, the cells that are invented: a real site knows nothing there."""
        if self.SampleCell.OPENING_HOURS in self.sample_fields:
            self.opening_hours = None
        if self.SampleCell.LOCATION in self.sample_fields:
            self.latitude = self.longitude = None
        self.sample_fields = []

    def mark_real(self, changed: set[str], invented: Iterable[str] | None = None) -> None:
        """Take off the list of invented parts those whose fields somebody has changed.

        What was not among those `invented` before has just been put there, and stays.
        """
        before = self.sample_fields if invented is None else invented
        new = [cell for cell in self.sample_fields if cell not in before]
        known = {field for cell in new for field in self.SAMPLE_CELL_FIELDS[self.SampleCell(cell)]}
        self.sample_fields = [
            cell
            for cell in self.sample_fields
            if not self.SAMPLE_CELL_FIELDS[self.SampleCell(cell)] & (changed - known)
        ]
        if self.provenance == self.Provenance.VERIFIED:
            self.sample_fields = []

    def _in_every_language(self, field: str) -> list[str]:
        values = (getattr(self, f"{field}_{language}") for language in CONTENT_LANGUAGES)
        return [value for value in values if value]

    def _free_slug(self) -> str:
        name = next(iter(self._in_every_language("name")), "")
        stem = slugify(name)[:70] or self.code.lower()
        taken = set(SpaceSlug.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
        candidates = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
        return stem if stem not in taken else next(slug for slug in candidates if slug not in taken)

    def _clean_phone(self, errors: dict[str, Any]) -> None:
        if self.phone:
            number = phones.read(self.phone)
            if number is None:
                errors["phone"] = _("This is not a phone number that can be called.")
            self.phone = number or self.phone

    def _clean_lists(self, errors: dict[str, Any]) -> None:
        if not _subset(self.spoken_languages, SPOKEN_LANGUAGES):
            errors["spoken_languages"] = _("Choose from the list of languages.")
        if not _subset(self.sample_fields, self.SampleCell.values):
            errors["sample_fields"] = _("Choose from the list of invented parts.")


def _subset(values: object, known: Any) -> bool:
    return isinstance(values, list) and all(value in known for value in values)
