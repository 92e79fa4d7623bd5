"""The gazetteer: what it holds, how fast it answers, and what importing the register costs.

All of it in a process of its own, whose processor time and memory are what is told.
"""

import gc
import json
import os
import random
import resource
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from time import perf_counter, thread_time
from zipfile import ZIP_DEFLATED, ZipFile

ROWS = 850_000  # of the register
BOXES, HOUSES = 4, 40  # behind a door, in a street
SEED = 2026
WORST = ("abc de " * 40, "louise " * 40, "rue simonis 1080 " * 20, "avenue de la reine 1 " * 20)
BEGINNINGS = ("rue", "av lou", "rue de la l", "avenue b", "bockst", "chée de wav", "place", "st")


def measure(environment: dict[str, str], directory: Path) -> dict[str, float]:
    """Return milliseconds of processor time, megabytes and seconds, on a copy of the site."""
    archive = directory / "openaddress-bebru.zip"
    write_register(archive)
    command = [sys.executable, "-m", "tests.bench.gazetteer", str(archive)]
    done = subprocess.run(
        command, env=os.environ | environment, check=True, capture_output=True, text=True
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def write_register(path: Path) -> None:
    """Write an archive in the form of BeST, of invented houses."""
    chance = random.Random(SEED)  # noqa: S311  the same houses in each run
    head = (
        "EPSG:31370_x,EPSG:31370_y,EPSG:4326_lat,EPSG:4326_lon,address_id,box_number,house_number,"
        "municipality_id,municipality_name_de,municipality_name_fr,municipality_name_nl,postcode,"
        "postname_fr,postname_nl,street_id,streetname_de,streetname_fr,streetname_nl,region_code,"
        "status\n"
    )
    with (
        ZipFile(path, "w", ZIP_DEFLATED) as archive,
        archive.open("openaddress-bebru.csv", "w") as file,
    ):
        file.write(head.encode())
        for row in range(ROWS):
            house = row // BOXES
            street = house // HOUSES
            latitude, longitude = chance.uniform(50.78, 50.9), chance.uniform(4.28, 4.45)
            file.write(
                f"149000.1,170000.1,{latitude:.6f},{longitude:.6f},{row},{row % BOXES},"
                f"{house % HOUSES + 1},{21001 + street % 19},,Commune,Gemeente,1000,,,{street},,"
                f"Rue Inventée {street},Verzonnen straat {street},BE-BRU,current\n".encode()
            )


def main(archive: Path) -> None:
    """Measure in this process, and print the figures."""
    import django

    django.setup()
    json.dump(_answers() | _import(archive), sys.stdout)


def _answers() -> dict[str, float]:
    from spaces import gazetteer
    from spaces.models import DataVersion, Place

    version = DataVersion.current()
    start = thread_time()
    gazetteer.current(version)
    seconds = thread_time() - start
    gazetteer.forget()
    gc.collect()
    tracemalloc.start()  # the catalogues of words are in memory by now
    known = gazetteer.current(version)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    chance = random.Random(SEED)  # noqa: S311
    streets = Place.objects.filter(kind=Place.Kind.STREET).exclude(latitude=None)
    names = chance.sample([*streets.values_list("name_fr", flat=True)], 2_000)
    wrong = [f"{name[:at]}x{name[at:]}" for name in names for at in [chance.randrange(len(name))]]
    return {
        "gazetteer_megabytes": held / 1e6,
        "gazetteer_built_s": seconds,
        "name_as_it_stands_ms": median(known.resolve, names),
        "name_with_an_error_ms": slowest(known.resolve, wrong),
        "text_of_200_characters_ms": slowest(known.resolve, WORST),
        "suggestions_ms": slowest(lambda text: known.suggest(text, "fr"), BEGINNINGS),
    }


def _import(archive: Path) -> dict[str, float]:
    from django.core.management import call_command

    start = perf_counter()
    call_command("import_addresses", archive, stdout=StringIO())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "register_of_850000_rows_s": perf_counter() - start,
        "register_peak_megabytes": peak / 1024,
    }


def _times(ask: Callable[[str], object], texts: Iterable[str]) -> list[float]:
    times = []
    for text in texts:
        start = thread_time()
        ask(text)
        times.append((thread_time() - start) * 1000)
    return sorted(times)


def median(ask: Callable[[str], object], texts: Iterable[str]) -> float:
    times = _times(ask, texts)
    return times[len(times) // 2]


def slowest(ask: Callable[[str], object], texts: Iterable[str]) -> float:
    """Return the time of the slowest text but one in a hundred, which other things disturb."""
    times = _times(ask, texts)
    return times[-1 - len(times) // 100]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
