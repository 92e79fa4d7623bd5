"""The clock of the directory's tests."""

from tests.spaces.conftest import clock

__all__ = ["clock"]
