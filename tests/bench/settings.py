"""The site of the browser tests, and beside it one view that costs nothing."""

from tests.e2e.settings import *  # noqa: F403 - a settings file on top of another

ROOT_URLCONF = "tests.bench.urls"
