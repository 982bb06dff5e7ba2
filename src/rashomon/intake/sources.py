"""What the paths name: files, folders, globs, lists of paths."""

import os
import re
from collections.abc import Iterable, Iterator
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
    for path in _unfold_lists(paths):
        entries: Iterable[str | Rejected] = (path,) if isinstance(path, Rejected) else _expand(path)
        for entry in entries:
            if isinstance(entry, Rejected):
                rejected.setdefault(entry.path, entry)
            elif not _is_unicode(entry):
                shown = entry.encode("utf-8", "replace").decode()
                rejected.setdefault(shown, Rejected(path=shown, reason="its name is not valid UTF-8; rename the file"))
            else:
                place = entry if entry == STDIN else os.path.realpath(entry) if os.path.islink(entry) else os.path.abspath(entry)
                found[place] = min(entry, found.get(place, entry))  # the same spelling whatever the order of the paths
    return tuple(sorted(found.values())), tuple(sorted(rejected.values(), key=lambda r: r.path))


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
            yield from entries or [Rejected(path=path, reason="the list is empty: it needs one path a line")]


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
    for entry in _walk(path, frozenset()):
        empty = False
        yield entry
    if empty:
        yield Rejected(path=path, reason="no readable file in this folder; hidden files are passed over")


def _walk(folder: str, above: frozenset[tuple[int, int]]) -> Iterator[str | Rejected]:
    """Files under a folder. `above` holds the folders on the way here, so that a link back up ends."""
    try:
        status = os.stat(folder)
        here = (status.st_dev, status.st_ino)
        if here in above:
            return
        with os.scandir(folder) as scan:
            entries = sorted((e for e in scan if not e.name.startswith(".")), key=lambda e: e.name)
    except OSError as error:
        yield Rejected(path=folder, reason=f"the folder can't be opened: {error.strerror}")
        return
    for entry in entries:
        if _is_folder(entry):
            yield from _walk(entry.path, above | {here})
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
        below = (path for path in _walk(root, frozenset()) if isinstance(path, str))
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
