"""Elsewhere: what an outlet that is called silent published in articles of other stories; one of them may tell the fact.

An account is told from its own story's articles. What each silence was looked for by goes with it (`Sought`), so that the outlet's other
articles can be searched later, by whoever holds them all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from rashomon.accounts.identities import Identities
from rashomon.accounts.numbers import wordings_of
from rashomon.accounts.witnesses import Witness, outlet_name
from rashomon.languages import fold
from rashomon.model import Account, Article, Silence, Sought

EARLIER, LATER = 3, 14  # days before a fact was known, and after it, on which what an outlet published is searched
MATTER = 0.85  # times as many of a story's articles bear its other names as bear the commonest
SLIGHT = 0.2  # share of all that the fact's outlets have in common that a sentence may hold without telling the fact
A_WORD = 0.12  # the same in an article of another story, which tells of less else in such words
_KEPT = 1 << 14  # texts kept folded: those of a month
LEAD = 1  # sentences before one that holds what was sought in which a name of the story may stand

Others = Callable[[str, str, frozenset[str]], Iterable[Article]]
"""others(first, last, outlets): articles of some outlets published on days from first to last, of any story; more do no harm."""


def names_of(witnesses: Sequence[Witness], identities: Identities) -> tuple[str, ...]:
    """The names, in all their forms, that much of a story's articles bear: what is told of it stands near one of them."""
    roots: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, set[str]] = defaultdict(set)
    for witness in witnesses:
        for name in witness.reading.names:
            form = witness.shadow[name.start : name.end]
            if len(form) > 1:
                roots[identities.rewrite(form)].add(witness.root)
                forms[identities.rewrite(form)].add(form.lower())
    most = max(map(len, roots.values()), default=0)
    common = [name for name, held in roots.items() if len(held) >= MATTER * most]
    return tuple(sorted({form for name in common for form in forms[name]}))


def hear_elsewhere(account: Account, others: Others) -> Account:
    """The account without silences that another article of the silent refutes."""
    if not account.silences:
        return account
    days = [silence.known_since for silence in account.silences]
    quiet = frozenset(outlet for silence in account.silences for outlet in silence.silent)
    own = {article.path for article in account.story.articles}
    found = [
        _Heard(article, outlet_name(article), (article.published or "")[:10], _shadow(article.text))
        for article in others(_away(min(days), -EARLIER), _away(max(days), LATER), quiet)
        if article.path not in own and outlet_name(article) in quiet
    ]
    kept = [_refute(silence, found) for silence in account.silences]
    return msgspec.structs.replace(account, silences=tuple(silence for silence in kept if silence.silent))


@lru_cache(maxsize=_KEPT)
def _shadow(text: str) -> str:
    """A text folded, in lower case: one article is heard for many stories."""
    return fold(text).lower()


class _Heard(msgspec.Struct, frozen=True):
    article: Article
    outlet: str
    day: str
    shadow: str  # its text, folded, in lower case


def _refute(silence: Silence, heard: Sequence[_Heard]) -> Silence:
    first, last = _away(silence.known_since, -EARLIER), _away(silence.known_since, LATER)
    near = [one for one in heard if one.outlet in silence.silent and first <= one.day <= last]
    told_by = {one.outlet for one in near if _tells(one, silence.sought)}
    return msgspec.structs.replace(silence, silent=tuple(outlet for outlet in silence.silent if outlet not in told_by))


def _tells(heard: _Heard, sought: Sought) -> bool:
    """Whether an article holds what was sought, and speaks of the story there: in its headline, in the sentence, or shortly before it."""
    if not _any(sought.beside, heard.shadow) or (sought.number is None and not _holds(heard.shadow, sought)):
        return False
    sentences = heard.article.sentences
    headed = bool(sentences) and _any(sought.beside, heard.shadow[: sentences[0][1]])
    return any(
        (headed or _any(sought.beside, heard.shadow[sentences[max(0, at - LEAD)][0] : end])) and _holds(heard.shadow[start:end], sought)
        for at, (start, end) in enumerate(sentences)
    )


def _holds(sentence: str, sought: Sought) -> bool:
    number = sought.number is not None and wordings_of(sought.number).search(sentence)
    words = sum(word in sentence for word in sought.words) > A_WORD * len(sought.words)
    return bool(number or words or any(form in sentence for form in sought.forms))


def _any(names: Sequence[str], text: str) -> bool:
    return not names or any(name in text for name in names)


def _away(day: str, days: int) -> str:
    """A day so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
