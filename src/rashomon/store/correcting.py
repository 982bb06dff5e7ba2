"""People correct an archive: what they say is kept, and holds at once for stories, accounts, figures, quotes and the search."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, or_, select, update

from rashomon.accounts import find_missing
from rashomon.errors import NothingFound, UsageError
from rashomon.languages import fold
from rashomon.model import Alias, Correction, Corrections, Merge, Reject, Rename, Split
from rashomon.store.grouping import load_pairs
from rashomon.store.ledger import GROUPED, READ, correct_findings, find_turned, keep_correction, load_corrections, load_held, name_articles
from rashomon.store.overlay import lay_over_again
from rashomon.store.placing import find_ids
from rashomon.store.protocol import Store
from rashomon.store.query import Unit, to_words
from rashomon.store.rows import fetch, figure_rows, quote_rows
from rashomon.store.schema import articles, figures, placements, quotes, stories


def correct(store: Store, correction: Correction) -> int:
    """Keep a correction and let it hold, in one change; its number.

    Raises UsageError where it undoes one that isn't there, or its words don't stand in the article; NothingFound where the archive holds
    nothing that it names.
    """
    with store.write() as connection:
        _check(connection, correction)
        before = load_corrections(connection)
        number = keep_correction(connection, correction)
        _apply(store, connection, find_turned(before, load_corrections(connection)))
    return number


def _check(connection: Connection, correction: Correction) -> None:
    for name in _list_named(correction):
        if not _find_numbers(connection, [name]) and not _is_story(connection, name):
            raise NothingFound(f"nothing in the archive bears the id or path {name!r}; `rashomon search` tells paths and stories")
    pairs = load_pairs(connection, _find_numbers(connection, name_articles(correction)))
    missing = find_missing([article for article, _ in pairs], {article.path: reading for article, reading in pairs}, (correction,))  # type: ignore[arg-type]
    if missing:
        raise UsageError("; ".join(missing))


def _list_named(correction: Correction) -> tuple[str, ...]:
    if isinstance(correction, Merge):
        return correction.ids
    if isinstance(correction, Split | Reject):
        return (correction.of, *correction.articles)
    return (correction.of,) if isinstance(correction, Rename) else name_articles(correction)


def _find_numbers(connection: Connection, names: Iterable[str]) -> list[int]:
    """Numbers of the articles that bear some ids or paths."""
    wanted = sorted(names)
    named = or_(articles.c.article.in_(wanted), articles.c.path.in_(wanted))
    return list(connection.execute(select(articles.c.number).where(named, articles.c.packed.is_not(None))).scalars()) if wanted else []


def _is_story(connection: Connection, name: str) -> bool:
    """Whether a story or an event bears an id, or did, or its first article is there."""
    known = (select(placements.c.event).where(placements.c.event == name), select(articles.c.number).where(articles.c.article == name[2:]))
    return bool(find_ids(connection, name)) or any(connection.execute(query.limit(1)).first() for query in known)


def _apply(store: Store, connection: Connection, turned: Corrections) -> None:
    """Let what came to hold, or holds no more, show in all that was made of articles."""
    if any(isinstance(fix, GROUPED) for fix in turned):
        lay_over_again(connection)
    _write_findings(connection, _find_numbers(connection, {name for fix in turned if isinstance(fix, READ) for name in name_articles(fix)}))
    numbers = set(_find_numbers(connection, {name for fix in turned for name in name_articles(fix)}))
    for fix in turned:
        if isinstance(fix, Alias):
            held = store.find(to_words([Unit(forms=tuple(fold(name).lower() for name in fix.names))], every=True), ranked=False)
            numbers |= set(connection.execute(held).scalars())
    touched = {row.story for row in fetch(connection, placements.c.article, numbers, placements.c.story)}
    for story in sorted(touched):
        connection.execute(update(stories).where(stories.c.id == story).values(stale=1))


def _write_findings(connection: Connection, numbers: Iterable[int]) -> None:
    """Write anew the figures and quotes of some articles, as people corrected them."""
    held = load_held(connection)
    for number in numbers:
        ((article, reading),) = load_pairs(connection, [number])
        corrected = correct_findings(held, article, reading)
        for table, rows in ((figures, figure_rows(number, article, corrected)), (quotes, quote_rows(number, corrected))):
            connection.execute(delete(table).where(table.c.article == number))
            if rows:
                connection.execute(insert(table), rows)
