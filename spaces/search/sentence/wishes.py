"""Which of the wishes in a sentence count: who prints a CV asks to print, not for work."""

from spaces.search.sentence.vocabulary import Sense

# Who prints or scans names a thing to print, not another wish; who learns names what to learn.
_TO_PAPER = {
    Sense("service", "printing"),
    Sense("service", "scanning"),
    Sense("need", "print_or_scan"),
}
_TO_LEARN = {Sense("need", "learn"), Sense("service", "training")}
_WITH_WHAT = {
    Sense("need", "use_a_computer"),
    Sense("service", "computer_access"),
    Sense("service", "internet"),
}
# What says less: it yields to whatever says more. All others say enough.
_SAYS = {
    Sense("need", "ask_for_help"): 0,
    Sense("need", "use_a_computer"): 1,
    Sense("topic", "smartphone"): 1,
    Sense("need", "fill_in_a_form"): 2,
    Sense("service", "help_with_procedures"): 1,
}
_ENOUGH = 3
_FORM = Sense("need", "fill_in_a_form")
_PASSWORD = Sense("password", "")  # of whatever else is named
_SAFETY = Sense("topic", "safety")
_ANY_HELP = Sense("need", "ask_for_help")


def telling(senses: tuple[Sense, ...]) -> list[Sense]:
    """Return the wishes but those that only say with what, or about what, another one is."""
    wishes = {sense for sense in senses if sense.name in ("need", "service", "topic")}
    left = list(senses)
    if _PASSWORD in left and not any(wish.name == "topic" for wish in wishes):
        left.append(_SAFETY)
    if wishes & _TO_PAPER:
        about = wishes - _TO_PAPER - _TO_LEARN - _WITH_WHAT
        left = [sense for sense in left if sense not in about or sense.name == "service"]
    elif wishes & _TO_LEARN:
        left = [sense for sense in left if sense not in _WITH_WHAT and sense != _FORM]
    if wishes != {_ANY_HELP}:
        left = [sense for sense in left if sense != _ANY_HELP]
    return _telling_most(left)


def _telling_most(senses: list[Sense]) -> list[Sense]:
    """Return the senses without those that say less than another need or topic."""
    needs = [sense for sense in senses if sense.name in ("need", "topic")]
    needs = [sense for sense in needs if sense not in _TO_LEARN]
    most = max((_SAYS.get(sense, _ENOUGH) for sense in needs), default=0)
    without = {sense for sense in {*_SAYS, *_WITH_WHAT} if _SAYS.get(sense, 1) < most}
    return [sense for sense in senses if sense not in without]
