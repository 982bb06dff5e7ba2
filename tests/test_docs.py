"""What the documents say is so: README's commands run, generated pages are as the code is, links lead somewhere."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

import rashomon
from rashomon.accounts.comparing import chances
from rashomon.cli import build_app
from rashomon.stories import waking, why
from tests.conftest import EXAMPLE

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)")


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


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """What a link may point at in a page: its headings, as GitHub writes their addresses."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def targets(page: Path) -> list[tuple[Path, str]]:
    """The files that a page links to, each with the heading that it points at."""
    links = [link.partition("#") for link in LINK.findall(page.read_text(encoding="utf-8")) if not link.startswith("https://")]
    return [((page.parent / path).resolve() if path else page, heading) for path, _, heading in links]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    for target, heading in targets(page):
        assert target.exists(), target
        assert not heading or heading in anchors(target), f"{target.name}#{heading}"


def test_every_page_is_reached_from_the_readme() -> None:
    reached, ahead = set[Path](), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            ahead += [target for target, _ in targets(page)]
    assert {name_of(page) for page in PAGES} == {name_of(page) for page in reached}


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "CHANGELOG.md"], ids=name_of)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    files = {str(path.relative_to(ROOT)) for folder in ("src", "scripts", "tests") for path in (ROOT / folder).rglob("*.*")}
    for named in re.findall(r"`([\w/.*-]+\.(?:py|toml|txt))(?: [^`]*)?`", page.read_text(encoding="utf-8")):
        pattern = re.compile(rf"(?:.*/)?{re.escape(named).replace(re.escape('*'), '[^/]*')}")
        assert any(map(pattern.fullmatch, files)) or (ROOT / named).exists(), named


def commands_of(page: Path) -> list[str]:
    """The lines of a page's plain blocks that call the command."""
    text = page.read_text(encoding="utf-8")
    return [
        line.split("  #")[0]
        for block in re.findall(r"```\n(.*?)```", text, flags=re.DOTALL)
        for line in block.splitlines()
        if line.startswith("rashomon ")
    ]


@pytest.mark.parametrize("line", [line for page in PAGES for line in commands_of(page)])
def test_command_of_a_page_is_one_that_can_be_called(line: str) -> None:
    _, *words = shlex.split(line.replace("PATH...", "PATH").replace("...", "0"))
    command = typer.main.get_command(build_app())
    while commands := getattr(command, "commands", None):
        command, words = commands[words[0]], words[1:]
    command.make_context("rashomon", words)


def test_sums_of_the_page_on_stories_are_what_the_command_tells() -> None:
    batch = rashomon.read([str(EXAMPLE)])
    earlier, later = (str(EXAMPLE / name) for name in ("2023-09-14-kandian-kesten-27.html", "2023-09-20-kandian-41.html"))
    told = " ".join(why(earlier, later, batch.articles, batch.readings))
    page = (ROOT / "docs" / "stories.md").read_text(encoding="utf-8")
    sample = next(block for block in re.findall(r"```\n(.*?)```", page, flags=re.DOTALL) if block.startswith("One story"))
    assert all(piece.strip(" ,") in told for piece in " ".join(sample.split()).split("..."))


@pytest.mark.parametrize(
    ("page", "weights"),
    [
        ("accounts/comparing.md", [*chances.WEIGHTS.values(), chances.BIAS]),
        (
            "stories/over-time.md",
            [*(waking.WEIGHTS[name] for name in ("words", "rare", "missed", "places", "matter", "size", "pause")), -waking.AGAINST],
        ),
    ],
    ids=["telling the same", "waking"],
)
def test_weights_of_a_page_are_those_of_the_code(page: str, weights: list[float]) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    table = text.partition("| sign | weight |\n")[2].partition("\n\n")[0]
    assert [float(row) for row in re.findall(r"\| ([+\-]?[\d.]+)(?: each)? \|$", table, flags=re.MULTILINE)] == weights
