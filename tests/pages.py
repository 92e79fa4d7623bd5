"""A page as a test reads it: elements, attributes and words, through the standard HTML parser."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = frozenset(
    ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
)
SILENT = frozenset(("script", "style", "template"))


@dataclass
class Element:
    """An element and what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]

    @property
    def text(self) -> str:
        """Return the words that are shown (without scripts), with single spaces."""
        return " ".join("".join(self._words()).split())

    def all(self, tag: str = "", **attributes: str | bool) -> list["Element"]:
        """Return the elements of a tag with these attributes (`class_` names one of the classes).

        An underscore stands for a hyphen; True for any value, False for no such attribute.
        """
        return [
            element
            for element in self._descendants()
            if tag in ("", element.tag) and all(map(element.has, attributes, attributes.values()))
        ]

    def one(self, tag: str = "", **attributes: str | bool) -> "Element":
        """Return the only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} × {tag} {attributes}"
        return found[0]

    def has(self, attribute: str, value: str | bool) -> bool:
        """Tell whether the attribute is as said, see `all`."""
        name = attribute.rstrip("_").replace("_", "-")
        found = self.attributes.get(name)
        if isinstance(value, bool):
            return (found is not None) == value
        return value in (found or "").split() if name == "class" else found == value

    def _descendants(self) -> Iterator["Element"]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._descendants()  # noqa: SLF001

    def _words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in SILENT and "hidden" not in child.attributes:
                inline = child.tag in ("a", "b", "bdi", "span", "strong", "small", "option", "wbr")
                yield from child._words()  # noqa: SLF001
                if not inline:
                    yield " "


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> ends <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def body(response: Any) -> bytes:
    """Return the content of a response, unpacked."""
    packed = response.headers.get("Content-Encoding") == "gzip"
    return gzip.decompress(response.content) if packed else response.content


def read(response: Any) -> Element:
    """Return the page of a response; fail where an element is not closed in its place."""
    return parse(body(response).decode())


def parse(html: str) -> Element:
    """Return what the text holds; fail where an element is not closed in its place."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is not closed"
    return builder.open[0]


def slugs(page: Element) -> list[str]:
    """Return the spaces of a results page, in their order."""
    return [card["data-dps-space"] for card in page.all(data_dps_space=True)]
