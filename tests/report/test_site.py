"""The site: every link leads somewhere, the same bytes twice, an earlier report is written over, nothing else."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

import rashomon
from rashomon.errors import UsageError


@pytest.fixture(scope="module")
def site(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "report"
    rashomon.report([example], out)
    return out


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_link_leads_to_a_page_and_a_place_on_it(site: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    ids = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in pages.items()}
    links = 0
    for path, text in pages.items():
        for href in re.findall(r'href="([^"]+)"', text):
            if href.startswith(("http://", "https://")):
                continue
            file, _, place = unquote(href).partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.exists(), f"{path.name}: {href}"
            assert not place or place in ids[target], f"{path.name}: {href}"
            links += 1
    assert links > 200


def test_story_pages_tell_timeline_figures_voices_with_receipts(site: Path) -> None:
    largest = max((site / "stories").glob("*.html"), key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    for part in ("timeline", "figures", "voices"):
        assert f'<h2 id="{part}">' in largest
    assert largest.count('class="receipt"') > 50
    assert "<svg" in largest


def test_pages_ask_nothing_of_the_network(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert not re.search(r'<(?:script|img|iframe|link)[^>]+(?:src|href)="(?:https?:)?//', path.read_text(encoding="utf-8")), path.name


def test_same_bytes_twice_over_an_earlier_report(site: Path, example: Path) -> None:
    before = bytes_of(site)
    rashomon.report([example], site)
    assert bytes_of(site) == before


def test_other_files_are_never_written_over(example: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="holds other files"):
        rashomon.report([example], tmp_path)
    with pytest.raises(UsageError, match="is a file"):
        rashomon.report([example], tmp_path / "letter.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
