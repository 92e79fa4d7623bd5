"""The signs of stops, drawn around their middle in pixels: metro, train, tram, bus. Pure."""

from spaces.cartography.style import SIGNS

BLUE, INK, PLUM, GREY = "#0a4b9b", "#3b3f66", "#7b3f8c", "#6d7090"
_WHITE = 'fill="none" stroke="#fff"'
_DRAWN = {
    "metro": (
        f'<rect x="-6.5" y="-6.5" width="13" height="13" rx="3" fill="{BLUE}" stroke="#fff"/>'
        f'<path d="M-3.4 3.4v-6.4l3.4 4 3.4-4v6.4" {_WHITE} stroke-width="1.7"/>'
    ),
    "train": (
        f'<rect x="-6.5" y="-6.5" width="13" height="13" rx="3" fill="{INK}" stroke="#fff"/>'
        '<path d="M-3-2.5q0-1.7 1.7-1.7h2.6q1.7 0 1.7 1.7v3.7q0 1.2-1.2 1.2h-3.6'
        'q-1.2 0-1.2-1.2z" fill="#fff"/>'
        f'<path d="M-1.8-2.2h3.6v1.8h-3.6z" fill="{INK}"/>'
        f'<path d="M-1.8 2.8l-1.2 1.6M1.8 2.8l1.2 1.6" {_WHITE}/>'
    ),
    "tram": (
        f'<rect x="-5" y="-5" width="10" height="10" rx="5" fill="{PLUM}" stroke="#fff"/>'
        f'<path d="M-1.9-.9q0-1 1-1h1.8q1 0 1 1v2.6q0 .8-.8.8h-2.2q-.8 0-.8-.8z" fill="#fff"/>'
        f'<path d="M-1.6-3.3h3.2M0-3.3v1.5" {_WHITE} stroke-width=".8"/>'
    ),
    "bus": f'<rect x="-3" y="-3" width="6" height="6" rx="3" fill="{GREY}" stroke="#fff"/>',
}
_DRAWN["premetro"] = _DRAWN["metro"]
_COLOURS = {"metro": BLUE, "premetro": BLUE, "train": INK, "tram": PLUM, "bus": GREY}


def defined(kinds: set[str], zoom: int) -> str:
    """Return the signs of these kinds as they look at a zoom, to be used by their names."""
    return "".join(
        f'<g id="{kind}" stroke-linecap="round">{_drawn(kind, zoom)}</g>' for kind in sorted(kinds)
    )


def _drawn(kind: str, zoom: int) -> str:
    sign = SIGNS[kind]
    if zoom > sign.dots_until:
        return _DRAWN[kind]
    return f'<circle r="{sign.dot:g}" fill="#fff" stroke="{_COLOURS[kind]}" stroke-width="1.2"/>'
