"""Articles and their readings into the archive, one batch a change."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from difflib import ndiff
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from rashomon.arrivals import Arrival
from rashomon.model import Observations
from rashomon.store.ledger import correct_findings, load_held
from rashomon.store.packing import pack, unpack
from rashomon.store.protocol import Store
from rashomon.store.rows import article_row, fetch, figure_rows, index_of, numbers_of, quote_rows, read_article
from rashomon.store.schema import articles, differences, documents, figures, files, placements, quotes, readings, stories
from rashomon.store.sums import count, load_furniture


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a batch."""

    new: int = 0
    known: int = 0  # the very same documents were there
    versions: int = 0  # of the new ones, later texts of articles that were there
    forgotten: int = 0  # taken down before, and left out


def now() -> str:
    """The time, as the archive writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def store_arrivals(
    store: Store, connection: Connection, arrivals: Sequence[Arrival], *, reader: str, whole: Mapping[str, str] | None = None
) -> Stored:
    """Store what is not there yet. whole: id -> path of files of which nothing is left to read."""
    found = {a.article.document: a for a in arrivals}
    known = {row.id: row.forgotten for row in fetch(connection, documents.c.id, found, documents.c.id, documents.c.forgotten)}
    new = _under_free_paths(connection, [a for id, a in found.items() if id not in known])
    first = (connection.execute(select(func.max(articles.c.number))).scalar() or 0) + 1
    numbered = list(enumerate(new, first))
    before = load_furniture(connection)
    _insert(connection, documents, [_document_row(a) for a in new])
    _insert(connection, articles, [article_row(number, a.article) for number, a in numbered])
    _insert_findings(store, connection, numbered, reader=reader)
    count(connection, (a.observed for a in new))
    mark_furniture(connection, before)
    _insert(connection, files, [{"id": id, "path": path, "added": now()} for id, path in sorted((whole or {}).items())])
    versions = number_versions(connection, (a.article.article for a in new))
    taken_down = sum(forgotten is not None for forgotten in known.values())
    return Stored(new=len(new), known=len(arrivals) - len(new) - taken_down, versions=versions, forgotten=taken_down)


def replace_readings(store: Store, connection: Connection, arrivals: Sequence[Arrival], *, reader: str) -> list[int]:
    """Put articles that were read anew in the place of what another version read; the numbers of those that changed."""
    numbers = numbers_of(connection, (a.article.path for a in arrivals))
    held = {
        row.number: row
        for row in fetch(
            connection,
            articles.c.number,
            numbers.values(),
            *(articles.c.number, articles.c.text, articles.c.packed, readings.c.packed.label("reading"), readings.c.observed),
            joined=(readings, readings.c.article == articles.c.number),
        )
    }
    numbered = [(numbers[a.article.path], a) for a in arrivals]
    before = load_furniture(connection)
    changed = [(number, a) for number, a in numbered if _differs(held[number], a)]
    store.drop(connection, [index_of(number, read_article(held[number].packed, held[number].text)) for number, _ in changed])
    count(connection, (unpack(held[number].observed, Observations) for number, _ in changed), sign=-1)
    for table in (figures, quotes, readings):
        _delete(connection, table.c.article, [number for number, _ in changed])
    for number, a in changed:
        row = article_row(number, a.article)
        connection.execute(update(articles).where(articles.c.number == number).values(row))
    _insert_findings(store, connection, changed, reader=reader)
    count(connection, (a.observed for _, a in changed))
    mark_furniture(connection, before)
    number_versions(connection, (a.article.article for _, a in changed))
    same = sorted(set(numbers.values()) - {number for number, _ in changed})
    for number in same:
        connection.execute(update(readings).where(readings.c.article == number).values(reader=reader))
    return [number for number, _ in changed]


def _differs(row: Any, arrival: Arrival) -> bool:
    held = msgspec.structs.replace(read_article(row.packed, row.text), version=arrival.article.version)
    return held != arrival.article or row.reading != pack(arrival.reading) or row.observed != pack(arrival.observed)


def _under_free_paths(connection: Connection, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """A path that another document bears, as when a saved page was saved over, is told apart by the document's id."""
    taken = {row.path for row in fetch(connection, articles.c.path, (a.article.path for a in arrivals), articles.c.path)}
    free = []
    for arrival in arrivals:
        article = arrival.article
        if article.path in taken:
            arrival = msgspec.structs.replace(arrival, article=msgspec.structs.replace(article, path=f"{article.path}@{article.document}"))
        taken.add(arrival.article.path)
        free.append(arrival)
    return free


def _document_row(arrival: Arrival) -> dict[str, Any]:
    article = arrival.article
    return {"id": article.document, "path": article.path, "size": arrival.size, "bytes": arrival.kept, "added": now()}


def _insert_findings(store: Store, connection: Connection, numbered: Iterable[tuple[int, Arrival]], *, reader: str) -> None:
    numbered, held = list(numbered), load_held(connection)
    corrected = [(number, a.article, correct_findings(held, a.article, a.reading)) for number, a in numbered]
    _insert(
        connection,
        readings,
        [{"article": number, "reader": reader, "packed": pack(a.reading), "observed": pack(a.observed)} for number, a in numbered],
    )
    _insert(connection, figures, [row for number, article, reading in corrected for row in figure_rows(number, article, reading)])
    _insert(connection, quotes, [row for number, _, reading in corrected for row in quote_rows(number, reading)])
    store.index(connection, [index_of(number, a.article) for number, a in numbered])


def _insert(connection: Connection, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _delete(connection: Connection, column: Any, values: Sequence[Any]) -> None:
    for value in values:
        connection.execute(delete(column.table).where(column == value))


def mark_furniture(connection: Connection, before: Mapping[str, frozenset[str]]) -> None:
    """Let the stories be told anew whose articles hold a line that has come to recur, or recurs no more."""
    after = load_furniture(connection)
    changed = {
        outlet: lines
        for outlet in before.keys() | after.keys()
        if (lines := before.get(outlet, frozenset()) ^ after.get(outlet, frozenset()))
    }
    if not changed:
        return
    rows = select(placements.c.story, readings.c.observed).select_from(
        placements.join(readings, readings.c.article == placements.c.article).join(articles, articles.c.number == placements.c.article)
    )
    named = rows.where(articles.c.outlet_code.in_(sorted(changed)) | articles.c.outlet.in_(sorted(changed)))
    touched = {story for story, observed in connection.execute(named) if _holds(unpack(observed, Observations), changed)}
    for story in sorted(touched):
        connection.execute(update(stories).where(stories.c.id == story).values(stale=1))


def _holds(observed: Observations, lines: Mapping[str, frozenset[str]]) -> bool:
    return any(not lines.get(outlet, frozenset()).isdisjoint(held) for outlet, held in observed.lines.items())


def number_versions(connection: Connection, names: Iterable[str]) -> int:
    """Number the texts of each article by (instant, path), and write down what each later one changed; how many are later ones."""
    chains: dict[str, list[Any]] = {}
    columns = (articles.c.article, articles.c.number, articles.c.path, articles.c.instant, articles.c.version)
    for row in fetch(connection, articles.c.article, names, *columns):
        chains.setdefault(row.article, []).append(row)
    later = 0
    for chain in chains.values():
        if len(chain) > 1:
            chain.sort(key=lambda row: (row.instant or 0.0, row.path))
            later += len(chain) - 1
            _write_chain(connection, [row.number for row in chain])
    return later


def _write_chain(connection: Connection, chain: Sequence[int]) -> None:
    held = {
        row.number: read_article(row.packed, row.text)
        for row in fetch(connection, articles.c.number, chain, articles.c.number, articles.c.text, articles.c.packed)
        if row.packed is not None
    }
    _delete(connection, differences.c.article, chain)
    before: int | None = None
    for version, number in enumerate(chain, 1):
        article = held.get(number)
        if article is None:
            continue
        if article.version != version:
            connection.execute(
                update(articles)
                .where(articles.c.number == number)
                .values(version=version, packed=pack(msgspec.structs.replace(article, text="", version=version)))
            )
        if before is not None:
            lines = compare(held[before].text, article.text)
            connection.execute(insert(differences), [{"article": number, "earlier": before, "lines": "\n".join(lines)}])
        before = number


def compare(earlier: str, later: str) -> list[str]:
    """Lines that went ("- ") and lines that came ("+ "), in order."""
    return [line for line in ndiff(earlier.split("\n"), later.split("\n"), charjunk=None) if line.startswith(("- ", "+ "))]
