"""How days, months and parts of a day are said in four languages: patterns of folded text. Pure."""

import re

from spaces.search.sentence.tokens import plain


def _one_of(text: str) -> str:
    """Return the pattern of any of these phrases, the longest first."""
    phrases = sorted((plain(phrase.strip()) for phrase in text.split(",")), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", " ") for phrase in phrases)


NOW = _one_of(
    "maintenant, en ce moment, actuellement, tout de suite, immédiatement, à l heure actuelle, "
    "nu, nu meteen, momenteel, op dit moment, now, right now, currently, at the moment, "
    "الآن, حاليا, في هذه اللحظة, دلوقتي"
)
TODAY = _one_of("aujourd hui, aujourdhui, auj, vandaag, today, اليوم, هذا اليوم")
TOMORROW = _one_of("demain, morgen, tomorrow, غدا, غد, بكرة, بكرا")
AFTER_TOMORROW = _one_of(
    "après demain, apres-demain, overmorgen, the day after tomorrow, day after tomorrow, بعد غد"
)
WEEKEND = _one_of(
    "week end, week-end, weekend, weekends, le week end, ce week end, wekeinde, dit weekend, "
    "this weekend, نهاية الأسبوع, عطلة نهاية الأسبوع, الويكند"
)
NEXT = _one_of(
    "prochain, prochaine, qui vient, volgende, komende, aanstaande, next, coming, القادم, المقبل"
)

_WEEKDAYS = (
    "lundi, maandag, monday, الاثنين, الإثنين, اثنين",
    "mardi, dinsdag, tuesday, الثلاثاء, ثلاثاء",
    "mercredi, woensdag, wednesday, الأربعاء, أربعاء",
    "jeudi, donderdag, thursday, الخميس, خميس",
    "vendredi, vrijdag, friday, الجمعة, جمعة",
    "samedi, zaterdag, saturday, السبت, سبت",
    "dimanche, zondag, sunday, الأحد",
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
    "matin, matinée, le matin, ce matin, voormiddag, ochtend, s morgens, s ochtends, vanmorgen, "
    "vanochtend, morning, in the morning, this morning, صباحا, الصباح, صباح, هذا الصباح"
)
NOON = _one_of(
    "à midi, ce midi, vers midi, pendant midi, heure de midi, temps de midi, pause de midi, "
    "sur le temps de midi, middagpauze, noon, midday, at noon, lunchtime, الظهر, ظهرا"
)
AFTERNOON = _one_of(
    "après midi, après-midi, aprem, l après midi, cet après midi, namiddag, s namiddags, "
    "middag, s middags, vanmiddag, afternoon, this afternoon, بعد الظهر, العصر"
)
EVENING = _one_of(
    "soir, soirée, le soir, ce soir, en soirée, avond, s avonds, vanavond, evening, tonight, "
    "this evening, in the evening, المساء, مساء, هذا المساء, الليلة"
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

# Right behind a weekday: zaterdagvoormiddag, zaterdagmorgen.
BEHIND_WEEKDAY = {
    "voormiddag": "morning",
    "ochtend": "morning",
    "morgen": "morning",
    "namiddag": "afternoon",
    "middag": "afternoon",
    "avond": "evening",
}

AFTER = _one_of("après, à partir de, à partir, dès, na, vanaf, after, from, بعد, ابتداء من, من")
BEFORE = _one_of("avant, jusqu à, jusque, voor, tot, before, until, till, قبل, حتى")
AT = _one_of("à, vers, om, rond, at, around, الساعة, على الساعة")
FROM = _one_of("de, d, entre, van, tussen, from, between, من, بين")
TO = _one_of("à, et, jusqu à, tot, en, to, and, till, until, إلى, حتى, و")

SINGLE_WORDS = frozenset(
    word
    for pattern in (NOW, TOMORROW, TODAY, WEEKEND, WEEKDAY, MONTH, MORNING, AFTERNOON, EVENING)
    for word in pattern.replace("\\", "").split("|")
    if word.isalpha()
)
