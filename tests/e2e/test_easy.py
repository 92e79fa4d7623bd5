"""The easy page, read aloud by the device, and a space's page sent to somebody."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits

EASY = "/en/spaces/koekeltech/easy/"
SPACE = "/en/spaces/koekeltech/"

# A device with a French and a Dutch voice, that notes what it is told to say.
VOICES = """
  const voices = %s.map((lang) => ({ lang, name: lang, default: false }));
  window.said = [];
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    addEventListener() {},
    cancel() { window.cancelled = true; },
    speak(one) { window.said.push(one); },
  }});
"""


def with_voices(new_page: NewPage, *languages: str, **options: object) -> Page:
    page = new_page(**options)
    page.context.add_init_script(VOICES % list(languages))
    return page


# --- listen ---------------------------------------------------------------------------------


def test_page_is_read_aloud_in_its_language(new_page: NewPage) -> None:
    page = with_voices(new_page, "fr-BE", "en_GB", "nl-BE")
    page.goto(EASY)

    page.get_by_role("button", name="Listen").click()

    said = page.evaluate("said.map(({ text, lang }) => [text, lang])")
    shown = [words.strip() for words in page.locator("[data-dps-read]").all_text_contents()]
    assert [text for text, _lang in said] == shown
    assert {lang for _text, lang in said} == {"en_GB"}
    assert "You can use a computer there." in shown
    expect(page.get_by_role("button", name="Stop")).to_be_focused()


def test_reading_can_be_stopped_and_ends_by_itself(new_page: NewPage) -> None:
    page = with_voices(new_page, "en-GB")
    page.goto(EASY)
    listen = page.get_by_role("button", name="Listen")
    stop = page.get_by_role("button", name="Stop")

    listen.click()
    page.evaluate("window.cancelled = false")
    stop.click()
    assert page.evaluate("cancelled")
    expect(listen).to_be_focused()
    expect(stop).to_be_hidden()

    listen.click()
    page.evaluate("said.at(-1).dispatchEvent(new Event('end'))")
    expect(listen).to_be_visible()
    expect(stop).to_be_hidden()


def test_page_is_not_read_by_a_voice_of_another_language(new_page: NewPage) -> None:
    page = with_voices(new_page, "fr-BE", "nl-NL")

    page.goto(EASY)

    expect(page.get_by_text("You can use a computer there.")).to_be_visible()
    expect(page.get_by_role("button", name="Listen")).to_have_count(0)


def test_page_without_scripts_offers_no_voice(page_without_javascript: Page) -> None:
    page_without_javascript.goto(EASY)

    expect(page_without_javascript.get_by_text("You can use a computer there.")).to_be_visible()
    expect(page_without_javascript.get_by_role("button")).to_have_count(0)


# --- the page -------------------------------------------------------------------------------


def test_reader_goes_to_the_easy_page_and_back(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto(SPACE)
    name = page.get_by_role("heading", level=1).inner_text()

    page.get_by_role("link", name="Easy to read").click()
    expect(page).to_have_url(EASY)
    expect(page.get_by_role("heading", level=1)).to_have_text(name)

    page.get_by_role("link", name="Back to the full page").click()
    expect(page).to_have_url(SPACE)


@pytest.mark.parametrize(
    "path", ["/fr/espaces/koekeltech/facile/", "/nl/ruimtes/epn-uccle/eenvoudig/"]
)
def test_easy_page_is_large_and_fits_a_narrow_phone(new_page: NewPage, path: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})

    page.goto(path)

    assert fits(page)
    line = page.locator(".easy__lines p").first
    size, height = line.evaluate(
        "p => [getComputedStyle(p).fontSize, getComputedStyle(p).lineHeight].map(parseFloat)"
    )
    assert size >= 20
    assert height / size >= 1.6


# --- send it --------------------------------------------------------------------------------


def test_text_is_copied_and_that_is_said(new_page: NewPage) -> None:
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(SPACE)

    page.get_by_role("button", name="Copy the text").click()

    expect(page.get_by_text("Copied. Now paste it where you want.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("[data-dps-send]").get_attribute("data-text")
    assert copied.endswith("/S/F3DJD")


def test_text_goes_to_the_share_sheet_of_the_device(new_page: NewPage) -> None:
    page = new_page()
    page.context.add_init_script(
        "navigator.share = (sent) => { window.sent = sent; return Promise.reject('changed mind'); }"
    )
    page.goto(SPACE)

    page.get_by_role("button", name="Another way").click()

    sent = page.evaluate("sent")
    assert sent["title"] in page.get_by_role("heading", level=1).inner_text()
    assert sent["text"].endswith("/S/F3DJD")


def test_links_send_without_scripts(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto(SPACE)

    section = page.locator("[data-dps-send]")

    assert [
        (link.get_attribute("href") or "").partition("?")[0]
        for link in section.get_by_role("link").all()
    ] == ["sms:", "https://wa.me/", "mailto:", "/en/sheet/"]
    expect(section.get_by_role("button")).to_have_count(0)
