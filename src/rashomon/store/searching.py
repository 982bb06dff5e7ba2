"""The search: articles that hold some words, and the sentences, figures and quotes in them."""

from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, exists, func, literal_column, or_, select

from rashomon.errors import NothingFound
from rashomon.languages import fold
from rashomon.model import Article
from rashomon.store.packing import unpack
from rashomon.store.placing import find_ids, find_only_story
from rashomon.store.protocol import Store
from rashomon.store.query import Query, Unit, check, find_forms, loosen, read_units, to_words
from rashomon.store.ranking import rank
from rashomon.store.schema import articles, figures, placements, quotes, stories

DEPTH = 200  # best articles that sentences, figures and quotes are looked for in, and that reprints are folded among
LATEST = 20_000  # articles that are ranked: of a word that more hold, those that came last, so that a page costs the same in any archive
LOOSER = 0.5  # what a match counts that a looser attempt found


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One thing found, with its receipt."""

    kind: str
    path: str
    article: str
    document: str
    outlet: str | None
    title: str
    published: str | None
    story: str | None
    score: float
    start: int  # of the text
    end: int
    text: str
    sentence: str  # the whole sentence around it
    also: int = 0  # other articles that carry the very same
    measure: str | None = None  # of a figure, here and below
    low: int | None = None
    high: int | None = None
    as_of: str | None = None
    speaker: str | None = None  # of a quote, here and below
    cue: str | None = None
    chain: str | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found, best first."""

    units: tuple[Unit, ...]  # what was looked for
    hits: tuple[Hit, ...]


def search(store: Store, query: Query) -> Found:
    """Search the archive.

    Raises UsageError where nothing, or what can't be, is asked for, NothingFound where no article is of the outlet or story.
    """
    check(query)
    with store.read() as connection:
        units = read_units(connection, query.words)
        rows = _rank(store, connection, query, units)
        hits = list(_LOOK[query.kind](connection, query, units, rows))
        if not hits:
            _check_named(connection, query)
    return Found(units=units, hits=tuple(hits[: query.limit]))


def _check_named(connection: Connection, query: Query) -> None:
    for name in ("outlet", "story"):
        if not (asked := getattr(query, name)):
            continue
        held = _filtered(connection, select(articles.c.number).select_from(_PLACED), Query(**{name: asked}))
        if connection.execute(held.limit(1)).first() is None:
            raise NothingFound(f"no article is of the {name} {asked!r}; `rashomon search WORDS` names both of what it finds")


def find_story(store: Store, words: str) -> str:
    """The id of the story that some words are most about: by how many of its articles hold them, and by what share of it that is.

    Where no word is given, the only one there is. Raises UsageError where there are several, NothingFound where none holds any of them.
    """
    with store.read() as connection:
        if not words.strip():
            return find_only_story(connection)
        for wanted, every in _attempts(read_units(connection, words)):
            held = store.find(to_words(wanted, every=every), ranked=False).subquery()
            joined = held.join(placements, placements.c.article == held.c.article).join(stories, stories.c.id == placements.c.story)
            hits = func.count()
            found = select(stories.c.id).select_from(joined).group_by(stories.c.id, stories.c.articles)
            best = connection.execute(found.order_by((hits * hits * 1.0 / stories.c.articles).desc(), stories.c.id).limit(1)).scalar()
            if best is not None:
                return str(best)
    raise NothingFound(f"no story holds the words {words!r}; `rashomon search WORDS` finds articles with other forms of them")


def list_stories(store: Store, connection: Connection, *, since: str, forms: tuple[str, ...] = (), measure: str | None = None) -> list[str]:
    """Ids of stories that go on since a day, the largest first: those with an article that holds one of some forms, and one since then
    with a measure."""
    wanted = select(stories.c.id).where(stories.c.last >= since)
    if forms:
        held = store.find(to_words([Unit(forms=forms)], every=True), ranked=False).subquery()
        wanted = wanted.where(stories.c.id.in_(select(placements.c.story).join(held, held.c.article == placements.c.article)))
    if measure:
        counted = select(placements.c.story).join(articles, articles.c.number == placements.c.article)
        counted = counted.join(figures, figures.c.article == articles.c.number)
        wanted = wanted.where(stories.c.id.in_(counted.where(articles.c.day >= since, figures.c.measure == measure)))
    return list(connection.execute(wanted.order_by(stories.c.articles.desc(), stories.c.id)).scalars())


def _rank(store: Store, connection: Connection, query: Query, units: Sequence[Unit]) -> list[tuple[Any, float]]:
    """Articles, best first: those that hold all words, then those that hold some."""
    if not units:
        latest = _filtered(connection, select(*_COLUMNS).select_from(_PLACED), query)
        return [(row, 0.0) for row in connection.execute(latest.order_by(*_RECENT).limit(DEPTH))]
    found: dict[int, tuple[Any, float]] = {}
    known: dict[Unit, float] = {}
    share = 1.0
    for wanted, every in _attempts(units):
        known |= _measure_rarity(store, connection, [unit for unit in wanted if unit not in known])
        rarity = [known[unit] for unit in wanted]
        for row, score in rank(_match(store, connection, query, wanted, every=every), wanted, rarity):
            found.setdefault(row.number, (row, share * score))
        if len(found) >= query.limit:
            break
        share *= LOOSER
    return list(found.values())


def _attempts(units: Sequence[Unit]) -> Iterator[tuple[Sequence[Unit], bool]]:
    """What to look for, until there is enough: all words, all words with long ones taken apart, any word."""
    yield units, True
    loose = loosen(units)
    if loose != tuple(units):
        yield loose, True
    if len(loose) > 1:
        yield loose, False


def _measure_rarity(store: Store, connection: Connection, units: Sequence[Unit]) -> dict[Unit, float]:
    """How much each word tells: the log of how rarely articles hold it in any form."""
    everything = connection.execute(select(func.max(articles.c.number))).scalar() or 1
    found = [store.find(to_words([unit], every=True), ranked=False).subquery() for unit in units]
    held = [connection.execute(select(func.count()).select_from(one)).scalar_one() for one in found]
    return {unit: log(1 + (everything - count + 0.5) / (count + 0.5)) for unit, count in zip(units, held, strict=True)}


_SCORE: Any = literal_column("score")
_PLACED = articles.outerjoin(placements, placements.c.article == articles.c.number)
_COLUMNS = (*articles.c, placements.c.story, placements.c.duplicate_of)
_RECENT = (articles.c.instant.is_(None), articles.c.instant.desc(), articles.c.path)


def _match(store: Store, connection: Connection, query: Query, units: Sequence[Unit], *, every: bool) -> list[Any]:
    plain = not any((query.outlet, query.since, query.until, query.measure, query.speaker, query.story))
    found = store.find(to_words(units, every=every), latest=LATEST if plain else None).order_by(_SCORE.desc())
    matched = (found.limit(DEPTH) if plain else found).subquery()
    joined = matched.join(articles, articles.c.number == matched.c.article).outerjoin(placements, placements.c.article == articles.c.number)
    rows = _filtered(connection, select(matched.c.score, *_COLUMNS).select_from(joined), query)
    return list(connection.execute(rows.order_by(matched.c.score.desc(), *_RECENT).limit(DEPTH)))


def _filtered(connection: Connection, rows: Select[Any], query: Query) -> Select[Any]:
    if query.outlet:
        rows = rows.where(or_(articles.c.outlet == query.outlet, articles.c.outlet_code == query.outlet))
    if query.since:
        rows = rows.where(articles.c.day >= query.since)
    if query.until:
        rows = rows.where(articles.c.day <= query.until)
    if query.story:
        rows = rows.where(placements.c.story.in_(find_ids(connection, query.story)[:1] or [query.story]))
    if query.measure:
        rows = rows.where(exists().where(figures.c.article == articles.c.number, figures.c.measure == query.measure))
    if query.speaker:
        rows = rows.where(exists().where(and_(quotes.c.article == articles.c.number, _by(connection, query.speaker))))
    return rows.where(articles.c.packed.is_not(None))


def _by(connection: Connection, speaker: str) -> Any:
    return or_(*(quotes.c.speaker_folded.contains(form, autoescape=True) for form in find_forms(connection, fold(speaker).lower())))


def _look_articles(connection: Connection, query: Query, units: Sequence[Unit], rows: Sequence[Any]) -> Iterator[Hit]:
    """Articles, reprints folded under the best of them."""
    firsts: dict[int, Any] = {}
    also: dict[int, int] = {}
    for row, score in rows:
        root = row.duplicate_of or row.number
        also[root] = also.get(root, -1) + 1
        firsts.setdefault(root, (row, score))
    for root, (row, score) in list(firsts.items())[: query.limit]:
        title, *body = _sentences(row)
        best = min(body or [title], key=lambda span: (-_weigh(row.text[span[0] : span[1]], units), span))
        yield _hit(row, score, "article", best, best, also=also[root])


def _look_sentences(connection: Connection, query: Query, units: Sequence[Unit], rows: Sequence[Any]) -> Iterator[Hit]:
    found = []
    for row, score in rows:
        for span in _sentences(row):
            weight = _weigh(row.text[span[0] : span[1]], units)
            if weight or not units:
                found.append((weight, _hit(row, score * weight, "sentence", span, span)))
    found.sort(key=lambda pair: -pair[0])
    yield from _fold_same(hit for _, hit in found)


def _look_figures(connection: Connection, query: Query, units: Sequence[Unit], rows: Sequence[Any]) -> Iterator[Hit]:
    by_number = {row.number: (row, score) for row, score in rows}
    wanted = select(figures).where(figures.c.article.in_(sorted(by_number))).order_by(figures.c.article, figures.c.start)
    if query.measure:
        wanted = wanted.where(figures.c.measure == query.measure)
    found = []
    for place, figure in _in_order(connection.execute(wanted), by_number):
        row, score = by_number[figure.article]
        sentence = (figure.sentence_start, figure.sentence_end)
        weight = _weigh(row.text[slice(*sentence)], units)
        hit = _hit(row, score * (1 + weight), "figure", (figure.start, figure.end), sentence)
        told = {"measure": figure.measure, "low": figure.low, "high": figure.high, "as_of": figure.as_of, "chain": figure.chain}
        found.append((-weight, place, msgspec.structs.replace(hit, **told)))
    found.sort(key=lambda entry: entry[:2])
    yield from _fold_same(hit for _, _, hit in found)


def _look_quotes(connection: Connection, query: Query, units: Sequence[Unit], rows: Sequence[Any]) -> Iterator[Hit]:
    by_number = {row.number: (row, score) for row, score in rows}
    wanted = select(quotes).where(quotes.c.article.in_(sorted(by_number))).order_by(quotes.c.article, quotes.c.start)
    if query.speaker:
        wanted = wanted.where(_by(connection, query.speaker))
    found = []
    for place, quote in _in_order(connection.execute(wanted), by_number):
        row, score = by_number[quote.article]
        weight = _weigh(f"{quote.speaker or ''} {row.text[quote.start : quote.end]}", units)
        if weight or not units or query.speaker:
            span = (quote.start, quote.end)
            sentence = next(((a, b) for a, b in _sentences(row) if a <= quote.start < b), span)
            hit = _hit(row, score * (1 + weight), "quote", span, (sentence[0], max(sentence[1], quote.end)))
            told = {"speaker": quote.speaker, "cue": quote.cue, "chain": quote.chain}
            found.append((-weight, place, msgspec.structs.replace(hit, **told)))
    found.sort(key=lambda entry: entry[:2])
    yield from _fold_same(hit for _, _, hit in found)


_LOOK = {"article": _look_articles, "sentence": _look_sentences, "figure": _look_figures, "quote": _look_quotes}


def _in_order(found: Iterable[Any], by_number: Any) -> Iterator[tuple[int, Any]]:
    """Findings with the place of their article among those found."""
    order = {number: place for place, number in enumerate(by_number)}
    yield from ((order[row.article], row) for row in found)


def _fold_same(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The same words in several articles are one hit: the best of them, with how many more carry it."""
    kept: dict[str, Hit] = {}
    for hit in hits:
        key = fold(f"{hit.speaker or ''}\0{hit.text if hit.kind == 'quote' else hit.sentence}\0{hit.measure}")
        first = kept.get(key)
        kept[key] = hit if first is None else msgspec.structs.replace(first, also=first.also + (hit.path != first.path))
    return iter(kept.values())


def _sentences(row: Any) -> Sequence[tuple[int, int]]:
    return unpack(row.packed, Article).sentences or ((0, len(row.text)),)


def _weigh(text: str, units: Sequence[Unit]) -> float:
    """Share of the words that a text holds."""
    folded = fold(text).lower()
    return sum(unit.stands_in(folded) for unit in units) / len(units) if units else 0.0


def _hit(row: Any, score: float, kind: str, span: tuple[int, int], sentence: tuple[int, int], *, also: int = 0) -> Hit:
    return Hit(
        kind=kind,
        path=row.path,
        article=row.article,
        document=row.document,
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        story=row.story,
        score=round(score, 4),
        start=span[0],
        end=span[1],
        text=row.text[slice(*span)],
        sentence=row.text[slice(*sentence)],
        also=also,
    )
