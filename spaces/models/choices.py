"""What is known of a space, in words that can be chosen from."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    CLOSED = "closed", _("closed for good")


class Label(models.TextChoices):
    LABELLED = "labelled", _("recognised by the Region")
    CANDIDATE = "candidate", _("candidate")
    WITHDRAWN = "withdrawn", _("withdrawn")
    NONE = "none", _("not recognised")
    UNKNOWN = "unknown", _("not known")


class PointQuality(models.TextChoices):
    EXACT = "exact", _("the door")
    STREET = "street", _("the street")
    APPROXIMATE = "approximate", _("the neighbourhood")


class Cost(models.TextChoices):
    FREE = "free", _("free")
    PAID = "paid", _("you pay")
    UNKNOWN = "unknown", _("not known")


class Conditions(models.TextChoices):
    EVERYONE = "everyone", _("everyone")
    RESIDENTS = "residents", _("residents of the municipality")
    MEMBERS = "members", _("members")
    OTHER = "other", _("some people only")
    UNKNOWN = "unknown", _("not known")


class Appointment(models.TextChoices):
    WALK_IN = "walk_in", _("you can walk in")
    EITHER = "either", _("you can walk in or make an appointment")
    REQUIRED = "required", _("you need an appointment")
    UNKNOWN = "unknown", _("not known")


class HoursOf(models.TextChoices):
    SPACE = "space", _("the space itself")
    LIBRARY = "library", _("the library that it is in")
    BUILDING = "building", _("the building that it is in")


class Level(models.TextChoices):
    FIRST_STEPS = "first_steps", _("first steps")
    BASICS = "basics", _("you know the basics")
    ADVANCED = "advanced", _("you are at ease")
    ALL = "all", _("all levels")
    UNKNOWN = "unknown", _("not known")


class Registration(models.TextChoices):
    NOT_NEEDED = "not_needed", _("you can just come")
    REQUIRED = "required", _("you register first")
    UNKNOWN = "unknown", _("not known")


class Provenance(models.TextChoices):
    VERIFIED = "verified", _("checked with the space")
    SOURCED = "sourced", _("from a public source")
    SAMPLE = "sample", _("invented example")


class Checker(models.TextChoices):
    SPACE = "space", _("the space")
    REGION = "region", _("the Region")


class SampleCell(models.TextChoices):
    OPENING_HOURS = "opening_hours", _("opening hours")
    LOCATION = "location", _("location")


# What some may do to spaces beyond Django's four permissions.
RIGHTS: list[tuple[str, Any]] = [
    ("view_every_space", "Can see every space, not only those they manage"),
    ("change_label", "Can change the label"),
]
