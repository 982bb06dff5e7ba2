"""Spelling: a source as the story's articles spell it."""

from collections import Counter
from collections.abc import Iterable

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.identities.identities import Identities
from rashomon.languages import fold, in_letters


def spell(claims: Iterable[Claim], identities: Identities, key: str = "") -> str | None:
    """The words of their innermost source: in the script of most articles where some are, with its standard form in them where
    some have it (the ministry and not its minister), the commonest, the longest among equals; None where they name none."""
    forms = Counter([claim.chain[-1] for claim in claims if claim.chain])
    if len(forms) < 2:
        return next(iter(forms), None)

    def rank(form: str) -> tuple[bool, bool, bool, int, int, str]:
        told = fold(form).lower()
        return in_letters(form) != identities.latin, key not in told, not told.endswith(key), -forms[form], -len(form), form

    return min(forms, key=rank, default=None)
