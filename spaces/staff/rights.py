"""The groups of staff, and what each may do. `migrate` makes them, and puts them right again.

It happens after the tables are there, not in a migration: only then do the permissions exist, on an
empty database as well. A group keeps what an administrator gave it beyond this table.
"""

from typing import Any

from django.apps import AppConfig
from django.db.models import Q

from spaces import extensions
from spaces.extensions import Rights

LOOK = "view"
ALL = "view add change delete"

_CONTENT = (
    *("accessfeature", "announcement", "closure", "course", "dayleftout", "missingspace"),
    *("municipality", "need", "needservice", "operator", "place", "proposal", "report", "service"),
    *("textpage", "topic"),
)
_WRITE = {f"spaces.{model}": ALL for model in _CONTENT} | {
    "spaces.spacecontact": ALL,
    "spaces.space": f"{ALL} view_every",
    "spaces.spaceslug": LOOK,
}
READ = {f"spaces.{model}": LOOK for model in _CONTENT} | {
    "spaces.space": f"{LOOK} view_every",
    "spaces.spaceslug": LOOK,
}
_PEOPLE = {"auth.user": ALL, "auth.group": ALL}

GROUPS: dict[str, Rights] = {
    "Administrators": _WRITE | _PEOPLE | {"spaces.space": f"{ALL} view_every change_label"},
    "Regional editors": _WRITE,
    "Space managers": {
        "spaces.space": "view change",
        "spaces.report": LOOK,
        **{
            f"spaces.{model}": ALL for model in ("accessfeature", "closure", "course", "dayleftout")
        },
    },
    "Readers": READ,
}


def groups() -> dict[str, dict[str, str]]:
    """Return each group's rights by model, those on the models of other applications too."""
    found: dict[str, dict[str, str]] = {name: dict(rights) for name, rights in GROUPS.items()}
    for extension in extensions.registered():
        for name, rights in extension.groups.items():
            found.setdefault(name, {}).update(rights)
    return found


def make_groups(sender: AppConfig, using: str, **_kwargs: Any) -> None:
    """Give each group its permissions on the models of an application that was migrated."""
    from django.contrib.auth.models import Group, Permission

    for name, models in groups().items():
        wanted = Q(pk__in=())
        for label, actions in models.items():
            app, model = label.split(".")
            if app == sender.label:
                codes = [_code(action, model) for action in actions.split()]
                wanted |= Q(content_type__app_label=app, codename__in=codes)
        found = Permission.objects.using(using).filter(wanted)
        if found:
            group, _new = Group.objects.using(using).get_or_create(name=name)
            group.permissions.add(*found)


def _code(action: str, model: str) -> str:
    if action == "view_every":
        return "view_every_space"
    return action if action == "change_label" else f"{action}_{model}"
