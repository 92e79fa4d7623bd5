"""What a course is about: the topics that its title names, in any of its languages.

Staff would have to keep a field right beside a title that already says it.
"""

from functools import lru_cache
from uuid import UUID

from config.languages import CONTENT_LANGUAGES
from spaces.directory.published import Directory
from spaces.models import Course
from spaces.search.sentence.asking import vocabulary
from spaces.search.sentence.vocabulary import Sense


@lru_cache(maxsize=2)
def topics(directory: Directory) -> dict[UUID, frozenset[str]]:
    """Return the codes of each course's topics, at this version of the data; empty for none."""
    if not directory.topics:
        return {}
    return {key: _topics_of(course, directory) for key, course in directory.courses.items()}


def topic_of(sense: Sense, directory: Directory) -> str:
    """Return the topic that a wish is about, or that alone belongs to its need; '' for none."""
    if sense.name == "topic":
        return sense.value
    of_need = [code for code, t in directory.topics.items() if t.need.code == sense.value]
    return of_need[0] if sense.name == "need" and len(of_need) == 1 else ""


def _topics_of(course: Course, directory: Directory) -> frozenset[str]:
    titles = (getattr(course, f"title_{code}") or "" for code in CONTENT_LANGUAGES)
    senses = [sense for title in titles for sense in vocabulary(directory).senses(title)]
    return frozenset(filter(None, (topic_of(sense, directory) for sense in senses)))
