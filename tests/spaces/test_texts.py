"""The pages of text that the project ships: the same in every language."""

import re

from config.languages import LANGUAGES
from tests.spaces.test_fixtures import read


def test_pages_of_text_name_the_same_things_in_every_language() -> None:
    """What changes in one of them, as a source, changes in all."""
    for row in read("texts"):
        text = row["fields"]
        bodies = [text[f"body_{code}"] for code in LANGUAGES]
        links = [sorted(re.sub(r"^/../.*", "/", link) for link in _links(body)) for body in bodies]
        assert all(found == links[0] for found in links), text["kind"]
        assert len({body.count("\n- ") for body in bodies}) == 1, text["kind"]


def _links(body: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", body)
