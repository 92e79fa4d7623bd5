"""The list and the pages that a visitor keeps on their phone, and what happens without a tap."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from tests.e2e import site as sites
from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits
from tests.e2e.site import Site

RESULTS, SPACE, LIST = "/en/spaces/", "/en/spaces/koekeltech/", "/en/on-my-phone/"
KEPT_SPACE = "/en/on-my-phone/koekeltech/"
PHONE = {"width": 320, "height": 640}

LISTS = {
    "fr": ("/fr/sur-mon-telephone/", "Garder cette liste sur mon téléphone",
           r"Gardé le \d.* à \d+:\d\d\. Vous n’avez pas de connexion\."),
    "nl": ("/nl/op-mijn-telefoon/", "Deze lijst op mijn telefoon bewaren",
           r"Bewaard op \d.* om \d+:\d\d\. U hebt geen verbinding\."),
    "ar": ("/ar/on-my-phone/", "الاحتفاظ بهذه القائمة على هاتفي",
           r"حُفظت يوم \d.* على الساعة \d+:\d\d\. ليس لديك اتصال بالإنترنت\."),
    "en": (LIST, "Keep this list on my phone",
           r"Kept on \d.* at \d+:\d\d\. You have no connection\."),
}  # fmt: skip
KEPT_ON = LISTS["en"][2]

STORED = """async () => ({
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  caches: await caches.keys(),
  local: localStorage.length + sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  cookies: document.cookie,
})"""
NOTHING = {"workers": 0, "caches": [], "local": 0, "databases": 0, "cookies": ""}


class Stoppable:
    """A site of its own that can be stopped: the honest way to have no connection."""

    def __init__(self, prepared: Path, directory: Path) -> None:
        self._running = ExitStack()
        self.site = self._running.enter_context(sites.serve(prepared, directory))

    def stop(self) -> None:
        self._running.close()


@pytest.fixture
def stoppable(prepared: Path, tmp_path: Path) -> Iterator[Stoppable]:
    running = Stoppable(prepared, tmp_path)
    yield running
    running.stop()


def keep(page: Page, path: str, button: str = "Keep this list on my phone") -> None:
    """Go to a page and keep it, and wait until it worked.

    The browser caches nothing of its own accord, as it does wherever there is a route: what is read
    later is what was kept.
    """
    page.context.route("http://nowhere/", lambda route: route.abort())
    page.goto(path)
    page.get_by_role("button", name=button).click()
    expect(page.locator("[data-dps-keep-kept]")).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")


def fails(page: Page, path: str) -> bool:
    """Tell whether the browser itself says that it cannot show a page."""
    try:
        page.goto(path)
    except Error as error:
        return "net::ERR" in error.message
    return False


# --- before the tap -------------------------------------------------------------------------


def test_nothing_is_stored_before_the_tap(new_page: NewPage) -> None:
    page = new_page()

    for path in ("/en/", RESULTS, SPACE, LIST, "/en/guide/"):
        page.goto(path)

    page.goto(LIST)
    expect(page.get_by_role("button", name="Keep this list on my phone")).to_be_visible()
    expect(page.get_by_role("button", name="Remove everything from my phone")).to_be_hidden()
    assert page.evaluate(STORED) == NOTHING


def test_without_scripts_the_list_is_a_page_like_others(page_without_javascript: Page) -> None:
    page_without_javascript.goto(LIST)

    town = page_without_javascript.get_by_role("heading", name="Anderlecht", exact=True)
    expect(town).to_be_visible()
    expect(page_without_javascript.locator("[data-dps-keep]")).to_be_hidden()


@pytest.mark.parametrize("missing", ["Navigator.prototype.serviceWorker", "window.caches"])
def test_browser_that_cannot_keep_pages_offers_nothing(new_page: NewPage, missing: str) -> None:
    page = new_page()
    holder, _, name = missing.rpartition(".")
    page.context.add_init_script(f"delete {holder}.{name}")

    page.goto(LIST)
    page.wait_for_load_state("networkidle")

    expect(page.locator("[data-dps-keep]")).to_be_hidden()


# --- kept -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LISTS)
def test_list_is_read_while_the_site_is_gone(
    stoppable: Stoppable, new_page: NewPage, language: str
) -> None:
    address, button, words = LISTS[language]
    page = new_page(base_url=stoppable.site.url, viewport=PHONE)
    keep(page, address, button)
    stoppable.stop()

    page.goto(address)

    expect(page.locator(".notice--old")).to_have_text(re.compile(words))
    place = page.locator("[data-dps-kept-page$='/wsl-cpas/']")
    expect(place).to_contain_text(re.compile(r"14:00\D+17:00"))
    expect(place).to_contain_text(re.compile("(Rue de la Charrette|Karrestraat) 27"))
    assert fits(page)
    styled = page.locator("main").evaluate("main => getComputedStyle(main).fontSize")
    assert float(styled.removesuffix("px")) >= 18
    expect(page.locator("html")).to_have_attribute("lang", language)
    direction = "rtl" if language == "ar" else "ltr"
    expect(page.locator("html")).to_have_attribute("dir", direction)


def test_chosen_page_is_read_while_the_site_is_gone(
    stoppable: Stoppable, new_page: NewPage
) -> None:
    page = new_page(base_url=stoppable.site.url)
    keep(page, SPACE, "Keep this page on my phone")
    name = page.get_by_role("heading", level=1).inner_text()
    stoppable.stop()

    page.goto(SPACE)

    expect(page).to_have_url(KEPT_SPACE)
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator(".notice--old")).to_have_text(re.compile(KEPT_ON))
    expect(page.locator("main")).to_contain_text("Tuesday and Thursday: 9:30–12:30, 14:00–19:00")
    expect(page.locator("main")).not_to_contain_text(re.compile("Open now|Opens "))
    page.wait_for_function("document.querySelector('.door img').naturalWidth === 320")
    page.get_by_role("link", name="The list on my phone").click()
    expect(page).to_have_url(LIST)
    page.get_by_role("list", name="Pages that you kept").get_by_role("link", name=name).click()
    expect(page).to_have_url(KEPT_SPACE)


def test_phone_number_is_kept_to_tap(own_site: Site, new_page: NewPage) -> None:
    change(own_site, "phone='+3225550123'")
    page = new_page(base_url=own_site.url)
    keep(page, SPACE, "Keep this page on my phone")
    page.context.set_offline(offline=True)

    page.goto(LIST)
    expect(page.get_by_role("link", name="02 555 01 23")).to_have_attribute(
        "href", "tel:+3225550123"
    )
    page.goto(KEPT_SPACE)
    expect(page.get_by_role("link", name="Call 02 555 01 23")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/en/", "/en/spaces/?q=1081", "/en/spaces/epn-uccle/"])
def test_page_that_was_not_kept_leads_to_the_list(
    stoppable: Stoppable, new_page: NewPage, path: str
) -> None:
    page = new_page(base_url=stoppable.site.url)
    keep(page, LIST)
    stoppable.stop()

    page.goto(path)

    expect(page).to_have_url(LIST)
    expect(page.locator(".notice--old")).to_have_text(re.compile(KEPT_ON))


def test_worker_leaves_all_else_alone(own_site: Site, new_page: NewPage) -> None:
    page = new_page(base_url=own_site.url)
    keep(page, LIST)
    through: list[str] = []
    page.on("response", lambda answer: answer.from_service_worker and through.append(answer.url))

    for path in ("/en/guide/", "/en/missing-place/", "/en/spaces/koekeltech/report/", "/admin/"):
        page.goto(path)
    page.evaluate("fetch('/api/places?q=simo').then((answer) => answer.text())")

    paths = [url.removeprefix(own_site.url) for url in through]
    assert [path for path in paths if not path.startswith("/static/")] == []
    page.context.set_offline(offline=True)
    assert fails(page, "/en/guide/")
    assert fails(page, "/admin/")


def test_several_languages_are_kept_each_by_itself(own_site: Site, new_page: NewPage) -> None:
    page = new_page(base_url=own_site.url)
    keep(page, LIST)
    keep(page, *LISTS["fr"][:2])
    page.context.set_offline(offline=True)

    for language in ("fr", "en"):
        page.goto(f"/{language}/")
        expect(page).to_have_url(LISTS[language][0])
    page.goto("/nl/")
    expect(page).to_have_url(LISTS["fr"][0])  # rather than nothing at all


# --- kept true ------------------------------------------------------------------------------


def change(site: Site, facts: str, slug: str = "koekeltech") -> None:
    """Change a listing, as staff do."""
    code = (
        "from spaces.models import Space; "
        f"Space.objects.filter(slug='{slug}').update({facts})"
    )  # fmt: skip
    site.manage("shell", "--command", code)


def until(page: Page, condition: str) -> None:
    """Wait until something is true, 30 seconds at most: browsers look for news at leisure."""
    page.evaluate(f"""async () => {{
      for (let tries = 300; tries; tries--) {{
        if ({condition}) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }}
      throw new Error("It did not become true.");
    }}""")


def test_what_is_kept_follows_the_site_when_there_is_a_connection(
    own_site: Site, new_page: NewPage
) -> None:
    page = new_page(base_url=own_site.url)
    keep(page, SPACE, "Keep this page on my phone")
    old_file = "/static/css/of-an-older-release.css"
    page.evaluate("path => caches.open('kept').then((s) => s.put(path, new Response()))", old_file)
    change(own_site, "opening_hours='Mo 10:00-11:00', house_number='99'")

    page.goto("/en/guide/")  # any page of the site
    until(page, f"(await (await caches.match('{KEPT_SPACE}')).text()).includes('10:00–11:00')")
    until(page, f"!(await caches.match('{old_file}'))")
    page.context.set_offline(offline=True)

    page.goto(KEPT_SPACE)
    expect(page.locator("main")).to_contain_text("Monday: 10:00–11:00")
    page.goto(LIST)
    expect(page.locator("[data-dps-kept-page$='/koekeltech/']")).to_contain_text("10:00–11:00")


def test_place_that_closed_is_no_longer_kept(own_site: Site, new_page: NewPage) -> None:
    page = new_page(base_url=own_site.url)
    keep(page, SPACE, "Keep this page on my phone")
    change(own_site, "status='closed'")

    page.goto("/en/guide/")
    until(page, f"!(await caches.match('{KEPT_SPACE}'))")
    page.context.set_offline(offline=True)

    page.goto(SPACE)
    expect(page).to_have_url(LIST)
    expect(page.locator("[data-dps-kept-page$='/koekeltech/']")).to_have_count(0)


def test_page_is_the_sites_own_while_there_is_a_connection(
    own_site: Site, new_page: NewPage
) -> None:
    page = new_page(base_url=own_site.url)
    keep(page, LIST)
    change(own_site, "house_number='99'")

    page.goto(LIST)

    expect(page.locator("[data-dps-kept-page$='/koekeltech/']")).to_contain_text("99")
    expect(page.get_by_text("You have no connection.")).to_have_count(0)


# --- removed, refused -----------------------------------------------------------------------


@pytest.mark.parametrize("offline", [False, True])
def test_removal_leaves_nothing(own_site: Site, new_page: NewPage, offline: bool) -> None:
    page = new_page(base_url=own_site.url)
    keep(page, SPACE, "Keep this page on my phone")
    page.context.set_offline(offline=offline)
    page.goto(LIST)

    page.get_by_role("button", name="Remove everything from my phone").click()

    status = page.locator("[data-dps-keep-status]")
    expect(status).to_have_text("Everything is removed from your phone.")
    expect(status).to_be_focused()
    expect(page.get_by_role("button", name="Remove everything from my phone")).to_be_hidden()
    assert page.evaluate(STORED) == NOTHING
    page.context.set_offline(offline=True)
    assert fails(page, LIST)


def no_room(page: Page) -> None:
    origin = page.evaluate("location.origin")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 5000})


def not_allowed(page: Page) -> None:
    page.evaluate("""() => {
      const refuse = async () => { throw new DOMException("", "SecurityError") };
      navigator.serviceWorker.register = refuse;
    }""")


def no_connection(page: Page) -> None:
    page.context.set_offline(offline=True)


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (no_room, "There is no room on your phone. Nothing new is kept."),
        (not_allowed, "Your browser does not allow this. You can print the list."),
        (no_connection, "There is no connection now. Try again later."),
    ],
)
def test_failure_is_said_and_leaves_nothing(
    own_site: Site, new_page: NewPage, trouble: Callable[[Page], None], words: str
) -> None:
    page = new_page(base_url=own_site.url)
    page.goto(LIST, wait_until="networkidle")
    trouble(page)

    page.get_by_role("button", name="Keep this list on my phone").click()

    expect(page.locator("[data-dps-keep-status]")).to_have_text(words)
    expect(page.get_by_role("button", name="Keep this list on my phone")).to_be_visible()
    assert page.evaluate(STORED) == NOTHING


@pytest.mark.parametrize("path", [SPACE, LIST])
def test_buttons_are_large_enough_for_a_thumb(new_page: NewPage, path: str) -> None:
    page = new_page(viewport=PHONE)

    page.goto(path)

    box = page.get_by_role("button", name=re.compile("on my phone")).bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["x"] + box["width"] <= PHONE["width"]
