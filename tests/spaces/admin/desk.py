"""The staff's desk as a test works at it: forms are read, changed and sent back."""

from typing import Any

from django.db.models import Model
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import reverse

from spaces.models import Space
from tests.pages import Element, read


def address(model: type[Model], page: str, *args: Any) -> str:
    """Return the address of a model's page: changelist, add, change, delete, history."""
    options = model._meta  # noqa: SLF001
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=args)


def filled(form: Element) -> dict[str, Any]:
    """Return what a browser would send of a form that nobody touched, buttons apart."""
    data: dict[str, Any] = {}
    for control in form.all(name=True, disabled=False):
        name, kind = control["name"], control.attributes.get("type", "")
        if "__prefix__" in name or kind in ("submit", "button"):
            continue
        if kind in ("checkbox", "radio"):
            if control.has("checked", True):
                data.setdefault(name, []).append(control.attributes.get("value", "on"))
        elif control.tag == "select":
            chosen = control.all("option", selected=True)
            data[name] = [option.attributes.get("value", "") for option in chosen]
        elif control.tag == "textarea":
            data[name] = "".join(map(str, control.children)).lstrip("\r\n")
        else:
            data[name] = control.attributes.get("value", "")
    return data


def form_of(page: Element, model: type[Model]) -> Element:
    """Return a model's form on its page."""
    return page.one("form", id=f"{model._meta.model_name}_form")  # noqa: SLF001


def save(client: Client, thing: Model, **changes: Any) -> Any:
    """Open a row's form, change some inputs, send it."""
    where = address(type(thing), "change", thing.pk)
    data = filled(form_of(read(client.get(where)), type(thing)))
    return client.post(where, data | changes)


def hours(text: str | None) -> dict[str, str]:
    """Return what stands in the grid of the hours when all is written as further rules."""
    days = ("mo", "tu", "we", "th", "fr", "sa", "su")
    typed = {**dict.fromkeys(days, ""), "holidays": "usual", "holiday_hours": ""}
    typed |= {"known": "known" if text else "unknown", "more": text or ""}
    return {f"opening_hours_{part}": value for part, value in typed.items()}


def problems(response: Any) -> list[str]:
    """Return the sentences about what a form refused; fail where it refused nothing."""
    assert response.status_code == 200, response.status_code
    lists = read(response).all("ul", class_="errorlist")
    found = [entry.text for list_ in lists for entry in list_.all("li")]
    assert found, "nothing was refused"
    return found


def act(client: Client, model: type[Model], action: str, *things: Model, **more: Any) -> Any:
    """Do something with the chosen rows of a list, and follow."""
    data = {"action": action, "_selected_action": [thing.pk for thing in things], **more}
    return client.post(address(model, "changelist"), data, follow=True)


def messages(response: Any) -> list[str]:
    """Return what the desk says above the page."""
    lists = read(response).all("ul", class_="messagelist")
    return [entry.text for list_ in lists for entry in list_.all("li")]


def found(response: Any) -> list[str]:
    """Return the first cell of each row of a list."""
    tables = read(response).all("table", id="result_list")
    rows = [row for table in tables for row in table.one("tbody").all("tr")]
    return [row.all("th")[0].text for row in rows]


def stored(space: Space) -> dict[str, Any]:
    """Return what the database holds, empty texts and texts not known alike."""
    row = model_to_dict(Space.objects.get(pk=space.pk)) | {"services": set(space.services.all())}
    return {name: value or None for name, value in row.items()}
