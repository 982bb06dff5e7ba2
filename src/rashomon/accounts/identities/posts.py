"""Posts told in two scripts: a transport minister and 交通部长 hold one."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rashomon.languages import codes, fold, in_letters, language


class Post(NamedTuple):
    """A post by its row in the table."""

    row: int
    shared: bool = False  # whether many hold such a post
    kinds: frozenset[int] = frozenset()  # rows of the wider posts that it is one of: a police spokesman is a spokesman


def find_post(role: str) -> Post | None:
    """The post that the words before or behind a name end in; None where the table knows none."""
    form, forms = fold(role).lower().strip(), _forms()
    openings = range(len(form)) if not in_letters(form) else [0, *(at + 1 for at, character in enumerate(form) if character == " ")]
    found = [forms[form[at:]] for at in openings if form[at:] in forms]
    return Post(*found[0], frozenset(row for row, shared in found if shared)) if found else None


def is_of_many(role: str) -> bool:
    """Whether a bare word names people of whom several may speak: 家长, 居民, passengers."""
    return fold(role).lower().strip() in _crowds()


def agree(one: Iterable[Post], other: Iterable[Post]) -> bool:
    """Whether some post of each is the same, or one of them the wider one of the other."""
    known = tuple(other)
    return any(a.row == b.row or a.row in b.kinds or b.row in a.kinds for a in one for b in known)


def are_one(one: Iterable[Post], other: Iterable[Post]) -> bool:
    """Whether some post of each is the same, and not one that many hold."""
    return not {post.row for post in one if not post.shared}.isdisjoint(post.row for post in other)


@cache
def _crowds() -> frozenset[str]:
    """Nouns for people of whom several are one source."""
    rows = [row for code in codes() if (known := language(code)) for row in known.entries("source_nouns")]
    return frozenset(fold(noun).lower() for noun, kind, *_ in rows if kind == "people")


@cache
def _forms() -> dict[str, tuple[int, bool]]:
    """What a post is called -> its row, and whether many hold it."""
    rows = [row for code in codes() if (known := language(code)) for row in known.entries("posts")]
    return {fold(form).lower(): (at, len(row) > 2) for at, row in enumerate(rows) for column in row[:2] for form in column.split("|")}
