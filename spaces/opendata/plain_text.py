"""The directory as plain text, for assistants (llmstxt.org)."""

from django.conf import settings

from config.languages import LANGUAGES
from spaces.directory.published import Directory
from spaces.language.localized import localized
from spaces.models import Space
from spaces.wording.address import one_line
from spaces.wording.sentences import tagged

_PLAIN_TEXT = """\
# Digital Public Spaces in Brussels

> Rooms with computers, internet, help with online procedures and training, in the
> Brussels-Capital Region. Espaces publics numériques (EPN), openbare computerruimtes (OCR).

- Pages: {pages}
- Search near a street, a stop or a postal code: {site}/en/spaces/?q=Simonis
- Courses to come: {site}/en/learn/
- Points as GeoJSON: {site}/api/spaces.geojson?lang=en
- About the site, and questions that people ask: {site}/en/about/ {site}/en/questions/

What is not listed is not known. Hours follow the OSM syntax for opening hours.

## Spaces

{spaces}
"""


def plain_text(directory: Directory) -> str:
    """Return the real spaces as Markdown lines, in the active language; invented cells apart."""
    lines = (_line(space) for space in directory.spaces.values() if not space.is_sample)
    site = settings.SITE_URL
    pages = " ".join(f"{site}/{code}/" for code in LANGUAGES)
    return _PLAIN_TEXT.format(site=site, pages=pages, spaces="\n".join(lines))


def _line(space: Space) -> str:
    services = ", ".join(str(localized(service, "name")) for service in space.services.all())
    known = space.hours if not space.has_sample_hours else None
    hours = tagged(space, known.rules) if known else ""
    facts = [one_line(space), space.phone, hours, services]
    name, url = localized(space, "name"), settings.SITE_URL + space.get_absolute_url()
    return f"- [{name}]({url}): {'; '.join(fact for fact in facts if fact)}"
