"""People correct an archive, on both databases: what they say holds for all that is told, and can be taken back."""

from pathlib import Path

import pytest

import rashomon
from rashomon.batch import lay_over
from rashomon.corrections import hold_corrections
from rashomon.errors import NothingFound, UsageError
from rashomon.model import Account, Alias, AttributionFix, Corrections, FigureFix, Grouping, Merge, Reject, RelationFix, Rename, Split, Undo
from rashomon.store import Archive, open_archive, restore_archive
from tests.store.conftest import Write, make_database


def told(archive: Archive) -> tuple[Grouping, list[Account]]:
    """All stories and accounts; the version of the lore aside, which counts what a folder's does not."""
    grouping = archive.grouping()
    return grouping, [archive.account(story.id) for story in grouping.stories]


@pytest.fixture
def made(batch: rashomon.Batch) -> Corrections:
    """A correction of each kind, of the bundled example."""
    grouping = rashomon.stories(batch)
    large, second, *_ = sorted(grouping.stories, key=lambda story: (-len(story.paths), story.id))
    by_path = {item.article.path: item for item in batch.items}
    figures = [(item.article, figure) for item in batch.items for figure in item.reading.figures if figure.measure == "killed"]
    (article, figure), said = figures[0], next(item for item in batch.items if item.reading.attributions)
    account = rashomon.account(batch, story=large.id, grouping=grouping)
    one = next(relation for relation in account.relations if relation.a and relation.b)
    claims = [(side[0].article, side[0].sentence) for side in (one.a, one.b)]
    names = sorted({name.text for path in large.paths for name in by_path[path].reading.names if name.kind == "person"})
    return (
        Split(of=large.id, articles=large.paths[-2:]),
        Merge(ids=(second.id, f"s-{by_path[large.paths[-2]].article.article}")),
        Rename(of=large.id, title="编辑给的标题"),
        Reject(of=second.id, articles=second.paths[:1]),
        FigureFix(article=article.article, words=figure.text, low=977, high=977),
        AttributionFix(article=said.article.article, words=said.reading.attributions[0].content, speaker="某位发言人"),
        Alias(names=(names[0], names[1])),
        RelationFix(a=claims[0], b=claims[1], relation="precision" if one.kind != "precision" else "updates"),
    )


def test_accounts_of_a_corrected_archive_are_those_of_a_corrected_folder(
    archive: Archive, batch: rashomon.Batch, example: Path, made: Corrections
) -> None:
    archive.add([example])
    before = told(archive)
    assert [archive.correct(one) for one in made] == list(range(1, len(made) + 1))
    laid = lay_over(batch, made)
    grouping = rashomon.stories(laid)
    assert {s.id: s for s in archive.grouping().stories} == {s.id: s for s in grouping.stories}
    for story in grouping.stories:
        ours, theirs = archive.account(story.id), rashomon.account(laid, story=story.id, grouping=grouping)
        assert (ours.series, ours.relations, ours.timeline) == (theirs.series, theirs.relations, theirs.timeline)
    assert archive.load()[0].items == laid.items
    for number in range(1, len(made) + 1):
        archive.correct(Undo(undoes=number))
    assert told(archive) == before
    assert hold_corrections(archive.corrections()) == ()


def test_corrections_hold_when_all_is_added_or_grouped_anew_or_copied(
    archive: Archive, batch: rashomon.Batch, example: Path, made: Corrections, tmp_path: Path
) -> None:
    archive.add([example])
    for one in made:
        archive.correct(one)
    archive.rebuild()
    wanted = rashomon.stories(lay_over(batch, made))
    assert {s.id: s for s in archive.grouping().stories} == {s.id: s for s in wanted.stories}
    before = told(archive)
    assert archive.add([example]).new == 0
    archive.rebuild()
    assert told(archive) == before
    archive.backup(str(tmp_path / "copy"))
    restore_archive(str(tmp_path / "copy"), str(tmp_path / "restored"))
    with open_archive(str(tmp_path / "restored")) as restored:
        assert told(restored) == before
        assert restored.corrections() == made


FLOOD = ("上游水库五日凌晨泄洪，下游三个村庄被淹，县应急局说，已有12人死亡、30人受伤。", "县长柳承说：“水位今晚会退。”")
LATER = ("上游水库五日凌晨泄洪，下游三个村庄被淹，县应急局说，已有15人死亡、30人受伤。", "县长柳承说：“水位今晚会退。”")
CUP = "鹿鸣杯决赛因场馆停电改到六月，主办方说门票仍然有效。"


@pytest.fixture
def filled(archive: Archive, write: Write) -> Archive:
    archive.add([write("a", "水库泄洪淹三村", *FLOOD), write("b", "鹿鸣杯决赛改期", CUP)])
    return archive


def stories_of(archive: Archive) -> dict[str, str]:
    """The story of each article, by its file's name."""
    return {p.path.rpartition("/")[2][0]: p.story for p in archive.grouping().placements}


def test_merged_stories_stay_one_as_they_grow_and_part_again_when_it_is_undone(filled: Archive, write: Write) -> None:
    before = stories_of(filled)
    filled.correct(Merge(ids=(before["a"], before["b"])))
    filled.add([write("c", "水库泄洪死亡升至15人", *LATER, outlet="北岸时报", hour=15), write("d", "鹿鸣杯门票仍有效", CUP, hour=20)])
    assert set(stories_of(filled).values()) == {before["a"]}
    assert len(filled.account(before["b"]).story.articles) == 4
    assert {hit.path[-4] for hit in filled.search("水库 决赛", story=before["b"]).hits} == {"a", "b"}  # reprints are folded
    filled.correct(Undo(undoes=1))
    after = stories_of(filled)
    assert after["a"] == after["c"] == before["a"]
    assert after["b"] == after["d"] == before["b"]
    assert filled.count()["stories"] == 2


def test_a_corrected_figure_is_found_and_told_and_taken_back(filled: Archive) -> None:
    article = filled.search("水库").hits[0].article
    filled.correct(FigureFix(article=article, words="12人死亡", low=21, high=21))
    (hit,) = filled.search("水库", kind="figure", measure="killed").hits
    assert (hit.low, hit.high) == (21, 21)
    story = stories_of(filled)["a"]
    assert [p.low for s in filled.account(story).series for p in s.points if s.measure == "killed"] == [21]
    filled.correct(AttributionFix(article=article, words="水位今晚会退", speaker="许原"))
    assert filled.search("水位", kind="quote", speaker="许原").hits
    filled.correct(Undo(undoes=1))
    filled.correct(Undo(undoes=2))
    assert [hit.low for hit in filled.search("水库", kind="figure", measure="killed").hits] == [12]
    assert not filled.search("水位", kind="quote", speaker="许原").hits


def test_names_that_are_one_are_found_by_each(filled: Archive) -> None:
    assert not filled.search("老柳").hits
    filled.correct(Alias(names=("柳承", "老柳")))
    assert [hit.path[-4] for hit in filled.search("老柳").hits] == ["a"]


def test_what_a_correction_names_must_be_there(filled: Archive) -> None:
    article = filled.search("水库").hits[0].article
    for wrong in (Rename(of="s-none", title="无"), FigureFix(article="none", words="12人死亡", drop=True), Split(of="s-none", articles=())):
        with pytest.raises(NothingFound, match="nothing in the archive"):
            filled.correct(wrong)
    with pytest.raises(UsageError, match="does not stand in"):
        filled.correct(FigureFix(article=article, words="99人死亡", drop=True))
    with pytest.raises(UsageError, match=r"in its sentence: .*12人死亡"):
        filled.correct(FigureFix(article=article, words="人死亡、", drop=True))
    with pytest.raises(UsageError, match="no correction 1"):
        filled.correct(Undo(undoes=1))
    assert filled.corrections() == ()


def test_takedown_takes_the_words_that_corrections_quote(filled: Archive, write: Write) -> None:
    filled.add([write("c", "水库泄洪死亡升至15人", *LATER, outlet="北岸时报", hour=15)])
    path = next(p.path for p in filled.grouping().placements if p.path.endswith("a.md"))
    story = stories_of(filled)["a"]
    filled.correct(FigureFix(article=path, words="12人死亡", low=21, high=21))
    filled.correct(Split(of=story, articles=(path,)))
    assert len(set(stories_of(filled).values())) == 3
    filled.forget([path])
    assert all(path not in repr(fix) and "12人死亡" not in repr(fix) for fix in filled.corrections())
    assert len(filled.corrections()) == 2
    assert set(stories_of(filled)) == {"b", "c"}
    filled.rebuild()
    assert set(stories_of(filled)) == {"b", "c"}
    assert filled.count()["stories"] == 2


def test_corrections_move_with_an_archive_to_a_database(server: str, tmp_path: Path, write: Write) -> None:
    with open_archive(str(tmp_path / "a"), create=True) as archive:
        archive.add([write("a", "水库泄洪淹三村", *FLOOD), write("b", "鹿鸣杯决赛改期", CUP)])
        archive.correct(Merge(ids=tuple(sorted(stories_of(archive).values()))))
        archive.backup(str(tmp_path / "copy"))
        before = told(archive)
    address = make_database(server)
    restore_archive(str(tmp_path / "copy"), address)
    with open_archive(address) as moved:
        assert told(moved) == before
        moved.correct(Undo(undoes=1))
        assert moved.count()["stories"] == 2
