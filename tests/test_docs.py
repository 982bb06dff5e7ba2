"""What the documents say is so: README's commands run, generated pages are as the code is, links lead somewhere."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page in a language."""
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL)


def console_lines(page: Path) -> list[str]:
    return [line.split("#")[0].strip() for block in blocks(page, "console") for line in block.splitlines() if line.split("#")[0].strip()]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder where a user stands: some articles of their own."""
    shutil.copytree(EXAMPLE, tmp_path / "my-articles")
    return tmp_path


def run(line: str, desk: Path) -> subprocess.CompletedProcess[str]:
    """Run one line of a console block as a user would, with this environment's command; what make would do is only read."""
    words = shlex.split(line)
    if words[0] == "make":
        command = ["make", "-C", str(ROOT), "--dry-run", *words[1:]]
    else:
        assert words[0] in ("rashomon", ".venv/bin/rashomon"), line
        command = [sys.executable, "-m", "rashomon", *words[1:]]
    return subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})


@pytest.mark.parametrize("line", [line for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md") for line in console_lines(page)])
def test_command_of_the_readme_runs(line: str, desk: Path) -> None:
    done = run(line, desk)
    assert done.returncode == 0, done.stderr


def test_readme_shows_both_commands_on_its_first_screen() -> None:
    first = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:25])
    assert "make demo" in first
    assert "make test" in first


def test_demo_writes_the_report_and_says_where(desk: Path) -> None:
    command = next(line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if "rashomon report" in line)
    done = run(command.strip().replace("$(BIN)", ".venv/bin"), desk)
    assert done.returncode == 0, done.stderr
    assert (desk / "report" / "index.html").exists()
    assert "index.html" in done.stdout


@pytest.mark.parametrize("code", blocks(ROOT / "README.md", "python"))
def test_python_of_the_readme_runs(code: str, desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"}
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_generated_pages_are_as_the_code_is() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts" / "docs.py"), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target
