"""What people say on every site: free, no appointment, step-free, a library, near me, a language.

What belongs to a need, a service or a topic is written by staff, in their tables.
"""

from collections.abc import Iterator

from django.utils.translation import override

from config.languages import LANGUAGES
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature
from spaces.search.sentence.fillers import FILLERS
from spaces.search.sentence.vocabulary import FILLER, Phrase, Sense

_FEATURE = AccessFeature.Feature

# What is asked for, and how it is said in each language; commas between the phrases.
_SAID: dict[Sense, dict[str, str]] = {
    Sense("free", "1"): {
        "fr": """
            gratuit, gratuite, gratuitement, sans payer, pas cher, ne rien payer, sans rien payer,
            gratos, gratuits, bon marché, à petit prix
        """,
        "nl": """
            gratis, kosteloos, zonder betalen, zonder te betalen, goedkoop, voor niets, gratis en
            voor niets
        """,
        "en": """
            free, no cost, at no cost, low cost, free of charge, for free, no charge, without
            paying, cheap
        """,
        "ar": "مجاني, مجانا, مجانية, بالمجان, بدون دفع, ببلاش, رخيص, بدون مقابل",
    },
    Sense("walk_in", "1"): {
        "fr": """
            sans rendez-vous, sans rendez vous, sans rdv, sans réservation, sans réserver, sans
            prendre rendez-vous, pas de rendez-vous, pas besoin de rendez-vous, sans inscription,
            sans prévenir, rdv pas nécessaire
        """,
        "nl": """
            zonder afspraak, geen afspraak, zonder reservatie, zonder reserveren, vrije inloop,
            zonder afspraken, afspraak niet nodig, zonder inschrijving, zonder inschrijven, vrij
            binnenlopen, binnenlopen
        """,
        "en": """
            no appointment, without appointment, without an appointment, walk-in, walk in,
            drop-in, drop in, no booking, without booking, no appointment needed, without
            registration, no reservation, just walk in, without reservation, without appt
        """,
        "ar": """
            بدون موعد مسبق, بدون مواعيد, بدون موعد, من غير موعد, بلا موعد, دون موعد, بدون حجز
        """,
    },
    Sense("access", _FEATURE.STEP_FREE.value): {
        "fr": """
            fauteuil roulant, chaise roulante, chaise roulant, fauteuil, en fauteuil, béquilles, à
            mobilité réduite, déambulateur, escaliers difficiles, PMR, accessible, accessibilité,
            accès PMR, accès handicapé, sans marche, sans marches, sans escalier, sans escaliers,
            plain-pied, rez-de-chaussée, handicap, handicapé, mobilité réduite, personne à mobilité
            réduite, rampe, poussette
        """,
        "nl": """
            rolstoel, rolstoelgebruiker, rollator, krukken, gehandicapt, rolstoeltoegankelijk,
            rolwagen, toegankelijk, zonder trap, zonder trappen, zonder drempel, drempelvrij,
            gelijkvloers, beperkte mobiliteit, mindervalide, handicap, kinderwagen
        """,
        "en": """
            wheelchair, wheel chair, walker, crutches, handicapped, wheelchair user, wheelchair
            friendly, wheelchair accessible, wheelchair access, step-free, step free, no steps,
            without steps, no stairs, accessible, disabled, disability, reduced mobility,
            ground floor, ramp, pram, stroller
        """,
        "ar": """
            كرسي متحرك, على كرسي متحرك, كرسي بعجلات, كراسي متحركة, الكراسي المتحركة, ذوي الإعاقة,
            كرسي المتحرك,
            ذوي الاحتياجات الخاصة, بدون درج, بدون سلالم, إعاقة, معاق
        """,
    },
    Sense("access", _FEATURE.TOILET.value): {
        "fr": "toilettes accessibles, toilette adaptée, toilettes PMR, WC accessible",
        "nl": "toegankelijk toilet, aangepast toilet, rolstoeltoilet",
        "en": "accessible toilet, disabled toilet",
        "ar": "مرحاض لذوي الاحتياجات الخاصة",
    },
    Sense("access", _FEATURE.LIFT.value): {
        "fr": "ascenseur, avec ascenseur",
        "nl": "lift, met lift",
        "en": "lift, elevator",
        "ar": "مصعد",
    },
    Sense("access", _FEATURE.HEARING_LOOP.value): {
        "fr": "boucle auditive, boucle à induction, malentendant, malentendants, sourd",
        "nl": "ringleiding, slechthorend, slechthorenden, doof",
        "en": "hearing loop, induction loop, hard of hearing, deaf",
        "ar": "ضعاف السمع, أصم",
    },
    Sense("access", _FEATURE.SCREEN_READER.value): {
        "fr": "lecteur d’écran, malvoyant, malvoyants, aveugle, aveugles",
        "nl": "schermlezer, slechtziend, slechtzienden, blind",
        "en": "screen reader, blind, visually impaired",
        "ar": "قارئ الشاشة, مكفوف, ضعاف البصر",
    },
    Sense("access", _FEATURE.CHILDREN.value): {
        "fr": "avec enfants, avec mes enfants, avec mon enfant, enfants bienvenus, enfants",
        "nl": "met kinderen, met mijn kinderen, kindvriendelijk, kinderen",
        "en": """
            with children, with my children, with kids, child friendly, children welcome, kids
        """,
        "ar": "مع الأطفال, أطفال",
    },
    Sense("kind", "library"): {
        "fr": """
            bibliothèque, bibliothèques, biblio, bibli, médiathèque, bibliothèque communale,
            bibliothèque publique
        """,
        "nl": """
            bibliotheek, bibliotheken, bieb, bib, mediatheek, openbare bibliotheek, gemeentelijke
            bibliotheek
        """,
        "en": "library, libraries, public library",
        "ar": "مكتبة, المكتبة, مكتبات",
    },
    Sense("near", "1"): {
        "fr": """
            près de moi, près de chez moi, proche de moi, proche de chez moi, autour de moi, à
            côté de moi, à côté de chez moi, chez moi, près d’ici, par ici, autour d’ici, ici, à
            proximité, le plus proche, la plus proche, dans mon quartier, mon quartier, pas loin,
            dans le coin, ma position, pas loin de moi, pas loin de chez moi, pas loin d’ici, à
            côté d’ici, à côté, proche d’ici, plus proche de moi, le plus près, la plus près,
            les plus proches, près de ma maison, près de mon domicile, autour de chez moi, tout
            près, dans les environs
        """,
        "nl": """
            bij mij, dicht bij mij, dichtbij mij, in mijn buurt, mijn buurt, bij mij in de buurt,
            in de buurt, dichtbij, hier, hier in de buurt, dichtstbijzijnde, rondom mij, in mijn
            wijk, bij mij thuis, dichtst bij mij, dichtbij huis, dicht bij huis, het dichtste bij,
            het
            dichtstbij, dichtst, dichtste, niet ver, niet ver van mij, niet ver van hier, vlakbij,
            vlak bij mij, rond mij, hier dichtbij, kortbij
        """,
        "en": """
            near me, close to me, around me, next to me, nearby, near here, close by, here, around
            here, nearest, closest, in my neighbourhood, near my home, near
            my house, close to home, close to my home, near home, in my neighbourhood, in my
            neighborhood, my neighborhood, not far, not far from me, not far from
            here, around my place, in the neighbourhood
        """,
        "ar": """
            قريب مني, قريبة مني, قريب من بيتي, قرب بيتي, قريب من منزلي, بالقرب من بيتي, قرب منزلي,
            في حيي, في منطقتي, قريبة, بقربي, جنبي, قريب من هنا, قريب, بالقرب مني, قربي,
            بجانبي, حولي, هنا, الأقرب, أقرب
        """,
    },
    # Without a moment it asks for now.
    Sense("open", ""): {
        "fr": """
            ouvert, ouverte, ouverts, ouvertes, c’est ouvert, qui est
            ouvert
        """,
        "nl": "open, geopend, is open",
        "en": "open, opened, is open",
        "ar": "مفتوح, مفتوحة, فاتح, مفتوحين",
    },
    # Who asks when it is open does not ask for what is open now.
    Sense("hours", ""): {
        "fr": "à quelle heure, jusqu’à quelle heure, quand, heures d’ouverture, "
        "horaires d’ouverture, horaires",
        "nl": "hoe laat, tot hoe laat, wanneer, openingsuren, uren",
        "en": "what time, until what time, when, opening hours, opening times",
        "ar": "متى, ساعات العمل, أوقات العمل, أوقات الدوام, مواعيد العمل",
    },
    # Of an account or a program that is named beside it, else it asks for safety.
    Sense("password", ""): {
        "fr": """
            mot de passe, mots de passe, mdp, mot de passe oublié, code PIN, code secret, perdu
            mon mot de passe, oublié mon mot de passe, changer mon mot de passe, mot de pass
        """,
        "nl": "wachtwoord, wachtwoorden, paswoord, pincode, geheime code, wachtwoord vergeten",
        "en": "password, passwords, passcode, PIN code, PIN, forgot password, reset password",
        "ar": "كلمة السر, كلمة المرور, كلمات المرور, كلمات السر, الرقم السري, رمز السر",
    },
}


def phrases() -> Iterator[Phrase]:
    """Yield all of them, with the names of the languages that people speak."""
    for sense, said in (*_SAID.items(), (FILLER, FILLERS)):
        for language, text in said.items():
            for phrase in text.split(","):
                yield Phrase(language, phrase.strip(), sense)
    for language in LANGUAGES:
        with override(language):
            for code, name in SPOKEN_LANGUAGES.items():
                yield Phrase(language, str(name), Sense("language", code))
    for language, code, names in _FURTHER_NAMES:
        for spoken in names.split(","):
            yield Phrase(language, spoken.strip(), Sense("language", code))


# Names of languages beside those on our pages.
_FURTHER_NAMES = (
    ("fr", "nl", "flamand, néerlandophone"),
    ("fr", "fr", "francophone"),
    ("fr", "ar", "arabophone, darija, marocain"),
    ("fr", "fa", "farsi, dari, iranien, afghan"),
    ("fr", "uk", "ukrainienne"),
    ("fr", "ps", "pachto, pashto"),
    ("fr", "sw", "kiswahili"),
    ("nl", "nl", "Vlaams, Nederlandstalig"),
    ("nl", "fr", "Franstalig"),
    ("nl", "ar", "Arabischtalig, Marokkaans"),
    ("nl", "fa", "Farsi, Dari"),
    ("en", "nl", "Flemish"),
    ("en", "fa", "Farsi, Dari"),
    ("ar", "ar", "عربي, العربية, بالعربية, عربية, بالعربي"),
    ("ar", "fr", "فرنسي, الفرنسية, بالفرنسية"),
    ("ar", "nl", "هولندي, الهولندية, بالهولندية, النيرلندية"),
    ("ar", "en", "إنجليزي, الإنجليزية, بالإنجليزية"),
)
