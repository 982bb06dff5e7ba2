"""Write the site: the front page, a page a story, a page an article, a page a day."""

import os
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec

from rashomon.batch import Batch, Read
from rashomon.errors import UsageError
from rashomon.model import Account, Grouping, Lore, Placement, Story
from rashomon.pages import (
    ArticlePage,
    Interface,
    Shelf,
    Site,
    interface,
    name_figures,
    prevailing_language,
    render_article,
    render_day,
    render_front,
    render_story,
    style_sheet,
)
from rashomon.pipeline import PARALLEL_FROM, Progress, check_silences, read, silent, stories, tell_story
from rashomon.processes import spread

FRONT = 60  # stories on the front page; the rest are found by day
PACE_DAYS = 45  # days a sparkline shows at most: the last ones
ARTICLES_A_TASK = 100
MARKER = ".rashomon"  # lies in a folder that a report was written to, so that only such a folder is ever written over


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What was written."""

    index: Path
    articles: int
    stories: int
    rejected: int


def report(
    paths: Iterable[str | os.PathLike[str]] | Batch,
    out: str | os.PathLike[str],
    *,
    grouping: Grouping | None = None,
    language: str | None = None,
    quotes_only: bool = False,
    jobs: int = 1,
    progress: Progress = silent,
) -> Report:
    """Read the paths, group and reconcile them, and write a static site into a folder.

    grouping: of the batch, where it is at hand.

    language: of the interface (zh-Hans, zh-Hant, en); None: the one that most articles are in.
    quotes_only: leave the articles' full texts out.
    Raises NothingFound where nothing could be read, UsageError where the folder holds other things or the language is unknown.
    """
    if language:
        interface(language)  # an unknown one is told before the articles are read
    folder = prepare_folder(Path(out))
    batch = paths if isinstance(paths, Batch) else read(paths, jobs=jobs, progress=progress)
    words = interface(language or prevailing_language(article.title for article in batch.articles))
    progress("group", 0, 1)
    grouping = grouping or stories(batch)
    progress("group", 1, 1)
    told = [story for story in grouping.stories if len(story.paths) > 1 or len(grouping.stories) <= FRONT]
    site = lay_out(batch, grouping, told, language=words.code, quotes_only=quotes_only)
    jobs = jobs if len(batch.items) >= PARALLEL_FROM else 1
    shelves = _write_stories(batch, grouping, told, folder, site, jobs, progress)
    _write_articles(batch, folder, site, jobs, progress)
    _write_days(folder, words, site)
    shelves.sort(key=lambda shelf: (-len(shelf.outlets) * (1 + shelf.articles) ** 0.5, shelf.href))
    totals = {
        "articles": len(batch.items),
        "outlets": len({i.article.outlet for i in batch.items if i.article.outlet}),
        "stories": len(grouping.stories),
    }
    _write(folder / "index.html", render_front(shelves[:FRONT], words, site, totals))
    _write(folder / "style.css", style_sheet())
    return Report(index=folder / "index.html", articles=len(batch.items), stories=len(grouping.stories), rejected=len(batch.rejected))


def prepare_folder(folder: Path) -> Path:
    """Make the folder ready: a new or empty one, or one that a report was written to before.

    Raises UsageError where it holds anything else: nobody's files are written over.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"-o {str(folder)!r} is a file; give a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise UsageError(f"-o {str(folder)!r} holds other files; give a new or empty folder")
    try:
        for part in ("stories", "articles", "days"):
            (folder / part).mkdir(parents=True, exist_ok=True)
            for old in (folder / part).iterdir():
                old.unlink()
        (folder / MARKER).write_text("Written by rashomon report; a new report may be written over it.\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"-o {str(folder)!r} can't be written: {error.strerror}") from error
    return folder


def lay_out(batch: Batch, grouping: Grouping, told: Sequence[Story], *, language: str, quotes_only: bool) -> Site:
    """Decide where every page lies."""
    home = {path: story for story in told for path in story.paths}
    pages = {}
    for item in batch.items:
        article, story = item.article, home.get(item.article.path)
        pages[article.path] = ArticlePage(
            href=f"articles/{article.article}-{article.version}.html",
            outlet=article.outlet,
            title=article.title,
            published=article.published,
            language=article.language,
            story=f"stories/{story.id}.html" if story else None,
            story_title=story.title if story else None,
            sentences=tuple(start for start, _ in article.sentences),
        )
    days = sorted({_day(page.published) for page in pages.values()})
    return Site(language=language, pages=pages, days=tuple(days), quotes_only=quotes_only)


def _day(published: str | None) -> str:
    return published[:10] if published else "unknown"


class _StoryTask(msgspec.Struct, frozen=True):
    """All that one story's page is made of."""

    story: Story
    batch: Batch  # of its articles alone
    placements: tuple[Placement, ...]
    site: Site  # with its articles' pages alone


class _StoryPage(msgspec.Struct, frozen=True):
    page: str
    account: bytes  # JSON
    state: str | None
    state_language: str | None
    figures: tuple[str, ...]
    silences: bool  # whether it tells any


def _write_stories(
    batch: Batch, grouping: Grouping, told: Sequence[Story], folder: Path, site: Site, jobs: int, progress: Progress
) -> list[Shelf]:
    items = {item.article.path: item for item in batch.items}
    placements = {placement.path: placement for placement in grouping.placements}
    coverage = Lore(version=batch.lore.version, coverage=batch.lore.coverage)
    tasks = [
        _StoryTask(
            story,
            Batch(items=tuple(items[path] for path in story.paths), rejected=(), lore=coverage),
            tuple(placements[path] for path in story.paths),
            msgspec.structs.replace(site, pages={path: site.pages[path] for path in story.paths}),
        )
        for story in told
    ]
    shelves = []
    for done, (story, written) in enumerate(zip(told, spread(_make_story, tasks, jobs=jobs), strict=True)):
        progress("tell", done, len(told))
        written = _check(written, batch, site)
        (folder / f"stories/{story.id}.json").write_bytes(written.account)
        _write(folder / f"stories/{story.id}.html", written.page)
        shelves.append(_shelf(story, written, site))
    progress("tell", len(told), len(told))
    return shelves


def _make_story(task: _StoryTask) -> _StoryPage:
    account = tell_story(task.batch, Grouping(stories=(task.story,), placements=task.placements), task.story)
    return _write_page(account, task.site)


def _write_page(account: Account, site: Site) -> _StoryPage:
    words = interface(site.language)
    opening = account.lead[0].evidence[0] if account.lead else None
    return _StoryPage(
        render_story(account, words, site, json_href=f"{account.story.id}.json"),
        msgspec.json.encode(account),
        opening.sentence.strip() if opening else None,
        site.pages[opening.path].language if opening else None,
        name_figures(account, words),
        bool(account.silences),
    )


def _check(written: _StoryPage, batch: Batch, site: Site) -> _StoryPage:
    """The page without the silences that articles of other stories refute, which who told its story did not have at hand."""
    if not written.silences:
        return written
    told = msgspec.json.decode(written.account, type=Account)
    checked = check_silences(batch, told)
    return _write_page(checked, site) if checked != told else written


def _shelf(story: Story, written: _StoryPage, site: Site) -> Shelf:
    return Shelf(
        href=f"stories/{story.id}.html",
        title=story.title,
        language=next((page.language for page in map(site.pages.__getitem__, story.paths) if page.title == story.title), None),
        state=written.state,
        state_language=written.state_language,
        figures=written.figures,
        first=story.first,
        last=story.last,
        outlets=story.outlets,
        articles=len(story.paths),
        pace=_pace([_day(site.pages[path].published) for path in story.paths]),
    )


def _pace(days: Sequence[str]) -> tuple[int, ...]:
    """Articles a day from the first day to the last; () where no day is known."""
    known = sorted(date.fromisoformat(day) for day in days if day != "unknown")
    if not known:
        return ()
    first = max(known[0], known[-1] - timedelta(days=PACE_DAYS - 1))
    counts = [0] * ((known[-1] - first).days + 1)
    for day in known:
        if day >= first:
            counts[(day - first).days] += 1
    return tuple(counts)


class _ArticlesTask(msgspec.Struct, frozen=True):
    items: tuple[Read, ...]
    site: Site  # with their pages alone


def _write_articles(batch: Batch, folder: Path, site: Site, jobs: int, progress: Progress) -> None:
    chunks = [batch.items[i : i + ARTICLES_A_TASK] for i in range(0, len(batch.items), ARTICLES_A_TASK)]
    tasks = [
        _ArticlesTask(chunk, msgspec.structs.replace(site, pages={item.article.path: site.pages[item.article.path] for item in chunk}))
        for chunk in chunks
    ]
    done = 0
    for chunk, pages in zip(chunks, spread(_make_articles, tasks, jobs=jobs), strict=True):
        for item, page in zip(chunk, pages, strict=True):
            _write(folder / site.pages[item.article.path].href, page)
        done += len(chunk)
        progress("write", done, len(batch.items))


def _make_articles(task: _ArticlesTask) -> list[str]:
    words = interface(task.site.language)
    return [render_article(item.article, item.reading, words, task.site) for item in task.items]


def _write_days(folder: Path, words: Interface, site: Site) -> None:
    by_day: dict[str, list[str]] = {day: [] for day in site.days}
    for path, page in site.pages.items():
        by_day[_day(page.published)].append(path)
    for day, paths in by_day.items():
        paths.sort(key=lambda path: (site.pages[path].published or "", path))
        _write(folder / f"days/{day}.html", render_day(day, paths, words, site))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
