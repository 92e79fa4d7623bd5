"""What every list of results holds, of spaces as of courses: judged, ranked, counted, paged."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, NamedTuple, Protocol, TypeVar

from spaces.directory.published import Directory
from spaces.directory.traits import Trait, Traits
from spaces.search.facets import Option
from spaces.search.paging import AsksForPage, Paged
from spaces.search.sentence.reading import Sentence
from spaces.search.where import Where


class Match(Protocol):
    """A candidate with all that a search can ask of it, the visitor's own questions too."""

    @property
    def traits(self) -> Traits:
        """Return what it has, and what is not known of it."""

    @property
    def is_sample(self) -> bool:
        """Tell whether it is invented."""


M = TypeVar("M", bound=Match)


class Judged(NamedTuple, Generic[M]):
    """What fits a question, and what may fit: nobody told us that it does not."""

    fitting: list[M]
    unsure: list[M]  # real ones alone


@dataclass(frozen=True)
class Results(Paged[M]):
    """What a search answered: the question as it was understood, and the matches, best first."""

    query: AsksForPage
    where: Where
    at: datetime
    ranked: tuple[M, ...]
    not_known: int  # how many might fit: nobody told us
    options: dict[Trait, Option] = field(repr=False)
    fresh_until: datetime | None  # None: nobody may keep this, the geocoder may be back
    directory: Directory = field(repr=False)
    sentence: Sentence = field(repr=False)

    @property
    def real(self) -> int:
        """Return how many are real: the count that the public is told."""
        return sum(not match.is_sample for match in self.ranked)

    @property
    def examples(self) -> int:
        """Return how many are invented."""
        return len(self.ranked) - self.real


def judge(wanted: frozenset[Trait], every: Sequence[M]) -> Judged[M]:
    """Return those that have all the wanted traits, and those that may."""
    fitting = [match for match in every if wanted <= match.traits.has]
    unsure = [match for match in every if not match.is_sample and _may_fit(wanted, match.traits)]
    return Judged(fitting, unsure)


def _may_fit(wanted: frozenset[Trait], traits: Traits) -> bool:
    return not wanted <= traits.has and wanted <= traits.has | traits.unknown
