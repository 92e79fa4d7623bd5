"""Text as a search compares it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaces.language.folding import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Chaussée d’Ixelles", "chaussee d'ixelles"),
        ("  SINT-JANS\tMOLENBEEK \n", "sint-jans molenbeek"),
        ("Œuvre nationale", "oeuvre nationale"),
        ("Straße", "strasse"),
        ("Ｈａｌｌｅ", "halle"),  # full-width letters
        ("e\u0301te\u0301", "ete"),  # accents as letters of their own
        ("𝕬lma", "alma"),  # a capital of mathematics
        ("", ""),
    ],
)
def test_fold_forgets_case_accents_and_spaces(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folded_text_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)
