"""Until when a page may be kept that says “open now”, “tomorrow” or “until 17:00”. Pure."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from spaces.hours.opening import TIMEZONE, State
from spaces.hours.schedule import Session


def midnight(at: datetime) -> datetime:
    """Return the next midnight in Brussels, when “today” and “tomorrow” change."""
    tomorrow = at.astimezone(TIMEZONE).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), TIMEZONE)


def of_states(states: Iterable[State | None], at: datetime) -> datetime:
    """Return when the words about these states change: an opening, a closing, or midnight."""
    changes = (state.words_change_at for state in states if state)
    return min([midnight(at), *(change for change in changes if change and change > at)])


def of_sessions(sessions: Iterable[Session], at: datetime) -> datetime:
    """Return when the words about these sessions change: one starts or ends, or midnight."""
    return min([midnight(at), *(session.words_change_at(at) for session in sessions)])
