"""What tests of several rooms share."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

import rashomon
from rashomon.cli import main

settings.register_profile("untimed", deadline=None)  # a slow machine fails no test
settings.load_profile("untimed")

EXAMPLE = Path(rashomon.__file__).parent / "example" / "articles"


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Run the command line in this process, as a user would."""

    def run(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["rashomon", *map(str, arguments)])
        capfd.readouterr()
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Done(code, out, err)

    return run


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the bundled example's articles."""
    folder = tmp_path_factory.mktemp("example") / "articles"
    shutil.copytree(EXAMPLE, folder)
    return folder
