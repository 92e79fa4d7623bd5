"""What everybody comes for, on a phone without Chrome: search, map, space, poster, report."""

from datetime import date
from urllib.parse import parse_qs

from tests.e2e.on_map import MOVING
from tests.e2e.test_report import REPORT
from tests.engines.engine import HEIGHT, WIDTH, Engine
from tests.kinds import POSTER, SPACE, sent

SATURDAY = 5
FITS = f"document.documentElement.scrollWidth <= {WIDTH}"
TARGET = "main summary, main button, main a"
CARD = "#places > [data-dps-space]"


def box(engine: Engine, selector: str) -> dict[str, float]:
    """Return where an element begins and ends on the first screen, in CSS pixels."""
    return engine.wait(f"document.querySelector('{selector}').getBoundingClientRect().toJSON()")


def query(engine: Engine) -> dict[str, list[str]]:
    """Return what the page understood."""
    return parse_qs(engine.wait('document.querySelector("[data-dps-query]")?.dataset.dpsQuery'))


def test_resident_searches_filters_and_finds_the_way(any_engine: Engine) -> None:
    engine = any_engine
    engine.open("/fr/")
    engine.type("[name=q]", "imprimer près de Simonis samedi")
    engine.tap("[role=search] [type=submit]")

    engine.arrive("/fr/espaces/")
    asked = query(engine)
    assert asked["service"] == ["printing"]
    assert date.fromisoformat(asked["open"][0]).weekday() == SATURDAY
    assert "Simonis" in engine.text("h1")
    assert box(engine, f"{CARD} h2")["bottom"] < HEIGHT
    assert engine.ask(FITS)

    engine.tap(".filters > summary")
    engine.tap(".choice", "Sans rendez-vous")
    engine.tap(".filters [type=submit]")
    engine.wait("new URLSearchParams(location.search).get('walk_in') === '1'")
    assert query(engine) == asked | {"walk_in": ["1"]}
    assert "Sans rendez-vous" in engine.text(".asked")

    name = engine.text(f"{CARD} h2 a")
    slug = engine.ask(f"document.querySelector('{CARD}').dataset.dpsSpace")
    engine.tap(f"{CARD} h2 a")
    engine.arrive(f"/fr/espaces/{slug}/")
    assert name in engine.text("h1")
    assert engine.ask(FITS)


def test_space_can_be_called_and_gone_to(any_engine: Engine) -> None:
    engine = any_engine
    engine.open(f"/nl/ruimtes/{SPACE}/")

    call = engine.ask("""document.querySelector(".actions a[href^='tel:']").href""")
    assert call.startswith("tel:+32")
    goes = engine.ask("""document.querySelector(".actions [data-dps-map-app]").href""")
    assert goes.startswith(("https://www.openstreetmap.org/directions?", "geo:50."))
    assert box(engine, ".actions")["top"] < HEIGHT
    assert engine.ask(FITS)


def test_pin_leads_to_its_card(engine: Engine) -> None:
    engine.open("/en/spaces/?q=Simonis")
    name = engine.text(f"{CARD} h2 a")
    slug = engine.ask(f"document.querySelector('{CARD}').dataset.dpsSpace")

    engine.tap(".map__open")
    engine.wait(f"document.querySelector('{MOVING}') !== null")
    engine.tap(f"[data-dps-pin={slug}] use")

    assert name in engine.text("#map [role=dialog] h3")
    engine.tap("#map [role=dialog] .button")
    engine.arrive(f"/en/spaces/{slug}/")


def test_pin_leads_to_its_card_without_scripts(webkit_without_scripts: Engine) -> None:
    engine = webkit_without_scripts
    engine.open("/en/spaces/?q=Simonis")
    slug = engine.ask(f"document.querySelector('{CARD}').dataset.dpsSpace")

    engine.tap(".map__open")
    engine.wait("location.hash === '#map'")
    engine.tap(f"[data-dps-pin={slug}] use")

    engine.wait(f"document.querySelector('{CARD}:target')?.dataset.dpsSpace === '{slug}'")


def test_scanned_poster_leads_to_its_space(any_engine: Engine) -> None:
    any_engine.open(f"/q/{POSTER}")

    assert any_engine.ask("location.search") == f"?poster={POSTER}"
    assert any_engine.text("h1")
    assert any_engine.ask(FITS)


def test_report_takes_two_taps(any_engine: Engine) -> None:
    engine = any_engine
    engine.open(f"/en/spaces/{SPACE}/")

    for words in ("Something wrong? Tell us.", "The hours are wrong"):
        engine.see(TARGET, words)
        take_time(engine)
        engine.tap(TARGET, words)

    engine.arrive(f"/en/spaces/{SPACE}/report/thanks/")
    assert engine.text("h1") == "Thank you. You help everybody."


def take_time(engine: Engine) -> None:
    """Make the form that is shown a minute old: people take their time, robots do not."""
    token = sent(REPORT)()["token"]
    engine.ask(
        f"document.querySelectorAll('input[name=token]').forEach(i => {{ i.value = '{token}' }})"
    )


def test_arabic_page_runs_from_right_to_left(engine: Engine) -> None:
    engine.open("/ar/spaces/?q=Simonis")

    assert engine.ask("getComputedStyle(document.body).direction") == "rtl"
    number, name = box(engine, f"{CARD} .result__head .pin"), box(engine, f"{CARD} h2 a")
    assert number["left"] >= name["right"]
    assert engine.ask(FITS)
