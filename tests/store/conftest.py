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
def installed() -> None:
    """Tests on PostgreSQL's server are skipped where it is not installed."""
    if not (find_program("initdb") and find_program("postgres")):
        pytest.skip(ADVICE)


@pytest.fixture(scope="session")
def server(installed: None) -> Iterator[str]:
    """A PostgreSQL server."""
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


Places = Callable[[], str]


@pytest.fixture(params=STORES)
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    """Gives a place where an archive may be made, another one each time: both kinds of store pass what asks for this."""
    if request.param == "sqlite":
        numbers = count()
        return lambda: str(tmp_path / f"news{next(numbers)}.archive")
    server = request.getfixturevalue("server")
    return lambda: make_database(server)


@pytest.fixture
def place(places: Places) -> str:
    """Where an archive may be made."""
    return places()


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
