"""Who may do what at the desk: role × model × action.

The table says it for every model that has pages at the desk. A model that is not in it fails here.
"""

from datetime import date

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client

from campaign.models import Poster, Scan
from spaces.models import Message, Space
from spaces.staff.rights import groups
from tests.factories import (
    AnnouncementFactory,
    MissingSpaceFactory,
    ProposalFactory,
    SpaceContactFactory,
    SpaceFactory,
)
from tests.spaces.admin import desk
from tests.spaces.admin.test_rights import OF_A_SPACE, member, row_of, signed_in

pytestmark = pytest.mark.django_db

MODELS = {
    model._meta.label_lower: model  # noqa: SLF001
    for model in admin.site._registry  # noqa: SLF001
}
ROLES = ("Administrators", "Regional editors", "Space managers", "Campaign editors", "Readers")

# Look, Add, Change, Delete; – nothing. For a manager: of their own spaces.
TABLE = {
    "auth.group": ("LACD", "–", "–", "–", "–"),
    "auth.user": ("LACD", "–", "–", "–", "–"),
    "campaign.campaign": ("LACD", "L", "–", "LACD", "L"),
    "campaign.character": ("LACD", "L", "–", "LACD", "L"),
    "campaign.poster": ("LACD", "L", "–", "LACD", "L"),
    "campaign.scan": ("L", "L", "–", "L", "L"),
    "spaces.announcement": ("LACD", "LACD", "–", "L", "L"),
    "spaces.closure": ("LACD", "LACD", "LACD", "L", "L"),
    "spaces.course": ("LACD", "LACD", "LACD", "L", "L"),
    "spaces.missingspace": ("LCD", "LCD", "–", "L", "L"),
    "spaces.municipality": ("LACD", "LACD", "–", "L", "L"),
    "spaces.need": ("LACD", "LACD", "–", "L", "L"),
    "spaces.topic": ("LACD", "LACD", "–", "L", "L"),
    "spaces.operator": ("LACD", "LACD", "–", "L", "L"),
    "spaces.place": ("LACD", "LACD", "–", "L", "L"),
    "spaces.proposal": ("LCD", "LCD", "–", "L", "L"),
    "spaces.report": ("LCD", "LCD", "L", "L", "L"),
    "spaces.service": ("LACD", "LACD", "–", "L", "L"),
    "spaces.space": ("LACD", "LACD", "LC", "L", "L"),
    "spaces.spacecontact": ("LACD", "LACD", "–", "–", "–"),
    "spaces.spaceslug": ("L", "L", "–", "L", "L"),
    "spaces.textpage": ("LC", "LC", "–", "L", "L"),
}


def allowed(client: Client, model: type[Model], row: Model) -> str:
    """Return what the desk lets this person do, tried by address."""
    change = desk.address(model, "change", row.pk)
    tries = {
        "L": client.get(change),
        "A": client.get(desk.address(model, "add")),
        "C": client.post(change, {}),
        "D": client.get(desk.address(model, "delete", row.pk)),
    }
    # Of a message one writes the note alone, which may be empty: it is saved.
    taken = {200} | ({302} if issubclass(model, Message) else set())
    return "".join(key for key, response in tries.items() if response.status_code in taken) or "–"


def test_table_has_every_model_of_the_desk() -> None:
    assert TABLE.keys() == MODELS.keys()
    assert set(ROLES) == groups().keys()


@pytest.fixture(scope="module")
def rows(module_db: None) -> dict[str, Model]:
    """Make somebody of each role, a draft that is theirs to manage, and a row of each model."""
    space = SpaceFactory(draft=True)
    for role in ROLES:
        member(role, space)
    Group.objects.create(name="Others")
    AnnouncementFactory()
    MissingSpaceFactory()
    ProposalFactory(space=space)
    SpaceContactFactory(space=space)
    Scan.add(Poster.objects.all()[0], date(2026, 5, 1), "fr")
    theirs = {model: row_of(model, space) for model in (Space, *OF_A_SPACE)}
    return {
        label: theirs.get(model) or model._default_manager.all()[0]  # noqa: SLF001
        for label, model in MODELS.items()
    }


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("label", TABLE)
def test_role_may_do_what_the_table_says(
    client: Client, rows: dict[str, Model], label: str, role: str
) -> None:
    model, row = MODELS[label], rows[label]
    expected = TABLE[label][ROLES.index(role)]
    signed_in(client, User.objects.get(username=role))

    assert allowed(client, model, row) == expected
    assert client.get(desk.address(model, "changelist")).status_code == (
        200 if "L" in expected else 403
    )
    assert client.get(desk.address(model, "history", row.pk)).status_code == (
        200 if "L" in expected else 403
    )
