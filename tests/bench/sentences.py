"""What it costs to read a sentence: those that people type, and the worst 200 characters.

In a process of its own, whose processor time is what is told.
"""

import csv
import json
import os
import random
import subprocess
import sys
from pathlib import Path

from tests.bench.gazetteer import SEED, median
from tests.bench.gazetteer import WORST as WORST_PLACES

DICTATED = Path(__file__).parent.parent / "spaces/search/sentence/dictated.csv"
LONGEST = 200  # characters
REPEATED = ("imprimer pres de simonis samedi ", "9 to 5 ", "imprimmer anderlect ", "de la ")


def measure(environment: dict[str, str]) -> dict[str, float]:
    """Return milliseconds of processor time."""
    command = [sys.executable, "-m", "tests.bench.sentences"]
    done = subprocess.run(command, env=os.environ | environment, check=True, capture_output=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Measure in this process, and print the figures."""
    import django

    django.setup()
    from django.utils import timezone

    from spaces.directory import published
    from spaces.search.query import Query
    from spaces.search.sentence import ask

    directory, at = published.current(), timezone.now()

    def read(text: str) -> object:
        return ask(Query(q=text[:LONGEST]), directory, at)

    with DICTATED.open(newline="") as file:
        sentences = [row["text"] for row in csv.DictReader(file)]
    read(sentences[0])  # the vocabulary and the gazetteer come into memory
    figures = {
        "sentence_ms": median(read, sentences),
        "sentence_at_worst_ms": max(median(read, [text] * 5) for text in _worst(sentences)),
    }
    json.dump(figures, sys.stdout)


def _worst(sentences: list[str]) -> list[str]:
    """Return texts that mean much, nothing, or something in each word but for its spelling."""
    chance = random.Random(SEED)  # noqa: S311  the same texts in each run
    words = [word for text in sentences for word in text.split()]
    drawn = [" ".join(chance.choices(words, k=60)) for _ in range(20)]
    swapped = [
        " ".join(f"{word[0]}{word[2]}{word[1]}{word[3:]}" for word in text.split() if word[3:])
        for text in drawn
    ]
    shortened = [" ".join(word[:-1] or word for word in text.split()) for text in drawn]
    return [*WORST_PLACES, *(text * 30 for text in REPEATED), *drawn, *swapped, *shortened]


if __name__ == "__main__":
    main()
