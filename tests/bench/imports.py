"""How long the preview of a large import takes."""

from time import perf_counter

from spaces.exchange import files
from spaces.exchange.spaces import SpaceResource

ROWS = 1_000
HEAD = "code,name_fr,name_nl,municipality,postal_code,opening_hours,phone,services,access_lift"
CELLS = ",21004,1000,Mo-Fr 09:00-17:00; PH off,'+32 2 555 01 23,printing; internet,yes"


def measure() -> dict[str, float]:
    """Return the seconds that the preview of a file of new spaces takes."""
    lines = (f",Espace {number},Ruimte {number}{CELLS}" for number in range(ROWS))
    data = "\n".join([HEAD, *lines]).encode()
    start = perf_counter()
    table, resource = files.read(data), SpaceResource()
    resource.check(table)
    outcome = resource.import_data(table, dry_run=True)
    seconds = perf_counter() - start
    if outcome.problems or outcome.totals["new"] != ROWS:
        raise RuntimeError(outcome.problems[:1])
    return {"preview_of_1000_rows_ms": seconds * 1000}
