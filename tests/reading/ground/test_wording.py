"""Words of one step, in the shapes that it asks for."""

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest

from rashomon.errors import DataError
from rashomon.languages import Language, language
from rashomon.reading.ground.wording import wording


class Gate(msgspec.Struct, frozen=True):
    hinge: str
    bars: frozenset[str]
    keys: tuple[str, ...]
    locks: dict[str, str]


class _Made(Language):
    """A language of one table."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.code, self._made = "xx", table

    def table(self, name: str) -> Mapping[str, Any]:
        return self._made if name == "doors" else {}


def test_words_are_folded_and_the_longest_come_first() -> None:
    made = _Made({"gate": {"hinge": "門", "bars": ["橫"], "keys": ["匙", "鑰匙"], "locks": {"鎖": "開"}}})
    assert wording(Gate, made, "doors") == Gate(hinge="门", bars=frozenset({"横"}), keys=("钥匙", "匙"), locks={"锁": "开"})


def test_a_language_without_the_table_has_no_words() -> None:
    known = language("zh")
    assert known
    assert wording(Gate, known, "doors") == Gate(hinge="", bars=frozenset(), keys=(), locks={})


@pytest.mark.parametrize("section", [{"hinge": "門"}, {"hinge": "", "bars": [], "keys": [], "locks": {}, "bell": []}])
def test_a_table_that_differs_from_what_reads_it_is_told(section: dict[str, Any]) -> None:
    with pytest.raises(DataError, match=r"xx/doors.toml: \[gate\]"):
        wording(Gate, _Made({"gate": section}), "doors")
