"""People's corrections in the archive: kept in the order they were made, and only ever added to."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, exists, func, insert, select, update

from rashomon.accounts import correct_readings
from rashomon.corrections import decode_correction, find_undone, hold_corrections
from rashomon.errors import UsageError
from rashomon.model import (
    Alias,
    Article,
    AttributionFix,
    Correction,
    Corrections,
    FigureFix,
    Merge,
    Reading,
    Reject,
    RelationFix,
    Rename,
    Split,
    Undo,
)
from rashomon.store.schema import corrections

GROUPED = Merge | Split | Rename | Reject
READ = FigureFix | AttributionFix


def load_corrections(connection: Connection) -> Corrections:
    """All corrections, those undone and those that undo too."""
    return tuple(
        decode_correction(made) for made in connection.execute(select(corrections.c.made).order_by(corrections.c.number)).scalars()
    )


def load_held(connection: Connection) -> Corrections:
    """The corrections that hold."""
    return hold_corrections(load_corrections(connection))


def load_aliases(connection: Connection) -> tuple[tuple[str, ...], ...]:
    """Names that people said are one."""
    if not connection.execute(select(exists().where(corrections.c.kind == "alias"))).scalar():
        return ()
    return tuple(fix.names for fix in load_held(connection) if isinstance(fix, Alias))


def keep_correction(connection: Connection, correction: Correction) -> int:
    """Write a correction behind the others; its number. Raises UsageError where it undoes one that isn't there."""
    last = int(connection.execute(select(func.coalesce(func.max(corrections.c.number), 0))).scalar_one())
    if isinstance(correction, Undo) and not 1 <= correction.undoes <= last:
        raise UsageError(f"there is no correction {correction.undoes} in the archive; `rashomon correct list` shows what there is")
    made = msgspec.json.encode(correction).decode()
    kind = str(msgspec.to_builtins(correction)["kind"])
    connection.execute(insert(corrections).values(number=last + 1, kind=kind, made=made))
    return last + 1


def find_turned(before: Corrections, after: Corrections) -> Corrections:
    """The corrections that have come to hold, or hold no more, of all that were made before and after one was added."""
    held = set(range(1, len(before) + 1)) - find_undone(before)
    now = set(range(1, len(after) + 1)) - find_undone(after)
    return tuple(after[number - 1] for number in sorted(held ^ now) if not isinstance(after[number - 1], Undo))


def name_articles(fix: Correction) -> tuple[str, ...]:
    """Ids or paths of the articles that a correction of readings or relations names."""
    if isinstance(fix, READ):
        return (fix.article,)
    return (fix.a[0], fix.b[0]) if isinstance(fix, RelationFix) else ()


def choose(held: Corrections, articles: Iterable[Article]) -> Corrections:
    """The corrections that bear on what is told from some articles: those that name one of them, and all that names are one."""
    known = {name for article in articles for name in (article.article, article.path)}
    return tuple(fix for fix in held if isinstance(fix, Alias) or not known.isdisjoint(name_articles(fix)))


def clear_words(connection: Connection, names: Sequence[str], path: str) -> None:
    """Take out of all corrections what they quote of an article that is taken down, and its path, which another stands for from now on."""
    for row in connection.execute(select(corrections)).all():
        fix = decode_correction(row.made)
        cleared = _clear(fix, set(names), path)
        if cleared != fix:
            made = msgspec.json.encode(cleared).decode()
            connection.execute(update(corrections).where(corrections.c.number == row.number).values(made=made))


def _clear(fix: Correction, gone: set[str], path: str) -> Correction:
    if isinstance(fix, READ) and fix.article in gone:
        return msgspec.structs.replace(fix, article=path, words="")
    if isinstance(fix, RelationFix):
        a, b = ((path, "") if side[0] in gone else side for side in (fix.a, fix.b))
        return msgspec.structs.replace(fix, a=a, b=b)
    if isinstance(fix, Split | Reject):
        return msgspec.structs.replace(fix, articles=tuple(path if name in gone else name for name in fix.articles))
    return fix


def correct_findings(held: Corrections, article: Article, reading: Reading) -> Reading:
    """A reading as people corrected its figures and attributions."""
    fixes = tuple(fix for fix in held if isinstance(fix, READ) and fix.article in (article.article, article.path))
    return correct_readings({article.path: reading}, [article], fixes)[article.path] if fixes else reading
