"""The files that the desk's forms and lists load beside Django's own."""

from typing import Any

from django import forms


def _module(path: str) -> Any:
    """Return a script of ours."""
    return forms.Script(path, type="module")


DESK = forms.Media(css={"all": ["css/admin-desk.css"]})
HOURS = forms.Media(css={"all": ["css/hours-editor.css"]}, js=[_module("js/hours-editor.js")])
MESSAGES = forms.Media(css={"all": ["css/admin-messages.css"]})
POINT = forms.Media(
    css={"all": ["leaflet/leaflet.css", "css/point-picker.css"]},
    js=["leaflet/leaflet.js", _module("js/point-picker.js")],
)
