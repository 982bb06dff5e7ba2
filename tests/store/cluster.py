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


@contextmanager
def run_server() -> Iterator[str]:
    """The address of a server that runs until the end; any database can be made in it."""
    user = next((name for name in USERS if _exists(name)), None) if os.geteuid() == 0 else None
    folder = Path(mkdtemp(prefix="rashomon-postgres-"))
    if user:
        shutil.chown(folder, user)
    initdb, server = find_program("initdb"), find_program("postgres")
    assert initdb
    assert server
    data, port = folder / "data", _free_port()
    # a test's server need not outlive the machine's power: no fsync
    made = [initdb, "-D", str(data), "-U", "tester", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    subprocess.run(made, user=user, cwd=folder, check=True, capture_output=True)
    options = ["-c", "fsync=off", "-c", f"unix_socket_directories={folder}", "-c", "listen_addresses=127.0.0.1", "-p", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([server, "-D", str(data), *options], user=user, cwd=folder, stdout=log, stderr=log)
        try:
            _wait_for(port, process, folder / "log")
            yield f"postgresql://tester@127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(30)
            shutil.rmtree(folder, ignore_errors=True)


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
