"""A mail in text and HTML, in one language or in several, one below the other."""

from collections.abc import Sequence
from typing import NamedTuple

from django.core.mail import EmailMultiAlternatives
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config.languages import LANGUAGES

_BETWEEN = "\n\n" + "* " * 10 + "\n\n"


class Part(NamedTuple):
    """What a mail says in a language: the same in text and in HTML."""

    language: str
    text: str
    html: SafeString

    @property
    def direction(self) -> str:
        """Return how its letters run."""
        return LANGUAGES[self.language].direction


def paragraphs(*lines: str) -> SafeString:
    """Return lines of text as HTML."""
    return format_html_join("", "<p>{}</p>", ((line,) for line in lines))


def send(to: str, subject: str, parts: Sequence[Part]) -> None:
    """Send a mail; raise OSError where the server does not take it."""
    first = parts[0]
    html = format_html(
        '<!DOCTYPE html><html lang="{}" dir="{}"><head><title>{}</title></head>'
        "<body>{}</body></html>",
        first.language,
        first.direction,
        subject,
        format_html_join(
            "<hr>",
            '<div lang="{}" dir="{}">{}</div>',
            ((part.language, part.direction, part.html) for part in parts),
        ),
    )
    text = _BETWEEN.join(part.text for part in parts) + "\n"
    mail = EmailMultiAlternatives(subject, text, to=[to])
    mail.attach_alternative(html, "text/html")
    mail.send()
