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
class Request:
    """What somebody asks for, and the language that they speak (ISO 639-1).

    Its sentences are those of the language that is active when they are read.
    """

    need: Need | None
    topic: Topic | None
    spoken: str

    @property
    def languages(self) -> list[Language]:
        """Return the languages to say it in: the person's own, French and Dutch."""
        own = self.spoken if self.spoken in LANGUAGES else current().code
        return [LANGUAGES[code] for code in dict.fromkeys((own, *AT_THE_COUNTER))]

    @property
    def sentence(self) -> Text:
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
    def parameters(self) -> list[tuple[str, str]]:
        """Return what of it stands in an address, the language apart."""
        said = (("need", self.need), ("topic", self.topic))
        return [(name, wanted.code) for name, wanted in said if wanted]


@dataclass(frozen=True)
class Choice:
    """Another card: what is chosen for it, in words, its address, and whether it is this one."""

    words: str
    address: str
    chosen: bool


@dataclass(frozen=True)
class CounterCard:
    """A card for a space, the other cards that one can choose, and what was not understood."""

    space: Space
    request: Request
    problems: tuple[str, ...]
    directory: Directory

    @property
    def wishes(self) -> list[Choice]:
        """Return the cards for all that one can want, in the reader's words."""
        needs, topics = self.directory.needs, self.directory.topics
        spoken = self.request.spoken
        return [
            *(
                self._choice(localized(need, "phrase"), Request(need, None, spoken))
                for need in needs.values()
            ),
            *(
                self._choice(
                    localized(topic, "name"), Request(needs[topic.need.code], topic, spoken)
                )
                for topic in topics.values()
            ),
        ]

    @property
    def tongues(self) -> list[Choice]:
        """Return the cards for all languages that one can speak."""
        need, topic = self.request.need, self.request.topic
        return [
            self._choice(name, Request(need, topic, code))
            for code, name in SPOKEN_LANGUAGES.items()
        ]

    def _choice(self, words: object, other: Request) -> Choice:
        there = reverse("counter_card", args=[self.space.slug])
        asked = urlencode([*other.parameters, ("language", other.spoken)])
        return Choice(str(words), f"{there}?{asked}", other == self.request)


def wanted(parameters: QueryDict, directory: Directory, spoken: str) -> Request:
    """Return what an address asks for; a topic brings its need, what is not known nothing."""
    topic = directory.topics.get(parameters.get("topic", ""))
    need = topic.need.code if topic else parameters.get("need", "")
    return Request(directory.needs.get(need), topic, spoken)


def read(parameters: QueryDict, space: Space, directory: Directory) -> CounterCard:
    """Return the card that an address asks for; what is not known is said among the problems."""
    own = current().code
    spoken = parameters.get("language") or own
    known = (
        parameters.get("need", "") in {"", *directory.needs},
        parameters.get("topic", "") in {"", *directory.topics},
        spoken in {own, *SPOKEN_LANGUAGES},
    )
    request = wanted(parameters, directory, spoken if known[-1] else own)
    problems = () if all(known) else (_("We do not know this choice. Choose below."),)
    return CounterCard(space, request, problems, directory)
