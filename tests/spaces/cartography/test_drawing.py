"""The pictures: whole, joining, readable, small, the same every time."""

import gzip
import re
import tracemalloc
from statistics import quantiles

import pytest

from spaces.cartography import features, labels
from spaces.cartography.door import door_map
from spaces.cartography.drawing import frame_svg, tile_svg
from spaces.cartography.edition import edition
from spaces.cartography.frame import CLOSEST, FARTHEST, TILE, Box, Frame, unit
from spaces.cartography.labels import Stop
from spaces.cartography.palette import FILLED, INK
from spaces.cartography.standing import LANGUAGES
from spaces.cartography.town import town_map
from spaces.geo.boxes import BoundingBox
from spaces.geo.outlines import rings
from spaces.geo.points import Point
from tests.spaces.cartography import svg

GRAND_PLACE, SIMONIS = Point(50.8467, 4.3525), Point(50.8634, 4.3302)
KOEKELBERG = Point(50.8655, 4.3265)
ZOOMS = range(FARTHEST, CLOSEST + 1)


def beside(frame: Frame) -> list[tuple[Frame, str, int]]:
    """Return the tiles to the right and below, each with the axis and the line where they meet."""
    _zoom, left, top, _width, _height = frame
    return [
        (frame._replace(left=left + TILE), "x", left + TILE),
        (frame._replace(top=top + TILE), "y", top + TILE),
    ]


def tile_of(point: Point, zoom: int) -> Frame:
    x, y = Frame(zoom, 0, 0, 0, 0).place(point)
    return Frame(zoom, int(x // TILE) * TILE, int(y // TILE) * TILE, TILE, TILE)


# --- what is drawn ------------------------------------------------------------------------------


def test_pictures_of_every_zoom_are_svg_and_the_same_each_time() -> None:
    for zoom in ZOOMS:
        for language in LANGUAGES:
            frame = Frame.around(GRAND_PLACE, zoom, 256, 256)

            picture = frame_svg(frame, language)

            root = svg.read(picture)
            assert root.get("viewBox") == f"0 0 {256 * unit(zoom)} {256 * unit(zoom)}"
            assert picture == frame_svg(frame, language)


def test_picture_asks_for_nothing_and_runs_nothing() -> None:
    picture = frame_svg(Frame.around(SIMONIS, 15, 640, 640), "fr-nl")

    assert picture.count("http") == 1  # the name space of SVG
    assert not any(word in picture for word in ("<script", "url(", "<image", "onload", "@import"))


def test_far_from_the_region_there_is_a_picture_too() -> None:
    picture = frame_svg(Frame(18, -(10**6), 10**7, 256, 256), "fr")

    assert svg.texts(picture, Frame(18, 0, 0, 0, 0)) == set()
    assert len(picture) < 1500


def test_tiles_join() -> None:
    """A line that crosses from a tile into the next is drawn in both, to the pixel."""
    crossing = 0
    for zoom in ZOOMS:
        frame = tile_of(SIMONIS, zoom)
        here = svg.lines(tile_svg(frame, "fr"), frame)
        for other, axis, edge in beside(frame):
            there = svg.lines(tile_svg(other, "fr"), other)
            units = unit(zoom)
            window = Box(frame.left, frame.top, frame.left + TILE, frame.top + TILE)
            for name, (start, end) in here | there:
                at = ("x", "y").index(axis)
                low, high = sorted((start[at], end[at]))
                along = sorted((start[1 - at], end[1 - at]))
                left, right = (window[1 - at] * units, window[3 - at] * units)
                if low <= edge * units <= high and left <= along[0] and along[1] <= right:
                    assert (name, (start, end)) in here & there
                    crossing += 1

    assert crossing > 100


def test_names_go_on_in_the_next_tile() -> None:
    shared = 0
    for zoom in (12, 14, 15, 16):
        for language in LANGUAGES:
            frame = tile_of(GRAND_PLACE, zoom)
            here = svg.texts(tile_svg(frame, language), frame)
            for other, _axis, _edge in beside(frame):
                there = svg.texts(tile_svg(other, language), other)
                reaching = {
                    line
                    for label in labels.on_tile(frame, language)
                    if label.box.meets(other.box)
                    for line in label.lines
                }

                assert reaching == {text.words for text in here & there}
                shared += len(reaching)

    assert shared > 10


# --- names --------------------------------------------------------------------------------------


def test_names_do_not_meet() -> None:
    """On the whole map, in every language, no name or sign lies on another."""
    for zoom in ZOOMS[:-2]:
        for language in LANGUAGES:
            whole = Frame(zoom, 0, 0, TILE << (zoom - FARTHEST), TILE << (zoom - FARTHEST))
            cells: dict[tuple[int, int], list[tuple[int, Box]]] = {}
            for number, label in enumerate(labels.on_tile(whole, language)):
                for box in label.boxes:
                    around = {
                        (int(x // 64), int(y // 64))
                        for x in (box.left, box.right, (box.left + box.right) / 2)
                        for y in (box.top, box.bottom)
                    }
                    for cell in around:
                        others = cells.setdefault(cell, [])
                        assert all(n == number or not box.meets(other) for n, other in others)
                        others.append((number, box))


def test_names_are_whole_and_hide_no_pin() -> None:
    frame = Frame.around(SIMONIS, 14, 640, 800)
    pins = [
        Box(x, y, x + 44, y + 44)
        for x in range(frame.left, frame.left + 640, 150)
        for y in range(frame.top, frame.top + 800, 150)
    ]

    found = labels.on_frame(frame, "fr-nl", pins)

    assert len(found) > 20
    for label in found:
        assert frame.box.holds(label.box)
        assert not any(box.meets(pin) for box in label.boxes for pin in pins)


def test_city_is_recognised() -> None:
    """What a resident looks for on a map of the Region, of the centre, of a few streets."""
    expected = {
        (12, "fr"): {"Bruxelles", "Anderlecht", "Uccle", "Forêt de Soignes"},
        (12, "nl"): {"Brussel", "Ukkel", "Schaarbeek", "Zoniënwoud"},
        (14, "fr"): {"Gare du Midi", "De Brouckère", "Louise", "Marolles"},
        (14, "nl"): {"Zuidstation", "Louiza", "Marollen"},
        (15, "fr-nl"): {"Boulevard Anspach", "Anspachlaan", "Rue Haute", "Hoogstraat"},
        (16, "fr"): {"Grand-Place", "Rue du Midi", "Bourse"},
    }
    for (zoom, language), names in expected.items():
        frame = Frame.around(GRAND_PLACE, zoom, 960, 960)

        assert names <= {text.words for text in svg.texts(frame_svg(frame, language), frame)}


def test_letters_are_held_to_their_width() -> None:
    frame = Frame.around(GRAND_PLACE, 15, 640, 640)

    found = list(svg.read(frame_svg(frame, "fr")).iter(f"{svg.SVG}text"))

    assert found
    assert all(int(text.get("textLength", 0)) > 5 for text in found)


# --- a door -------------------------------------------------------------------------------------


def test_door_map_names_its_street_and_stops_and_shows_the_way() -> None:
    stop = Stop(SIMONIS, "metro", ("Simonis",), "2 · 6")

    picture = door_map(
        KOEKELBERG, "fr", street="avenue de jette", stops=[stop], course=[SIMONIS, KOEKELBERG]
    )

    words = [text.words for text in svg.texts(picture, Frame(15, 0, 0, 0, 0))]
    assert words.count("Simonis") == 1
    assert {"2 · 6", "Avenue de Jette", "Parc Élisabeth"} <= set(words)
    assert 'class="line way"' in picture
    assert 'class="pin"' in picture


def test_stop_of_a_door_has_a_sign_and_a_name_even_where_its_lines_have_no_room() -> None:
    south = Point(KOEKELBERG.latitude - 0.001, KOEKELBERG.longitude)
    stop = Stop(south, "bus", ("Halte",), " · ".join(map(str, range(100))))

    picture = door_map(KOEKELBERG, "nl", stops=[stop])

    assert '<use href="#bus"' in picture
    assert "Halte" in {text.words for text in svg.texts(picture, Frame(15, 0, 0, 0, 0))}


def test_short_street_of_a_door_is_named_beside_the_pin() -> None:
    """Rue des Riches Claires is shorter than its name."""
    door = Point(50.84726, 4.34708)

    assert "Riches Claires" not in door_map(door, "fr")
    assert "Riches Claires" in door_map(door, "fr", street="Rue des Riches Claires")


def test_door_map_holds_both_ends_of_the_way_there() -> None:
    for start in (KOEKELBERG, SIMONIS, GRAND_PLACE, Point(50.77, 4.47)):
        picture = door_map(KOEKELBERG, "fr", start=start)

        dot = re.search(r'class="start" cx="(-?\d+)" cy="(-?\d+)"', picture)
        tip = re.search(r'class="pin" transform="translate\((-?\d+) (-?\d+)\)', picture)
        assert dot
        assert tip
        for x, y in (dot.groups(), tip.groups()):
            assert 20 <= int(x) <= 300
            assert 20 <= int(y) <= 260


def test_door_map_on_paper_is_day_in_letters_of_ours() -> None:
    picture = door_map(KOEKELBERG, "fr", on_paper=True)

    assert "@media" not in picture
    assert "Source Sans 3" in picture
    assert "textLength" not in picture


# --- a municipality ------------------------------------------------------------------------------


def test_town_map_holds_every_municipality_whole_and_names_it() -> None:
    towns = dict(zip(rings(), ("Anderlecht", "Auderghem", "Berchem-"), strict=False))
    towns |= {"21004": "Brussel", "21014": "Sint-Joost-ten-Node", "21016": "Ukkel"}
    for nis in rings():
        picture = town_map(nis, "fr-nl", invented=KOEKELBERG)

        outline = re.search(r'class="line town" d="([^"]+)"', picture)
        assert outline
        places = [float(number) for number in re.findall(r"[-\d.]+", outline[1])]
        assert min(places) >= 0
        assert max(places[::2]) <= 320
        assert max(places[1::2]) <= 280
        assert towns.get(nis, "") in picture


def test_name_of_a_municipality_stands_clear_of_a_pin_in_its_middle() -> None:
    for nis in rings():
        middle = BoundingBox.around(Point(y, x) for ring in rings()[nis] for x, y in ring).centre
        picture = town_map(nis, "nl", invented=middle)

        pin = re.search(r'class="pin hollow" transform="translate\((\d+) (\d+)\)', picture)
        assert pin
        x, y = map(int, pin.groups())
        hidden = Box(x - 16, y - 32, x + 16, y + 1)
        texts = svg.texts(picture, Frame(14, 0, 0, 0, 0))
        assert texts
        assert not any(hidden.has(text.x, text.y) for text in texts)


def test_town_map_of_an_invented_point_is_hollow() -> None:
    assert 'class="pin hollow"' in town_map("21011", "nl", invented=KOEKELBERG)
    assert 'class="pin' not in town_map("21011", "nl")


# --- colours, sizes -----------------------------------------------------------------------------


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_names_are_readable_by_day_and_by_night() -> None:
    for name, ink in INK.items():
        for time in (0, 1):
            assert contrast(ink[time], FILLED["land"][time]) >= 4.5, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_small(language: str) -> None:
    """Compressed, with what a page shows at 640 pixels: the Region, a quarter of 3 km, a door."""
    region = frame_svg(Frame.around(Point(50.8405, 4.366), 12, 768, 800), language)
    quarter = frame_svg(Frame.around(GRAND_PLACE, 14, 512, 640), language)
    door = door_map(GRAND_PLACE, language)

    assert len(gzip.compress(region.encode())) <= 14_000
    assert len(gzip.compress(quarter.encode())) <= 16_000
    assert len(gzip.compress(door.encode())) <= 4_000


def test_tiles_are_small() -> None:
    sizes = []
    for zoom in (12, 13, 14, 15):
        middle = tile_of(GRAND_PLACE, zoom)
        for right in (-1, 0, 1):
            for down in (-1, 0, 1):
                frame = middle._replace(
                    left=middle.left + right * TILE, top=middle.top + down * TILE
                )
                sizes.append(len(gzip.compress(tile_svg(frame, "fr-nl").encode())))

    assert quantiles(sizes, n=20)[-1] <= 12_000


def test_ground_takes_little_memory() -> None:
    features.forget()
    labels.names.cache_clear()
    labels.plan.cache_clear()
    tracemalloc.start()
    try:
        for zoom in ZOOMS:
            features.layers(zoom)
        labels.plan(14, "fr")
        used, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert used <= 30_000_000


def test_edition_is_short_and_stays() -> None:
    assert edition() == edition()
    assert len(edition()) == 10
