"""Tracing: who said a thing first, who only repeats it, and through whom."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import inf, log

import msgspec

from rashomon.accounts.claims.claims import Claims, lay_out, name_origin, origin_of
from rashomon.accounts.claims.witnesses import Witness, gather, outlet_name
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.features import features
from rashomon.accounts.identities.identities import Identities, identify
from rashomon.accounts.receipts import evidence_of, sentence_of
from rashomon.accounts.silences.numbers import writings_of
from rashomon.accounts.timeline.crossing import find_tellings
from rashomon.languages import fold
from rashomon.model import Article, Figure, Placement, Reading, Strand, Telling, Trace
from rashomon.model.article import Span

HOLDS = 0.5  # share of the question's weight that a sentence holds when it tells the thing; read by eye on six questions of a month
AROUND = 0.7  # worth of a name that stands in the article and not in the sentence: who it is about is told once
RAREST = 6.0  # nothing of the question weighs more than what stands in one text of four hundred
COUNT = 7.0  # weight of a count: its measure and number
NAMED = 1.5  # a name says more of what is meant than a word as rare
NARROW = 0.75  # 160 and more is told of 164, dozens are not
LONGEST = 9  # digits of a number that is looked for in every writing
NOBODY: Mapping[str, Placement] = {}


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the question names, in all its writings, or a word of it."""

    weight: float
    forms: tuple[str, ...] = ()  # any of which will do; folded, lower case
    number: re.Pattern[str] | None = None
    figure: Figure | None = None
    name: bool = False

    @property
    def needed(self) -> bool:
        """Whether nothing tells the question without it: its numbers."""
        return self.number is not None or self.figure is not None

    def stands_in(self, shadow: str, figures: Sequence[Figure]) -> bool:
        """Whether a text holds it, in words or as a figure; numbers in any writing."""
        if self.figure and any(_meet(self.figure, other) for other in figures):
            return True
        if self.number:
            return self.number.search(shadow) is not None
        return any(form in shadow for form in self.forms)


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    witness: Witness
    sentence: Span
    likeness: float
    chain: tuple[str, ...]
    origin: str
    denied: bool


def take_apart(
    question: Article, reading: Reading, articles: Sequence[Article], readings: Mapping[str, Reading]
) -> tuple[tuple[Part, ...], dict[str, str]]:
    """A question as its parts, and the articles' folded texts by path: what is rarer among the articles weighs more.

    A name stands for all the forms that its entity bears in the articles, a count for every writing of its number under its measure.
    """
    shadows = {article.path: fold(article.text).lower() for article in articles}
    forms = _forms_of(readings)
    text = fold(question.text).lower()
    drafts: list[Part] = []
    for figure in reading.figures:
        exact = figure.low if figure.low == figure.high else None
        drafts.append(Part(weight=COUNT, figure=figure, number=writings_of(exact) if exact and exact > 9 else None))
        text = _blank(text, figure.start, figure.end)
    own = {fold(name.text).lower() for name in reading.names}
    for form in sorted({*own, *(form for form in forms if form in text)}, key=lambda form: (-len(form), form)):
        at = text.find(form)
        if at >= 0:
            drafts.append(Part(weight=NAMED, forms=tuple(sorted({form, *forms.get(form, ())})), name=True))
            text = _blank(text, at, at + len(form))
    drafts.extend(map(_part, features(text)))
    spread = Counter(at for shadow in shadows.values() for at, part in enumerate(drafts) if not part.figure and part.stands_in(shadow, ()))
    return tuple(_weighed(part, spread[at], len(shadows)) for at, part in enumerate(drafts)), shadows


def _part(feature: str) -> Part:
    """A pair of characters or a word as it stands; a whole number in every writing."""
    if feature.isdecimal() and len(feature) <= LONGEST:
        return Part(weight=1.0, number=writings_of(int(feature)))
    return Part(weight=1.0, forms=(feature,))


def _weighed(part: Part, spread: int, total: int) -> Part:
    if part.figure or (not spread and not part.number):
        return part  # characters that no article has side by side join two words of the question
    return msgspec.structs.replace(part, weight=part.weight * min(RAREST, log((total + 1) / (spread or 1)) + 0.1))


def _forms_of(readings: Mapping[str, Reading]) -> dict[str, set[str]]:
    """Folded form of a name -> every form of the entities it was linked to."""
    entities: dict[str, set[str]] = defaultdict(set)
    bearers: dict[str, set[str]] = defaultdict(set)
    for reading in readings.values():
        for name in reading.names:
            if name.entity:
                form = fold(name.text).lower()
                entities[form].add(name.entity)
                bearers[name.entity].add(form)
    return {form: {other for entity in linked for other in bearers[entity]} for form, linked in entities.items()}


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _meet(asked: Figure, other: Figure) -> bool:
    """Whether two figures may tell one count: one measure, ranges that meet and are not far wider than what is asked."""
    if asked.measure != other.measure:
        return False
    low, high = _range(asked)
    least, most = _range(other)
    return low <= most and least <= high and least >= NARROW * low and most * NARROW <= high


def _range(figure: Figure) -> tuple[float, float]:
    """A figure's least and most; an open end is taken for what a writer rounds away."""
    low = figure.low if figure.low is not None else (figure.high or 0) * NARROW
    return low, figure.high if figure.high is not None else low / NARROW


def find_near(
    parts: Sequence[Part], shadows: Mapping[str, str], articles: Sequence[Article], readings: Mapping[str, Reading]
) -> tuple[Article, ...]:
    """The articles that hold, anywhere in them, enough of the question to tell it."""
    return tuple(a for a in articles if share(parts, shadows[a.path], readings[a.path].figures) >= HOLDS)


def share(parts: Sequence[Part], shadow: str, figures: Sequence[Figure], around: str = "") -> float:
    """How much of the question's weight a text holds, 0 to 1; 0 where a number is missing. Names may stand around the text."""
    total = held = 0.0
    for part in parts:
        total += part.weight
        if part.stands_in(shadow, figures):
            held += part.weight
        elif part.needed:
            return 0.0
        elif part.name and around and part.stands_in(around, ()):
            held += AROUND * part.weight
    return held / total if total else 0.0


def trace(
    text: str,
    parts: Sequence[Part],
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    *,
    placements: Mapping[str, Placement] = NOBODY,
) -> Trace:
    """Who tells what is asked, by origin and by time: pure, and the same whatever the order of the articles.

    parts: of the question, by take_apart. articles: those that may tell it and others of their stories, which show who is who.
    placements: which articles repeat others, by path.
    """
    witnesses = gather(articles, readings, placements)
    identities = identify(witnesses)
    chains = _chains(lay_out(witnesses, identities))
    found = [best for witness in witnesses if (best := _best(witness, parts, identities, chains))]
    heard = {one.witness.article.path for one in found}
    others = {witness.article.path: witness for witness in witnesses if witness.article.path not in heard}
    surest = sorted(found, key=lambda one: (-one.likeness, one.witness.article.path))
    across = find_tellings(fold(text).lower(), [(one.witness, one.sentence) for one in surest], list(others.values()))
    found += [_found(others[path], sentence, sure, identities, chains) for path, (sentence, sure) in across.items()]
    return _lay_strands(text, found)


def _chains(claims: Claims) -> dict[tuple[str, Span], tuple[str, ...]]:
    """The chain under which a sentence stands: that of its first statement, else of its first figure."""
    chains: dict[tuple[str, Span], tuple[str, ...]] = {}
    for claim in (*claims.statements, *claims.figures):
        if claim.chain:
            chains.setdefault((claim.witness.article.path, claim.sentence), claim.chain)
    return chains


def _best(
    witness: Witness, parts: Sequence[Part], identities: Identities, chains: Mapping[tuple[str, Span], tuple[str, ...]]
) -> _Found | None:
    """The sentence of an article that tells the thing best: one with a source before one without, the body before the headline."""
    best: tuple[tuple[bool, bool, float, int], Span, float] | None = None
    around = witness.lowered
    figures: dict[Span, list[Figure]] = defaultdict(list)
    for figure in witness.reading.figures:
        figures[sentence_of(witness.article, figure.start)].append(figure)
    for at, sentence in enumerate(witness.article.sentences):
        likeness = share(parts, around[sentence[0] : sentence[1]], figures.get(sentence, ()), around)
        if likeness < HOLDS:
            continue
        chain = chains.get((witness.article.path, sentence), ())
        rank = (bool(chain), at > 0, likeness, -at)
        if best is None or rank > best[0]:
            best = (rank, sentence, likeness)
    return _found(witness, best[1], best[2], identities, chains) if best else None


def _found(
    witness: Witness, sentence: Span, likeness: float, identities: Identities, chains: Mapping[tuple[str, Span], tuple[str, ...]]
) -> _Found:
    """A sentence that tells the thing, with whom it has it from and whether it tells it as so."""
    chain = chains.get((witness.article.path, sentence), ())
    words = wording(witness.article.language)
    shadow = witness.shadow[sentence[0] : sentence[1]]
    denied = any(pattern.search(shadow) for pattern in (words.denied, words.withdrawn) if pattern)
    origin = origin_of(witness, chain, identities)
    return _Found(witness=witness, sentence=sentence, likeness=likeness, chain=chain, origin=origin, denied=denied)


def _lay_strands(text: str, found: Sequence[_Found]) -> Trace:
    """Tellings by origin, origins by who is heard first."""
    ordered = sorted(found, key=lambda f: (f.witness.instant, f.witness.article.path))
    start = next((f.witness.instant for f in ordered if f.witness.instant != -inf), None)
    said: dict[str, str] = {}
    strands: dict[str, list[Telling]] = defaultdict(list)
    for one in ordered:
        strands[one.origin].append(_telling(one, start, said))
    tellings = [telling for told in strands.values() for telling in told]
    dated = [telling for telling in tellings if telling.after is not None] or tellings
    first = min(dated, key=lambda t: (t.after or 0, t.evidence.path), default=None)
    return Trace(
        text=text,
        first=first,
        outlets=tuple(sorted({outlet_name(f.witness.article) for f in found})),
        strands=tuple(
            Strand(origin=name_origin(origin), outlets=tuple(sorted({t.outlet or "" for t in told} - {""})), tellings=tuple(told))
            for origin, told in strands.items()
        ),
    )


def _telling(one: _Found, start: float | None, said: dict[str, str]) -> Telling:
    """One telling; what stands word for word in an earlier one is its copy. Remembers the words in `said`."""
    article = one.witness.article
    evidence = evidence_of(article, *one.sentence)
    words = "".join(features(one.witness.shadow[one.sentence[0] : one.sentence[1]]))
    earlier = said.setdefault(words, article.path)
    root = one.witness.root if one.witness.root != article.path else None
    return Telling(
        outlet=article.outlet,
        published=article.published,
        after=round((one.witness.instant - start) / 60) if start is not None and one.witness.instant != -inf else None,
        chain=one.chain,
        likeness=round(one.likeness, 3),
        copy_of=root or (earlier if earlier != article.path else None),
        denied=one.denied,
        evidence=evidence,
    )
