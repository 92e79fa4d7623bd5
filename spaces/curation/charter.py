"""A listing held against the charter of the label. What it says, on a day, of each.

The conditions are those that public sources name. The three of 2019 stand in CHARTER_2019, what
June 2021 added in CHARTER_2021; its categories 2 to 4 are in no source at hand.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext as _

from spaces.curation.numbers import weekly_minutes
from spaces.models import Space

CHARTER_2019 = "https://cirbportal.irisnet.be/news-744-inclusion-numerique-une-annee-prometteuse"
CHARTER_2021 = "https://cirbportal.irisnet.be/news-868-du-changement-pour-la-labellisation-des-epn"

LEAST_MINUTES = 15 * 60  # a week
LEAST_COMPUTERS = 6
SUPPORT, TRAINING = "help_with_procedures", "training"  # codes of services


class Answer(StrEnum):
    """Whether a listing meets a condition, as far as it says."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """Return the answer in words."""
        return {"met": _("met"), "not_met": _("not met"), "unknown": _("not known")}[self.value]


class Condition(NamedTuple):
    """A condition of the charter, the answer, what the answer rests on, and where it is written."""

    words: str
    answer: Answer
    because: str
    year: int
    source: str


def conditions(space: Space, at: date) -> Iterator[Condition]:
    """Yield the conditions with what the listing says of each, seen on a day."""
    of_2019 = (
        (_("Offers support and training"), *_support_and_training(space)),
        (_("Is open to everyone at least 15 hours a week"), *_hours(space, at)),
        (_("Has at least 6 computers or tablets"), *_computers(space)),
    )
    for words, answer, because in of_2019:
        yield Condition(words, answer, because, 2019, CHARTER_2019)
    words = _("Takes people of every kind")
    yield Condition(words, *_every_public(space), 2021, CHARTER_2021)


def _support_and_training(space: Space) -> tuple[Answer, str]:
    if space.is_sample:
        return _invented()
    offered = {service.code for service in space.services.all()}
    if not offered:
        return Answer.UNKNOWN, _("The listing names no service.")
    if {SUPPORT, TRAINING} <= offered:
        return Answer.MET, _("The listing names both.")
    # What a listing does not name, the space may offer all the same.
    if SUPPORT in offered:
        return Answer.UNKNOWN, _("The listing names no training.")
    if TRAINING in offered:
        return Answer.UNKNOWN, _("The listing names no help with procedures.")
    return Answer.UNKNOWN, _("The listing names neither.")


def _hours(space: Space, at: date) -> tuple[Answer, str]:
    if space.has_sample_hours:
        return _invented()
    minutes = weekly_minutes(space, at)
    if minutes is None:
        return Answer.UNKNOWN, _("The opening hours are not known.")
    if not space.has_own_hours:
        return Answer.UNKNOWN, _("Only the hours of the building are known.")
    words = {"hours": minutes // 60, "minutes": f"{minutes % 60:02}"}
    open_so_long = _("Open %(hours)d h %(minutes)s this week, holidays and closures put aside.")
    if minutes < LEAST_MINUTES:
        return Answer.NOT_MET, open_so_long % words
    if space.conditions == Space.Conditions.EVERYONE:
        return Answer.MET, open_so_long % words
    for_all = _("The listing does not say that these hours are for everyone.")
    return Answer.UNKNOWN, f"{open_so_long % words} {for_all}"


def _computers(space: Space) -> tuple[Answer, str]:
    if space.is_sample:
        return _invented()
    if space.computers is None:
        return Answer.UNKNOWN, _("The number is not known.")
    answer = Answer.MET if space.computers >= LEAST_COMPUTERS else Answer.NOT_MET
    return answer, _("The listing says: %(count)d.") % {"count": space.computers}


def _every_public(space: Space) -> tuple[Answer, str]:
    if space.is_sample:
        return _invented()
    if space.conditions == Space.Conditions.UNKNOWN:
        return Answer.UNKNOWN, _("The listing does not say who can come.")
    everyone = space.conditions == Space.Conditions.EVERYONE
    said = _("Who can come: %(who)s.") % {"who": space.get_conditions_display()}
    return Answer.MET if everyone else Answer.NOT_MET, said


def _invented() -> tuple[Answer, str]:
    return Answer.UNKNOWN, _("This part of the listing is invented.")
