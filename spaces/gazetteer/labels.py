"""What places are called on our pages, taken back: whoever follows a link means this very place."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spaces.gazetteer.entries import Entry
from spaces.gazetteer.meaning import Meaning


class Labels:
    """The labels of places in every language: of each its hash alone, as there are some 30,000."""

    def __init__(self, entries: Sequence[Entry], languages: Sequence[str]) -> None:
        self._entries = entries
        self._languages = languages
        pairs = sorted(
            {
                (hash(label), number)
                for number, entry in enumerate(entries)
                for label, _meaning in self._of(entry)
            }
        )
        self._hashes = array("q", (pair[0] for pair in pairs))
        self._numbers = array("I", (pair[1] for pair in pairs))

    def meanings(self, label: str) -> list[Meaning]:
        """Return the places that are called so."""
        found: list[Meaning] = []
        sought = hash(label)
        place = bisect_left(self._hashes, sought)
        while place < len(self._hashes) and self._hashes[place] == sought:
            entry = self._entries[self._numbers[place]]
            found += [meaning for known, meaning in self._of(entry) if known == label]
            place += 1
        return list(dict.fromkeys(found))

    def _of(self, entry: Entry) -> Iterator[tuple[str, Meaning]]:
        for meaning in entry.meanings:
            for language in self._languages:
                yield meaning.label(language), meaning
