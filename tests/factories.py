"""Listings made for a test: a real, published space unless a trait says otherwise."""

from datetime import date, datetime, time
from typing import Any

import factory
from factory.django import DjangoModelFactory

from campaign.models import Campaign, Character, Poster
from spaces.hours.opening import TIMEZONE
from spaces.models import (
    AccessFeature,
    Announcement,
    Closure,
    Course,
    DayLeftOut,
    MissingSpace,
    Municipality,
    Need,
    Operator,
    Place,
    Proposal,
    RegisterHouse,
    RegisterStreet,
    Report,
    Service,
    Space,
    SpaceContact,
    SpaceSlug,
    codes,
)
from tests.sql import arranged

BRUSSELS = "21004"  # NIS code of the City of Brussels
GRAND_PLACE = (50.8467, 4.3525)
DAY_AND_NIGHT = "24/7"
OFFICE = "Mo-Fr 09:00-17:00"
DECIDED = datetime(2026, 12, 1, 10, tzinfo=TIMEZONE)


def code_of(number: int) -> str:
    """Return a short code that no listing of fixtures/ has: they have none with ZZ in front."""
    base = len(codes.ALPHABET)
    digits = (number // base**2 % base, number // base % base, number % base)
    return "ZZ" + "".join(codes.ALPHABET[digit] for digit in digits)


class Factory(DjangoModelFactory):
    """What all have in common: making something is not what a test is about, see `tests.sql`."""

    class Meta:
        abstract = True

    @classmethod
    def _generate(cls, strategy: Any, params: Any) -> Any:
        with arranged():
            return super()._generate(strategy, params)


class OperatorFactory(Factory):
    """Who runs a space."""

    class Meta:
        model = Operator

    name_fr = factory.Sequence("Association {}".format)
    name_nl = factory.Sequence("Vereniging {}".format)


class SpaceFactory(Factory):
    """A real, published space at the Grand-Place of which nothing else is known.

    `services` and `access` take what is known: `services=["printing"]`, `access={"lift": "no"}`.
    """

    class Meta:
        model = Space
        skip_postgeneration_save = True

    class Params:
        """What else a space may be."""

        sample = factory.Trait(
            provenance=Space.Provenance.SAMPLE, sample_fields=["opening_hours", "location"]
        )
        draft = factory.Trait(status=Space.Status.DRAFT)
        closed_for_good = factory.Trait(status=Space.Status.CLOSED)
        labelled = factory.Trait(label_status=Space.Label.LABELLED)
        nowhere = factory.Trait(latitude=None, longitude=None)
        with_hours = factory.Trait(opening_hours=OFFICE)
        described = factory.Trait(
            operator=factory.SubFactory(OperatorFactory),
            opening_hours=OFFICE,
            description_fr="Des ordinateurs et de l’aide.",
            description_nl="Computers en hulp.",
            description_en="Computers and help.",
            what_to_expect_en="Ring the bell.",
            phone="+3225550123",
            email="bonjour@example.org",
            website="https://espace.example.org/",
            spoken_languages=["fr", "ar"],
            cost=Space.Cost.FREE,
            appointment=Space.Appointment.WALK_IN,
            conditions=Space.Conditions.EVERYONE,
            computers=12,
            label_status=Space.Label.LABELLED,
            label_year=2021,
            checked_on=date(2026, 11, 3),
            checked_by=Space.Checker.SPACE,
        )

    code = factory.Sequence(code_of)
    slug = factory.Sequence("espace-{}".format)
    status = Space.Status.PUBLISHED
    provenance = Space.Provenance.SOURCED
    name_fr = factory.Sequence("Espace {}".format)
    name_nl = factory.Sequence("Ruimte {}".format)
    name_en = factory.Sequence("Space {}".format)
    street_fr = "Rue Haute"
    street_nl = "Hoogstraat"
    house_number = "12"
    postal_code = "1000"
    municipality = factory.LazyFunction(lambda: Municipality.objects.get(nis=BRUSSELS))
    latitude, longitude = GRAND_PLACE

    @factory.post_generation
    def services(self: Space, _create: bool, wanted: list[str] | None, **_kwargs: Any) -> None:
        """Offer the services with these codes."""
        if wanted:
            self.services.set(Service.objects.filter(code__in=wanted))

    @factory.post_generation
    def access(self: Space, _create: bool, answers: dict[str, str] | None, **_kwargs: Any) -> None:
        """Say these answers about access."""
        for feature, value in (answers or {}).items():
            AccessFeatureFactory(space=self, feature=feature, value=value)


class RegisterStreetFactory(Factory):
    """A street of the address register."""

    class Meta:
        model = RegisterStreet

    id = factory.Sequence(lambda number: number + 1)
    name_fr = factory.Sequence("Rue {}".format)
    name_nl = factory.Sequence("Straat {}".format)
    key_fr = factory.Sequence("rue{}".format)
    key_nl = factory.Sequence("straat{}".format)
    nis = BRUSSELS
    latitude, longitude = GRAND_PLACE


class RegisterHouseFactory(Factory):
    """A house of the address register."""

    class Meta:
        model = RegisterHouse

    street = factory.SubFactory(RegisterStreetFactory)
    number = 12
    house_number = "12"
    postal_code = "1000"
    latitude, longitude = GRAND_PLACE


@arranged()
def crowd(count: int) -> None:
    """Make many published spaces at once, each with a closure, a report and a manager to ask."""
    towns = list(Municipality.objects.all())
    spaces = [
        Space(
            name_fr=f"Espace {number}",
            name_nl=f"Ruimte {number}",
            street_fr=f"Rue {number}",
            house_number="1",
            municipality=towns[number % len(towns)],
            code=code_of(number),
            slug=f"crowd-{number}",
            search_key=f"espace {number}",
            status=Space.Status.PUBLISHED,
            provenance=Space.Provenance.SOURCED,
            opening_hours=OFFICE,
        )
        for number in range(count)
    ]
    day = date(2026, 12, 25)
    rows: list[list[Any]] = [
        spaces,
        [SpaceSlug(space=space, slug=space.slug) for space in spaces],
        [Closure(space=space, first_day=day, last_day=day) for space in spaces],
        [Report(space=space, kind=Report.Kind.HOURS, language="fr") for space in spaces],
        [Proposal(space=space, language="fr", text="Oui.") for space in spaces],
        [SpaceContact(space=space, email="a@example.org", language="fr") for space in spaces],
    ]
    for kind in rows:
        type(kind[0]).objects.bulk_create(kind, batch_size=500)


@arranged()
def complete_space(**facts: Any) -> Space:
    """Make a space of which everything is known."""
    known: dict[str, Any] = {
        "described": True,
        "services": ["printing", "training"],
        "access": {"step_free": "yes", "lift": "no", "hearing_loop": "partly"},
    }
    space: Space = SpaceFactory(**known | facts)
    return space


class AccessFeatureFactory(Factory):
    """What is known of one access feature."""

    class Meta:
        model = AccessFeature

    space = factory.SubFactory(SpaceFactory)
    feature = AccessFeature.Feature.STEP_FREE
    value = AccessFeature.Value.YES


class ClosureFactory(Factory):
    """Christmas."""

    class Meta:
        model = Closure

    space = factory.SubFactory(SpaceFactory)
    first_day = date(2026, 12, 24)
    last_day = date(2027, 1, 1)


class CourseFactory(Factory):
    """A real course in French for beginners, free, every Tuesday from 14:00 to 16:00, without end.

    `left_out` takes days without a session.
    """

    class Meta:
        model = Course
        skip_postgeneration_save = True

    class Params:
        """What else a course may be."""

        once = factory.Trait(weekdays=[], first_day=date(2026, 12, 19))  # a Saturday
        bare = factory.Trait(level="unknown", language="", cost="unknown", registration="unknown")

    space = factory.SubFactory(SpaceFactory)
    slug = factory.Sequence("cours-{}".format)
    title_fr = factory.Sequence("Cours {}".format)
    title_nl = factory.Sequence("Les {}".format)
    title_en = factory.Sequence("Course {}".format)
    level = Course.Level.FIRST_STEPS
    language = "fr"
    cost = Course.Cost.FREE
    registration = Course.Registration.REQUIRED
    first_day = date(2026, 9, 1)
    weekdays = factory.LazyFunction(lambda: ["Tu"])
    starts = time(14)
    ends = time(16)

    @factory.post_generation
    def left_out(self: Course, _create: bool, days: list[date] | None, **_kwargs: Any) -> None:
        """Leave these days out."""
        for day in days or []:
            DayLeftOut.objects.create(course=self, day=day)


class PlaceFactory(Factory):
    """A stop with a line, at the Grand-Place."""

    class Meta:
        model = Place

    kind = Place.Kind.TRAM_STOP
    name_fr = factory.Sequence("Arrêt {}".format)
    name_nl = factory.Sequence("Halte {}".format)
    municipality = factory.LazyFunction(lambda: Municipality.objects.get(nis=BRUSSELS))
    latitude, longitude = GRAND_PLACE
    lines = factory.LazyFunction(lambda: ["92"])


class AnnouncementFactory(Factory):
    """The help line is closed on the day of the tests' clock."""

    class Meta:
        model = Announcement

    text_fr = "La ligne d’aide est fermée."
    text_nl = "De hulplijn is gesloten."
    text_en = "The help line is closed."
    starts_at = datetime(2026, 12, 16, 0, tzinfo=TIMEZONE)
    ends_at = datetime(2026, 12, 17, 0, tzinfo=TIMEZONE)


class MessageFactory(Factory):
    """Words that wait for the desk; `done` or `refused`: it has decided."""

    class Meta:
        abstract = True

    class Params:
        done = factory.Trait(status="done", decided_at=DECIDED)
        refused = factory.Trait(status="refused", decided_at=DECIDED)


class ReportFactory(MessageFactory):
    """Somebody found the door closed."""

    class Meta:
        model = Report

    space = factory.SubFactory(SpaceFactory)
    kind = Report.Kind.CLOSED
    language = "fr"


class SpaceContactFactory(Factory):
    """A manager who reads English."""

    class Meta:
        model = SpaceContact

    space = factory.SubFactory(SpaceFactory)
    email = factory.Sequence("manager{}@example.org".format)
    language = "en"


class ProposalFactory(MessageFactory):
    """A manager has a new phone."""

    class Meta:
        model = Proposal

    space = factory.SubFactory(SpaceFactory)
    phone = "02 555 01 99"
    language = "fr"


class MissingSpaceFactory(MessageFactory):
    """Somebody knows a place."""

    class Meta:
        model = MissingSpace

    name = factory.Sequence("Lieu {}".format)
    where = "Rue Haute"
    language = "fr"


class CampaignFactory(Factory):
    """A campaign before that of fixtures/."""

    class Meta:
        model = Campaign

    year = factory.Sequence(lambda n: 2002 + n % 18)
    title_fr = factory.Sequence("Campagne {}".format)
    title_nl = factory.Sequence("Campagne nr. {}".format)
    starts = factory.LazyAttribute(lambda campaign: date(campaign.year, 3, 1))
    ends = factory.LazyAttribute(lambda campaign: date(campaign.year, 3, 31))


class CharacterFactory(Factory):
    """Somebody who was lost."""

    class Meta:
        model = Character
        skip_postgeneration_save = True

    campaign = factory.SubFactory(CampaignFactory)
    name = factory.Sequence("Personne {}".format)
    slug = factory.Sequence("personne-{}".format)
    portrait = Character.Portrait.SALIMA
    palette = Character.Palette.SUN
    origin = Character.Origin.PROJECT
    situation_fr, situation_nl = "Elle est perdue.", "Ze is de weg kwijt."
    before_fr, before_nl = "Tout est en ligne.", "Alles is online."
    that_day_fr, that_day_nl = "Une personne l’aide.", "Iemand helpt haar."
    now_fr, now_nl = "Elle sait.", "Ze weet het."

    @factory.post_generation
    def needs(self, create: bool, codes_: list[str] | None, **_more: Any) -> None:
        """Give the character the needs with these codes."""
        if create and codes_:
            self.needs.set(Need.objects.filter(code__in=codes_))


class PosterFactory(Factory):
    """A poster at the Grand-Place that leads to the nearest space."""

    class Meta:
        model = Poster

    code = factory.Sequence(lambda number: f"ZY{code_of(number)[2:]}")
    character = factory.SubFactory(CharacterFactory)
    name = factory.Sequence("Arrêt {}".format)
    latitude, longitude = GRAND_PLACE
