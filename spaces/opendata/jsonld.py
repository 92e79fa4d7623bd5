"""Linked data for search engines and assistants: schema.org, as each page's own facts.

Only what is known goes in; an invented cell or listing never does.
Source of the types and properties: https://schema.org (Place, Organization,
OpeningHoursSpecification, LocationFeatureSpecification, WebPage).
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from config.languages import current
from spaces.directory.strengths import SURE
from spaces.hours.opening import TIMEZONE
from spaces.language.localized import localized
from spaces.models import AccessFeature, Space, TextPage
from spaces.search.pipeline import SpaceResults
from spaces.wording import address
from spaces.wording.sentences import full_name
from spaces.wording.strengths import Met

Data = dict[str, Any]


def space_page(space: Space, now: datetime, met: Iterable[Met] = ()) -> Data:
    """Return the page about a space, and the space that it is about; `met` are needs it meets."""
    url = settings.SITE_URL + reverse("space", args=[space.slug])
    page: Data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": full_name(space),
        "inLanguage": current().code,
        "dateModified": space.updated_at.astimezone(TIMEZONE).isoformat(timespec="seconds"),
        "breadcrumb": breadcrumb(
            [
                (str(localized(space.municipality, "name")), _municipality_url(space)),
                (full_name(space), url),
            ]
        ),
    }
    if not space.is_sample:
        page["mainEntity"] = _space(space, url, now, met)
    return page


def text_page(page: TextPage) -> Data:
    """Return a page of text."""
    url = settings.SITE_URL + page.get_absolute_url()
    title = str(localized(page, "title"))
    home = (_("Digital Public Spaces"), settings.SITE_URL + reverse("home"))
    data: Data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": title,
        "inLanguage": localized(page, "body").language,
        "dateModified": page.updated_at.astimezone(TIMEZONE).isoformat(timespec="seconds"),
        "breadcrumb": breadcrumb([home, (title, url)]),
    }
    if page.checked_on:
        data["lastReviewed"] = page.checked_on.isoformat()
    return data


def site() -> Data:
    """Return the site, and how it is searched."""
    home = settings.SITE_URL + reverse("home")
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": home,
        "url": home,
        "name": _("Digital Public Spaces"),
        "inLanguage": current().code,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{settings.SITE_URL}{reverse('results')}?q={{place}}",
            },
            "query-input": "required name=place",
        },
    }


def results(found: SpaceResults) -> Data:
    """Return the list that a results page shows, invented listings apart."""
    real = [result for result in found.shown if not result.space.is_sample]
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "numberOfItems": found.real,
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": result.number,
                "name": str(localized(result.space, "name")),
                "url": settings.SITE_URL + reverse("space", args=[result.space.slug]),
            }
            for result in real
        ],
    }


def breadcrumb(steps: list[tuple[str, str]]) -> Data:
    """Return the way to a page: names and addresses, the page itself last."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": item}
            for position, (name, item) in enumerate(steps, start=1)
        ],
    }


def place(space: Space) -> Data:
    """Return where a space is, for what takes place there."""
    facts = {
        "@type": "Place",
        "@id": f"{settings.SITE_URL}{reverse('space', args=[space.slug])}#space",
        "name": str(localized(space, "name")),
        "address": _address(space),
        "geo": _geo(space),
    }
    return known(facts)


def known(facts: Data) -> Data:
    """Return the facts that are known."""
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def _space(space: Space, url: str, now: datetime, met: Iterable[Met]) -> Data:
    facts: Data = {
        "@type": ["Place", "Organization"],
        "@id": f"{url}#space",
        "name": str(localized(space, "name")),
        "url": space.website or url,
        "identifier": str(space.pk),
        "description": str(localized(space, "description")),
        "telephone": space.phone,
        "email": space.email,
        "address": _address(space),
        "geo": _geo(space),
        "amenityFeature": _features(space) + _needs(met),
        "isAccessibleForFree": {"free": True, "paid": False}.get(space.cost),
        "openingHoursSpecification": _opening_hours(space, now),
        "specialOpeningHoursSpecification": _closures(space),
        "contactPoint": _contact(space),
        "parentOrganization": space.operator
        and {"@type": "Organization", "name": str(localized(space.operator, "name"))},
    }
    return known(facts)


def _geo(space: Space) -> Data | None:
    point = space.real_point
    return {"@type": "GeoCoordinates", **point._asdict()} if point else None


def _address(space: Space) -> Data:
    facts = {
        "@type": "PostalAddress",
        "streetAddress": address.street_line(space),
        "postalCode": space.postal_code,
        "addressLocality": str(localized(space.municipality, "name")),
        "addressRegion": "Brussels-Capital Region",
        "addressCountry": "BE",
    }
    return {name: value for name, value in facts.items() if value}


def _features(space: Space) -> list[Data]:
    services = [
        {
            "@type": "LocationFeatureSpecification",
            "name": str(localized(service, "name")),
            "value": True,
        }
        for service in space.services.all()
    ]
    access = [
        {
            "@type": "LocationFeatureSpecification",
            "name": feature.get_feature_display(),
            "value": feature.value == AccessFeature.Value.YES,
        }
        for feature in space.access_features.all()
        if feature.value in (AccessFeature.Value.YES, AccessFeature.Value.NO)
    ]
    return services + access


def _needs(met: Iterable[Met]) -> list[Data]:
    """Return the needs that the space meets, each with how well; what one has to ask is unknown."""
    return [
        {
            "@type": "LocationFeatureSpecification",
            "name": str(localized(need, "phrase")),
            "description": each.words,
            "value": True,
        }
        for each in met
        if each.strength in SURE
        for need in each.needs
    ]


def _opening_hours(space: Space, now: datetime) -> list[Data]:
    """Return the coming seven days, each by its date: holidays and closures are in them."""
    if space.hours is None or not space.has_own_hours:
        return []
    today = now.astimezone(TIMEZONE).date()
    days = space.hours.week_table(today) + space.hours.week_table(today + timedelta(days=7))
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{day.date:%A}",
            "opens": f"{span.opens:%H:%M}",
            "closes": "23:59" if span.closes == time() else f"{span.closes:%H:%M}",
            "validFrom": day.date.isoformat(),
            "validThrough": day.date.isoformat(),
        }
        for day in days
        if today <= day.date < today + timedelta(days=7)
        for span in day.spans
    ]


def _closures(space: Space) -> list[Data]:
    """Return the closures: opening and closing at the same minute is schema.org's “closed”."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "opens": "00:00",
            "closes": "00:00",
            "validFrom": closure.first_day.isoformat(),
            "validThrough": closure.last_day.isoformat(),
        }
        for closure in space.closures.all()
    ]


def _contact(space: Space) -> Data | None:
    if not (space.phone or space.email) or not space.spoken_languages:
        return None
    facts = {
        "@type": "ContactPoint",
        "telephone": space.phone,
        "email": space.email,
        "availableLanguage": space.spoken_languages,
    }
    return {name: value for name, value in facts.items() if value}


def _municipality_url(space: Space) -> str:
    return f"{settings.SITE_URL}{reverse('results')}?municipality={space.municipality.nis}"
