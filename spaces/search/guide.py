"""The guided way: one question a page, the answers in the address, results at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse
from django.utils.translation import gettext as _

from spaces.search.filters import Choice, Filters
from spaces.search.links import WITH, query
from spaces.search.pipeline import SpaceResults


class Step(StrEnum):
    """The questions, in their order."""

    NEED = "need"
    WHERE = "where"
    WHEN = "when"
    MORE = "more"

    @property
    def number(self) -> int:
        """Return its place in the order, from 1."""
        return list(Step).index(self) + 1

    @property
    def next(self) -> "Step | None":
        """Return the question after, None after the last."""
        return list(Step)[self.number] if self.number < len(Step) else None

    @property
    def previous(self) -> "Step | None":
        """Return the question before, None before the first."""
        return list(Step)[self.number - 2] if self.number > 1 else None

    @property
    def question(self) -> str:
        """Return what is asked."""
        return {
            Step.NEED: _("What do you want to do?"),
            Step.WHERE: _("Where are you?"),
            Step.WHEN: _("When can you go?"),
            Step.MORE: _("Is there anything we should know?"),
        }[self]


# What each question asks about: the names of filter groups, or the parameters of a form.
GROUPS = {
    Step.NEED: ("need",),
    Step.WHEN: ("open",),
    Step.MORE: ("access", "terms", "language"),
}


PICTOGRAMS = {
    "open": "clock",
    "free": "cost",
    "walk_in": "calendar",
    "label": "label",
    "language": "language",
}


@dataclass(frozen=True)
class Answer:
    """An answer to tap: the choice, the address that it leads to, and the name of a drawing."""

    choice: Choice
    href: str
    pictogram: str


@dataclass(frozen=True)
class Question:
    """A page of the guided way."""

    step: Step
    results: SpaceResults
    filters: Filters

    @property
    def answers(self) -> Iterator[tuple[str, list[Answer]]]:
        """Return the answers in groups, each with its heading where there are several.

        The last question takes several answers, so it stays on its page; there only those are
        offered that leave some places and not all.
        """
        names = GROUPS.get(self.step, ())
        for group in self.filters.groups:
            if group.name in names:
                choices = self.filters.soon if self.step == Step.WHEN else group.choices
                answers = [*map(self._answer, filter(self._is_offered, choices))]
                if answers:
                    yield group.words if len(names) > 1 else "", answers

    def _answer(self, choice: Choice) -> Answer:
        stays = self.step.next is None
        on = not (stays and choice.chosen)
        switched = self.filters.links.switched(choice.name, choice.value, on=on)
        return Answer(choice, self.address(switched, stays=stays), self._pictogram(choice))

    def _pictogram(self, choice: Choice) -> str:
        if choice.name == "need":
            return str(self.filters.directory.needs[choice.value].pictogram)
        return PICTOGRAMS.get(choice.name, choice.value)  # a feature of access has its own

    def _is_offered(self, choice: Choice) -> bool:
        if self.step.next is not None:
            return True
        return choice.chosen or 0 < (choice.left or 0) < self.results.real

    @property
    def is_worth_asking(self) -> bool:
        """Tell whether an answer could leave fewer places than there are now."""
        if self.step in (Step.NEED, Step.WHERE):
            return True
        return self.results.real > 1 and any(answers for _heading, answers in self.answers)

    @property
    def back(self) -> str:
        """Return the address of the question before, with the answers; '' on the first."""
        return self.at(self.step.previous) if self.step.previous else ""

    def at(self, step: Step) -> str:
        """Return the address of a question, with the answers so far."""
        return step_address(step) + query(self.filters.links.pairs)

    @property
    def skip(self) -> str:
        """Return the address of the next question with nothing answered here."""
        return self.address(query(self.other_answers))

    @property
    def other_answers(self) -> list[tuple[str, str]]:
        """Return the answers to the other questions."""
        pairs = self.filters.links.pairs
        if self.step == Step.WHERE:
            return self.filters.links.choices
        asked = {
            choice.name
            for group in self.filters.groups
            if group.name in GROUPS[self.step]
            for choice in group.choices
        }
        if self.step.next is None:
            return pairs
        return [p for p in pairs if p[0] not in asked and WITH.get(p[0]) not in asked]

    @property
    def places(self) -> str:
        """Return the address of the results with the answers so far."""
        return reverse("results") + query(self.filters.links.pairs)

    @property
    def to_check(self) -> str:
        """Return the address of the results of which nobody told us whether they fit."""
        return reverse("results") + self.filters.links.to_check

    @property
    def action(self) -> str:
        """Return where this page's form leads."""
        return step_address(self.step.next) if self.step.next else reverse("results")

    def address(self, parameters: str, *, stays: bool = False) -> str:
        """Return the address of the next page (or this one again) with these answers."""
        return (step_address(self.step) if stays else self.action) + parameters


def step_address(step: Step) -> str:
    """Return the address of a question in the reader's language."""
    return reverse("guide_step", args=[step.value])
