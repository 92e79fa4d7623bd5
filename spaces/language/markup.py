"""The text that staff write: a small part of CommonMark, and no HTML of theirs.

Source of the format: CommonMark (commonmark.org), read by markdown-it-py.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

PARTS = ("heading", "list", "blockquote", "emphasis", "link", "autolink", "newline", "escape")
SCHEMES = ("https", "http", "mailto", "tel")

# How each part is written; a heading has its own tag, as the page's title is the first.
ELEMENTS = {
    "paragraph": "<p>{}</p>",
    "h1": "<h2>{}</h2>",
    "h2": "<h2>{}</h2>",
    "h3": "<h3>{}</h3>",
    "h4": "<h3>{}</h3>",
    "h5": "<h3>{}</h3>",
    "h6": "<h3>{}</h3>",
    "bullet_list": "<ul>{}</ul>",
    "ordered_list": "<ol>{}</ol>",
    "list_item": "<li>{}</li>",
    "blockquote": '<div class="notice">{}</div>',
    "strong": "<strong>{}</strong>",
    "em": "<strong>{}</strong>",  # slanted letters are hard to read
    "softbreak": " ",
    "hardbreak": "<br>",
}


class _Reader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802  the library's name
        """Let in links to pages of ours, to the web, and to people."""
        try:
            address = urlsplit(url)
        except ValueError:
            return False
        return address.scheme in SCHEMES or not (address.scheme or address.netloc)


_READER = _Reader("zero").enable(PARTS)


def html(text: str) -> SafeString:
    """Return the text as HTML, everything that is none of these parts escaped."""
    return _all(_blocks(text))


def first_paragraph(text: str) -> str:
    """Return the words of the first paragraph, '' where there is none."""
    for block in _blocks(text):
        if block.type == "paragraph":
            return "".join(_words(block)).strip()
    return ""


def _blocks(text: str) -> list[SyntaxTreeNode]:
    return SyntaxTreeNode(_READER.parse(text)).children


def _all(nodes: Iterable[SyntaxTreeNode]) -> SafeString:
    return format_html_join("", "{}", ((_one(node),) for node in nodes))


def _one(node: SyntaxTreeNode) -> SafeString:
    if node.type == "text":
        return conditional_escape(node.content)
    inside = _all(node.children)
    if node.type == "link":
        return _link(str(node.attrs["href"]), inside)
    if node.hidden:  # a paragraph in a list whose lines stand close
        return inside
    element = ELEMENTS.get(node.tag if node.type == "heading" else node.type, "{}")
    return format_html(element, inside)


def _link(address: str, words: SafeString) -> SafeString:
    if urlsplit(address).netloc:
        return format_html('<a href="{}" rel="noopener">{}</a>', address, words)
    return format_html('<a href="{}">{}</a>', address, words)


def _words(node: SyntaxTreeNode) -> list[str]:
    if node.type in ("text", "softbreak", "hardbreak"):
        return [node.content or " "]
    return [word for child in node.children for word in _words(child)]
