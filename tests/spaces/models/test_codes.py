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


@pytest.mark.parametrize("typed", ["F3DJD", "f3djd", " f3djd\n", "F3D JD", "f3-djd", "F3DJ_D"])
def test_code_is_read_in_any_case_with_spaces_and_hyphens(typed: str) -> None:
    assert codes.read(typed) == "F3DJD"


@pytest.mark.parametrize("typed", ["", "F3DJ", "F3DJDD", "F3DJO", "F3D-D", "F3 JD", "ÉÉÉÉÉ", "\0"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert codes.read(typed) is None


def test_sign_that_no_code_has_is_read_as_what_it_was_misread_from() -> None:
    known = {"F3DJD": 1, "7QVJ2": 2, "TQVJ2": 3}

    assert codes.find("f3d-jo", known) == codes.find("F3DJ0", known) == 1
    assert codes.find("JOU22", known) is None  # no code that is known
    assert codes.find("1OUI2", known) is None  # two of them
    assert codes.find("7oul2", known) == 2
