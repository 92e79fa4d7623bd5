"""Typing errors in what a sentence asks for, forgiven; those in places are the gazetteer's."""

from spaces.search.sentence.claims import Pass

_LONGEST = 4  # words of a name that resembles other words
_MOST_RUNS = 3  # of words that are mended: who mistypes more is not understood


def mended(done: Pass) -> str:
    """Return the text with its misspelt words put right, '' where there is none.

    What the gazetteer knows as it stands is no typing error, and is left.
    """
    wrong = []
    for first, last in done.runs()[:_MOST_RUNS]:
        found = [
            (done.words[n], right)
            for n in range(first, last)
            if n not in done.named and (right := _right(done, n))
        ]
        if found and not _is_exact(done, first, last):
            wrong += found
    text = done.text if wrong else ""
    for word, right in reversed(wrong):
        text = text[: word.start] + right + text[word.end :]
    return text


def _right(done: Pass, n: int) -> str | None:
    word = done.words[n].key
    known = done.vocabulary
    return known.without_prefix(word) or known.corrected(word) or known.apart(word)


def _is_exact(done: Pass, first: int, last: int) -> bool:
    return last - first <= _LONGEST and done.gazetteer.names_rightly(done.raw(first, last))
