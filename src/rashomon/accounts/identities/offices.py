"""Offices without a name in a story told in two scripts: the coast guard and 海岸警卫队 are one source there."""

from collections.abc import Sequence
from functools import cache

from rashomon.accounts.claims.witnesses import Witness
from rashomon.languages import codes, fold, language


def find_offices(witnesses: Sequence[Witness]) -> dict[str, str]:
    """What an office is called -> what stands for it in this story, in the script of most of its articles; {} where all are in one."""
    latin = sum(witness.spaced for witness in witnesses)
    if latin in (0, len(witnesses)):
        return {}
    side = 0 if 2 * latin > len(witnesses) else 1
    return {form: sides[side][0] for sides in _rows() for forms in sides for form in forms}


def find_office(form: str, offices: dict[str, str]) -> str | None:
    """The office that a source's folded form is, or whose official it is; None where it is none, or one that says whose it is."""
    bare = next((form.removesuffix(words) for words in _speakers() if form.endswith(words)), form) if offices else form
    return offices.get(form) or offices.get(bare)


@cache
def _rows() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = [row for code in codes() if (known := language(code)) for row in known.entries("offices")]
    return tuple((_forms(latin), _forms(han)) for latin, han in rows)


@cache
def _speakers() -> tuple[str, ...]:
    """What stands behind an office whose people speak, not all of it."""
    return tuple(word for code in codes() if (known := language(code)) for word in known.table("accounts").get("speakers", ()))


def _forms(column: str) -> tuple[str, ...]:
    return tuple(fold(form).lower() for form in column.split("|"))
