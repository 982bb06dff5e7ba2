"""Elsewhere: what an outlet that is called silent published in articles of other stories; one of them may tell the fact.

An account is told from its own story's articles. What each silence was looked for by goes with it (`Sought`), so that the outlet's other
articles can be searched later, by whoever holds them all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from rashomon.accounts.claims.witnesses import Witness, outlet_name
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.silences.numbers import wordings_of
from rashomon.languages import fold
from rashomon.model import Account, Article, Silence, Sought
from rashomon.model.article import Span

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
    held: dict[str, set[str]] = defaultdict(set)  # form -> roots
    for witness in witnesses:
        for name in witness.reading.names:
            held[witness.shadow[name.start : name.end]].add(witness.root)
    told = [form for form in held if len(form) > 1]
    roots: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, set[str]] = defaultdict(set)
    for form, standard in zip(told, identities.rewrite_all(told), strict=True):
        roots[standard] |= held[form]
        forms[standard].add(form.lower())
    most = max(map(len, roots.values()), default=0)
    common = [name for name, bearing in roots.items() if len(bearing) >= MATTER * most]
    return tuple(sorted({form for name in common for form in forms[name]}))


def hear_elsewhere(account: Account, others: Others) -> Account:
    """The account without silences that another article of the silent refutes."""
    if not account.silences:
        return account
    days = [silence.known_since for silence in account.silences]
    quiet = frozenset(outlet for silence in account.silences for outlet in silence.silent)
    own = {article.path for article in account.story.articles}
    found = [
        _Heard(article, outlet, (article.published or "")[:10], _shadow(article.text))
        for article in others(_away(min(days), -EARLIER), _away(max(days), LATER), quiet)
        if (outlet := outlet_name(article)) in quiet and article.path not in own
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
    speaking: dict[tuple[str, ...], list[Span]] = {}  # names -> its sentences beside them, since it is heard for many silences

    def beside(self, names: tuple[str, ...]) -> list[Span]:
        """The sentences that speak of who bears some names: in them, shortly before them, or in their headline."""
        if names not in self.speaking:
            self.speaking[names] = list(self._find(names)) if _any(names, self.shadow) else []
        return self.speaking[names]

    def _find(self, names: tuple[str, ...]) -> Iterator[Span]:
        sentences = self.article.sentences
        headed = bool(sentences) and _any(names, self.shadow[: sentences[0][1]])
        for at, sentence in enumerate(sentences):
            if headed or _any(names, self.shadow[sentences[max(0, at - LEAD)][0] : sentence[1]]):
                yield sentence


def _refute(silence: Silence, heard: Sequence[_Heard]) -> Silence:
    first, last = _away(silence.known_since, -EARLIER), _away(silence.known_since, LATER)
    near = [one for one in heard if one.outlet in silence.silent and first <= one.day <= last]
    told_by = {one.outlet for one in near if _tells(one, silence.sought)}
    return msgspec.structs.replace(silence, silent=tuple(outlet for outlet in silence.silent if outlet not in told_by))


def _tells(heard: _Heard, sought: Sought) -> bool:
    """Whether an article holds what was sought, and speaks of the story there: in its headline, in the sentence, or shortly before it."""
    if sought.number is None and not sought.words and not _any(sought.forms, heard.shadow):
        return False  # as in most articles: cheaper to find than whether they speak of the story
    near = heard.beside(sought.beside)
    if not near or (sought.number is None and not _holds(heard.shadow, sought)):
        return False
    return any(_holds(heard.shadow[start:end], sought) for start, end in near)


def _holds(sentence: str, sought: Sought) -> bool:
    if sought.number is not None and wordings_of(sought.number).search(sentence):
        return True
    words = sought.words and sum([word in sentence for word in sought.words]) > A_WORD * len(sought.words)
    return bool(words or (sought.forms and _any(sought.forms, sentence)))


def _any(names: Sequence[str], text: str) -> bool:
    """Whether a text holds one of some names; where there are none it does."""
    for name in names:
        if name in text:
            return True
    return not names


def _away(day: str, days: int) -> str:
    """A day so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
