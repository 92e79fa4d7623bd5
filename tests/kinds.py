"""Every kind of public page, filled, empty and wrong: what is asked of one page is asked of all.

A new kind is a line in `KINDS`, an answer that is no page a line in `BESIDES`: a route that has
neither fails in `tests/test_headers.py`. The tests of accessibility, of the layout and of the HTML
walk the pages in every language.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from config.languages import LANGUAGES, TEXTS
from spaces.inbox import reminders, robots
from spaces.models import Announcement, SpaceContact, SpaceSlug

SPACE, SAMPLE = "koekeltech", "sample-jette"
FULL, CLOSED = "everything-known", "closed-for-good"  # made by `furnish`
OLD = "old-address"  # a slug that the former had before
SAMPLE_COURSE, COURSE, OVER = "sample-email", "everything-known", "over"  # the last two as well
CHARACTER, EARLIER = "salima", "2001"  # the latter made by `furnish`
POSTER, TAKEN_DOWN = "7K3PM", "ZYZZZ"  # the latter made by `furnish`
HELP_LINE = "+3225550199"
MANAGER, NONCE = 1, "0123456789abcdef0123456789abcdef"  # made by `furnish`
MANY_CHOICES = (
    "q=Flagey&access=step_free&language=ar&free=1&walk_in=1&service=printing&service=training"
)

CARD = "need=use_my_banks_app&topic=bank&language=tr"

Sent = dict[str, str]


def sent(purpose: str, **fields: str) -> Callable[[], Sent]:
    """Return what sends a form that was shown a while ago."""

    def make() -> Sent:
        shown_at = timezone.now() - timedelta(minutes=1)
        return {"token": robots.token(purpose, shown_at), **fields}

    return make


def _link() -> str:
    """Return the query of the link in the mail to the manager whom `furnish` makes."""
    manager = SpaceContact(pk=MANAGER, nonce=NONCE)
    return urlencode({"t": reminders.token(manager)})


def _bad_answer() -> Sent:
    return {"answer": "changes", "phone": "x", "closed_from": "soon", "opening_hours_tu": "99"}


LINK = _link()


class Kind(NamedTuple):
    """A kind of page: its name, the route and what its address takes, and how it answers.

    `sent` makes what is posted there; `below` is what stands after the route's own address.
    """

    name: str
    route: str
    arguments: tuple[str, ...] = ()
    query: str = ""
    status: int = 200
    sent: Callable[[], Sent] | None = None
    below: str = ""

    def address(self, language: str) -> str:
        """Return the address of this kind of page in a language."""
        with translation.override(language):
            address = reverse(self.route, args=self.arguments) + self.below
        return f"{address}?{self.query}" if self.query else address

    def answer(self, language: str, client: Client) -> HttpResponse:
        """Ask for this kind of page in a language, or send its form."""
        address = self.address(language)
        response = client.post(address, self.sent()) if self.sent else client.get(address)
        assert response.status_code == self.status, address
        return response


KINDS = (
    Kind("choose a language", "choose_language"),
    Kind("home", "home"),
    Kind("results", "results"),
    Kind("results, near a place", "results", query="q=simoniss&service=printing"),
    Kind("results, a place with namesakes", "results", query="q=Saint-Josse"),
    Kind("results, many choices", "results", query=f"{MANY_CHOICES}&open=now"),
    Kind("results, none", "results", query=f"{MANY_CHOICES}&radius=500"),
    Kind("results, place not known", "results", query="q=xqzzy"),
    Kind("results, address not understood", "results", query="open=soon&need=x", status=400),
    Kind("results, last page", "results", query="page=3"),
    Kind("results, beyond the last page", "results", query="page=99", status=404),
    Kind("space", "space", (SPACE,)),
    Kind("space, all known, from a place", "space", (FULL,), query="from=Simonis"),
    Kind("space, example", "space", (SAMPLE,)),
    Kind("space, closed for good", "space", (CLOSED,)),
    Kind("space, none", "space", ("no-such-space",), status=404),
    Kind("easy page", "space_easy", (SPACE,)),
    Kind("easy page, all known", "space_easy", (FULL,)),
    Kind("easy page, example", "space_easy", (SAMPLE,)),
    Kind("card to show", "counter_card", (SPACE,)),
    Kind("card to show, chosen", "counter_card", (FULL,), query=CARD),
    Kind("card to show, wrong", "counter_card", (SAMPLE,), query="need=x", status=400),
    Kind("guide, need", "guide_step", ("need",)),
    Kind("guide, where", "guide_step", ("where",), query="need=learn"),
    Kind("guide, when", "guide_step", ("when",), query="need=learn&q=Flagey"),
    Kind("guide, anything else", "guide_step", ("more",), query="need=learn&q=Flagey"),
    Kind("courses", "courses"),
    Kind("courses, near a place", "courses", query="q=simoniss&when=month&free=1"),
    Kind("courses, none", "courses", query="q=Flagey&language=ar&level=advanced&time=evening"),
    Kind("courses, address not understood", "courses", query="when=soon", status=400),
    Kind("course", "course", (COURSE,)),
    Kind("course, example", "course", (SAMPLE_COURSE,)),
    Kind("course, over", "course", (OVER,)),
    Kind("course, easy page", "course_easy", (COURSE,)),
    Kind("course, over, easy page", "course_easy", (OVER,)),
    Kind("campaign", "campaign"),
    Kind("campaign, easy page", "campaign_easy"),
    Kind("campaign, earlier, easy page", "campaign_of_year_easy", (EARLIER,)),
    Kind("campaign, earlier", "campaign_of_year", (EARLIER,)),
    Kind("campaign, none", "campaign_of_year", ("1999",), status=404),
    Kind("character", "character", (CHARACTER,)),
    Kind("character, earlier", "character_of_year", (EARLIER, CHARACTER)),
    Kind("character, easy page", "character_easy", (CHARACTER,)),
    Kind("character, earlier, easy page", "character_of_year_easy", (EARLIER, CHARACTER)),
    Kind("space, from a poster", "space", (FULL,), query=f"poster={POSTER}"),
    Kind("poster", "poster", (POSTER,)),
    Kind("poster, taken down", "poster", (TAKEN_DOWN,)),
    Kind("poster, none", "poster", ("22222",), status=404),
    Kind("type a code", "typed_code"),
    Kind("type a code, none", "typed_code", query="code=22222", status=404),
    *(Kind(f"text, {name}", name) for name in TEXTS),
    Kind("sheet", "sheet", query=f"space={SPACE}&space={FULL}&space={SAMPLE}&for=nl"),
    Kind("sheet, empty", "sheet"),
    Kind("sheet, wrong", "sheet", query="space=no-such-space&for=xx", status=400),
    Kind("offline list", "offline"),
    Kind("offline list, copy", "offline", query="kept=1"),
    Kind("offline page", "offline_space", (FULL,)),
    Kind("offline page, copy of an example", "offline_space", (SAMPLE,), query="kept=1"),
    Kind("report", "report", (SPACE,)),
    Kind(
        "report, with problems",
        "report",
        (SPACE,),
        status=400,
        sent=sent("report F3DJD", kind="other", text=""),
    ),
    Kind("report, thanks", "report_thanks", (SPACE,)),
    Kind("missing place", "missing_space"),
    Kind(
        "missing place, with problems",
        "missing_space",
        status=400,
        sent=sent("missing space", place="", where="", text="x" * 501),
    ),
    Kind("missing place, thanks", "missing_space_thanks"),
    Kind("still right", "still_right", query=LINK),
    Kind("still right, bad answer", "still_right", query=LINK, status=400, sent=_bad_answer),
    Kind("still right, no link", "still_right"),
    Kind("still right, no good link", "still_right", query="t=x", status=410),
    Kind("still right, thanks", "still_right_thanks"),
    Kind("not found", "home", below="nowhere/", status=404),
    Kind("not allowed", "home", status=403, sent=dict),
    Kind(
        "not readable",
        "report",
        (SPACE,),
        status=400,
        sent=lambda: {f"field{number}": "" for number in range(1001)},
    ),
)


class Answer(NamedTuple):
    """What an address answers with: the status, and the type of what it sends."""

    address: str
    status: int = 200
    type: str = "text/html; charset=utf-8"


# What is no page of its own kind: an address that leads on, a file, what programs read; and pages
# that look as one of the kinds, but are answered in another way.
BESIDES = (
    Answer("/fr/espaces/old-address/", 301),
    Answer("/fr/sur-mon-telephone/old-address/", 301),
    Answer("/en/on-my-phone/closed-for-good/", 301),
    Answer("/nl/espaces/koekeltech/", 301),
    Answer("/en/guide/", 302),
    Answer("/en/guide/none/", 404),
    Answer("/en/spaces/?lat=50.847&lng=4.353"),
    Answer("/en/spaces/?lat=48.85&lng=2.35", 400),
    Answer("/nl/leren/none/", 404),
    Answer("/fr/campagne/2021/", 302),
    Answer("/en/campaign/1999/easy/", 404),
    Answer("/en/campaign/nobody/", 404),
    Answer("/nl/campagne/2021/salima/", 302),
    Answer("/ar/poster/t3zek/"),
    Answer("/s/F3DJD", 302),
    Answer("/S/f3djd", 302),
    Answer("/s/22222", 404),
    Answer("/s/F3DJD/qr.svg", type="image/svg+xml"),
    Answer("/q/7K3PM", 302),
    Answer("/Q/t3zek", 302),
    Answer("/q/22222", 404),
    Answer("/q/"),
    Answer("/Q?code=22222", 404),
    Answer("/q/?code=7k3pm", 302),
    Answer("/q/7K3PM/qr.svg", type="image/svg+xml"),
    Answer("/Q/t3zek/qr.png", type="image/png"),
    Answer("/tiles/0/nl/14/8390/5496.svg", type="image/svg+xml"),
    Answer("/tiles/0/nl/14/1/1.svg", 404),
    Answer("/map/0/fr-nl/12/0,0/640x640.svg", type="image/svg+xml"),
    Answer("/map/0/fr-nl/12/1,1/640x640.svg", 302),
    Answer("/map/door/fr/F3DJD.svg", type="image/svg+xml"),
    Answer("/map/door/nl/22222.svg", 404),
    Answer("/map/doors/fr/F3DJD.svg", type="image/svg+xml"),
    Answer("/share/ar/F3DJD.png", type="image/png"),
    Answer("/share/fr/22222.png", 404),
    Answer("/map/ride/fr/F3DJD/6/50.89700,4.33577.svg", type="image/svg+xml"),
    Answer("/map/ride/fr/F3DJD/6/50.00000,4.00000.svg", 404),
    Answer("/map/poster/fr-nl/Q8D4H/F3DJD.svg", type="image/svg+xml"),
    Answer("/map/poster/fr-nl/22222/F3DJD.svg", 404),
    Answer("/api/spaces.geojson?lang=nl", type="application/geo+json"),
    Answer("/api/spaces.geojson?page=abc", 400, "application/json"),
    Answer("/api/ground/", type="application/json"),
    Answer("/api/ground/rails.csv", type="text/csv; charset=utf-8"),
    Answer("/api/ground/places_osm.csv", type="text/csv; charset=utf-8"),
    Answer("/api/ground/settings.py", 404),
    Answer("/api/places?q=simo", type="application/json"),
    Answer(f"/media/photos/{'0' * 32}.jpg", 404),
    Answer("/booklet/fr.pdf", 404),
    Answer("/en/manifest.webmanifest", type="application/manifest+json"),
    Answer("/sw.js", type="text/javascript; charset=utf-8"),
    Answer("/robots.txt", type="text/plain; charset=utf-8"),
    Answer("/.well-known/security.txt", 404),
    Answer("/llms.txt", type="text/plain; charset=utf-8"),
    Answer("/sitemap.xml", type="application/xml"),
    Answer("/healthz", type="application/json"),
    Answer("/readyz", type="application/json"),
    Answer("/nowhere/", 404),
)


def everywhere() -> list[tuple[Kind, str]]:
    """Return every kind in every language, each address once."""
    pages = {
        (kind.name, kind.address(language)): (kind, language)
        for language in LANGUAGES
        for kind in KINDS
    }
    return list(pages.values())


def furnish() -> None:
    """Add what fixtures/ have none of: a space and a course of which all is known, what is over."""
    from tests import factories

    only_french = {
        f"{text}_{code}": "" for text in ("name", "description") for code in ("nl", "en")
    }
    full = factories.complete_space(slug=FULL, **only_french)
    SpaceSlug.objects.create(space=full, slug=OLD)
    today = timezone.localdate()
    factories.ClosureFactory(space=full, first_day=today, last_day=today + timedelta(days=7))
    factories.SpaceContactFactory(pk=MANAGER, space=full, nonce=NONCE)
    factories.SpaceFactory(slug=CLOSED, closed_for_good=True)
    factories.CourseFactory(slug=COURSE, space=full, title_nl="", title_en="")
    factories.CourseFactory(slug=OVER, space=full, once=True, first_day=today - timedelta(days=7))
    factories.CharacterFactory(slug=CHARACTER, campaign__year=int(EARLIER), needs=["learn"])
    factories.PosterFactory(code=TAKEN_DOWN, taken_down_on=today)
    now = timezone.now()
    for kind in Announcement.Kind:
        factories.AnnouncementFactory(
            kind=kind,
            text_en="It is [said on its page](https://example.org/).",
            starts_at=now - timedelta(days=1),
            ends_at=now + timedelta(days=1),
        )
