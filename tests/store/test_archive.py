"""The contract of an archive, on both databases."""

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

import rashomon
from rashomon.errors import Busy, NothingFound, RashomonError, UsageError
from rashomon.model import Grouping
from rashomon.store import Archive, open_archive, schema
from tests.store.conftest import Write

FLOOD = ("上游水库五日凌晨泄洪，下游三个村庄被淹，县应急局说，已有12人死亡、30人受伤。", "县长柳承说：“水位今晚会退。”")
AGAIN = ("上游水库五日凌晨泄洪，下游三个村庄被淹，县应急局说，已有15人死亡、30人受伤。", "县长柳承说：“水位今晚会退。”")


def partition(grouping: Grouping) -> set[frozenset[str]]:
    return {frozenset(story.paths) for story in grouping.stories}


def test_what_was_added_is_there_when_the_archive_is_opened_again(place: str, write: Write) -> None:
    path = write("a", "水库泄洪淹三村", *FLOOD)
    with open_archive(place, create=True) as archive:
        assert archive.add([path]).new == 1
    with open_archive(place) as archive:
        counts = archive.count()
        assert (counts["documents"], counts["articles"], counts["stories"], counts["untold"]) == (1, 1, 1, 0)


def test_adding_again_adds_nothing(archive: Archive, write: Write, tmp_path: Path) -> None:
    path = write("a", "水库泄洪淹三村", *FLOOD)
    (tmp_path / "copy.md").write_bytes(path.read_bytes())
    archive.add([path])
    before = archive.grouping()
    for paths in ([path], [tmp_path / "copy.md"], [path, tmp_path / "copy.md"]):
        added = archive.add(paths)
        assert (added.new, added.known, added.told) == (0, len(paths), 0)
    assert archive.grouping() == before


def test_grouping_of_an_addition_is_that_of_all_at_once(archive: Archive, batch: rashomon.Batch, example: Path) -> None:
    """Law 4, through the database: by days, each in its turn."""
    days = sorted({(article.published or "")[:10] for article in batch.articles})
    for day in days:
        paths = {a.path.partition("#")[0] for a in batch.articles if (a.published or "")[:10] <= day}
        single = [path for path in paths if not path.endswith(".jsonl")]
        if single:
            archive.add(single)
    archive.add([example])
    assert partition(archive.rebuild()) == partition(rashomon.stories(batch))
    assert partition(archive.grouping()) == partition(rashomon.stories(batch))


def test_accounts_are_those_of_a_folder(archive: Archive, batch: rashomon.Batch, example: Path) -> None:
    archive.add([example])
    told = rashomon.stories(batch)
    assert archive.grouping() == told
    for story in told.stories:
        ours, theirs = archive.account(story.id), rashomon.account(batch, story=story.id, grouping=told)
        assert ours.timeline == theirs.timeline
        assert ours.series == theirs.series
        assert ours.relations == theirs.relations


def test_accounts_are_the_same_whatever_the_number_of_processes(
    archive: Archive, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.store.archive.EACH", 1)
    monkeypatch.setattr("rashomon.store.telling.PARALLEL_FROM", 1)
    archive.add([example], jobs=2)
    with open_archive(str(tmp_path / "alone.archive"), create=True) as alone:
        alone.add([example])
        assert archive.grouping() == alone.grouping()
        ids = [story.id for story in alone.grouping().stories]
        assert [archive.account(id) for id in ids] == [alone.account(id) for id in ids]


def test_a_story_is_found_by_words(archive: Archive, batch: rashomon.Batch, example: Path) -> None:
    archive.add([example])
    for story in archive.grouping().stories:
        if len(story.paths) > 2:
            title = next(a.title for a in batch.articles if a.path == story.paths[0])
            assert archive.find_story(title) == story.id
    with pytest.raises(NothingFound):
        archive.find_story("qqzzxx")
    with pytest.raises(UsageError):
        archive.find_story(" ")


def test_what_is_loaded_is_what_was_read(archive: Archive, batch: rashomon.Batch, example: Path) -> None:
    archive.add([example])
    loaded, grouping = archive.load()
    assert loaded.items == batch.items
    assert grouping == rashomon.stories(batch)


def test_stories_are_loaded_that_go_on_since_a_day(archive: Archive, batch: rashomon.Batch, example: Path) -> None:
    archive.add([example])
    day = sorted((a.published or "")[:10] for a in batch.articles)[-1]
    loaded, grouping = archive.load(since=day)
    late = [story for story in rashomon.stories(batch).stories if (story.last or "") >= day]
    assert [story.id for story in grouping.stories] == [story.id for story in late]
    assert {item.article.path for item in loaded.items} == {path for story in late for path in story.paths}
    with pytest.raises(NothingFound):
        archive.load(since="2999-01-01")
    with pytest.raises(UsageError):
        archive.load(since="yesterday")


def test_accounts_are_told_anew_for_what_changed_alone(archive: Archive, write: Write) -> None:
    archive.add(
        [write("a", "水库泄洪淹三村", *FLOOD), write("b", "鹿鸣杯决赛改期", "鹿鸣杯决赛因场馆停电改到六月，主办方说门票仍然有效。")]
    )
    assert archive.add([write("c", "水库泄洪死亡升至15人", *AGAIN, outlet="北岸时报", hour=15)]).told == 1


def test_what_is_told_of_an_addition_that_fails_is_not_kept(archive: Archive, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Telling begins as soon as it is known which stories grew, before that is kept."""
    monkeypatch.setattr("rashomon.store.archive.EACH", 1)
    monkeypatch.setattr("rashomon.store.telling.PARALLEL_FROM", 1)
    archive.add([write("a", "水库泄洪淹三村", *FLOOD)])
    (before,) = archive.grouping().stories
    told, later = archive.account(before.id), write("c", "水库泄洪死亡升至15人", *AGAIN, outlet="北岸时报", hour=15)

    def fail(*_: object, **__: object) -> None:
        raise RashomonError("the stream can't be put away")

    with monkeypatch.context() as failing:
        failing.setattr("rashomon.store.grouping.save_stream", fail)
        with pytest.raises(RashomonError, match="put away"):
            archive.add([later], jobs=2)
    assert (archive.grouping().stories, archive.account(before.id)) == ((before,), told)
    assert archive.add([later], jobs=2).told == 1
    assert len(archive.account(before.id).story.articles) == 2


def test_late_arrival_attaches_and_moves_nothing(archive: Archive, write: Write) -> None:
    archive.add([write("b", "水库泄洪死亡升至15人", *AGAIN, hour=15)])
    story = archive.grouping().stories[0].id
    archive.add([write("a", "水库泄洪淹三村", *FLOOD, outlet="北岸时报", hour=9)])
    assert [s.id for s in archive.grouping().stories] == [story]
    archive.rebuild()
    assert [s.id for s in archive.grouping().stories] == [story]
    archive.add([write("c", "水库泄洪后村民返家", *AGAIN, outlet="山南电视", hour=18)])
    assert [s.id for s in archive.grouping().stories] == [story]


def test_what_no_article_came_into_is_called_the_same_when_all_is_grouped_anew(archive: Archive, write: Write) -> None:
    archive.add([write("a", "巴黎与莫斯科恢复夜班列车", "列车每周三从巴黎开往莫斯科，车程两天，票价另行公布。")])
    for number in range(3):
        body = f"第{number + 1}届陶瓷展{number + 5}日在巴黎开幕，{number + 3}家窑厂参展，展期一周。"
        archive.add([write(f"b{number}", f"巴黎第{number + 1}届陶瓷展开幕", body, day=f"2031-05-{number + 5:02}")])
    before = archive.grouping()
    assert archive.rebuild() == archive.grouping() == before


def test_later_text_of_an_article_is_a_version_with_its_difference(archive: Archive, write: Write) -> None:
    first = write("a", "水库泄洪淹三村", *FLOOD)
    first.write_text(first.read_text("utf-8").replace("title:", "link: https://chenxi.example/flood\ntitle:"), "utf-8")
    archive.add([first])
    first.write_text(first.read_text("utf-8").replace("12人死亡", "15人死亡").replace("09:00", "11:00"), "utf-8")
    added = archive.add([first])
    assert (added.new, added.versions) == (1, 1)
    with archive.store.read() as connection:
        rows = connection.execute(select(schema.articles.c.version, schema.articles.c.path).order_by(schema.articles.c.version)).all()
        lines = connection.execute(select(schema.differences.c.lines)).scalar_one()
    assert [row.version for row in rows] == [1, 2]
    assert rows[0].path == str(first)
    assert rows[1].path.startswith(f"{first}@")
    assert "12人死亡" in lines.split("\n")[0]
    assert "15人死亡" in lines.split("\n")[1]


def test_rejected_inputs_are_told_each_time(archive: Archive, write: Write, tmp_path: Path) -> None:
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 9)
    for _ in range(2):
        added = archive.add([write("a", "水库泄洪淹三村", *FLOOD), tmp_path / "noise.bin"])
        assert [r.path for r in added.rejected] == [str(tmp_path / "noise.bin")]


def test_nothing_readable_is_an_error(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(NothingFound, match="no such file"):
        archive.add([tmp_path / "missing.md"])


def test_second_writer_is_told_to_wait(place: str, archive: Archive, write: Write) -> None:
    path = write("a", "水库泄洪淹三村", *FLOOD)
    with open_archive(place) as other:
        with archive.store.lock(0), pytest.raises(Busy, match="another process is writing"):
            other.add([path], wait=0.2)
        assert other.add([path]).new == 1


def test_what_another_reader_read_is_read_again(archive: Archive, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add([write("a", "水库泄洪淹三村", *FLOOD)])
    steps: list[str] = []
    monkeypatch.setattr("rashomon.store.adding.reader_version", lambda: "another")
    archive.add([write("b", "鹿鸣杯决赛改期", "鹿鸣杯决赛因场馆停电改到六月。")], progress=lambda step, done, total: steps.append(step))
    assert "refresh" in steps
    with archive.store.read() as connection:
        assert set(connection.execute(select(schema.readings.c.reader)).scalars()) == {"another"}
    assert len(archive.grouping().placements) == 2


def test_stream_of_another_version_is_made_again_and_ids_stay(archive: Archive, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add([write("b", "水库泄洪死亡升至15人", *AGAIN, hour=15)])
    ids = [story.id for story in archive.grouping().stories]
    monkeypatch.setattr("rashomon.store.grouping.grouper_version", lambda: "another")
    archive.add([write("a", "水库泄洪淹三村", *FLOOD, outlet="北岸时报", hour=9)])
    assert [story.id for story in archive.grouping().stories] == ids
    assert len(archive.grouping().placements) == 2


def test_account_of_a_day_is_told_from_what_was_known_then(archive: Archive, write: Write) -> None:
    archive.add([write("a", "水库泄洪淹三村", *FLOOD), write("c", "水库泄洪死亡升至15人", *AGAIN, outlet="北岸时报", day="2031-05-06")])
    story = archive.grouping().stories[0]
    assert len(story.paths) == 2
    assert len(archive.account(story.id, as_of="2031-05-04").story.articles) == 1
    with pytest.raises(NothingFound, match="its first article is of 2031-05-04"):
        archive.account(story.id, as_of="2031-05-03")
    assert msgspec.json.encode(archive.account(story.id)) != msgspec.json.encode(archive.account(story.id, since="2031-05-06"))


def test_story_that_is_not_there_is_told(archive: Archive) -> None:
    with pytest.raises(NothingFound, match="no story has the id"):
        archive.account("s-none")


def test_archive_that_is_not_there_is_told(place: str) -> None:
    with pytest.raises((NothingFound, UsageError), match="there is no archive"), open_archive(place):
        pass


def test_file_that_is_no_archive_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("我的笔记")
    with pytest.raises(UsageError, match="no archive"), open_archive(str(tmp_path / "notes.txt"), create=True):
        pass
    assert (tmp_path / "notes.txt").read_text() == "我的笔记"


def test_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "shop.db")) as other:
        other.execute("CREATE TABLE orders (number)")
    before = (tmp_path / "shop.db").read_bytes()
    with pytest.raises(UsageError, match="no archive"), open_archive(str(tmp_path / "shop.db"), create=True):
        pass
    assert (tmp_path / "shop.db").read_bytes() == before


def test_archive_in_a_folder_that_cannot_be_written_is_read(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root nothing is forbidden, so what the system says of the folder is said here."""
    place = str(tmp_path / "news?1.archive")
    with open_archive(place, create=True) as archive:
        archive.add([write("a", "水库泄洪淹三村", "上游水库五日凌晨泄洪，三个村庄被淹。")])
    monkeypatch.setattr("rashomon.store.sqlite.os.access", lambda *_: False)
    with open_archive(place) as archive:
        assert archive.search("泄洪").hits
        with pytest.raises(RashomonError, match="let this user write"):
            archive.add([write("b", "泄洪死亡12人", "上游水库泄洪，死亡12人。")])
