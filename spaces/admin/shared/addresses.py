"""The desk's own addresses, as several of its pages lead there."""

from django.urls import reverse

from spaces.search.links import query


def of_list(model: str, *choices: tuple[str, str]) -> str:
    """Return the address of a list, narrowed down by choices; `model` as `app_model`."""
    address = reverse(f"admin:{model}_changelist")
    return address + query(list(choices)) if choices else address
