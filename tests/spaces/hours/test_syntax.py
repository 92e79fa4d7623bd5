"""Opening hours, as an editor may write them: what is accepted, and each refusal's sentence."""

import re

import pytest

from spaces.hours.opening import HoursError, validate
from tests.spaces.hours.texts import ACCEPTED_TEXTS, REAL_TEXTS


@pytest.mark.parametrize("text", [*REAL_TEXTS, *ACCEPTED_TEXTS])
def test_validate_accepts_the_subset(text: str) -> None:
    validate(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "or leave them unknown"),
        ("   ", "or leave them unknown"),
        ("Mo 09:00-12:00;" * 40, "at most 500 characters: these are 600"),
        ("Mo 09:00-12:00\0", "on one line"),
        ("Mo 09:00-12:00\nTu 09:00-12:00", "on one line"),
        ("Mo 09:00-12:00\u200b", "on one line"),
        ("Mo-Fr 09:00-17:00; SH off", "School holidays"),
        ('Mo-Fr 09:00-17:00 "sur rendez-vous"', "no comment"),
        ('"sur rendez-vous"', "no comment"),
        ("Mo-Fr 09:00+", "open ends"),
        ("Mo[1] +1 day 09:00-12:00", "shifted days"),
        ("PH -1 day off", "shifted days"),
        ("Mo-Fr 09:00-17:00 || Sa", "alternatives"),
        ("Mo-Fr sunrise-sunset", "sunrise"),
        ("Mo-Fr 09:00-(dusk-01:00)", "sunrise"),
        ("week 1-10 Mo 09:00-12:00", "numbers of weeks"),
        ("Mo-Fr 09:00-12:00; easter off", "not Easter"),
        ("Mo-Fr unknown", "that are known"),
        ("Mo-Fr 10:00-16:00/01:30", "steps"),
        ("2027 Mo-Fr 09:00-12:00", "a year only in front of a day"),
        ("2026-2027 Mo 09:00-12:00", "a year only in front of a day"),
        ("Mo-Fr 09:00-12:00; 2027 off", "a year only in front of a day"),
        ("2026 Nov-Dec Mo 09:00-12:00", "a year only in front of a day"),
        ("Mo-Fr 09:00-12:00, Sa 10:00-12:00", "semicolon"),
        ("Mo-Fr 09:00-12:00,Sa 10:00-12:00", "semicolon"),
        ("Mo-Fr 0900-1200", "column 7: “0900-1200”"),
        ("Mo-Fr 09:00-12:00; Tu 25:00-26:00", "column 23: “25:00-26:00”"),
        ("Mo-Fr 09:00–12:00", "column 12: “–12:00”"),
        ("Lundi 09:00-12:00", "column 1: “Lundi"),
        ("Mo-Fr 09:00-12:00;", "missing at the end, after column 18"),
        ("Mo-Fr 09:00", "missing at the end, after column 11"),
        ("mo-fr 09:00-12:00", "not written as it should be"),
        ("Mo, Tu 09:00-12:00", "not written as it should be"),
        ("Mo-Fr 09:00-12:00 open", "not written as it should be"),
        ("PH Mo 10:00-12:00", "not written as it should be"),
        ("Sa[3-1]-Su 10:00-12:00", "Not understood"),
        ("Mo-Fr", "“Mo-Fr” has no hours"),
        ("Mo-Fr 09:00-12:00; Dec 25", "“Dec 25” has no hours"),
        ("Mo-Fr 09:00-12:00; PH", "“PH” has no hours"),
        ("Feb 30 off", "no such day: Feb 30"),
        ("2027 Feb 29 off", "no such day: 2027 Feb 29"),
        ("Apr 20-31 off", "no such day: Apr 31"),
        ("2026 Dec 24-Jan 02 off", "year at both ends"),
        ("2026 Dec 26-2026 Dec 24 off", "ends before it begins"),
        ("Dec 26-24 off", "ends before it begins"),
        ("Mo 18:00-26:00", "write “18:00-02:00”"),
        ("Mo 09:00-09:00", "opens when it closes"),
        ("Mo 17:00-09:00", "closes before it opens"),
        ("Mo 13:00-17:00,09:00-12:00", "hours in order"),
        ("Mo 09:00-12:00,11:00-13:00", "hours in order"),
        ("Mo 18:00-24:00,00:00-02:00", "hours in order"),
        ("Mo 18:00-02:00,20:00-21:00", "hours in order"),
        ("Mo 09:00-12:00; Mo 14:00-16:00", "replaces “Mo 09:00-12:00”"),
        ("PH off; Mo-Fr 09:00-17:00", "before “PH off”"),
        ("Mo-Fr 09:00-17:00; PH off; Jul-Aug Mo-Fr 10:00-14:00", "before “PH off”"),
        ("Jul-Aug Mo-Fr 10:00-14:00; Mo-Fr 09:00-17:00", "before “Jul-Aug"),
        ("Dec 24 off; Mo-Fr 09:00-17:00", "before “Dec 24 off”"),
        ("Fr 18:00-02:00; Sa 10:00-12:00", "runs into “Sa 10:00-12:00”"),
        ("Mo 10:00-12:00; Su 18:00-02:00", "runs into “Mo 10:00-12:00”"),
    ],
)
def test_validate_refuses_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(HoursError, match=re.escape(sentence)):
        validate(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sa[1] 10:00-12:00; Mo-Fr 09:00-12:00",
        "Mo-Fr 09:00-17:00; We 14:00-17:00; PH off",
        "Mo-Fr 09:00-17:00; PH off; Dec 24 off; Dec 31 09:00-12:00",
        "Mo-Fr,PH 09:00-17:00; Sa 10:00-12:00",
        "Mo-Th 09:00-17:00; Fr 18:00-02:00; PH off",
    ],
)
def test_validate_accepts_an_order_that_hides_nothing(text: str) -> None:
    validate(text)
