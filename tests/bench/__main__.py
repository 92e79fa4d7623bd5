"""`make bench`: serve the site as in production, load it, and tell the figures."""

import json
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scripts import debian, node
from spaces.cartography.edition import edition
from tests.bench import gazetteer, ground, lighthouse, load, sentences
from tests.bench.load import Figures, Target
from tests.e2e import site as sites

REPORT = Path("var/bench.json")
PLACE = "/fr/espaces/?q=Simonis"
FILTERS = f"{PLACE}&service=printing&free=1"
CONSTANT = Target("constant view", "/bench/constant")
TARGETS = [
    CONSTANT,
    Target("home", "/fr/"),
    Target("results, no place", "/fr/espaces/"),
    Target("results, a place", PLACE),
    Target("results, a place and filters", FILTERS),
    Target("results, a place (built)", PLACE, built=True),
    Target("results, filters (built)", FILTERS, built=True),
    Target("space page", "/fr/espaces/koekeltech/"),
    Target("space page (built)", "/fr/espaces/koekeltech/?built=1", built=True),
    Target("a poster's code, counted", "/q/7K3PM"),
    Target("GeoJSON", "/api/spaces.geojson?lang=fr"),
    Target("a tile", f"/tiles/{edition()}/fr/14/8390/5496.svg"),
    Target("a picture of the map", f"/map/{edition()}/fr/14/1600,1600/640x640.svg"),
]
LANDINGS = {
    "home": "/fr/",
    "results": "/fr/espaces/",
    "space": "/fr/espaces/koekeltech/",
    "campaign": "/fr/campagne/",
}


def main() -> None:
    """Measure, print the table, write the report."""
    debian.install(debian.missing(debian.FOR_BENCH))
    if lacking := debian.missing(debian.FOR_BENCH):
        sys.exit(f"The bench needs {' and '.join(lacking)}.")
    node.ensure(node.BENCH)
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        prepared = directory / "prepared"
        sites.prepare(prepared)
        settings = {"DJANGO_SETTINGS_MODULE": "tests.bench.settings", "WEB_CONCURRENCY": "2"}
        with sites.serve(prepared, directory, **settings) as site:
            figures = load.measure(site.url, TARGETS, directory)
            report = {
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
                "load": _shares(figures),
                "pages": _pages(site),
                "imports": _imports(),
                "ground": ground.measure(),
                "gazetteer": gazetteer.measure(site.environment, directory),
                "sentences": sentences.measure(site.environment),
                "browser": _browser(site.url),
                "print_kit": _print_kit(site, directory),
                "lighthouse": lighthouse.measure(site.url, LANDINGS, directory),
            }
    _print(report)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=2) + "\n")
    sys.stdout.write(f"\nWritten to {REPORT}\n")


def _shares(figures: dict[str, Figures]) -> dict[str, dict[str, float]]:
    """Add to each figure its share of the constant view's requests a second."""
    whole = figures[CONSTANT.name].per_second
    return {
        name: figure._asdict() | {"share": figure.per_second / whole}
        for name, figure in figures.items()
    }


def _pages(site: sites.Site) -> dict[str, dict[str, int]]:
    os.environ |= site.environment
    import django

    django.setup()
    from tests.bench import pages

    paths = {t.name: t.path for t in TARGETS if not t.built and t is not CONSTANT}
    return {name: page._asdict() for name, page in pages.measure(paths).items()}


def _imports() -> dict[str, float]:
    from tests.bench import imports

    return imports.measure()


def _browser(url: str) -> dict[str, float]:
    from tests.bench import browser

    return browser.measure(url, PLACE)._asdict()


def _print_kit(site: sites.Site, directory: Path) -> dict[str, float]:
    from tests.bench import print_kit

    return print_kit.measure(site, directory)._asdict()


def _bars(report: dict[str, Any]) -> list[tuple[str, bool]]:
    """Return what the site holds itself to, and whether it does."""
    load_, pages, seen = report["load"], report["pages"], report["browser"]
    kit, places = report["print_kit"], report["gazetteer"]
    errors = places["name_with_an_error_ms"], places["suggestions_ms"]
    most = max(page["queries_built"] for page in pages.values())
    heaviest = max(page["bytes"] for name, page in pages.items() if name.startswith("results"))
    scores = report["lighthouse"].values()
    whole = all(min(page.values()) >= 99 for page in scores)
    others = all(page[name] == 100 for page in scores for name in lighthouse.CATEGORIES[1:])
    drawn = report["ground"]
    pins = seen["pins"] - seen["blank_page"]
    bare = seen["pins_without_scripts"] - seen["blank_page"]
    return [
        (
            "a results page with a place, built, ≥ 6 % of the constant view",
            load_["results, a place (built)"]["share"] >= 0.06,
        ),
        ("the same from the cache, ≥ 60 %", load_["results, a place"]["share"] >= 0.6),
        ("≤ 5 queries on any page", most <= 5),
        ("a results page ≤ 14 kB compressed", heaviest <= 14_000),
        ("first load ≤ 60 kB without the map", seen["bytes_without_map"] <= 60_000),
        ("first load ≤ 130 kB with the map", seen["bytes_with_map"] <= 130_000),
        ("500 posters from a table, printed ≤ 20 s", _seconds(kit) <= 20),
        ("in 150 MB of memory", kit["memory_megabytes"] <= 150),
        (
            "a file of 1,000 spaces previewed in ≤ 10 s",
            report["imports"]["preview_of_1000_rows_ms"] <= 10_000,
        ),
        ("the gazetteer ≤ 15 MB a worker", places["gazetteer_megabytes"] <= 15),
        ("a name as it stands ≤ 0.1 ms", places["name_as_it_stands_ms"] <= 0.1),
        ("with an error, or begun, ≤ 5 ms", max(errors) <= 5),
        ("200 characters of anything ≤ 15 ms", places["text_of_200_characters_ms"] <= 15),
        (
            "a sentence ≤ 3 ms, at its worst too",
            report["sentences"]["sentence_at_worst_ms"] <= 3,
        ),
        ("850,000 addresses imported in ≤ 200 MB", places["register_peak_megabytes"] <= 200),
        (f"pins ≤ a blank page + 60 ms (+ {pins:.0f} ms)", pins <= 60),
        (f"and with scripts off (+ {bare:.0f} ms)", bare <= 60),
        ("a tile drawn ≤ 12 ms", drawn["tile_ms"] <= 12),
        ("a tile ≤ 12 kB at p95", drawn["tile_kilobytes_p95"] <= 12),
        ("a tile from the cache ≥ 60 % of the constant view", load_["a tile"]["share"] >= 0.6),
        ("the picture of the Region ≤ 14 kB", drawn["picture_of_the_region_kilobytes"] <= 14),
        ("of 3 km ≤ 16 kB, of a door ≤ 4 kB", _are_light(drawn)),
        ("the ground ≤ 30 MB a worker", drawn["ground_megabytes"] <= 30),
        ("Lighthouse: performance ≥ 99, all else 100, on the landing pages", whole and others),
    ]


def _are_light(drawn: dict[str, float]) -> bool:
    near = drawn["picture_of_3_km_kilobytes"], drawn["picture_of_a_door_kilobytes"]
    return near[0] <= 16 and near[1] <= 4


def _seconds(kit: dict[str, float]) -> float:
    return kit["table_seconds"] + kit["zip_seconds"]


def _print(report: dict[str, dict[str, dict[str, float]]]) -> None:
    out = sys.stdout
    out.write(f"\n{'':32}{'requests/s':>11}{'p50 ms':>9}{'p99 ms':>9}{'share':>8}{'errors':>8}\n")
    for name, row in report["load"].items():
        out.write(
            f"{name:32}{row['per_second']:11.0f}{row['p50']:9.1f}{row['p99']:9.1f}"
            f"{row['share']:8.1%}{row['errors']:8.0f}\n"
        )
    out.write(f"\n{'':32}{'queries built':>14}{'cached':>8}{'bytes gzipped':>15}\n")
    for name, page in report["pages"].items():
        built, cached, size = page.values()
        out.write(f"{name:32}{built:14}{cached:8}{size:15}\n")
    out.write("\n")
    for name, value in (
        report["browser"]
        | report["print_kit"]
        | report["gazetteer"]
        | report["sentences"]
        | report["ground"]
    ).items():
        digits = 1 if isinstance(value, float) and value < 20 else 0
        out.write(f"{name.replace('_', ' '):32}{value:14.{digits}f}\n")
    out.write(f"\n{'':32}{''.join(f'{name:>16}' for name in lighthouse.CATEGORIES)}\n")
    for name, scores in report["lighthouse"].items():
        out.write(
            f"Lighthouse, {name:20}{''.join(f'{score:16.0f}' for score in scores.values())}\n"
        )
    out.write("\n")
    for words, held in _bars(report):
        out.write(f"{'held  ' if held else 'MISSED'}  {words}\n")


if __name__ == "__main__":
    main()
