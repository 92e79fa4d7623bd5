"""Of the words: the pages of text that wait for the operator, and the interface's languages."""

import re
from collections.abc import Iterator
from gettext import GNUTranslations, translation
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from config.languages import LANGUAGES
from spaces.curation.going_live.core import Item, judged
from spaces.models import TextPage

_SOURCE = "en"
# “[To be completed…]”, which is no link: those go on with “(”.
_BRACKETS = re.compile(r"\[[^\]]+\](?!\()")


def pages() -> Iterator[Item]:
    """Yield each page of text, with the languages in which it is not whole."""
    written = {page.kind: page for page in TextPage.objects.all()}
    for kind in TextPage.Kind:
        page = written.get(kind)
        if page is None:
            lost = _("“manage.py seed” writes it anew.")
            yield judged(str(kind.label), lost, good=False, found=_("not there"))
            continue
        bodies = {code: getattr(page, f"body_{code}", None) or "" for code in LANGUAGES}
        empty = [LANGUAGES[code].name for code, body in bodies.items() if not body.strip()]
        waiting = [LANGUAGES[code].name for code, body in bodies.items() if _BRACKETS.search(body)]
        found = []
        if empty:
            found.append(_("no text in %(languages)s") % _listed(empty))
        if waiting:
            found.append(_("still with brackets in %(languages)s") % _listed(waiting))
        yield judged(
            str(kind.label),
            _("Write it in each language; replace what stands in brackets."),
            good=not found,
            found="; ".join(found),
            address=reverse("admin:spaces_textpage_change", args=[page.pk]),
        )


def _listed(languages: list[str]) -> dict[str, str]:
    return {"languages": ", ".join(languages)}


def languages() -> Iterator[Item]:
    """Yield whether each language of the interface is complete, and read by a person."""
    texts = {code: _texts_of(code) for code in LANGUAGES if code != _SOURCE}
    every = set().union(*texts.values())
    for code, own in texts.items():
        yield judged(
            _("Texts without a translation (%(language)s)") % {"language": LANGUAGES[code].name},
            _("Translate them in %(file)s, then run “make messages”.")
            % {"file": f"locale/{code}/LC_MESSAGES/django.po"},
            good=own == every,
            found=str(len(every - own)),
        )
    for language in LANGUAGES.values():
        yield judged(
            _("Read by a person (%(language)s)") % {"language": language.name},
            _(
                "Let somebody who speaks it well read the site, then write reviewed=True in "
                "config/languages.py. Until then its pages say that nobody did."
            ),
            good=language.reviewed,
        )


def _texts_of(code: str) -> set[str]:
    """Return the texts that the language's catalogues translate."""
    found: Any = translation("django", settings.LOCALE_PATHS[0], [code], fallback=True)
    if not isinstance(found, GNUTranslations):
        return set()
    catalogue: dict[str | tuple[str, int], str] = found._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    return {key if isinstance(key, str) else key[0] for key, text in catalogue.items() if text}
