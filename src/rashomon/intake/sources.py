"""What the paths name: files, folders, globs, lists of paths."""

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from glob import glob, has_magic

from rashomon.errors import Unreadable
from rashomon.intake.decoding import decode
from rashomon.model import Rejected

STDIN = "-"
LIST_MARK = "@"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


def find_sources(paths: Iterable[str]) -> tuple[tuple[str, ...], tuple[Rejected, ...]]:
    """Files that the paths name, sorted and each once, and the paths that name none, with the reason.

    A path is a file, a folder (searched to the bottom; hidden entries are passed over), a glob ("saved/**/*.html"),
    "@LIST" (a file with one path a line, relative to where the caller stands) or "-" for stdin.
    """
    found: dict[str, str] = {}
    rejected: dict[str, Rejected] = {}
    resolve = cache(os.path.realpath)  # for this call alone: links may change
    for path in _unfold_lists(paths):
        for entry in _expand(path) if isinstance(path, str) else (path,):
            if isinstance(entry, Rejected):
                rejected.setdefault(entry.path, entry)
            elif not _is_unicode(entry):
                shown = entry.encode("utf-8", "replace").decode()
                rejected.setdefault(shown, Rejected(path=shown, reason="its name is not valid UTF-8; rename the file"))
            else:
                place = entry if entry == STDIN else _find_place(entry, resolve)
                found[place] = min(entry, found.get(place, entry))  # the same spelling whatever the order of the paths
    return tuple(sorted(found.values())), tuple(sorted(rejected.values(), key=lambda r: r.path))


def _find_place(path: str, resolve: Callable[[str], str]) -> str:
    """Where a file really is, so that no spelling and no link makes it two."""
    if os.path.islink(path):
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    return os.path.join(resolve(os.path.abspath(folder)), name)


def _is_unicode(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _unfold_lists(paths: Iterable[str]) -> Iterator[str | Rejected]:
    for path in paths:
        if not path.startswith(LIST_MARK) or len(path) == 1:
            yield path
            continue
        try:
            with open(path[1:], "rb") as file:
                lines = decode(file.read()).text.split("\n")
        except OSError as error:
            yield Rejected(path=path, reason=f"the list can't be opened: {error.strerror}; a file named so is given as ./{path}")
        except Unreadable as error:
            yield Rejected(path=path, reason=f"the list can't be read: {error}")
        else:
            entries = [line.strip() for line in lines if line.strip()]
            yield from entries
            if not entries:
                yield Rejected(path=path, reason="the list is empty: it needs one path a line")


def _expand(path: str) -> Iterator[str | Rejected]:
    """Files under one path, or why there are none."""
    if path == STDIN:
        yield path
    elif _URL.match(path):
        yield Rejected(path=path, reason="fetching addresses is not supported in this version; save the page and give the file")
    elif not path or "\x00" in path:
        yield Rejected(path=path, reason="that is no possible file name")
    elif os.path.lexists(path):
        yield from _find_files(path)
    elif has_magic(path):
        matches = _match(path)
        yield from (entry for match in matches for entry in _find_files(match))
        if not matches:
            yield Rejected(path=path, reason="no file matches")
    else:
        yield Rejected(path=path, reason="no such file or folder; check its name, and where relative paths start from")


def _find_files(path: str) -> Iterator[str | Rejected]:
    if not os.path.isdir(path):
        yield path if os.path.exists(path) else Rejected(path=path, reason="a link to a file that does not exist")
        return
    empty = True
    for entry in _walk(path):
        empty = False
        yield entry
    if empty:
        yield Rejected(path=path, reason="no readable file in this folder; hidden files are passed over")


def _walk(root: str) -> Iterator[str | Rejected]:
    """Files under a folder, each folder once: real folders before links to folders, so that links that go round end."""
    folders, links, seen = [root], deque[str](), set[tuple[int, int]]()
    while folders or links:
        folder = folders.pop() if folders else links.popleft()
        try:
            status = os.stat(folder)
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as scan:
                entries = sorted((entry for entry in scan if not entry.name.startswith(".")), key=lambda entry: entry.name)
        except OSError as error:
            yield Rejected(path=folder, reason=f"the folder can't be opened: {error.strerror}")
            continue
        for entry in entries:
            if _is_folder(entry):
                (links if entry.is_symlink() else folders).append(entry.path)
            elif entry.is_symlink() and not os.path.exists(entry.path):
                yield Rejected(path=entry.path, reason="a link to a file that does not exist")
            elif entry.is_file():  # sockets, pipes and devices are no documents
                yield entry.path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _match(pattern: str) -> list[str]:
    """Files and folders that a glob matches; "**" goes through folders as _walk does, so links can't trap it."""
    if "**" not in pattern:
        return sorted(glob(pattern))
    base, _, rest = pattern.partition("**")
    roots = [root for root in (glob(base) if has_magic(base) else [base or "."]) if os.path.isdir(root)]
    wanted = _translate(rest.lstrip("/"))
    found: list[str] = []
    for root in roots:
        below = (path for path in _walk(root) if isinstance(path, str))
        found.extend(path if base else os.path.relpath(path) for path in below if wanted.fullmatch(os.path.relpath(path, root)))
    return sorted(found)


def _translate(rest: str) -> re.Pattern[str]:
    """The part of a glob after its first "**" as a pattern on the path below; a match of a folder takes what is in it."""
    parts = {"**/": r"(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    tokens = re.findall(r"\*\*/|\*\*|\*|\?|\[[^]/]+\]|.", rest or "**", re.DOTALL)
    body = "".join(
        parts.get(t) or (f"[{'^' if t[1] == '!' else ''}{re.escape(t[1:-1].lstrip('!'))}]" if len(t) > 2 else re.escape(t)) for t in tokens
    )
    return re.compile(rf"(?:.*/)?{body}(?:/.*)?", re.DOTALL)
