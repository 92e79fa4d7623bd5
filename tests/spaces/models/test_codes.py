"""Short codes: typed by people, so read generously; printed on paper, so never ambiguous."""

import pytest

from spaces.models import codes


def test_alphabet_has_no_two_signs_that_people_mix_up() -> None:
    assert not set("0O1ILU") & set(codes.ALPHABET)
    assert len(set(codes.ALPHABET)) == len(codes.ALPHABET)


def test_made_codes_are_read_back_and_differ() -> None:
    made = [codes.make() for _ in range(200)]

    assert all(codes.read(code) == code for code in made)
    assert len(set(made)) == len(made)


@pytest.mark.parametrize("typed", ["F3DJD", "f3djd", "F3djD", " f3djd\n"])
def test_code_is_read_in_any_case(typed: str) -> None:
    assert codes.read(typed) == "F3DJD"


@pytest.mark.parametrize("typed", ["", "F3DJ", "F3DJDD", "F3DJO", "F3D-D", "F3 JD", "ÉÉÉÉÉ", "\0"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert codes.read(typed) is None
