"""The site map: every public page, in every language, with its last change.

Source of the format: the sitemaps.org protocol, 0.9.
"""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone

from config.languages import LANGUAGES
from spaces.courses import pipeline as course_search
from spaces.directory import published
from spaces.models import Course, Space, TextPage


class OurSitemap(Sitemap):  # type: ignore[type-arg]  # not generic when it runs
    """Addresses that begin as SITE_URL does, whatever name the request came by."""

    i18n = True
    alternates = True
    protocol = urlsplit(settings.SITE_URL).scheme

    def get_languages_for_item(self, item: Any) -> list[str]:  # noqa: ARG002
        """Return the languages of every page."""
        return list(LANGUAGES)

    def get_domain(self, site: Any = None) -> str:  # noqa: ARG002
        """Return the site's own name."""
        return str(urlsplit(settings.SITE_URL).netloc)


class PageSitemap(OurSitemap):
    """The pages that are always there."""

    def items(self) -> list[str]:
        """Return the names of their addresses."""
        return ["home", "results", "courses", "guide_step"]

    def location(self, item: str) -> str:
        """Return the address in the active language."""
        return reverse(item, args=["need"] if item == "guide_step" else [])


class SpaceSitemap(OurSitemap):
    """The operating spaces, invented ones apart."""

    def items(self) -> list[Space]:
        """Return the spaces in a stable order."""
        return [space for space in published.current().spaces.values() if not space.is_sample]

    def lastmod(self, item: Space) -> datetime:
        """Return when the listing last changed."""
        return item.updated_at


class TextPageSitemap(OurSitemap):
    """The pages that staff write."""

    def items(self) -> list[TextPage]:
        """Return the pages in a stable order."""
        return list(published.current().texts.values())

    def lastmod(self, item: TextPage) -> datetime:
        """Return when the text last changed."""
        return item.updated_at


class CourseSitemap(OurSitemap):
    """The courses to come, invented ones apart."""

    def items(self) -> list[Course]:
        """Return the courses in a stable order."""
        to_come = course_search.to_come(published.current(), timezone.now())
        return [result.course for result in to_come if not result.course.is_example]

    def lastmod(self, item: Course) -> datetime:
        """Return when the course last changed."""
        return item.updated_at


SITEMAPS = {
    "pages": PageSitemap,
    "texts": TextPageSitemap,
    "spaces": SpaceSitemap,
    "courses": CourseSitemap,
}
