"""What each choice of a filter would leave: traits counted in sets."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from spaces.directory.traits import Trait, Traits


class Asked(Protocol):
    """What can be asked for by its traits."""

    @property
    def traits(self) -> Traits:
        """Return what it has, and what is not known of it."""

    @property
    def is_sample(self) -> bool:
        """Tell whether it is invented."""


@dataclass(frozen=True)
class Option:
    """One choice of a filter and what choosing it would leave."""

    trait: Trait
    left: int
    unknown: int
    chosen: bool


def options(
    wanted: frozenset[Trait],
    every: Collection[Asked],
    one_of: Iterable[str],
    known: Iterable[Trait] = (),
) -> dict[Trait, Option]:
    """Count, for each choice of each filter, what is real that it would leave, and the unknown.

    What is invented makes a choice appear, but is in no count that the public is told. Of the
    filters in `one_of` a choice takes the place of another.
    """
    left: Counter[Trait] = Counter()
    unknown: Counter[Trait] = Counter()
    chosen_of = {name: {t for t in wanted if t[0] == name} for name in one_of}
    for thing in every:
        if thing.is_sample:
            continue
        traits = thing.traits
        missing = wanted - traits.has
        if not missing:
            left.update(traits.has)
            unknown.update(traits.unknown)
            continue
        groups = {name for name, _value in missing}
        for trait in traits.has:
            if missing <= chosen_of.get(trait[0], frozenset()):
                left[trait] += 1
        for trait in traits.unknown:
            if not missing - {trait} or (groups == {trait[0]} and trait[0] in chosen_of):
                unknown[trait] += 1
    offered = {trait for thing in every for trait in thing.traits.has}
    return {
        trait: Option(trait, left[trait], unknown[trait], trait in wanted)
        for trait in offered | wanted | {*known}
    }
