"""What was reported stored is there, once, whatever happens: killed, cut off from power, out of disk, beside a second writer.

Real processes on real files. `RASHOMON_KILLS=200 pytest tests/store/test_crashes.py` runs it long; a few kills are in every run.
"""

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

import rashomon
from rashomon.errors import RashomonError
from rashomon.model import Grouping
from rashomon.processes import Crew
from rashomon.store import Archive, open_archive, schema
from rashomon.warming import warm_reading
from tests.store.cluster import make_cluster
from tests.store.conftest import Places, Write, make_database

KILLS = int(os.environ.get("RASHOMON_KILLS", "3"))
SEED = int(os.environ.get("RASHOMON_SEED", "20310504"))
PLACES = ("蓝湾", "灰石", "松林", "白塔", "南坪", "东沙")
SORTS = ("暴雪", "山火", "停电", "泄洪", "塌方", "渡轮起火")


@pytest.fixture
def paths(write: Write) -> list[str]:
    """Three dozen articles on half a dozen matters."""
    found = []
    for number in range(36):
        place, sort = PLACES[number % 6], SORTS[number % 6]
        body = f"{place}市应急局{number % 9 + 1}日说，{sort}已致{number + 2}人受伤，{number + 20}户居民转移，道路抢通还要{number + 3}小时。"
        outlet, day = ("晨汐新闻", "北岸时报", "山南电视")[number // 12], f"2031-05-{number // 6 + 1:02}"
        found.append(str(write(f"{number:02}", f"{place}{sort}第{number}报", body, day=day, outlet=outlet, hour=number % 24)))
    rashomon.account(rashomon.read(found[:3]), about=PLACES[0])  # what that loads is there in each fork, so that adding is what is struck
    return found


def fork(work: Callable[[], None]) -> int:
    """Do something in a process of its own, which ends with it."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    except RashomonError as error:
        os.write(2, f"{error!r} from {error.__cause__!r}\n".encode())
        status = 3
    finally:
        os._exit(status)


def add(place: str, paths: list[str], report: int | None = None, limit: int | None = None, jobs: int = 1) -> None:
    """Add in small batches, with processes as the command makes them; each time some were stored, their number goes down a pipe."""
    vars(sys.modules["rashomon.store.adding"])["CHUNK"] = 3

    def tell(step: str, done: int, total: int) -> None:
        if step == "store" and report is not None:
            os.write(report, f"{done}\n".encode())

    if limit is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    with Crew(jobs) as crew:
        crew.fork(warm_reading)
        with open_archive(place, create=True) as archive:
            archive.add(paths, jobs=crew, progress=tell, wait=60)


def stored_paths(place: str) -> list[str]:
    """What an archive holds; nothing where it was not even made."""
    if "://" not in place and not (os.path.exists(place) and os.path.getsize(place)):
        return []
    try:
        with open_archive(place, create=True) as archive, archive.store.read() as connection:
            return list(connection.execute(select(schema.articles.c.path).order_by(schema.articles.c.path)).scalars())
    except RashomonError:
        return []


def check_whole(place: str) -> None:
    """Nothing is twice, nothing by halves."""
    with open_archive(place, create=True) as archive, archive.store.read() as connection:
        tables = (schema.documents, schema.articles, schema.readings)
        counts = {connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}
        assert len(counts) == 1
        paths = connection.execute(select(schema.articles.c.path)).scalars().all()
        assert len(paths) == len(set(paths))
    if "://" not in place:
        with closing(sqlite3.connect(place)) as connection_:
            assert connection_.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            connection_.execute("INSERT INTO words(words) VALUES ('integrity-check')")


def contents(place: str) -> tuple[Grouping, list[str], list[str]]:
    """Stories, what a search finds, and the days of an account: what must not depend on what happened on the way."""
    with open_archive(place) as archive:
        grouping = archive.grouping()
        return grouping, [hit.path for hit in archive.search("转移", limit=50).hits], accounts_of(archive, grouping)


def accounts_of(archive: Archive, grouping: Grouping) -> list[str]:
    return [f"{story.id} {len(archive.account(story.id).timeline)}" for story in grouping.stories]


def run_and_strike(place: str, paths: list[str], strike: Callable[[int], None], jobs: int = 1) -> tuple[int, int, list[str]]:
    """Add in a process and do something to it; its exit status, how many files it reported, and those it had to report on, in order."""
    known = set(stored_paths(place))
    left = [path for path in sorted(paths) if path not in known]
    out, into = os.pipe()
    child = fork(lambda: add(place, paths, into, jobs=jobs))
    os.close(into)
    strike(child)
    _, status = os.waitpid(child, 0)
    with os.fdopen(out) as pipe:
        reported = [int(line) for line in pipe.read().split() if line]
    return status, max(reported, default=0), left


def lengths(place: str, paths: list[str]) -> float:
    """How long an addition takes here and now."""
    begun = time.monotonic()
    child = fork(lambda: add(place, paths))
    assert os.waitpid(child, 0)[1] == 0
    return time.monotonic() - begun


def test_killed_at_any_moment_nothing_reported_is_lost_and_nothing_is_twice(places: Places, paths: list[str]) -> None:
    chance = random.Random(SEED)
    reference, target = places(), places()
    long = lengths(reference, paths)
    wanted, kills = contents(reference), 0
    while kills < KILLS:
        moment = chance.uniform(0, 1.2 * long)

        def strike(child: int, moment: float = moment) -> None:
            time.sleep(moment)
            os.kill(child, signal.SIGKILL)

        status, reported, left = run_and_strike(target, paths, strike, jobs=1 + kills % 2)
        kills += os.WIFSIGNALED(status)
        held = set(stored_paths(target))
        assert set(left[:reported]) <= held
        check_whole(target)
        if not os.WIFSIGNALED(status):
            assert contents(target) == wanted
            target = places()
    assert os.waitpid(fork(lambda: add(target, paths)), 0)[1] == 0
    check_whole(target)
    assert contents(target) == wanted


def test_copy_of_the_files_at_any_moment_is_an_archive_that_goes_on(paths: list[str], tmp_path: Path) -> None:
    """As after a power cut: the files as they stand at one instant."""
    chance = random.Random(SEED)
    reference = str(tmp_path / "reference.archive")
    long = lengths(reference, paths)
    wanted = contents(reference)
    for cut in range(max(2, KILLS // 4)):
        place, copy = str(tmp_path / f"{cut}.archive"), str(tmp_path / f"{cut}.copy")
        moment = chance.uniform(0, long)

        def strike(child: int, place: str = place, copy: str = copy, moment: float = moment) -> None:
            time.sleep(moment)
            os.kill(child, signal.SIGSTOP)
            for end in ("", "-wal"):
                if os.path.exists(place + end):
                    shutil.copyfile(place + end, copy + end)
            os.kill(child, signal.SIGKILL)

        _, reported, left = run_and_strike(place, paths, strike, jobs=1 + cut % 2)
        assert set(left[:reported]) <= set(stored_paths(copy))
        assert os.waitpid(fork(lambda copy=copy: add(copy, paths)), 0)[1] == 0  # type: ignore[misc]
        check_whole(copy)
        assert contents(copy) == wanted


def test_server_that_dies_at_any_moment_comes_back_with_all_that_was_reported(installed: None, paths: list[str], tmp_path: Path) -> None:
    """As after a power cut: the server and all its processes end at once, and it makes good from its log what was not yet written."""
    chance = random.Random(SEED)
    reference = str(tmp_path / "reference.archive")
    lengths(reference, paths)
    wanted = contents(reference)
    with make_cluster() as cluster:
        with cluster.serve():
            long = lengths(make_database(cluster.address), paths)
        for end in range(max(2, KILLS // 10)):
            moment = chance.uniform(0, long)
            with cluster.serve() as server:
                place = make_database(cluster.address)

                def strike(child: int, moment: float = moment, server: subprocess.Popen[bytes] = server) -> None:
                    time.sleep(moment)
                    server.send_signal(signal.SIGQUIT)

                _, reported, left = run_and_strike(place, paths, strike, jobs=1 + end % 2)
            with cluster.serve():
                assert set(left[:reported]) <= set(stored_paths(place))
                assert os.waitpid(fork(lambda place=place: add(place, paths)), 0)[1] == 0  # type: ignore[misc]
                check_whole(place)
                assert contents(place) == wanted


def limits() -> Iterator[int]:
    """Sizes that a file may grow to, in bytes: too little for the tables, and for the articles."""
    chance = random.Random(SEED)
    yield from (40_000, 300_000, *(chance.randrange(20_000, 1_200_000) for _ in range(KILLS // 10)))


def test_full_disk_stops_with_an_error_and_loses_nothing(paths: list[str], tmp_path: Path) -> None:
    for number, limit in enumerate(limits()):
        place = str(tmp_path / f"{limit}.archive")
        out, into = os.pipe()
        child = fork(lambda place=place, into=into, limit=limit, jobs=1 + number % 2: add(place, paths, into, limit, jobs))  # type: ignore[misc]
        os.close(into)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with os.fdopen(out) as pipe:
            reported = max((int(line) for line in pipe.read().split()), default=0)
        assert status in (0, 3)
        assert set(sorted(paths)[:reported]) <= set(stored_paths(place))
        assert os.waitpid(fork(lambda place=place: add(place, paths)), 0)[1] == 0  # type: ignore[misc]
        check_whole(place)
        assert len(stored_paths(place)) == len(paths)


def test_two_writers_at_once_both_end_and_store_each_article_once(place: str, paths: list[str]) -> None:
    children = [fork(lambda: add(place, paths[:24], jobs=2)), fork(lambda: add(place, paths[12:]))]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    check_whole(place)
    assert stored_paths(place) == sorted(paths)
    with open_archive(place) as archive:
        assert len(archive.grouping().placements) == len(paths)
