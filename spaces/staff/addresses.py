"""The desk's own addresses, as its pages and what is to do lead there."""

from django.urls import reverse


def of_list(model: str, *choices: tuple[str, str]) -> str:
    """Return the address of a list, narrowed down by choices; `model` as `app_model`."""
    return reverse(f"admin:{model}_changelist", query=dict(choices))
