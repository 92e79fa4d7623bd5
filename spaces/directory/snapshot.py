"""What a worker holds in memory: loaded once for each data version, for all its threads."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, Protocol, TypeVar


class Versioned(Protocol):
    """What knows at which data version it was loaded."""

    @property
    def version(self) -> int:
        """Return the data version."""


T = TypeVar("T", bound=Versioned)


class Snapshot(Generic[T]):
    """The latest of what `load` returns for a data version."""

    def __init__(self, load: Callable[[int], T]) -> None:
        """Hold nothing yet."""
        self._load = load
        self._lock = Lock()
        self._held: T | None = None

    def at(self, version: int) -> T:
        """Return what is held, loaded anew by one thread where the version is another."""
        held = self._held
        if held is None or held.version != version:
            with self._lock:
                held = self._held
                if held is None or held.version != version:
                    held = self._held = self._load(version)
        return held

    def forget(self) -> None:
        """Drop what is held: for tests, whose databases share version numbers."""
        self._held = None
