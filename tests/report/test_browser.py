"""The report in a real browser: it opens from disk, says nothing on the console, and asks for nothing that is not beside it."""

import shutil
import subprocess
from pathlib import Path

import pytest

import rashomon

BROWSER = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
    "--v=0",
    "--virtual-time-budget=5000",
    "--dump-dom",
]


@pytest.fixture(scope="module")
def site(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("browser") / "report"
    rashomon.report([example], out)
    return out


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine: install the package chromium")
@pytest.mark.parametrize("kind", ["index.html", "stories/*.html", "articles/*.html", "days/*.html"])
def test_page_opens_offline_without_a_word_on_the_console(site: Path, tmp_path: Path, kind: str) -> None:
    page = max(site.glob(kind), key=lambda path: (path.stat().st_size, path.name))
    done = subprocess.run(
        [str(BROWSER), *FLAGS, f"--user-data-dir={tmp_path}", page.as_uri()], capture_output=True, text=True, check=False, timeout=120
    )
    assert "<h1" in done.stdout, done.stderr
    assert "CONSOLE" not in done.stderr, done.stderr
    assert "ERR_" not in done.stderr, done.stderr
