"""An old archive is brought up to date where it lies."""

import gzip
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from rashomon.errors import UsageError
from rashomon.store import open_archive
from rashomon.store.migrations import HEAD, bring_up
from rashomon.store.schema import META
from rashomon.store.sqlite import Sqlite
from tests.store.conftest import Write

OLD = sorted((Path(__file__).parent / "old").glob("*.archive.gz"))  # each written by the rashomon of its day, from three invented articles
VERSIONS = Path(__file__).resolve().parents[2] / "src/rashomon/store/migrations/versions"


def unpack(old: Path, to: Path) -> str:
    to.write_bytes(gzip.decompress(old.read_bytes()))
    return str(to)


@pytest.mark.parametrize("old", OLD, ids=lambda old: old.name)
def test_old_archive_is_upgraded_in_place_and_goes_on(old: Path, tmp_path: Path, write: Write) -> None:
    place = unpack(old, tmp_path / "old.archive")
    with open_archive(place) as archive:
        before = archive.grouping()
        assert len(before.placements) == 3
        assert archive.search("渡輪").hits
        archive.add([write("d", "蓝湾渡轮起火原因查明", "蓝湾市海事局六日说，渡轮起火由电路老化引起，受伤5人已出院。", day="2031-05-06")])
        assert {story.id for story in before.stories} <= {story.id for story in archive.grouping().stories}
        assert archive.count()["stale"] == 0
        with archive.store.read() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD


def test_head_is_the_newest_migration_and_makes_the_tables_of_the_schema(tmp_path: Path) -> None:
    assert max(path.name[:4] for path in VERSIONS.glob("[0-9]*.py")) == HEAD
    store = Sqlite(str(tmp_path / "new"), create=True)
    with store.write() as connection:
        bring_up(connection)
        made = {table: {column["name"] for column in inspect(connection).get_columns(table)} for table in META.tables}
    store.close()
    assert made == {name: set(table.c.keys()) for name, table in META.tables.items()}


def test_every_version_but_the_newest_has_an_old_archive() -> None:
    assert {path.name[:4] for path in OLD} == {path.name[:4] for path in VERSIONS.glob("[0-9]*.py")} - {HEAD}


def test_archive_of_a_later_rashomon_is_refused(tmp_path: Path) -> None:
    place = unpack(OLD[0], tmp_path / "later")
    store = Sqlite(place, create=False)
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(UsageError, match="newer than this rashomon"), open_archive(place):
        pass


def test_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    store = Sqlite(str(tmp_path / "other"), create=True)
    with store.write() as connection:
        connection.execute(text("CREATE TABLE recipes (name text)"))
    store.close()
    with pytest.raises(UsageError, match="no archive of rashomon"), open_archive(str(tmp_path / "other"), create=True):
        pass
