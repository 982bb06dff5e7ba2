"""Speed and memory of the parts and of the whole way.

    python scripts/bench.py                 the bundled example, repeated to 1,000 articles
    python scripts/bench.py PATH...         articles of your own

Each part is timed alone on one core; the whole way runs as a user would run it, in a process of its own.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import rashomon
from rashomon import pipeline
from rashomon.cleaning import clean, clean_all
from rashomon.intake import find_sources, read_chunks, read_documents
from rashomon.languages import Language, language
from rashomon.model import Article, Document, Markup
from rashomon.processes import collect_seldom
from rashomon.reading import read, read_all
from rashomon.reading.names import find_names
from rashomon.reading.times import find_times
from rashomon.stories import group

EXAMPLE = Path(rashomon.__file__).parent / "example" / "articles"
WANTED = 1000


def time_part(name: str, count: int, work: Callable[[], object]) -> None:
    """Print how many articles a second a part takes, after one warming round on its data."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    print(f"{name:<28}{count / seconds:>12,.0f} a second   ({seconds:.2f} s for {count:,})", flush=True)


def load(paths: Sequence[str]) -> tuple[list[Document], list[Article]]:
    sources, _ = find_sources(paths)
    documents = [d for source in sources for d in read_documents(source) if isinstance(d, Document)]
    articles = [a for a in clean_all(documents) if isinstance(a, Article)]
    return documents, articles


def clean_chunks(sources: Sequence[str]) -> list[Article]:
    """Intake and cleaning a chunk of documents at a time, as the pipeline goes."""
    chunks = (clean_all(document for document in chunk if isinstance(document, Document)) for chunk in read_chunks(sources))
    return [article for chunk in chunks for article in chunk if isinstance(article, Article)]


def time_parts(paths: Sequence[str]) -> None:
    sources, _ = find_sources(paths)
    documents, articles = load(paths)
    list(read_all(articles[:50]))  # lexicons are read on first use
    time_part("intake", len(documents), lambda: [list(read_documents(s)) for s in sources])
    time_part("cleaning", len(documents), lambda: list(clean_all(documents)))
    time_part("intake and cleaning", len(documents), lambda: clean_chunks(sources))
    time_part("reading", len(articles), lambda: list(read_all(articles)))
    time_part("  times", len(articles), lambda: find_alone(find_times, articles))
    time_part("  names", len(articles), lambda: find_alone(find_names, articles))
    readings = {a.path: reading for a, reading in zip(articles, read_all(articles), strict=True)}
    time_part("stories", len(articles), lambda: group(articles, readings))


HOSTILE: dict[str, Callable[[int], str]] = {
    "deep nesting": lambda n: "<div>" * n + "一",
    "attributes": lambda n: "<p " + " ".join(f"a{i}='1'" for i in range(n)) + ">一</p>",
    "links never closed": lambda n: "<a href='x'>一" * n,
    "comments never closed": lambda n: "<div>" * 1_000 + "<!--" * n,
    "pictures": lambda n: "<div>" + "<img src='a'>一" * n + "</div>",
    "containers": lambda n: "<p class='share'>" * n,
    "brackets": lambda n: "<" * n,
    "quotations never closed": lambda n: "<p>" + "「一。（" * n + "</p>",
    "lines of templates": lambda n: "<p>（编辑：一）</p><p>更多报道：</p>" * n,
}
"""Markup of a length that grows with n, made to cost more than it should."""

HOSTILE_PROSE = (
    "1",
    "1月",
    "一",
    "周",
    "数十",
    "至3人",
    "年",
    "“",
    "（",
    "据报道，",
    "他说，“好”，",
    "“好。”他说。",
    "，但没有",
    "总统张三的",
    "today ",
)
"""Pieces of which a hostile text is made."""

HOSTILE_SIZE = 20_000


def time_hostile() -> None:
    """Print what hostile markup costs to clean and hostile prose to read, at n and at 2n: twice as much is linear."""
    for name, make in HOSTILE.items():
        time_doubling(f"hostile markup: {name}", partial(clean_made, make))
    for piece in HOSTILE_PROSE:
        time_doubling(f"hostile prose: {piece}", partial(read_pieces, piece))


def time_doubling(name: str, work: Callable[[int], object]) -> None:
    costs = []
    for n in (HOSTILE_SIZE, 2 * HOSTILE_SIZE):
        start = time.process_time()
        work(n)
        costs.append(time.process_time() - start)
    print(f"{name:<42}{costs[0] * 1000:>8.0f} ms at n {costs[1] * 1000:>8.0f} ms at 2n   (x {costs[1] / costs[0]:.1f})", flush=True)


def document_of(body: str, markup: Markup) -> Document:
    return Document(path="hostile", id="0" * 16, format="text", title="一", body=body, markup=markup)


def clean_made(make: Callable[[int], str], n: int) -> object:
    return clean(document_of(make(n), Markup.HTML))


def read_pieces(piece: str, n: int) -> object:
    article = clean(document_of(piece * (n // len(piece)), Markup.TEXT))
    return read(article) if isinstance(article, Article) else None


def find_alone(finder: Callable[[Article, Language], object], articles: Sequence[Article]) -> None:
    """Run one finder of reading/ over the articles, as it would run alone."""
    for article in articles:
        if known := language(article.language):
            finder(article, known)


def time_accounts(paths: Sequence[str]) -> None:
    batch = pipeline.read(paths)
    grouping = pipeline.stories(batch)
    largest = sorted(grouping.stories, key=lambda s: (-len(s.paths), s.id))[:10]
    first = largest[0]
    time_part("account, largest story", len(first.paths), lambda: pipeline.tell_story(batch, grouping, first))
    count = sum(len(s.paths) for s in largest)
    time_part("accounts, ten largest", count, lambda: [pipeline.tell_story(batch, grouping, s) for s in largest])


def time_whole(paths: Sequence[str]) -> None:
    command = [sys.executable, "-m", "rashomon", "report", *paths]
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run([*command, "-o", f"{folder}/report"], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'report, the whole way':<28}{seconds:>12.1f} seconds    (largest process: {peak:,.0f} MiB)")


def repeat_example(folder: Path) -> list[str]:
    """The bundled example, copied until there are enough articles; copies are reprints to the stories."""
    files = sorted(path for path in EXAMPLE.rglob("*") if path.is_file())
    for i in range(-(-WANTED // len(files))):
        for path in files:
            target = folder / str(i) / path.relative_to(EXAMPLE)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    return [str(folder)]


def main() -> None:
    collect_seldom()  # as the commands do
    with tempfile.TemporaryDirectory() as folder:
        paths = sys.argv[1:] or repeat_example(Path(folder))
        time_parts(paths)
        time_hostile()
        time_accounts(paths)
        time_whole(paths)


if __name__ == "__main__":
    main()
