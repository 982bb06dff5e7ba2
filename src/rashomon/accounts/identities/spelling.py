"""Spelling: a source as the story's articles spell it."""

from collections import Counter
from collections.abc import Iterable

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.identities.identities import Identities
from rashomon.languages import in_letters


def spell(claims: Iterable[Claim], identities: Identities) -> str | None:
    """The words of their innermost source: in the script of most articles where some are, the commonest, the longest among equals;
    None where they name none."""
    forms = Counter(claim.chain[-1] for claim in claims if claim.chain)
    return min(forms, key=lambda form: (in_letters(form) != identities.latin, -forms[form], -len(form), form)) if forms else None
