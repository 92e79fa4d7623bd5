"""`make screenshots`: the pictures of docs/screenshots, of a site as it is in production.

A picture changes only where the site does: the site's clock begins at `CLOCK`, and Chromium has the
fonts of our paper, since each machine has other ones.
"""

import os
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Literal, NamedTuple

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from scripts import dates
from scripts.venv import ROOT
from tests.e2e import site as sites
from tests.e2e.chromium import CHROMIUM_ARGUMENTS, with_fonts_of_paper

FOLDER = ROOT / "docs" / "screenshots"
CLOCK = "2026-12-01T14:30"  # a Tuesday
SITE_URL = "http://epn.example"  # what codes lead to; https would want a proxy before the site

SIMONIS = "q=simoniss"
COLOURS = 256
SCREEN = 900  # pixels high
GROUND, BESIDE = "#8a90a2", 8  # of pictures side by side, and pixels between them


class Shot(NamedTuple):
    """A page on a screen as wide as a phone's or a desk's; whole unless it has a height."""

    what: str
    language: str
    width: int
    address: str
    height: int = 0
    scheme: Literal["light", "dark"] = "light"

    @property
    def name(self) -> str:
        """Return the picture's name."""
        dark = "-dark" if self.scheme == "dark" else ""
        return f"{self.what}-{self.language}-{self.width}{dark}"


class Print(NamedTuple):
    """A poster on paper."""

    name: str
    code: str
    options: tuple[str, ...]


SHOTS = (
    Shot("home", "fr", 1280, "/fr/"),
    Shot("home", "nl", 320, "/nl/"),
    Shot("home", "ar", 320, "/ar/", 1400),
    Shot("results", "fr", 1280, f"/fr/espaces/?{SIMONIS}", 1400),
    Shot("results", "ar", 1280, f"/ar/spaces/?{SIMONIS}", 1400),
    Shot("results", "en", 1280, f"/en/spaces/?{SIMONIS}", 1400, "dark"),
    Shot("results", "nl", 320, f"/nl/ruimtes/?{SIMONIS}", 1400),
    Shot("space", "fr", 1280, "/fr/espaces/koekeltech/"),
    Shot("space", "nl", 320, "/nl/ruimtes/koekeltech/"),
    Shot("space", "en", 320, "/en/spaces/koekeltech/", scheme="dark"),
    Shot("easy", "ar", 320, "/ar/spaces/koekeltech/easy/", 1400, "dark"),
    Shot("campaign", "fr", 1280, "/fr/campagne/", 1700),
    Shot("character", "nl", 320, "/nl/campagne/salima/", 1700),
)
PRINTS = (
    Print("poster-a2", "M5XTR", ("--format=a2",)),
    Print("poster-a3", "C6YNA", ("--format=a3",)),
    Print("poster-a4", "7K3PM", ("--format=a4", "--bleed")),
    Print("poster-shelter", "Q8D4H", ("--format=shelter",)),
)
BOOKLET, BOOKLET_PAGES = "booklet-fr", (0, 2, 4, 9)
OVERVIEW = "overview"
IN_OVERVIEW = ("home-fr-1280", "results-fr-1280", "space-nl-320", "character-nl-320")


def names() -> set[str]:
    """Return the names of all the pictures that are made."""
    made = {shot.name for shot in SHOTS} | {poster.name for poster in PRINTS}
    return {f"{name}.png" for name in made | {BOOKLET, OVERVIEW}}


def main() -> None:
    """Take every picture, in the place of those before."""
    if not shutil.which("chromium"):
        sys.exit("Chromium is missing (apt install chromium).")
    with tempfile.TemporaryDirectory() as temporary:
        directory = Path(temporary)
        pictures = dict(_pictures(directory))
    tops = [pictures[name].crop((0, 0, pictures[name].width, SCREEN)) for name in IN_OVERVIEW]
    pictures[OVERVIEW] = _side_by_side([top.reduce(2) for top in tops])
    for path in FOLDER.glob("*.png"):
        path.unlink()
    for name, picture in pictures.items():
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(FOLDER / f"{name}.png", optimize=True)


def _pictures(directory: Path) -> Iterator[tuple[str, Image.Image]]:
    """Yield each picture with its name."""
    sites.prepare(directory / "prepared")
    own = directory / "site"
    own.mkdir()
    variables = dates.environment(CLOCK) | {
        "SITE_URL": SITE_URL,
        "ALLOWED_HOSTS": "127.0.0.1",
        "MEDIA_ROOT": str(directory / "media"),
    }
    with sites.serve(directory / "prepared", own, **variables) as site:
        yield BOOKLET, _booklet(site, directory / "media")
        for poster in PRINTS:
            yield poster.name, _poster(site, poster, directory)
        with _chromium(directory) as browser:
            for shot in SHOTS:
                yield shot.name, _screen(browser, site, shot)


def _booklet(site: sites.Site, media: Path) -> Image.Image:
    site.manage("make_booklet")
    [path] = (media / "booklets").glob("*-fr-*.pdf")
    return _side_by_side([_page(path.read_bytes(), page, 513) for page in BOOKLET_PAGES])


def _poster(site: sites.Site, poster: Print, directory: Path) -> Image.Image:
    path = directory / f"{poster.name}.zip"
    site.manage("make_posters", str(path), poster.code, *poster.options)
    with zipfile.ZipFile(path) as archive:
        [pdf] = (name for name in archive.namelist() if name.endswith(".pdf"))
        return _page(archive.read(pdf), 0, 1000)


def _page(pdf: bytes, number: int, height: int) -> Image.Image:
    """Return a page of a PDF as a picture of a height in pixels."""
    page = pypdfium2.PdfDocument(pdf)[number]
    drawn: Image.Image = page.render(scale=height / page.get_height()).to_pil()
    return drawn.convert("RGB")


@contextmanager
def _chromium(directory: Path) -> Iterator[Browser]:
    """Start Chromium with the fonts of our paper, whatever the page asks for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=CHROMIUM_ARGUMENTS,
            env=with_fonts_of_paper(directory),
        )
        yield browser
        browser.close()


def _screen(browser: Browser, site: sites.Site, shot: Shot) -> Image.Image:
    """Return a page as a visitor sees it, once it asks for nothing more."""
    screen = ViewportSize(width=shot.width, height=SCREEN)
    page = browser.new_page(
        viewport=screen, color_scheme=shot.scheme, locale="en-GB", timezone_id="Europe/Brussels"
    )
    page.route(lambda address: not address.startswith(site.url), lambda route: route.abort())
    page.goto(site.url + shot.address)
    if not shot.height:  # as high as the page: what waits to be scrolled to comes too
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size(ViewportSize(width=shot.width, height=height))
    page.wait_for_load_state("networkidle")
    taken = Image.open(BytesIO(page.screenshot(animations="disabled", full_page=True)))
    page.close()
    return taken.convert("RGB").crop((0, 0, shot.width, shot.height or taken.height))


def _side_by_side(pictures: list[Image.Image]) -> Image.Image:
    lefts = accumulate((picture.width + BESIDE for picture in pictures), initial=BESIDE)
    *starts, width = lefts
    height = max(picture.height for picture in pictures) + 2 * BESIDE
    ground = Image.new("RGB", (width, height), GROUND)
    for left, picture in zip(starts, pictures, strict=True):
        ground.paste(picture, (left, BESIDE))
    return ground


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
