"""A PostgreSQL server of the tests' own: made under a user who is not root, in a temporary folder, and stopped when they are done."""

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pg8000.dbapi

USERS = ("postgres", "nobody")  # whom the server runs as where the tests run as root, which it refuses
ADVICE = "PostgreSQL's server is not installed: run `apt-get install postgresql` (Debian, Ubuntu) to test the archive on it"


def find_program(name: str) -> str | None:
    """A program of the server, which Debian keeps outside the path; the newest version's."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4].split(".")[0]))
    return str(kept[-1]) if kept else shutil.which(name)


class Cluster:
    """A server's data, in a folder of its own; it is served as often as is asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._user = next((name for name in USERS if _exists(name)), None) if os.geteuid() == 0 else None
        self._port = _free_port()
        if self._user:
            shutil.chown(folder, self._user)
        initdb = find_program("initdb")
        assert initdb
        # a test's server need not outlive the machine's power: no fsync
        made = [initdb, "-D", str(folder / "data"), "-U", "tester", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, user=self._user, cwd=folder, check=True, capture_output=True)

    @property
    def address(self) -> str:
        """Where it is served; any database can be made in it."""
        return f"postgresql://tester@127.0.0.1:{self._port}"

    @contextmanager
    def serve(self) -> Iterator[subprocess.Popen[bytes]]:
        """The server's process, which runs until the end."""
        server, folder = find_program("postgres"), self._folder
        assert server
        options = ["-c", "fsync=off", "-c", f"unix_socket_directories={folder}", "-c", "listen_addresses=127.0.0.1", "-p", str(self._port)]
        with (folder / "log").open("ab") as log:
            process = subprocess.Popen([server, "-D", str(folder / "data"), *options], user=self._user, cwd=folder, stdout=log, stderr=log)
            try:
                _wait_for(self._port, process, folder / "log")
                yield process
            finally:
                process.terminate()
                process.wait(30)


@contextmanager
def make_cluster() -> Iterator[Cluster]:
    """A cluster that is gone in the end."""
    folder = Path(mkdtemp(prefix="rashomon-postgres-"))
    try:
        yield Cluster(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def run_server() -> Iterator[str]:
    """The address of a server that runs until the end; any database can be made in it."""
    with make_cluster() as cluster, cluster.serve():
        yield cluster.address


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise RuntimeError(log.read_text("utf-8", "replace"))
        try:
            pg8000.dbapi.connect(user="tester", host="127.0.0.1", port=port, database="postgres").close()
        except pg8000.dbapi.Error:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server does not answer")
