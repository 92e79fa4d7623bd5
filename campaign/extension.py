"""What the campaign adds to the directory: rights, data, and what must go before going live."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.languages import current
from spaces.curation.going_live.core import Item, counted
from spaces.extensions import Chapter, Extension, Rights
from spaces.models import codes
from spaces.search.links import query
from spaces.staff.addresses import of_list
from spaces.staff.rights import ALL, LOOK, READ

_EXAMPLE = "Exemple"  # how the names of the posters in fixtures/ begin
_MODELS = ("campaign", "character", "poster")
_WRITE: Rights = {f"campaign.{model}": ALL for model in _MODELS} | {"campaign.scan": LOOK}
_READ: Rights = {f"campaign.{model}": LOOK for model in _MODELS} | {"campaign.scan": LOOK}


def _samples() -> Iterator[Item]:
    """Yield how many examples of posters are left."""
    from campaign.models import Poster

    yield counted(
        _("Example posters"),
        Poster.objects.filter(name__startswith=_EXAMPLE, taken_down_on__isnull=True).count(),
        _("Delete them. A poster that was printed stays: write the day it was taken down."),
        of_list(
            "campaign_poster", ("name__startswith", _EXAMPLE), ("taken_down_on__isnull", "True")
        ),
    )


def _address_of_code(text: str, version: int) -> str:
    """Return where a poster's code leads, in the active language; '' where no poster has it."""
    from campaign import snapshot

    if not any(codes.readings(text)):
        return ""
    poster = codes.find(text, snapshot.current(version).posters)
    asked = [("code", poster.code), ("lang", current().code)] if poster else []
    return reverse("typed_code") + query(asked) if asked else ""


CAMPAIGN = Extension(
    label="campaign",
    groups={
        "Administrators": _WRITE,
        "Regional editors": _READ,
        "Campaign editors": {**_WRITE, **READ},
        "Readers": _READ,
    },
    fixtures=("campaigns", "characters", "posters"),
    late_fixtures={"campaigns": "campaign.Campaign", "characters": "campaign.Character"},
    chapters={"posters": Chapter(gettext_lazy("Print posters"), "campaign.view_poster")},
    samples=_samples,
    address_of_code=_address_of_code,
)
