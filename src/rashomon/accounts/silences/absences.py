"""Absences: people whom a story's headlines name, and outlets that go on writing and never do, in any form of the name."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import msgspec

from rashomon.accounts.claims.claims import office_in
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.identities.identities import BREAK, Identities
from rashomon.accounts.receipts import sentence_of
from rashomon.languages import fold
from rashomon.languages.sounds import spell_pinyin
from rashomon.model.article import Span

TOLD_BY = 2  # outlets from which somebody is of the story
ARTICLES = 4  # the same in articles, copies left out
OWN = 3  # articles of its own since, from which an outlet that never names them can be called silent: fewer may be of a side matter
OFFICE = 6  # characters of an office's name that stands for whoever speaks for it
POST = 4  # characters of a post that names whose it is, as 邻国外长 does: who writes of the post may mean whoever holds it
BEHIND = 3  # characters behind a name in which its bearer's title may stand: 菲利普亲王 is 菲腊亲王 in another town
SOUNDS_LIKE = 0.6  # likeness of sound from which another name may be theirs, spelt otherwise
LATIN = 4  # letters of a Latin name that is searched for by itself
_PARTS = re.compile(r"[·・．.‧• -]")


class Absentee(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom the headlines name, in whose articles, and who never names them."""

    sentences: tuple[tuple[Witness, Span], ...]  # one an article, the earliest first
    silent: tuple[str, ...]
    forms: tuple[str, ...]  # of the name, and posts that mean its bearer: what the silent hold none of

    @property
    def since(self) -> str:
        return self.sentences[0][0].day


class _Named(msgspec.Struct):
    """What is gathered of one name."""

    forms: set[str] = msgspec.field(default_factory=set)
    kinds: set[str] = msgspec.field(default_factory=set)
    posts: set[str] = msgspec.field(default_factory=set)
    known: bool = False  # whether a post or a trade ever stands before the name, as it does before nothing but people
    heads: set[str] = msgspec.field(default_factory=set)
    sentences: dict[str, tuple[Witness, Span]] = msgspec.field(default_factory=dict)


def find_absentees(
    witnesses: Sequence[Witness], identities: Identities, articles: Mapping[str, Sequence[Witness]], wrote: Mapping[str, Sequence[str]]
) -> Iterator[Absentee]:
    """People of the headlines, by name, each with the outlets that leave them out; what is told of them begins with the headline.

    articles: all that an outlet published; wrote: outlet -> the days of its own.
    """
    people = {outlet: _people(own) for outlet, own in articles.items()}
    texts = {outlet: BREAK.join([witness.lowered for witness in own]) for outlet, own in articles.items()}
    for _, named in sorted(_gather(witnesses, identities).items()):
        if not (named.heads and named.known and named.kinds == {"person"}):
            continue
        heading = {witness.name for witness, _ in named.sentences.values() if witness.root in named.heads}  # outlets that name them in one
        outlets = {witness.name for witness, _ in named.sentences.values()}
        told = [pair for pair in named.sentences.values() if pair[0].root in named.heads or pair[0].name not in heading]
        told = sorted(told, key=lambda pair: (pair[0].root not in named.heads, pair[0].instant, pair[0].article.path))
        roots = {witness.root for witness, _ in named.sentences.values()}
        if not (len(outlets) >= TOLD_BY and len(roots) >= ARTICLES and told):
            continue
        silent = tuple(
            outlet
            for outlet in wrote
            if outlet not in outlets
            and len([day for day in wrote[outlet] if day >= told[0][0].day]) >= OWN
            and not any(form in texts[outlet] for form in named.forms | named.posts)
            and not _sounds(people[outlet], named.forms)
        )
        if silent:
            yield Absentee(sentences=tuple(told), silent=silent, forms=tuple(sorted(named.forms | named.posts)))


def _gather(witnesses: Sequence[Witness], identities: Identities) -> dict[str, _Named]:
    found: dict[str, _Named] = defaultdict(_Named)
    forms = list({witness.shadow[name.start : name.end] for witness in witnesses for name in witness.reading.names})
    standard = dict(zip(forms, identities.rewrite_all(forms), strict=True))
    seen: set[str] = set()
    for witness in witnesses:
        title = witness.article.sentences[0][1] if witness.article.sentences else 0
        titles = tuple(wording(witness.article.language).titles_behind)
        for name in witness.reading.names:
            form = witness.shadow[name.start : name.end]
            if len(form) < 2 or name.kind == "organisation":
                continue
            named = found[standard[form]]
            named.kinds.add(name.kind)
            named.known = named.known or bool(name.role)
            named.posts |= _posts(fold(name.role).lower(), witness) if name.role and len(name.role) >= POST else set()
            if (behind := witness.shadow[name.end : name.end + BEHIND].lower()).startswith(titles):
                named.posts |= {title for title in titles if behind.startswith(title)}
            if form not in seen:
                seen.add(form)
                named.forms |= _forms(form.lower())
            if name.alias and (told := name.alias.lower()) not in named.forms:
                named.forms |= _forms(told)
            if name.start < title:
                named.heads.add(witness.root)
            elif witness.article.path not in named.sentences:
                named.sentences[witness.article.path] = witness, sentence_of(witness.article, name.start)
    return found


def _posts(role: str, witness: Witness) -> set[str]:
    """A post that names whose it is, and its office where that has a long name: who tells what the office did may leave its head out."""
    office = office_in(role, wording(witness.article.language))
    return {role, office} if office and len(office) >= OFFICE else {role}


def _forms(form: str) -> set[str]:
    """A name and its last part, by which it is told again."""
    last = _PARTS.split(form)[-1]
    return {form} | ({last} if len(last) >= (LATIN if last.isascii() else 2) else set())


def _people(witnesses: Sequence[Witness]) -> set[str]:
    """How the people whom an outlet names sound."""
    names = {_PARTS.split(w.shadow[n.start : n.end].lower())[-1] for w in witnesses for n in w.reading.names if n.kind == "person"}
    return {spell_pinyin(name) for name in names if name}


def _sounds(heard: set[str], forms: set[str]) -> bool:
    own = {spell_pinyin(form) for form in forms if not form.isascii()}
    return any(_alike(one, other) for one in own for other in heard)


@lru_cache(maxsize=1 << 16)
def _alike(a: str, b: str) -> bool:
    if 2 * min(len(a), len(b)) < SOUNDS_LIKE * (len(a) + len(b)):
        return False  # what is so much longer can't be
    matcher = SequenceMatcher(None, a, b)
    return matcher.quick_ratio() >= SOUNDS_LIKE and matcher.ratio() >= SOUNDS_LIKE
