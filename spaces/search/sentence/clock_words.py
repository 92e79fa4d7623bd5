"""How days, months and parts of a day are said in four languages: patterns of folded text. Pure."""

import re

from spaces.search.sentence.tokens import plain


def _one_of(text: str) -> str:
    """Return the pattern of any of these phrases, the longest first."""
    phrases = sorted((plain(phrase.strip()) for phrase in text.split(",")), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", " ") for phrase in phrases)


NOW = _one_of(
    "maintenant, mtn, là maintenant, de suite, toute de suite, tout de suite, en ce moment, "
    "actuellement, immédiatement, "
    "à l heure actuelle, nu, nu meteen, momenteel, op dit moment, now, right now, currently, "
    "at the moment, الآن, حاليا, في هذه اللحظة, دلوقتي"
)
TODAY = _one_of(
    "aujourd hui, aujourdhui, auj, ojd, vandaag, vandaag nog, today, ce jour, "
    "اليوم, هذا اليوم, النهارده"
)
TOMORROW = _one_of("demain, dmain, morgen, tomorrow, tomorow, tmrw, غدا, غد, بكرة, بكرا")
AFTER_TOMORROW = _one_of(
    "après demain, apres-demain, overmorgen, the day after tomorrow, day after tomorrow, بعد غد"
)
WEEKEND = _one_of(
    "week end, week-end, week ends, weekend, weekends, wkd, le week end, ce week end, "
    "wekeinde, weekeinde, dit weekend, this weekend, نهاية الأسبوع, عطلة نهاية الأسبوع, الويكند"
)
NEXT = _one_of(
    "prochain, prochaine, prochains, qui vient, volgende, komende, aanstaande, eerstvolgende, "
    "next, coming, القادم, القادمة, المقبل"
)

_WEEKDAYS = (
    "lundi, lundis, maandag, maandags, monday, mondays, الاثنين, الإثنين, اثنين",
    "mardi, mardis, dinsdag, dinsdags, tuesday, tuesdays, tue, tues, الثلاثاء, ثلاثاء",
    "mercredi, mercredis, woensdag, woensdags, wednesday, wednesdays, wed, الأربعاء, أربعاء",
    "jeudi, jeudis, donderdag, donderdags, thursday, thursdays, thu, thurs, الخميس, خميس",
    "vendredi, vendredis, vrijdag, vrijdags, friday, fridays, fri, الجمعة, جمعة",
    "samedi, samedis, sam, zaterdag, zaterdags, saturday, saturdays, sat, السبت, سبت",
    "dimanche, dimanches, dim, zondag, zondags, sunday, sundays, sun, الأحد",
)
_MONTHS = (
    "janvier, janv, januari, january, jan, يناير, جانفي, كانون الثاني",
    "février, fevr, februari, february, feb, فبراير, فيفري, شباط",
    "mars, maart, march, مارس, آذار",
    "avril, avr, april, apr, أبريل, أفريل, نيسان",
    "mai, mei, may, مايو, ماي, أيار",
    "juin, juni, june, يونيو, جوان, حزيران",
    "juillet, juil, juli, july, يوليو, يوليوز, جويلية, تموز",
    "août, augustus, august, aug, أغسطس, غشت, أوت, آب",
    "septembre, sept, september, سبتمبر, شتنبر, أيلول",
    "octobre, oct, oktober, okt, october, أكتوبر, تشرين الأول",
    "novembre, nov, november, نوفمبر, نونبر, تشرين الثاني",
    "décembre, déc, december, dec, ديسمبر, دجنبر, كانون الأول",
)


def _numbered(names: tuple[str, ...]) -> dict[str, int]:
    return {plain(name.strip()): n for n, text in enumerate(names) for name in text.split(",")}


WEEKDAYS = _numbered(_WEEKDAYS)  # from Monday, 0
MONTHS = {name: n + 1 for name, n in _numbered(_MONTHS).items()}
WEEKDAY = _one_of(", ".join(_WEEKDAYS))
MONTH = _one_of(", ".join(_MONTHS))

MORNING = _one_of(
    "matin, matinée, le matin, ce matin, en matinée, au matin, tôt, tôt le matin, avant midi, "
    "voormiddag, ochtend, s morgens, smorgens, s ochtends, sochtends, vanmorgen, vanochtend, "
    "voor de middag, in de voormiddag, in de ochtend, vroeg, morning, in the morning, "
    "this morning, mornings, early, before noon, صباحا, الصباح, صباح, في الصباح, هذا الصباح"
)
NOON = _one_of(
    "à midi, ce midi, vers midi, pendant midi, heure de midi, temps de midi, pause de midi, "
    "sur le temps de midi, middagpauze, noon, midday, at noon, lunchtime, الظهر, ظهرا"
)
AFTERNOON = _one_of(
    "après midi, après-midi, aprem, aprèm, l après midi, cet après midi, fin d après midi, "
    "namiddag, s namiddags, snamiddags, deze namiddag, middag, s middags, smiddags, vanmiddag, "
    "in de namiddag, na de middag, afternoon, this afternoon, in the afternoon, afternoons, "
    "بعد الظهر, العصر"
)
EVENING = _one_of(
    "soir, soirs, soirée, le soir, ce soir, en soirée, du soir, au soir, après le travail, "
    "après le boulot, tard, tard le soir, avond, s avonds, savonds, vanavond, deze avond, "
    "in de avond, na het werk, laat, laat op de avond, "
    "evening, evenings, tonight, this evening, in the evening, at night, after work, late, "
    "مسائية, مسائي, المساء, مساء, في المساء, هذا المساء, الليلة, بالليل"
)
# Days that bear a name: month, day.
FEASTS = {
    plain(name.strip()): day
    for day, names in {
        (12, 24): "réveillon de noël, kerstavond, christmas eve",
        (12, 25): "noël, kerstmis, kerst, christmas",
        (12, 31): "oudejaarsavond, new year s eve, saint sylvestre",
        (1, 1): "nouvel an, jour de l an, nieuwjaar, new year, new year s day",
    }.items()
    for name in names.split(",")
}
FEAST = _one_of(", ".join(FEASTS))

# Right behind a day: zaterdagvoormiddag, morgenavond, samedi midi.
BEHIND_DAY = {
    "voormiddag": "morning",
    "ochtend": "morning",
    "morgen": "morning",
    "namiddag": "afternoon",
    "middag": "afternoon",
    "avond": "evening",
    "midi": "noon",
}

AFTER = _one_of("après, à partir de, à partir, dès, na, vanaf, after, from, بعد, ابتداء من, من")
BEFORE = _one_of("avant, jusqu à, jusque, voor, tot, before, until, till, قبل, حتى")
LUNCH = _one_of(
    "entre midi et deux, entre midi et 2, entre midi et deux heures, entre midi et 14h, "
    "entre 12 et 14, tussen de middag, over the lunch break, during lunch"
)
AT = _one_of("à, vers, om, rond, at, around, الساعة, على الساعة")
FROM = _one_of("de, d, entre, van, tussen, from, between, من, بين")
TO = _one_of("à, et, jusqu à, tot, en, to, and, till, until, إلى, حتى, و")
FOR = _one_of("pour, pendant, durant, dans, voor, gedurende, binnen, over, for, in, within, لمدة")
TO_DAY = _one_of("à, au, jusqu à, jusqu au, tot, tot en met, tem, to, till, until, through, إلى")
WEEK = _one_of("semaine, week, الأسبوع, أسبوع")

# Hours in words.
NUMBERS = {
    plain(name): n + 1
    for n, names in enumerate(
        (
            "une één een one الواحدة",
            "deux twee two الثانية",
            "trois drie three الثالثة",
            "quatre vier four الرابعة",
            "cinq vijf five الخامسة",
            "six zes السادسة",
            "sept zeven seven السابعة",
            "huit acht eight الثامنة",
            "neuf negen nine التاسعة",
            "dix tien ten العاشرة",
            "onze elf eleven",
            "douze twaalf twelve",
            "treize dertien",
            "quatorze veertien",
            "quinze vijftien",
            "seize zestien",
        )
    )
    for name in names.split()
} | {"dix sept": 17, "dix huit": 18, "dix neuf": 19, "zeventien": 17, "achttien": 18}
NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))

SINGLE_WORDS = frozenset(
    word
    for pattern in (NOW, TOMORROW, TODAY, WEEKEND, WEEKDAY, MONTH, MORNING, AFTERNOON, EVENING)
    for word in pattern.replace("\\", "").split("|")
    if word.isalpha()
)
