"""Every reason that the accounts give for a relation is put into words, in every language of the interface."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

import rashomon
from rashomon.pages import INTERFACES, interface

KINDS = {"corroborates", "same_origin", "updates", "disputes", "differs_in_scope", "precision", "withdraws"}
FIGURES: dict[str, str | int | None] = {"measure": "killed", "group": "security", "place": "岚洲", "a_low": 18, "a_high": 18}
FIGURES |= {"a_day": "2023-01-07", "a_origin": "内务部"}
FIGURES |= {"b_low": 16, "b_high": 16, "b_day": "2023-01-10", "b_origin": "authorities", "low": 18, "origin": "cna", "speaker": "港务局"}


def codes() -> set[str]:
    """Codes as the accounts' source gives them: a constant, or one made from a relation's kind."""
    found: set[str] = set()
    for file in (Path(rashomon.__file__).parent / "accounts").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        constants = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "relate"]
        for value in (keyword.value for call in calls for keyword in call.keywords if keyword.arg == "code"):
            if isinstance(value, ast.JoinedStr):
                prefix = "".join(str(part.value) for part in value.values if isinstance(part, ast.Constant))
                found |= {prefix + kind for kind in constants & KINDS}
            elif isinstance(value, ast.Name):
                found |= constants & KINDS
            else:
                found |= {str(branch.value) for branch in _branches(value) if isinstance(branch, ast.Constant)}
    return found


def _branches(value: ast.expr) -> list[ast.expr]:
    return [*_branches(value.body), *_branches(value.orelse)] if isinstance(value, ast.IfExp) else [value]


def test_codes_are_found_in_the_source() -> None:
    assert {"same_origin", "updates", "disputes", "group", "place", "withdraws", "statement", "passage_corroborates"} <= codes()


@pytest.mark.parametrize("language", INTERFACES)
def test_every_code_has_words_in_every_language(language: str) -> None:
    for code in sorted(codes()):
        worded = interface(language).why({"code": code, **FIGURES})
        assert worded, code
        assert not re.search(r"[{}_]|None|\bkilled|; authorities|：authorities", worded), worded


@pytest.mark.parametrize("language", INTERFACES)
def test_a_reason_without_parameters_is_still_a_sentence(language: str) -> None:
    for code in sorted(codes()):
        assert "None" not in interface(language).why({"code": code})


@pytest.mark.parametrize(
    ("language", "worded"),
    [
        ("zh-Hans", "死亡（军警） · 岚洲：内务部，1月7日：18；当局，1月10日：16，较低而无更正。"),
        ("zh-Hant", "死亡（軍警） · 岚洲：内务部，1月7日：18；當局，1月10日：16，較低而無更正。"),
        ("en", "Killed (security forces) · 岚洲: 内务部, Jan 7: 18; the authorities, Jan 10: 16; lower without a correction."),
    ],
)
def test_a_dispute_is_told_with_both_sides(language: str, worded: str) -> None:
    assert interface(language).why({"code": "disputes", **FIGURES}) == worded


def test_an_origin_is_spelt_as_its_outlet_is_called_or_as_articles_spell_it() -> None:
    words = interface("zh-Hant")
    assert "中央社" in words.why({"code": "passage_same_origin", "origin": "cna"})
    assert "內務部" in words.why({"code": "disputes", **FIGURES}, names={"内务部": "內務部"})


@pytest.mark.parametrize("language", INTERFACES)
def test_relations_stances_and_statuses_of_the_example_have_words(language: str, example: Path) -> None:
    batch = rashomon.read([example])
    table = tomllib.loads((Path(rashomon.__file__).parent / "pages" / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    grouping = rashomon.stories(batch)
    for story in grouping.stories:
        told = rashomon.account(batch, story=story.id, grouping=grouping)
        assert all(interface(language).why(r.why) for r in told.relations)
        assert {r.kind for r in told.relations} <= set(table["kind"])
        assert {p.stance for p in told.positions} <= set(table["stance"])
        assert {m.status for m in told.in_force} <= set(table["in_force_status"])
        assert {p.status for s in told.series for p in s.points} <= set(table["point"])
        assert {(s.measure, s.group, s.scope) for s in told.series} <= {
            (m, g, sc) for m in table["measure"] for g in table["group"] for sc in table["scope"]
        }
