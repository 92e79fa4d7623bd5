"""The clock of the directory's tests, and its empty directory."""

from tests.spaces.conftest import clock, no_listings

__all__ = ["clock", "no_listings"]
