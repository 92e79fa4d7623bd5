"""How the site starts: without GDAL, and not at all without a secret key."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WITHOUT_GDAL = """
import ctypes.util, sys
find = ctypes.util.find_library
ctypes.util.find_library = (
    lambda name: None if any(word in name.lower() for word in ("gdal", "geos")) else find(name)
)
import django
from django.core.management import call_command
django.setup()
call_command("check")
from django.contrib import admin
from django.urls import get_resolver
get_resolver().url_patterns
assert admin.site._registry, "the staff's pages are there"
assert "leaflet.admin" not in sys.modules
"""


def start(
    code: str, directory: Path = ROOT, **variables: str
) -> "subprocess.CompletedProcess[str]":
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=directory,
        env=environment | {"DATABASE_URL": "sqlite://:memory:"} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_start_needs_no_gdal() -> None:
    done = start(WITHOUT_GDAL, SECRET_KEY="x")

    assert done.returncode == 0, done.stderr


def test_start_without_a_secret_key_says_what_to_do(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "config", tmp_path / "config")  # where no var/ holds a key

    done = start("import config.settings", directory=tmp_path)

    assert done.returncode != 0
    assert "SECRET_KEY is missing. Set it" in done.stderr.splitlines()[-1]


def test_start_refuses_an_unknown_way_to_show_samples() -> None:
    done = start("import django; django.setup()", SECRET_KEY="x", SAMPLE_DATA="perhaps")

    assert done.returncode != 0
    assert "SAMPLE_DATA is either 'show' or 'hide'." in done.stderr.splitlines()[-1]
