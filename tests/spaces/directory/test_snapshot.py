"""What a worker holds in memory: one load for each data version, and the same answer to all."""

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from spaces.directory.snapshot import Snapshot


class Loaded(NamedTuple):
    version: int


def test_snapshot_that_many_ask_for_at_once_is_loaded_once() -> None:
    loaded: list[int] = []

    def load(version: int) -> Loaded:
        loaded.append(version)
        return Loaded(version)

    snapshot = Snapshot(load)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: snapshot.at(7), range(40)))

    assert len(set(map(id, answers))) == 1
    assert loaded == [7]


def test_snapshot_of_another_version_is_loaded_anew() -> None:
    snapshot = Snapshot(Loaded)

    assert [snapshot.at(version).version for version in (1, 2, 1)] == [1, 2, 1]
