"""The site's own settings, with its static files in the tests' directory."""

import os
from pathlib import Path

from config.settings import *  # noqa: F403 - a settings file on top of another

STATIC_ROOT = Path(os.environ["STATIC_ROOT"])
