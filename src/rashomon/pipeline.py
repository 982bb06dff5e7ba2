"""The one way through: paths -> documents -> articles -> readings -> lore -> stories -> accounts.

Every step is a pure function of values; this module alone composes the rooms, and decides what runs in which process.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from rashomon.accounts import Receipt, correct_relations, find_near, hear_elsewhere, take_apart
from rashomon.accounts import trace as trace_text
from rashomon.accounts import verify as prove
from rashomon.batch import Batch, Read, hide_furniture, link_names, number_versions
from rashomon.cleaning import clean, clean_all
from rashomon.cleaning import explain as clean_openly
from rashomon.errors import NothingFound, UsageError
from rashomon.intake import find_sources, read_chunks
from rashomon.lore import freeze, merge, observe
from rashomon.model import (
    Account,
    Article,
    Document,
    Explained,
    Grouping,
    Markup,
    Observations,
    Reading,
    Rejected,
    Removed,
    Story,
    Trace,
)
from rashomon.processes import spread
from rashomon.reading import read as read_article
from rashomon.reading import read_all
from rashomon.stories import bring_together, correct, find_story, group
from rashomon.stories.garbage import uncollected

CHUNK = 128  # sources a task: 40 ms of overhead a task stays under 5% of its work
STDIN = "-"
PARALLEL_FROM = 400  # sources under which starting processes costs more than it saves (measured: 0.9 s to start two)

Progress = Callable[[str, int, int], None]
"""progress(step, done, total): called from time to time during long work."""


Make = Callable[[Iterable[Document]], Iterable[Article | Rejected]]
"""What makes articles of documents, one of each."""


class Taken(NamedTuple):
    """One document on its way in."""

    document: Document
    article: Article
    reading: Reading
    observed: Observations


class _Task(msgspec.Struct, frozen=True):
    """What a worker gives back for some sources."""

    items: list[Read]
    rejected: list[Rejected]
    observations: Observations


def silent(step: str, done: int, total: int) -> None:
    """Progress for nobody."""


def read(paths: Iterable[str | os.PathLike[str]], *, jobs: int = 1, progress: Progress = silent) -> Batch:
    """Read every document found under the paths.

    jobs: processes; 0 takes as many as there are cores. The result does not depend on it.
    Inputs that can't be read are in `rejected`, never raised. Raises NothingFound where nothing at all could be read.
    """
    sources, missing = find_sources(os.fspath(path) for path in paths)
    return _gather(list(_run(sources, jobs=jobs, progress=progress)), missing)


def explain(paths: Iterable[str | os.PathLike[str]], *, progress: Progress = silent) -> tuple[Batch, dict[str, tuple[Removed, ...]]]:
    """Read as `read` does, and list what was taken out of each article, by its path; what Lore found comes last."""
    removed: dict[str, tuple[Removed, ...]] = {}

    def take(documents: Iterable[Document]) -> Iterator[Article | Rejected]:
        for explained in map(clean_openly, documents):
            if isinstance(explained, Explained):
                removed[explained.article.path] = explained.removed
            yield explained.article if isinstance(explained, Explained) else explained

    sources, missing = find_sources(os.fspath(path) for path in paths)
    tasks = []
    for done, source in enumerate(sources, 1):
        tasks.append(_read_sources([source], take))
        progress("read", done, len(sources))
    batch = _gather(tasks, missing)
    for article in batch.articles:
        recurring = tuple(Removed(kind="recurring", rule="lore", text=article.text[start:end]) for start, end in article.furniture)
        removed[article.path] = (*removed[article.path], *recurring)
    return batch, removed


def _gather(tasks: Sequence[_Task], missing: Sequence[Rejected]) -> Batch:
    rejected = sorted([*missing, *(r for task in tasks for r in task.rejected)], key=lambda r: (r.path, r.reason))
    lore = freeze(merge(*(task.observations for task in tasks)))
    items = [hide_furniture(item, lore) for task in tasks for item in task.items]
    if not items:
        raise NothingFound(tell_nothing(rejected))
    return Batch(items=number_versions(link_names(items, lore)), rejected=tuple(rejected), lore=lore)


def check_paths(paths: Sequence[str]) -> None:
    """Raises NothingFound where nothing is there under any of some paths: before anything is made for what they hold."""
    sources, missing = find_sources(paths)
    if not sources:
        raise NothingFound(tell_nothing(missing))


def tell_nothing(rejected: Sequence[Rejected]) -> str:
    """What is said where nothing could be read, and why."""
    listed = "; ".join(f"{r.path}: {r.reason}" for r in rejected[:5])
    return f"nothing readable was found ({listed or 'no paths were given'}); `rashomon formats` lists what can be read"


def _run(sources: Sequence[str], *, jobs: int, progress: Progress) -> Iterator[_Task]:
    chunks = [list(sources[i : i + CHUNK]) for i in range(0, len(sources), CHUNK)]
    done = 0
    progress("read", 0, len(sources))
    here = len(sources) < PARALLEL_FROM or STDIN in sources  # only this process has the caller's stdin
    for chunk, task in zip(chunks, spread(_read_chunk, chunks, jobs=1 if here else jobs), strict=True):
        yield task
        done += len(chunk)
        progress("read", done, len(sources))


def _read_chunk(sources: list[str]) -> _Task:
    return _read_sources(sources, clean_all)


def _read_sources(sources: list[str], make: Make) -> _Task:
    items: list[Read] = []
    rejected: list[Rejected] = []
    seen: list[Observations] = []
    for chunk in read_chunks(sources):
        taken, refused = take_in(chunk, make)
        items += [Read(article=one.article, reading=one.reading) for one in taken]
        rejected += refused
        seen += [one.observed for one in taken]
    return _Task(items, rejected, merge(*seen))


def take_in(chunk: Sequence[Document | Rejected], make: Make = clean_all) -> tuple[list[Taken], list[Rejected]]:
    """The articles, readings and observations of some documents, and what could not be read; one step after the other for all of them.

    Steps that take turns push each other's tables out of the processor's caches: cleaning then takes a third longer.
    """
    documents = [document for document in chunk if isinstance(document, Document)]
    made = list(make(documents))
    cleaned = [(document, article) for document, article in zip(documents, made, strict=True) if isinstance(article, Article)]
    readings = read_all(article for _, article in cleaned)
    read = [(*pair, reading) for pair, reading in zip(cleaned, readings, strict=True)]
    taken = [Taken(document, article, reading, observe(document, article, reading)) for document, article, reading in read]
    return taken, [one for one in (*chunk, *made) if isinstance(one, Rejected)]


def stories(batch: Batch, *, together: bool = False) -> Grouping:
    """Group what was read into events and stories, as people corrected them.

    together: all of it is one story, as whoever gathered the articles knows.
    """
    grouping = correct(group(batch.articles, batch.readings), batch.corrections, batch.articles)
    return bring_together(grouping, batch.articles) if together else grouping


def account(
    batch: Batch,
    *,
    about: str | None = None,
    story: str | None = None,
    grouping: Grouping | None = None,
    as_of: str | None = None,
    since: str | None = None,
    together: bool = False,
) -> Account:
    """Tell the story that matches some words best, or the one with an id; where neither is given, the only one there is.

    together: tell all articles as one story, as whoever gathered them knows them to be.
    as_of: ISO 8601 day; told from what was published by its end. since: ISO 8601 day; only what is new since its start.
    Raises UsageError where none is asked for of several or a day is none, NothingFound where none matches.
    """
    for name, day in (("as_of", as_of), ("since", since)):
        check_day(name, day)
    known = grouping or stories(batch, together=together)
    return tell_story(batch, known, find_story(known, batch.articles, about=about, story=story), as_of=as_of, since=since)


def check_day(name: str, day: str | None) -> None:
    """Raises UsageError where what should be an ISO 8601 day is none."""
    try:
        date.fromisoformat(day or "2000-01-01")
    except ValueError as error:
        raise UsageError(f"{name}: {day!r} is no day; write it as YYYY-MM-DD") from error


def tell_story(batch: Batch, grouping: Grouping, story: Story, *, as_of: str | None = None, since: str | None = None) -> Account:
    """Tell one story of a grouping. Raises NothingFound where nothing of it was published by the day."""
    from rashomon.accounts.telling import tell  # loads numpy, which most commands do without

    members = set(story.paths)
    items = [item for item in batch.items if item.article.path in members]
    with uncollected():
        told = tell(
            story,
            tuple(item.article for item in items),
            {item.article.path: item.reading for item in items},
            placements={p.path: p for p in grouping.placements if p.path in members},
            coverage=batch.lore.coverage,
            as_of=as_of,
            since=since,
        )
    if as_of and not told.story.articles:
        begun = f"its first article is of {story.first}" if story.first else "its articles bear no day"
        raise NothingFound(f"nothing of the story {story.id} was published by {as_of}; {begun}")
    told = msgspec.structs.replace(told, relations=correct_relations(told.relations, batch.corrections), lore=batch.lore.version)
    return told if len(items) == len(batch.items) else check_silences(batch, told, as_of=as_of)


def check_silences(batch: Batch, told: Account, *, as_of: str | None = None) -> Account:
    """An account without the silences that an article of another story refutes; as_of: only what was published by its end is heard."""

    def others(first: str, last: str, outlets: frozenset[str]) -> Iterator[Article]:
        last = min(last, as_of or last)
        return (article for article in batch.articles if first <= (article.published or "")[:10] <= last)

    return hear_elsewhere(told, others)


def trace(batch: Batch, text: str, *, grouping: Grouping | None = None) -> Trace:
    """Who said a thing first, who repeats it, through whom.

    grouping: where it is at hand; who is who shows in the other articles of the stories that the thing is told in.
    Raises UsageError where nothing is asked, NothingFound where no article tells it.
    """
    question = clean(Document(path="", id="", format="text", title=text.strip(), body="", markup=Markup.TEXT))
    if isinstance(question, Rejected):
        raise UsageError("nothing was asked: give the words to trace, as an article might have them")
    readings = batch.readings
    parts, shadows = take_apart(question, read_article(question), batch.articles, readings)
    near = {article.path for article in find_near(parts, shadows, batch.articles, readings)}
    known = grouping or stories(batch)
    told_in = {p.story for p in known.placements if p.path in near}
    placements = {p.path: p for p in known.placements if p.story in told_in}
    traced = trace_text(text, parts, [a for a in batch.articles if a.path in placements], readings, placements=placements)
    if traced.first is None:
        raise NothingFound(f"no article tells {text!r}; give a sentence or its rarest words; a number in it must stand in the article too")
    return traced


def verify(account: Account, *, jobs: int = 1, progress: Progress = silent) -> tuple[Receipt, ...]:
    """Re-read the documents that an account names and prove each of its receipts: exact, moved or lost."""
    sources = {path_of(article.path) for article in account.story.articles}
    found, _ = find_sources(sorted(source for source in sources if os.path.exists(source)))
    tasks = _run(found, jobs=jobs, progress=progress)
    return prove(account, {item.article.path: item.article for task in tasks for item in task.items})


def path_of(path: str) -> str:
    """The file of an article's path: without the number of its record."""
    file, mark, number = path.rpartition("#")
    return file if mark and number.isdigit() else path
