"""rashomon doctor: what is wrong with this set-up."""

import platform
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, requires, version
from re import match

import typer

from rashomon import __version__
from rashomon.cli.options import Csv, Jsonl, print_rows
from rashomon.intake import formats
from rashomon.languages import codes, fold, language
from rashomon.outlets import outlets

Check = tuple[str, Callable[[], str]]


def command(jsonl: Jsonl = False, csv: Csv = False) -> None:
    """Check this set-up: Python, packages, languages, outlets, formats; exit code 1 where something is wrong."""
    rows = [_run(name, check) for name, check in CHECKS]
    print_rows(("check", "state", "what"), rows, jsonl=jsonl, as_csv=csv)
    if any(row["state"] != "ok" for row in rows):
        raise typer.Exit(1)


def _run(name: str, check: Callable[[], str]) -> dict[str, str]:
    try:
        return {"check": name, "state": "ok", "what": check()}
    except Exception as error:  # a doctor reports every illness, whatever its kind
        return {"check": name, "state": "wrong", "what": f"{type(error).__name__}: {error}"}


def _python() -> str:
    return f"{platform.python_version()}, rashomon {__version__}"


def _packages() -> str:
    names = [found.group() for line in requires("rashomon") or () if "extra ==" not in line and (found := match(r"[A-Za-z0-9._-]+", line))]
    missing = []
    for name in names:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        raise RuntimeError(f"not installed: {', '.join(missing)}; run `pip install {' '.join(missing)}`")
    return f"{len(names)} installed"


def _languages() -> str:
    for code in codes():
        language(code)
    if fold("萬國") != "万国":
        raise RuntimeError("OpenCC's tables don't fold traditional characters; reinstall the package opencc")
    return ", ".join(codes())


def _encoding() -> str:
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        raise RuntimeError(f"the terminal's encoding is {sys.stdout.encoding!r}; set PYTHONUTF8=1")
    return "utf-8"


CHECKS: tuple[Check, ...] = (
    ("python", _python),
    ("packages", _packages),
    ("encoding", _encoding),
    ("languages", _languages),
    ("outlets", lambda: f"{len(outlets())} known"),
    ("formats", lambda: ", ".join(f.name for f in formats())),
)
