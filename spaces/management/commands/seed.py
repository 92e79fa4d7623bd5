"""`manage.py seed`: a fresh site's data, and somebody who may sign in."""

import json
import secrets
from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandParser, call_command
from django.db import transaction

from spaces import extensions
from spaces.curation import history
from spaces.gazetteer import openstreetmap
from spaces.models import DataVersion, Municipality, Need, Service, Space
from spaces.models.worded import WORDS

# In the order in which they point at each other.
FIXTURES = (
    "municipalities",
    "places",
    "operators",
    "services",
    "needs",
    "need_services",
    "topics",
    "spaces",
    "courses",
    "texts",
)

# What older sites have none of yet, each with the table that then is empty.
LATE_FIXTURES = {"texts": "spaces.TextPage", "topics": "spaces.Topic"}


def load_fixtures(*names: str, verbosity: int = 0) -> None:
    """Load the data that this project ships (all, unless some are named), or nothing of it."""
    everything = not names
    if everything:
        others = (extension.fixtures for extension in extensions.registered())
        names = (*FIXTURES, *chain.from_iterable(others))
    paths = [settings.BASE_DIR / "fixtures" / f"{name}.json" for name in names]
    with transaction.atomic(), DataVersion.moved_once():
        call_command("loaddata", *paths, verbosity=verbosity)
        if everything:
            openstreetmap.load()


def _late_fixtures() -> Iterator[tuple[str, str]]:
    yield from LATE_FIXTURES.items()
    for extension in extensions.registered():
        yield from extension.late_fixtures.items()


def _add_words() -> None:
    """Give the search's words to needs and services that have none: older sites'."""
    for name, model in (("needs", Need), ("services", Service)):
        rows = json.loads((settings.BASE_DIR / "fixtures" / f"{name}.json").read_text())
        for fields in (row["fields"] for row in rows):
            words = {column: fields[column] for column in WORDS}
            without = model.objects.filter(code=fields["code"], **dict.fromkeys(WORDS, ""))
            if any(words.values()) and without.exists():
                without.update(**words)


class Command(BaseCommand):
    """Fill an empty site; change nothing where staff have been at work."""

    help = "Load fixtures/ into an empty directory, and make an administrator if asked."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name of an administrator to make where nobody can sign in yet."""
        parser.add_argument("--administrator", metavar="NAME")

    def handle(self, *, administrator: str | None, **_options: Any) -> None:
        """Load the data, then make the administrator and print the password, this once."""
        if Municipality.objects.exists() or Space.objects.exists():
            self.stdout.write("The directory has its data already.")
            for name, model in _late_fixtures():
                if not apps.get_model(model)._default_manager.exists():  # noqa: SLF001
                    load_fixtures(name)
            _add_words()
            if not openstreetmap.is_loaded():
                openstreetmap.load()
        else:
            load_fixtures()
            self.stdout.write(f"Loaded {Space.objects.count()} spaces from fixtures/.")
        history.begin()
        users = get_user_model().objects
        if administrator and not users.exists():
            password = secrets.token_urlsafe(12)
            users.create_superuser(administrator, password=password)
            self.stdout.write(
                f"Made an administrator: {administrator}, password {password}\n"
                "The password is shown only now. To set another: "
                f"manage.py changepassword {administrator}"
            )
