"""What each choice of a filter would leave: traits counted in sets. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from spaces.directory.traits import Trait, Traits


@dataclass(frozen=True)
class Option:
    """One choice of a filter and what choosing it would leave."""

    trait: Trait
    left: int
    unknown: int
    chosen: bool


def options(
    wanted: frozenset[Trait],
    every: Collection[tuple[Traits, bool]],
    one_of: Iterable[str],
    known: Iterable[Trait] = (),
) -> dict[Trait, Option]:
    """Count, for each choice of each filter, what is real that it would leave, and the unknown.

    `every` holds the traits of each thing, and whether it is an example: that makes a choice
    appear, but is in no count that the public is told. Of the filters in `one_of` a choice takes
    the place of another.
    """
    left: Counter[Trait] = Counter()
    unknown: Counter[Trait] = Counter()
    chosen_of = {name: {t for t in wanted if t[0] == name} for name in one_of}
    for traits, is_example in every:
        if is_example:
            continue
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
    offered = {trait for traits, _is_example in every for trait in traits.has}
    return {
        trait: Option(trait, left[trait], unknown[trait], trait in wanted)
        for trait in offered | wanted | {*known}
    }
