"""What people say on every site: free, no appointment, step-free, a library, near me, and fillers.

What belongs to a need, a service or a topic is written by staff, in their tables.
"""

from collections.abc import Iterator

from django.utils.translation import override

from config.languages import LANGUAGES
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature
from spaces.search.sentence.vocabulary import FILLER, Phrase, Sense

_FEATURE = AccessFeature.Feature

# What is asked for, and how it is said in each language; commas between the phrases.
_SAID: dict[Sense, dict[str, str]] = {
    Sense("free", "1"): {
        "fr": "gratuit, gratuite, gratuitement, sans payer, pas cher, ne rien payer, gratos",
        "nl": "gratis, kosteloos, zonder betalen, niet betalen, goedkoop",
        "en": "free, free of charge, for free, no charge, without paying, cheap",
        "ar": "مجاني, مجانا, مجانية, بالمجان, بدون دفع",
    },
    Sense("walk_in", "1"): {
        "fr": "sans rendez-vous, sans rendez vous, sans rdv, sans réservation, sans réserver, "
        "sans prendre rendez-vous, pas de rendez-vous",
        "nl": "zonder afspraak, geen afspraak, zonder reservatie, zonder reserveren, vrije "
        "inloop, "
        "inloop",
        "en": "no appointment, without appointment, without an appointment, walk-in, walk in, "
        "drop-in, drop in, no booking, without booking",
        "ar": "بدون موعد, من غير موعد, بلا موعد, دون موعد, بدون حجز",
    },
    Sense("access", _FEATURE.STEP_FREE.value): {
        "fr": "fauteuil roulant, chaise roulante, PMR, accessible, accessibilité, accès PMR, "
        "accès handicapé, sans marche, "
        "sans marches, sans escalier, sans escaliers, plain-pied, handicap, handicapé, "
        "mobilité réduite, personne à mobilité réduite, rampe, poussette",
        "nl": "rolstoel, rolstoeltoegankelijk, toegankelijk, zonder trap, zonder trappen, "
        "zonder drempel, drempelvrij, beperkte mobiliteit, mindervalide, handicap, kinderwagen",
        "en": "wheelchair, wheelchair accessible, wheelchair access, step-free, step free, "
        "no steps, without steps, no stairs, accessible, disabled, disability, "
        "reduced mobility, ramp, pram, stroller",
        "ar": "كرسي متحرك, كرسي المتحرك, ذوي الاحتياجات الخاصة, بدون درج, بدون سلالم, إعاقة, معاق",
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
        "en": "with children, with my children, with kids, child friendly, children welcome, kids",
        "ar": "مع الأطفال, أطفال",
    },
    Sense("kind", "library"): {
        "fr": "bibliothèque, bibliothèques, biblio, médiathèque",
        "nl": "bibliotheek, bibliotheken, bieb, bib",
        "en": "library, libraries, public library",
        "ar": "مكتبة, المكتبة, مكتبات",
    },
    Sense("near", "1"): {
        "fr": "près de moi, près de chez moi, proche de moi, proche de chez moi, autour de moi, "
        "à côté de moi, à côté de chez moi, chez moi, près d’ici, par ici, autour d’ici, ici, "
        "à proximité, le plus proche, la plus proche, dans mon quartier, mon quartier, "
        "pas loin, dans le coin, ma position",
        "nl": "bij mij, dicht bij mij, dichtbij mij, in mijn buurt, mijn buurt, bij mij in de "
        "buurt, in de buurt, dichtbij, hier, hier in de buurt, dichtstbijzijnde, rondom mij, "
        "in mijn wijk, mijn locatie, bij mij thuis",
        "en": "near me, close to me, around me, next to me, nearby, near here, close by, here, "
        "around here, nearest, closest, in my area, my location, my neighbourhood",
        "ar": "قريب مني, قريب, بالقرب مني, قربي, بجانبي, حولي, هنا, الأقرب, أقرب",
    },
    # Without a moment it asks for now.
    Sense("open", ""): {
        "fr": "ouvert, ouverte, ouverts, ouvertes, c’est ouvert, qui est ouvert",
        "nl": "open, geopend, is open",
        "en": "open, opened, is open",
        "ar": "مفتوح, مفتوحة, يفتح",
    },
    FILLER: {
        "fr": "je, j’ai, moi, tu, il, elle, on, nous, vous, y, ai, as, avez, suis, est, sont, "
        "êtes, être, avoir, veux, veut, voudrais, voudrait, voulez, souhaite, souhaiterais, "
        "aimerais, savoir, connaître, prendre, venir, voir, demander, dire, donner, oublié, "
        "seniors, couleur, tard, "
        "perdu, madame, monsieur, beaucoup, attendre, si possible, possible, "
        "ne marche pas, ne marche plus, marche pas, fonctionne pas, "
        "cherche, chercher, recherche, trouver, trouve, peux, peut, puis, pourrais, "
        "pouvez, pouvoir, dois, doit, devoir, faut, faire, fait, fais, aller, vais, besoin, "
        "comment, où, quand, quel, quelle, quels, quelles, qui, quoi, combien, pourquoi, "
        "quelqu’un, quelque chose, quelque part, un endroit, endroit, lieu, lieux, adresse, "
        "adresses, un espace, espace public numérique, espaces publics numériques, EPN, "
        "point numérique, s’il vous plaît, s’il te plaît, svp, stp, merci, bonjour, bonsoir, "
        "salut, allo, avec, sans, document, documents, papier, papiers, page, pages, chose, "
        "parle, parler, parlent, parlant, parlez, langue, en ligne, sur internet, utiliser, "
        "utilisation, usage, se servir, servir, mon, ma, mes, notre, mini, petit, petite, "
        "très, bien, aussi, urgent, rapidement, vite, public, publique, numérique, numériques, "
        "près, proche, vers, chez, autour, côté, alentours, environs, à proximité de, "
        "non loin, heure, heures d’ouverture, horaire, horaires, ouverture, c’est, est-ce que, "
        "il y a, y a-t-il, là, tout, tous, toute, toutes, ensemble, personne, gens, nouveau, "
        "nouvelle, cette semaine, en semaine, semaine, le plus, plus, pas, "
        "installer, compte, mettre, ouvrir, créer, bruxellois",
        "nl": "niet, kleur, laat, senioren, "
        "ik, mij, me, je, jij, u, hij, zij, we, wij, jullie, er, ben, bent, zijn, heb, "
        "hebt, heeft, hebben, wil, wilt, willen, wou, zou, zoek, zoeken, zoekt, vind, vinden, kan, "
        "kunt, kunnen, moet, moeten, mag, doen, gaan, ga, nodig, hoe, waar, wanneer, welke, "
        "welk, wie, wat, iemand, iets, ergens, plaats, plek, plekken, adres, een ruimte, "
        "openbare computerruimte, openbare computerruimten, OCR, alstublieft, alsjeblieft, "
        "aub, dank, bedankt, hallo, dag, goeiedag, goedendag, zonder, document, documenten, "
        "papier, pagina, spreekt, spreken, sprekend, praat, taal, online, op internet, "
        "gebruiken, gebruik, gebruikt, mijn, ons, onze, heel, goed, ook, dringend, snel, "
        "openbaar, openbare, publiek, digitaal, digitale, nabij, dicht, rond, omgeving, uren, "
        "openingsuren, uur, opening, daar, alle, alles, mensen, persoon, nieuw, nieuwe, "
        "deze week, week, beetje, graag, maken, installeren, weten, komen, zien, vragen, werkt "
        "niet, werkt niet meer, vergeten, in de buurt van, "
        "dicht bij, dichtbij de",
        "en": "not, colour, color, late, seniors, "
        "i, i’m, me, you, he, she, we, they, there, am, are, be, have, has, had, do, does, "
        "want, wants, need, needs, would, like, could, can, must, should, look, looking, "
        "search, searching, find, get, go, going, how, where, when, which, who, what, "
        "somebody, someone, something, somewhere, anywhere, place, places, a place, address, a "
        "space, digital public space, digital public spaces, please, thanks, thank, hello, "
        "hi, without, document, documents, paper, page, pages, speaks, speak, speaking, "
        "spoken, talks, talk, language, online, on the internet, use, using, used, some, "
        "any, our, very, well, also, urgent, urgently, quickly, fast, public, digital, near, "
        "close, around, next, hours, opening hours, hour, opening, all, people, person, new, "
        "this week, week, make, let, give, tell, show, me, install, account, know, come, see, "
        "ask, forgot, forgotten, lost, "
        "not working, does not work, doesn’t work, work on",
        "ar": "أنا, أريد, اريد, ابغى, بدي, أحتاج, احتاج, أبحث, ابحث, أين, اين, وين, كيف, متى, ما, "
        "ماذا, "
        "هل, يوجد, هناك, شخص, أحد, مكان, أماكن, عنوان, من فضلك, لو سمحت, شكرا, مرحبا, السلام, "
        "عليكم, يتكلم, يتحدث, تتكلم, الذي, التي, لغة, باللغة, استخدام, استعمال, بالقرب من, قرب, "
        "جانب, "
        "بجانب, وثيقة, مستند, ورقة, ساعات العمل, كل, لي, لكي, ممكن, عندي, عند, أن, يمكنني, "
        "بروكسل, يوم, نسيت",
    },
}


def phrases() -> Iterator[Phrase]:
    """Yield all of them, with the names of the languages that people speak."""
    for sense, said in _SAID.items():
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
