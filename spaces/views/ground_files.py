"""What the map is drawn from, for others: made of OpenStreetMap's data, under its licence."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from spaces.cartography.edition import edition
from spaces.cartography.features import FOLDER

LICENCE = "https://opendatacommons.org/licenses/odbl/1-0/"
CREDIT = "© OpenStreetMap contributors, https://www.openstreetmap.org/copyright"
TYPES = {".csv": "text/csv; charset=utf-8", ".json": "application/json"}


@require_safe
def files(request: HttpRequest) -> JsonResponse:
    """Return the list of files, their licence and whom to name."""
    listed = [
        {"name": path.name, "url": reverse("ground_file", args=(path.name,)), "bytes": size}
        for path in _files()
        if (size := path.stat().st_size)
    ]
    return JsonResponse(
        {"edition": edition(), "licence": LICENCE, "credit": CREDIT, "files": listed},
        headers={"Cache-Control": "public, max-age=3600"},
    )


@require_safe
def file(request: HttpRequest, name: str) -> HttpResponse:
    """Send one of them."""
    found = next((path for path in _files() if path.name == name), None)
    if found is None:
        raise Http404
    headers = {"Cache-Control": "public, max-age=3600", "X-Licence": f"ODbL 1.0 {LICENCE}"}
    return HttpResponse(found.read_bytes(), content_type=TYPES[found.suffix], headers=headers)


def _files() -> list[Path]:
    """Return the files: the facts as we hold them, and what is drawn from them."""
    fixtures = Path(settings.BASE_DIR) / "fixtures"
    facts = [*fixtures.glob("ground/*.csv"), fixtures / "places_osm.csv"]
    return sorted([*facts, *FOLDER.glob("*.json")])
