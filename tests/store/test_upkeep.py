"""Copies, and what was taken down, on both databases."""

import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from rashomon.errors import NothingFound, RashomonError, UsageError
from rashomon.store import Archive, open_archive, restore_archive, schema
from rashomon.store.schema import META
from tests.store.conftest import Write, make_database

SECRET = "柳承次日在牛角沟被人看见"
BODY = ("上游水库五日凌晨泄洪，下游三个村庄被淹，县应急局说，已有12人死亡、30人受伤。", f"一名村民说：“{SECRET}。”")
OTHER = ("上游水库泄洪后，县里五日下午说，死亡人数是12人，另有两人失踪。", "公路晚间恢复通车，学校明天复课。")


def bytes_of(place: str) -> bytes:
    return b"".join(path.read_bytes() for path in Path(place).parent.glob(Path(place).name + "*") if path.is_file())


def everything(archive: Archive) -> str:
    """All text that the tables hold, packed values unpacked."""
    shown = []
    with archive.store.read() as connection:
        for table in META.sorted_tables:
            for row in connection.execute(select(table)):
                for value in row:
                    if isinstance(value, bytes):
                        with suppress(zlib.error):
                            value = zlib.decompress(value)
                        shown.append(value.decode("utf-8", "replace"))
                    else:
                        shown.append(str(value))
    return "\n".join(shown)


def test_forgotten_text_is_gone_and_that_it_was_there_stays(place: str, archive: Archive, write: Write) -> None:
    path = write("柳承被人看见", f"水库泄洪 {SECRET}", *BODY)
    archive.add([path, write("b", "泄洪死亡12人", *OTHER, outlet="北岸时报", hour=15)])
    assert archive.search("牛角沟").hits
    (gone,) = archive.forget([str(path)], reason="法院命令")
    assert gone.outlet == "晨汐新闻"
    assert archive.search("牛角沟 村民").hits == ()
    assert SECRET not in everything(archive)
    assert "柳承" not in everything(archive)
    with archive.store.read() as connection:
        row = connection.execute(select(schema.documents).where(schema.documents.c.forgotten.is_not(None))).one()
        kept = connection.execute(select(schema.articles).where(schema.articles.c.document == row.id)).one()
    assert (row.reason, row.bytes, kept.outlet, kept.day, kept.text) == ("法院命令", None, "晨汐新闻", "2031-05-04", "")
    again = archive.add([path])
    assert (again.new, again.known, again.forgotten, archive.count()["articles"]) == (0, 0, 1, 1)
    archive.add([write("c", "泄洪后复课", *OTHER, outlet="山南电视", hour=20)])
    for story in archive.grouping().stories:
        archive.account(story.id)
    archive.rebuild()
    assert "柳承" not in everything(archive)


def test_forgotten_bytes_are_gone_from_the_file(tmp_path: Path, write: Write) -> None:
    place = str(tmp_path / "news.archive")
    with open_archive(place, create=True) as archive:
        path = write("a", f"水库泄洪 {SECRET}", *BODY)
        archive.add([path, write("b", "泄洪死亡12人", *OTHER, outlet="北岸时报", hour=15)])
        for word in (SECRET, "牛角"):
            assert word.encode() in bytes_of(place)
        archive.forget([str(path)])
        for word in (SECRET, "牛角", "角沟"):
            assert word.encode() not in bytes_of(place)
        assert "泄洪".encode() in bytes_of(place)


def test_reprints_of_what_was_forgotten_are_named(archive: Archive, write: Write) -> None:
    path = write("a", "水库泄洪淹三村", *BODY, *OTHER)
    other = write("b", "水库泄洪淹三村", *BODY, *OTHER, outlet="北岸时报", hour=15)
    archive.add([path, other])
    assert archive.forget([str(path)])[0].reprints == (str(other),)


def test_forgetting_what_is_not_there_is_told(archive: Archive) -> None:
    with pytest.raises(NothingFound, match="nothing in the archive bears"):
        archive.forget(["https://chenxi.example/none"])


def test_copy_is_an_archive_of_its_own(place: str, archive: Archive, write: Write, tmp_path: Path) -> None:
    archive.add([write("a", "水库泄洪淹三村", *BODY), write("b", "泄洪死亡12人", *OTHER, outlet="北岸时报", hour=15)])
    copy, restored = str(tmp_path / "copies" / "of.archive"), str(tmp_path / "restored.archive")
    with pytest.raises(UsageError, match="there is no copy at"):
        restore_archive(copy, restored)
    archive.backup(copy)
    with pytest.raises(UsageError, match="exists"):
        archive.backup(copy)
    assert restore_archive(copy, restored)["articles"] == 2
    with pytest.raises(UsageError, match="there is an archive"):
        restore_archive(copy, restored)
    with open_archive(restored) as again:
        assert again.grouping() == archive.grouping()
        assert [hit.path for hit in again.search("泄洪").hits] == [hit.path for hit in archive.search("泄洪").hits]
        for story in archive.grouping().stories:
            assert again.account(story.id) == archive.account(story.id)
        assert again.add([write("c", "泄洪后复课", *OTHER, outlet="山南电视", hour=20)]).new == 1


def test_archive_moves_from_a_file_to_a_database(server: str, tmp_path: Path, write: Write) -> None:
    with open_archive(str(tmp_path / "a"), create=True) as archive:
        archive.add([write("a", "水库泄洪淹三村", *BODY)])
        archive.backup(str(tmp_path / "copy"))
        before = archive.grouping()
    address = make_database(server)
    assert restore_archive(str(tmp_path / "copy"), address)["articles"] == 1
    with open_archive(address) as moved:
        assert moved.grouping() == before
        assert moved.search("泄洪").hits
        assert moved.add([write("b", "泄洪死亡12人", *OTHER, outlet="北岸时报", hour=15)]).new == 1


def test_damaged_copy_is_refused(archive: Archive, write: Write, tmp_path: Path) -> None:
    archive.add([write("a", "水库泄洪淹三村", *BODY)])
    copy = tmp_path / "copy"
    archive.backup(str(copy))
    damaged = bytearray(copy.read_bytes())
    damaged[4096:40960] = b"\xa5" * 36864
    (tmp_path / "damaged").write_bytes(damaged)
    (tmp_path / "noise").write_bytes(b"no archive at all")
    for name in ("damaged", "noise", "none"):
        with pytest.raises(UsageError):
            restore_archive(str(tmp_path / name), str(tmp_path / "restored"))
        assert not (tmp_path / "restored").exists()


def test_copy_of_a_later_version_makes_no_archive(archive: Archive, write: Write, tmp_path: Path) -> None:
    archive.add([write("a", "水库泄洪淹三村", *BODY)])
    archive.backup(str(tmp_path / "copy"))
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
        copy.commit()
    with pytest.raises(UsageError, match="newer than this rashomon knows"):
        restore_archive(str(tmp_path / "copy"), str(tmp_path / "restored"))
    assert not (tmp_path / "restored").exists()


def test_no_copy_is_kept_of_a_damaged_archive(tmp_path: Path, write: Write) -> None:
    place = tmp_path / "a"
    with open_archive(str(place), create=True) as archive:
        archive.add([write("a", "水库泄洪淹三村", *BODY)])
    damaged = bytearray(place.read_bytes())
    damaged[40960:81920] = b"\xa5" * 40960
    place.write_bytes(damaged)
    with open_archive(str(place)) as archive, pytest.raises(RashomonError, match="no copy of it was kept"):
        archive.backup(str(tmp_path / "copy"))
    assert not (tmp_path / "copy").exists()


def test_what_was_changed_behind_its_back_is_found_and_told(archive: Archive, write: Write) -> None:
    archive.add([write("a", "水库泄洪淹三村", *BODY), write("b", "泄洪死亡12人", *OTHER, outlet="北岸时报")])
    assert archive.check() == "ok"
    with archive.store.write() as connection:
        connection.execute(update(schema.readings).where(schema.readings.c.article == 1).values(packed=b"no reading"))
        connection.execute(update(schema.accounts).values(packed=b"no account"))
    assert "1 of readings.packed" in archive.check()
    assert "of accounts.packed" in archive.check()
    with pytest.raises(RashomonError, match="the archive is damaged"):
        archive.account(archive.grouping().stories[0].id)


def test_commands_copy_restore_and_forget(write: Write, tmp_path: Path) -> None:
    path = write("a", "水库泄洪淹三村", *BODY)
    for arguments in (
        ("add", path, "--archive", "a"),
        ("backup", "copy", "--archive", "a"),
        ("restore", "copy", "--archive", "b"),
        ("forget", path, "--archive", "b", "--reason", "法院命令"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "rashomon", *map(str, arguments)], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    with open_archive(str(tmp_path / "b")) as archive:
        assert archive.count()["articles"] == 0
        with archive.store.read() as connection:
            assert connection.execute(text("SELECT count(*) FROM documents WHERE forgotten IS NOT NULL")).scalar_one() == 1
