"""Spelling: a source as the story's articles spell it."""

import re
from collections import Counter
from collections.abc import Iterable

from rashomon.accounts.claims import Claim
from rashomon.accounts.identities import Identities

_HAN = re.compile(r"[一-鿿]")


def spell(claims: Iterable[Claim], identities: Identities) -> str | None:
    """The words of their innermost source: in the script of most articles where some are, the commonest, the longest among equals;
    None where they name none."""
    forms = Counter(claim.chain[-1] for claim in claims if claim.chain)
    return min(forms, key=lambda form: (bool(_HAN.search(form)) == identities.latin, -forms[form], -len(form), form)) if forms else None
