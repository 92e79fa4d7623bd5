"""What a typed or dictated sentence asks for: a place, a wish, a moment, in any order and language.

`tokens` are its words and their stems; `vocabulary` knows the phrases of needs, services and topics
beside the `expressions` that every site has; `times` reads days and hours; `claims` gives each word
to what it means, the longest match first, `mending` forgives typing errors, `places` looks at what
is left; `reading` puts it together; `asking` turns what was read into a query.
"""

from spaces.search.sentence.asking import Asked, ask, guesses, read_text

__all__ = ["Asked", "ask", "guesses", "read_text"]
