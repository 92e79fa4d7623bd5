"""`manage.py golive`: what stands between this site and the public."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from spaces.curation import going_live
from spaces.curation.going_live import Item, State


class Command(BaseCommand):
    """List what is in order, what is to do and how; fail while anything is to do."""

    help = "List what stands between this site and the public; fails while anything does."

    def handle(self, **_options: Any) -> None:
        """Print each thing with how it stands, how it is mended and where."""
        with override("en"):
            sections = going_live.sections(timezone.now(), connect=True)
            for section in sections:
                self.stdout.write(f"\n{section.title}")
                for item in section.items:
                    self.stdout.write("\n".join(_lines(item)))
        waiting = going_live.tally(sections)[State.TODO]
        self.stdout.write("")
        if waiting:
            raise CommandError(f"{waiting} to do before the site opens.")
        self.stdout.write("Nothing stands between this site and the public.")


def _lines(item: Item) -> list[str]:
    more = [item.mend] if item.mend else []
    if item.address and item.state != State.OK:
        more.append(f"{settings.SITE_URL}{item.address}")
    return [f"  {item.state.label:<10} {item.words}", *(f"{'':13}{line}" for line in more)]
