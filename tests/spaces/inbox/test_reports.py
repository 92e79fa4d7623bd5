"""“Something wrong? Tell us.” and “A place is missing?”: what a visitor sends and reads."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from spaces.inbox import robots
from spaces.models import DataVersion, MissingSpace, Report
from tests.factories import SpaceFactory
from tests.pages import Element, body, read
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

FORM = "/en/spaces/here/report/"
MISSING = "/en/missing-place/"
KINDS = ["closed", "hours", "phone", "address"]


@pytest.fixture(autouse=True)
def _space(db: None) -> None:
    SpaceFactory(slug="here", name_en="The Blue House")


def token_of(page: Element) -> str:
    return page.one("input", name="token")["value"]


def send(client: Client, clock: Clock, address: str = FORM, **data: Any) -> Any:
    """Open the form, wait ten seconds, send it."""
    given = {"token": token_of(read(client.get(address))), "website": ""}
    clock.now += timedelta(seconds=10)
    return client.post(address, given | data)


def problems(response: Any) -> list[str]:
    return [line.text for line in read(response).one(id="problems").all("p")]


# --- a report -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_report_takes_two_taps(client: Client, clock: Clock, kind: str) -> None:
    page = read(client.get("/en/spaces/here/"))
    link = next(link for link in page.all("a") if link.text == "Something wrong? Tell us.")

    form = read(client.get(link["href"]))
    button = form.one("button", value=kind)
    clock.now += timedelta(seconds=3)
    data = {"token": token_of(form), "website": "", "text": "", button["name"]: kind}
    response = client.post(link["href"], data, follow=True)

    assert response.redirect_chain == [("/en/spaces/here/report/thanks/", 302)]
    report = Report.objects.get()
    assert (report.space.slug, report.kind, report.text) == ("here", kind, "")
    assert (report.language, report.status) == ("en", "new")


def test_report_of_something_else_is_in_their_words(client: Client, clock: Clock) -> None:
    response = send(client, clock, kind="other", text="  The bell\r\nis broken.  ")

    assert response.status_code == 302
    assert Report.objects.get().text == "The bell\nis broken."


def test_report_of_something_else_needs_words(client: Client, clock: Clock) -> None:
    response = send(client, clock, kind="other", text="   ")

    assert response.status_code == 400
    assert problems(response) == ["Write what is wrong in a few words."]
    assert read(response).one("textarea")["aria-invalid"] == "true"
    assert not Report.objects.exists()


def test_report_keeps_words_beside_a_button(client: Client, clock: Clock) -> None:
    send(client, clock, kind="hours", text="They open at 10.")

    report = Report.objects.get()
    assert (report.kind, report.text) == ("hours", "They open at 10.")


def test_report_asks_nothing_personal(client: Client) -> None:
    form = read(client.get(FORM)).one("form", method="post")

    assert sorted({field["name"] for field in form.all(name=True)}) == [
        "kind",
        "text",
        "token",
        "website",
    ]
    stored = {field.name for field in Report._meta.get_fields()}  # noqa: SLF001
    sent = {"id", "space", "kind", "text", "language", "created_at"}
    assert stored == sent | {"status", "decided_by", "decided_at", "note"}


def test_report_is_thanked_for_and_leads_back(client: Client) -> None:
    page = read(client.get("/en/spaces/here/report/thanks/"))

    actions = page.one("div", class_="actions").all("a")
    assert page.one("h1").text == "Thank you. You help everybody."
    assert [(link.text, link["href"]) for link in actions] == [
        ("Back to The Blue House", "/en/spaces/here/"),
        ("See all the places", "/en/spaces/"),
    ]


@pytest.mark.parametrize(
    ("language", "address"),
    [("fr", "/fr/espaces/here/report/"), ("nl", "/nl/ruimtes/here/report/"), ("en", FORM)],
)
def test_report_is_kept_with_the_language_of_the_page(
    client: Client, clock: Clock, language: str, address: str
) -> None:
    response = send(client, clock, address, kind="closed")

    assert response["Location"] == f"{address}thanks/"
    assert Report.objects.get().language == language


def test_report_leaves_the_public_pages_in_their_cache(client: Client, clock: Clock) -> None:
    before = DataVersion.current()

    send(client, clock, kind="closed")

    assert Report.objects.count() == 1
    assert DataVersion.current() == before


# --- which spaces ---------------------------------------------------------------------------


def test_report_on_a_closed_space_is_taken(client: Client, clock: Clock) -> None:
    SpaceFactory(slug="gone", closed_for_good=True)

    response = send(client, clock, "/en/spaces/gone/report/", kind="other", text="It is open!")

    assert response["Location"] == "/en/spaces/gone/report/thanks/"
    assert client.get(response["Location"]).status_code == 200
    assert "Something wrong? Tell us." in body(client.get("/en/spaces/gone/")).decode()


@pytest.mark.parametrize("address", ["/en/spaces/draft/report/", "/en/spaces/none/report/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_report_on_no_public_space_is_not_found(client: Client, address: str, method: str) -> None:
    SpaceFactory(slug="draft", draft=True)

    assert getattr(client, method)(address).status_code == 404
    assert client.get(f"{address}thanks/").status_code == 404


def test_report_follows_a_space_to_its_new_address(client: Client, clock: Clock) -> None:
    space = SpaceFactory(slug="old-name")
    form = read(client.get("/en/spaces/old-name/report/"))
    space.slug = "new-name"
    space.save()
    clock.now += timedelta(seconds=10)

    moved = client.get("/en/spaces/old-name/report/")
    sent = client.post("/en/spaces/old-name/report/", {"token": token_of(form), "kind": "hours"})

    assert (moved.status_code, moved["Location"]) == (301, "/en/spaces/new-name/report/")
    assert sent["Location"] == "/en/spaces/new-name/report/thanks/"
    assert Report.objects.get().space == space


# --- a missing place ------------------------------------------------------------------------


def test_missing_place_is_kept(client: Client, clock: Clock) -> None:
    response = send(client, clock, MISSING, place="Café", where="Flagey", text="A course.")

    assert response["Location"] == f"{MISSING}thanks/"
    missing = MissingSpace.objects.get()
    assert (missing.name, missing.where, missing.text) == ("Café", "Flagey", "A course.")
    assert (missing.language, missing.status) == ("en", "new")
    assert [link["href"] for link in read(client.get(response["Location"])).all(class_="button")]


def test_missing_place_needs_a_name_and_where_it_is(client: Client, clock: Clock) -> None:
    response = send(client, clock, MISSING, place="", where=" ", text="There is one.")

    page = read(response)
    assert response.status_code == 400
    assert problems(response) == ["Write the name of the place.", "Write where the place is."]
    assert "There is one." in page.one("textarea").text
    assert not MissingSpace.objects.exists()


@pytest.mark.parametrize("address", ["/en/spaces/", "/en/", "/en/spaces/here/"])
def test_missing_place_is_asked_for_on_every_page(client: Client, address: str) -> None:
    page = read(client.get(address))

    in_foot = page.one("footer").one("a", href=MISSING)
    assert in_foot.text == "A place is missing? Tell us."
    assert len(page.all("a", href=MISSING)) == 1 + (address == "/en/spaces/")


def test_missing_place_has_an_address_in_each_language(client: Client) -> None:
    addresses = ("/fr/lieu-manquant/", "/nl/plek-ontbreekt/", MISSING)

    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]
    assert client.get("/fr/plek-ontbreekt/")["Location"] == "/fr/lieu-manquant/"


# --- what a form page keeps to --------------------------------------------------------------


@pytest.mark.parametrize("address", [FORM, MISSING])
def test_form_is_nobodys_to_keep_and_sets_no_cookie(
    client: Client, clock: Clock, address: str
) -> None:
    shown, refused = client.get(address), client.post(address, {})

    for response in (shown, refused):
        assert response["Cache-Control"] == "private, no-store"
        assert not response.cookies
        assert read(response).one("meta", name="robots")["content"] == "noindex, follow"


@pytest.mark.parametrize("address", [FORM, MISSING])
def test_form_hides_the_trap_from_people_and_screen_readers(client: Client, address: str) -> None:
    trap = read(client.get(address)).one("label", class_="trap")

    assert trap.text == "Leave this empty."
    assert trap.one("input")["tabindex"] == "-1"
    assert "style" not in trap.attributes


def test_double_tap_tells_us_once(client: Client, clock: Clock) -> None:
    token = token_of(read(client.get(FORM)))
    clock.now += timedelta(seconds=10)
    tap = {"token": token, "kind": "closed"}

    responses = [client.post(FORM, tap), client.post(FORM, tap)]
    other = client.post(FORM, tap | {"kind": "hours"})

    assert {response.status_code for response in (*responses, other)} == {302}
    assert sorted(Report.objects.values_list("kind", flat=True)) == ["closed", "hours"]


def test_report_that_could_not_be_stored_can_be_sent_again(
    client: Client, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    tap = {"token": token_of(read(client.get(FORM))), "kind": "closed"}
    clock.now += timedelta(seconds=10)
    client.raise_request_exception = False

    with monkeypatch.context() as broken:
        broken.setattr(Report, "save", lambda _self: 1 / 0)
        first = client.post(FORM, tap)
    second = client.post(FORM, tap)

    assert (first.status_code, second.status_code) == (500, 302)
    assert Report.objects.count() == 1


# --- bad input ------------------------------------------------------------------------------

CHOOSE = "Choose what is wrong."
LONG = "This is too long. Write 500 characters at most."
UNREADABLE = "We could not read one of the characters. We took it out. Please send it again."


@pytest.mark.parametrize(
    ("sent", "sentences", "shown"),
    [
        ({"kind": "nonsense", "text": "Words"}, [CHOOSE], "Words"),
        ({"kind": "", "text": "Words"}, [CHOOSE], "Words"),
        ({"kind": ["hours", "\x00"], "text": "Words"}, [CHOOSE], "Words"),
        ({"kind": "other", "text": "Wo\x00rds"}, [UNREADABLE], "Words"),
        ({"kind": "other", "text": "x" * 501}, [LONG], "x" * 501),
        ({"kind": "hours", "text": "x" * 10_000}, [LONG], "x" * 10_000),
        ({"kind": "other", "text": "</textarea><script>"}, None, ""),
        ({"kind": "other", "text": "\r\n".join("x" * 250)}, None, ""),
        ({"kind": "other", "text": "\ud83d\ude00".encode("utf-16", "surrogatepass")}, None, ""),
    ],
)
def test_report_survives_bad_input(
    client: Client, clock: Clock, sent: dict[str, Any], sentences: list[str] | None, shown: str
) -> None:
    response = send(client, clock, **sent)

    if sentences is None:
        assert response.status_code == 302
        return
    assert response.status_code == 400
    assert problems(response) == sentences
    assert read(response).one("textarea").text == shown
    assert not Report.objects.exists()


def test_what_was_typed_is_shown_as_text(client: Client, clock: Clock) -> None:
    attack = '"></textarea><script>alert(1)</script>'

    page = read(send(client, clock, MISSING, place=attack, where="", text=attack))

    assert page.one("input", name="place")["value"] == attack
    assert page.one("textarea").text == attack


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options", "head"])
def test_form_survives_other_methods(client: Client, method: str) -> None:
    assert getattr(client, method)(FORM).status_code < 500


def test_token_is_good_for_a_second_try(client: Client, clock: Clock) -> None:
    first = send(client, clock, kind="other", text="")
    clock.now += timedelta(seconds=robots.SOONEST)

    second = client.post(FORM, {"token": token_of(read(first)), "kind": "other", "text": "Bell"})

    assert second.status_code == 302
