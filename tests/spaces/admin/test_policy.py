"""Every page of the desk keeps to the content security policy: those of the URLconf, all of them.

A route that is new is looked at without a line here, or fails for what its address needs.
"""

from collections import defaultdict

import pytest
from django.test import Client

from config.languages import LANGUAGES
from spaces.admin.shared.exchange import EXCHANGES
from tests.pages import read
from tests.spaces.admin import routes
from tests.spaces.admin.test_pages import unsafe

pytestmark = pytest.mark.django_db

# Models that are imported.
_FILES = [f"{model._meta.app_label}_{model._meta.model_name}" for model in EXCHANGES]  # noqa: SLF001
# What answers otherwise than with a page, and why.
NO_PAGE = {
    # Who is in already goes on; what the public knew is not deleted, and that is said.
    302: {"admin:login", "admin:view_on_site", "admin:spaces_space_delete"},
    # A draft without a photo; a second factor where none is asked for (test_second_factor looks).
    404: {
        "admin:spaces_space_photo",
        *(f"second_factor{page}" for page in ("", "_mine", "_new")),
    },
    405: {"admin:logout", *(f"admin:{model}_process_import" for model in _FILES)},
}
# What programs read.
NO_HTML = {
    "admin:jsi18n",
    "admin:spaces_space_find_point",
    "admin:spaces_space_hours_preview",
    *(f"admin:{model}_template" for model in _FILES),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_keeps_to_the_policy(chief: Client, language: str) -> None:
    routes.furnish()
    answers: dict[int, set[str]] = defaultdict(set)
    broken, unread = {}, set()

    for name, takes in routes.routes():
        where = routes.address(name, takes, language)
        response = chief.get(where, headers={"accept-language": language})
        answers[response.status_code].add(name)
        if not response["Content-Type"].startswith("text/html"):
            unread.add(name)
        elif response.status_code == 200:
            assert "script-src 'self';" in response["Content-Security-Policy"] + ";"
            if found := unsafe(read(response)):
                broken[where] = found

    assert broken == {}
    assert len(answers.pop(200)) > 90
    # Some rows nobody adds by hand or takes away; completing names wants a question.
    forbidden = {name for name in answers.pop(403) if not name.endswith(("_add", "_delete"))}
    assert forbidden == {"admin:autocomplete"}
    assert answers == NO_PAGE
    assert unread == NO_HTML
