"""Sentences as people type and dictate them, in four languages, and what is understood.

The clock stands on Wednesday 16 December 2026, 10:00.
"""

import csv
from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from spaces.directory import published
from spaces.search.canonical import canonical
from tests.spaces.search.sentence.conftest import Asks, Understands

pytestmark = pytest.mark.django_db

PRINT = {"service": "printing"}
TAXES = {"need": "fill_in_a_form", "topic": "taxes"}
ITSME = {"need": "fill_in_a_form", "topic": "itsme"}
BANK = {"need": "use_my_banks_app", "topic": "bank"}
LEARN = {"service": "training"}
LIBRARY = {"kind": "library"}
SATURDAY = {"open": "2026-12-19"}

SENTENCES = {
    # What, where and when, in any order.
    "imprimer": PRINT,
    "où puis-je imprimer mon billet près de Simonis samedi ?": PRINT | {"q": "Simonis"} | SATURDAY,
    "samedi, Simonis, imprimer": PRINT | {"q": "Simonis"} | SATURDAY,
    "Anderlecht ouvert samedi": {"q": "Anderlecht"} | SATURDAY,
    "ik wil zaterdag iets afprinten in Elsene": PRINT | {"q": "Elsene"} | SATURDAY,
    "print something near Flagey on Saturday please": PRINT | {"q": "Flagey"} | SATURDAY,
    "طباعة في مولنبيك يوم السبت": PRINT | {"q": "مولنبيك"} | SATURDAY,
    "printen près de Flagey on saturday": PRINT | {"q": "Flagey"} | SATURDAY,
    # Needs, services and topics.
    "j'ai besoin d'aide pour ma déclaration d'impôts": TAXES,
    "taxonweb Ukkel": TAXES | {"q": "Ukkel"},
    "hulp nodig met mijn belastingaangifte": TAXES,
    "installer itsme": ITSME,
    "it's me anderlecht": ITSME | {"q": "anderlecht"},
    "mijn bankapp werkt niet meer": BANK,
    "help with my bank app": BANK,
    "payer une facture": BANK,
    "payer mes factures sur internet": BANK,
    "تطبيق البنك": BANK,
    "مساعدة": {"need": "ask_for_help"},
    "aidez-moi svp": {"need": "ask_for_help"},
    "chercher un emploi en ligne": {"need": "find_work"},
    "vacatures zoeken": {"need": "find_work"},
    "faire un CV": {"need": "find_work", "topic": "cv"},
    "apprendre l'ordinateur": {"need": "learn"},
    "gratis computerlessen": LEARN | {"free": "1"},
    "cours excel": LEARN | {"need": "learn", "topic": "office"},
    "utiliser un ordi": {"need": "use_a_computer"},
    "scanner ma carte d'identité": {"service": "scanning"},
    "demande de bourse": {"need": "fill_in_a_form"},
    "wifi gratuit": {"service": "internet", "free": "1"},
    "CPAS Molenbeek": {"need": "fill_in_a_form", "q": "Molenbeek"},
    # Who prints says what to print; who asks for help says with what.
    "imprimer mon CV": PRINT,
    "aide pour imprimer": PRINT,
    # Terms, access, languages.
    "sans rendez-vous": {"walk_in": "1"},
    "zonder afspraak Jette": {"walk_in": "1", "q": "Jette"},
    "fauteuil roulant": {"access": "step_free"},
    "avec ascenseur et accès PMR": {"access": "lift,step_free"},
    "quelqu'un qui parle arabe": {"language": "ar"},
    "iemand die Turks spreekt": {"language": "tr"},
    "someone who speaks Spanish in Ixelles": {"language": "es", "q": "Ixelles"},
    # A library is a wish; a library's name is a place.
    "bibliothèque": LIBRARY,
    "bibliotheek Elsene": LIBRARY | {"q": "Elsene"},
    "مكتبة": LIBRARY,
    "Bibliothèque de Laeken": {"q": "Bibliothèque de Laeken"},
    "Atelier du Web": {"q": "Atelier du Web"},
    # Places whose names are words.
    "Midi": {"q": "Midi"},
    "gare du Midi à midi": {"q": "gare du Midi", "open": "2026-12-16T12:00"},
    "Place du Samedi": {"q": "Place du Samedi"},
    "rue du Travail": {"q": "rue du Travail"},
    "travail": {"need": "find_work"},
    "imprimer rue de l'Imprimerie": PRINT | {"q": "rue de l'Imprimerie"},
    "scanner rue de la Loi 16": {"service": "scanning", "q": "rue de la Loi 16"},
    "1080 imprimer": PRINT | {"q": "1080"},
    # Near me, and lines.
    "près de chez moi": {"near": "1"},
    "afdrukken dichtbij": PRINT | {"near": "1"},
    "library near me": LIBRARY | {"near": "1"},
    "قريب مني": {"near": "1"},
    "tram 51": {"line": "51"},
    "imprimer tram 51": PRINT | {"line": "51"},
    # Typing errors.
    "imprmer Simonis": PRINT | {"q": "Simonis"},
    "bibliotheqe": LIBRARY,
    "samdi Flagey": {"q": "Flagey"} | SATURDAY,
    "fauteuille roulant": {"access": "step_free"},
    # Nothing but what every place is, and nothing at all.
    "EPN": {},
    "bonjour": {},
    "?!": {"q": "?!"},
}

MOMENTS = {
    "ouvert": "now",
    "nu open": "now",
    "مفتوح الآن": "now",
    "aujourd'hui": "2026-12-16",
    "demain": "2026-12-17",
    "overmorgen": "2026-12-18",
    "mercredi": "2026-12-16",
    "mercredi prochain": "2026-12-23",
    "le week-end": "2026-12-19 2026-12-20",
    "24/12": "2026-12-24",
    "5 januari": "2027-01-05",
    "le 1er mars 2027": "2027-03-01",
    "25 ديسمبر": "2026-12-25",
    "Kerstmis": "2026-12-25",
    "demain matin": "2026-12-17T08:00 12:00",
    "ce matin": "2026-12-16T08:00 12:00",
    "zaterdagnamiddag": "2026-12-19T12:00 17:00",
    "ouvert ce soir": "2026-12-16T17:00 22:00",
    "tomorrow evening": "2026-12-17T17:00 22:00",
    "après 17h": "2026-12-16T17:00 23:59",
    "na 17 uur": "2026-12-16T17:00 23:59",
    "after 5pm": "2026-12-16T17:00 23:59",
    "lundi avant 10h30": "2026-12-21T06:00 10:30",
    "vrijdag van 9 tot 12 uur": "2026-12-18T09:00 12:00",
    "entre 14h et 16h": "2026-12-16T14:00 16:00",
    "from 9 to 5": "2026-12-16T09:00 17:00",
    "avant 9h": "2026-12-17T06:00 09:00",  # of today that is over
    "à 18:30": "2026-12-16T18:30",
    "2:30 pm": "2026-12-16T14:30",
    "na 5 uur": "2026-12-16T17:00 23:59",  # nothing is open at five in the morning
    "à 8 heures du soir": "2026-12-16T20:00",
    "om half zes": "2026-12-16T17:30",
    "cinq heures": "2026-12-16T17:00",
    "بعد الساعة 5": "2026-12-16T17:00 23:59",
    "entre midi et deux": "2026-12-16T12:00 14:00",
    "après 17h et avant 20h": "2026-12-16T17:00 20:00",
    "samedi matin à 10h": "2026-12-19T10:00",
    "samedi midi": "2026-12-19T12:00",
    "morgen avond": "2026-12-17T17:00 22:00",
    "mercredi 23": "2026-12-23",
    "samedi ou dimanche": "2026-12-19 2026-12-20",
    "maandag tot vrijdag": "2026-12-21 2026-12-25",
    "next week": "2026-12-21 2026-12-27",
}

DICTATED = Path(__file__).with_name("dictated.csv")

UNKNOWN = {
    "imprimer zyxomma": ("zyxomma",),
    "zyxomma Flagey samedi": ("zyxomma",),
    "zyxomma": ("zyxomma",),
}


def test_sentence_is_understood(understands: Understands) -> None:
    wrong = {
        text: found for text, wants in SENTENCES.items() if (found := understands(text)) != wants
    }

    assert wrong == {}


def test_sentence_that_is_dictated_or_typed_in_haste_is_understood(asks: Asks) -> None:
    """The table holds four languages and mixtures, no accents, filler words, typing errors."""
    with DICTATED.open(newline="") as file:
        wants = {row["text"]: row["query"] for row in csv.DictReader(file)}

    found = {text: unquote_plus(canonical(asks(text).query)) for text in wants}

    assert len(wants) > 700
    assert {text: query for text, query in found.items() if query != wants[text]} == {}


def test_sentence_says_when(understands: Understands) -> None:
    found = {}
    for text in MOMENTS:
        query = understands(text)
        found[text] = " ".join(query[name] for name in ("open", "until") if name in query)
        assert not query.keys() - {"open", "until"}, text

    assert found == MOMENTS


def test_sentence_says_which_words_nobody_understands(asks: Asks) -> None:
    found = {text: asks(text).sentence.unknown for text in UNKNOWN}

    assert found == UNKNOWN


def test_code_of_a_space_is_its_name(understands: Understands) -> None:
    space = published.current().by_slug["bibliotheque-laeken"]

    for text in (
        space.code,
        space.code.lower(),
        f"{space.code[:2]} {space.code[2:]}",
        f" {space.code}-",
    ):
        assert understands(text) == {"q": space.name_en or space.name_fr}, text


def test_date_that_is_not_in_the_calendar_is_no_moment(understands: Understands) -> None:
    for text in ("31/02", "imprimer le 45/13", "32 décembre", "à 27h"):
        assert "open" not in understands(text), text
