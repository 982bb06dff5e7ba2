"""Archives on both databases, and a world to fill them with."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pg8000.dbapi
import pytest

import rashomon
from rashomon.store import Archive, open_archive
from tests.store.cluster import ADVICE, find_program, run_server

STORES = ("sqlite", "postgres")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server; tests on it are skipped where none is installed."""
    if not (find_program("initdb") and find_program("postgres")):
        pytest.skip(ADVICE)
    with run_server() as address:
        yield address


_NUMBERS = count()


def make_database(server: str) -> str:
    """The address of a new database."""
    name = f"archive{next(_NUMBERS)}"
    host, _, port = server.rpartition("@")[2].partition(":")
    connection = pg8000.dbapi.connect(user="tester", host=host, port=int(port), database="postgres")
    connection.autocommit = True
    connection.cursor().execute(f"CREATE DATABASE {name}")
    connection.close()
    return f"{server}/{name}"


@pytest.fixture(params=STORES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an archive may be made: both kinds of store pass what asks for this."""
    if request.param == "sqlite":
        return str(tmp_path / "news.archive")
    return make_database(request.getfixturevalue("server"))


@pytest.fixture
def archive(place: str) -> Iterator[Archive]:
    """An empty archive."""
    with open_archive(place, create=True) as opened:
        yield opened


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an article of an invented outlet into the folder of articles."""
    folder = tmp_path / "articles"
    folder.mkdir()

    def write_one(name: str, title: str, *body: str, day: str = "2031-05-04", outlet: str = "晨汐新闻", hour: int = 9) -> Path:
        head = f"---\ntitle: {title}\ndate: {day} {hour:02}:00:00 +0800\ncategories: {outlet}\n---\n"
        path = folder / f"{name}.md"
        path.write_text(head + "\n".join(f"<p>{paragraph}</p>" for paragraph in body), encoding="utf-8")
        return path

    return write_one


@pytest.fixture(scope="session")
def batch(example: Path) -> rashomon.Batch:
    """The bundled example, read from its folder."""
    return rashomon.read([example])
