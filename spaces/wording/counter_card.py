"""The card that somebody shows at a counter: what they want, and the language that they speak.

Everything stands in the address: `?need=use_my_banks_app&topic=itsme&language=tr`, the last one
the language that the person speaks, as ISO 639-1 has it; without one it is that of the page.
"""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from config.languages import LANGUAGES, Language, current
from spaces.directory.published import Directory
from spaces.language.localized import Text, localized
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Need, Space, Topic

AT_THE_COUNTER = ("fr", "nl")  # what whoever sits there reads


@dataclass(frozen=True)
class Choice:
    """Another card: what is chosen for it, in words, its address, and whether it is this one."""

    words: str
    address: str
    chosen: bool


@dataclass(frozen=True)
class CounterCard:
    """A card for a space. Its sentences are those of the language that is active when read."""

    space: Space
    need: Need | None
    topic: Topic | None
    spoken: str
    problems: tuple[str, ...]
    directory: Directory

    @property
    def languages(self) -> list[Language]:
        """Return the languages that the card says it in: the person's own, French and Dutch."""
        own = self.spoken if self.spoken in LANGUAGES else current().code
        return [LANGUAGES[code] for code in dict.fromkeys((own, *AT_THE_COUNTER))]

    @property
    def request(self) -> Text:
        """Return the sentence that asks for what the person wants."""
        for wanted in (self.topic, self.need):
            if wanted and (said := localized(wanted, "request")):
                return said
        return Text(_("I would like some help, please."), current().code, is_fallback=False)

    @property
    def speaks(self) -> str:
        """Return the sentence that says what the person speaks."""
        name = SPOKEN_LANGUAGES.get(self.spoken) or LANGUAGES[self.spoken].name
        return _("I speak %(language)s.") % {"language": name}

    @property
    def wishes(self) -> list[Choice]:
        """Return the cards for all that one can want, in the reader's words."""
        needs = [
            (str(localized(need, "phrase")), need, None) for need in self.directory.needs.values()
        ]
        topics = [
            (str(localized(topic, "name")), self.directory.needs[topic.need.code], topic)
            for topic in self.directory.topics.values()
        ]
        return [
            Choice(
                words,
                self._with(need, topic, self.spoken),
                (need, topic) == (self.need, self.topic),
            )
            for words, need, topic in needs + topics
        ]

    @property
    def tongues(self) -> list[Choice]:
        """Return the cards for all languages that one can speak."""
        return [
            Choice(str(name), self._with(self.need, self.topic, code), code == self.spoken)
            for code, name in SPOKEN_LANGUAGES.items()
        ]

    def _with(self, need: Need | None, topic: Topic | None, spoken: str) -> str:
        said = (
            ("need", need.code if need else ""),
            ("topic", topic.code if topic else ""),
            ("language", spoken),
        )
        there = reverse("counter_card", args=[self.space.slug])
        return f"{there}?{urlencode([(name, code) for name, code in said if code])}"


def read(parameters: QueryDict, space: Space, directory: Directory) -> CounterCard:
    """Return the card that an address asks for; what is not known is said among the problems."""
    asked = {name: parameters.get(name, "") for name in ("need", "topic", "language")}
    topic = directory.topics.get(asked["topic"])
    need = directory.needs.get(topic.need.code if topic else asked["need"])
    spoken = asked["language"] or current().code
    known = {
        "need": not asked["need"] or asked["need"] in directory.needs,
        "topic": not asked["topic"] or topic is not None,
        "language": spoken in {*SPOKEN_LANGUAGES, current().code},
    }
    problems = () if all(known.values()) else (_("We do not know this choice. Choose below."),)
    if not known["language"]:
        spoken = current().code
    return CounterCard(space, need, topic, spoken, problems, directory)
