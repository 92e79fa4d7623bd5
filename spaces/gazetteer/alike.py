"""Spellings that differ by a typing error or two, found among thousands without trying them all.

An error is a letter too many, too few, wrong, or swapped with its neighbour: the optimal string
alignment distance, which RapidFuzz counts.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

# Letters that sound alike at the beginning; hardly anybody mistypes the first letter of a word
# otherwise.
_SOUND = str.maketrans("kqzywj", "ccsivi")

_SHORTEST = 4  # letters of a spelling that others may resemble
_LOST = 4  # groups of three letters that one error changes at most
_ENOUGH = 3000  # spellings looked at for one text


class Words:
    """Single words, by their first sound and their length."""

    def __init__(self, words: Sequence[str]) -> None:
        self._alike: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= _SHORTEST:
                self._alike[sound(word), len(word)].append(word)

    def alike(self, typed: str, most: int) -> Iterator[tuple[str, int]]:
        """Yield the words with so few typing errors, and how many; the first sound is right."""
        for length in range(len(typed) - most, len(typed) + most + 1) if most else ():
            yield from alike(typed, self._alike.get((sound(typed), length), ()), most)


class Spellings:
    """Whole names, by the groups of three letters that they hold."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._groups: dict[str, array[int]] = {}
        for number, name in enumerate(names):
            for group in _groups(f"^{name}$"):
                self._groups.setdefault(group, array("I")).append(number)

    def alike(self, typed: str, most: int) -> Iterator[tuple[str, int]]:
        """Yield the names with so few typing errors, and how many."""
        if most:
            yield from alike(typed, self._near(f"^{typed}$", most), most)

    def beginning_alike(self, typed: str, most: int) -> Iterator[tuple[str, int]]:
        """Yield the names that begin so when as few typing errors are forgiven."""
        near = self._near(f"^{typed}", most) if most else []
        for length in (len(typed), len(typed) + 1):  # the same, were a letter missing
            yield from alike(typed, {name: name[:length] for name in near}, most)

    def _near(self, typed: str, most: int) -> list[str]:
        """Return the names that share enough groups of letters; the rarest groups tell most."""
        found = (self._groups.get(group) for group in _groups(typed))
        holders = sorted((numbers for numbers in found if numbers), key=len)
        shared: Counter[int] = Counter()
        used = looked_at = 0
        for numbers in holders:
            looked_at += len(numbers)
            if looked_at > _ENOUGH and used > _LOST * most:
                break
            shared.update(numbers)
            used += 1
        needed = max(1, used - _LOST * most)
        return [self._names[number] for number, count in shared.items() if count >= needed]


def alike(
    typed: str, among: Sequence[str] | Mapping[str, str], most: int
) -> Iterator[tuple[str, int]]:
    """Yield the spellings (of a mapping, their keys) with so few typing errors, and how many."""
    found = extract(typed, among, scorer=OSA.distance, score_cutoff=most, limit=None)
    for value, errors, where in found:
        if len(value) >= _SHORTEST:
            yield (where if isinstance(where, str) else value), int(errors)


def sound(word: str) -> str:
    """Return how a word begins: the same for letters that sound alike."""
    return word[0].translate(_SOUND)


def _groups(text: str) -> set[str]:
    return {text[place : place + 3] for place in range(len(text) - 2)}
