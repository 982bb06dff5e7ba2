"""Silences: facts that several outlets carry and one that went on writing about the story does not.

An outlet is called silent only where nothing in its articles can be taken for the fact in any wording: a wrong silence is
an accusation, a missed one is not.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from rashomon.accounts.claims import Claim
from rashomon.accounts.denials import Denial, people_in, words_of
from rashomon.accounts.numbers import wordings_of
from rashomon.accounts.passages import Passages
from rashomon.accounts.quantities import is_exact, meet
from rashomon.accounts.series import Row, days_between, figure_of, value_of
from rashomon.accounts.timeline import Fact
from rashomon.accounts.withdrawals import Withdrawal, as_claim
from rashomon.accounts.witnesses import Witness
from rashomon.accounts.wording import wording
from rashomon.model import Figure, Silence
from rashomon.model.article import Span

CARRIED_BY = 2  # outlets from which a fact is known
WROTE = 2  # articles of its own that an outlet must have published on the story since
GRAVE = frozenset({"killed", "missing"})  # counts that nobody who writes on the story leaves out lightly
SAME_PEOPLE = 2  # people by whose names two articles are known to tell of one denial
SMALLEST = 10  # counts under it stand in texts in too many ways to be searched for
SOON = 3  # days after it was known within which it must have published them
LATER = 10  # the same for a count taken back, which does not grow old
FACT_CARRIED_BY = 3  # the same for other counts, and for what is told in words
SHARED = 0.7  # share of a fact's outlets that must hold a word for it to be one of the fact's own
RARE = 3.0  # rarity in the story from which a word belongs to a fact
KEY_WORDS = 6  # rare words of its own that a fact needs before anyone is called silent on it
SLIGHT = 0.2  # share of all that the fact's outlets have in common that a sentence may hold without telling the fact
EVIDENCES = 12


class Press(msgspec.Struct, frozen=True, kw_only=True):
    """What each outlet published of its own on the story."""

    articles: dict[str, tuple[Witness, ...]]
    figures: dict[str, tuple[Figure, ...]]  # every figure it gives

    def wrote(self, outlet: str, since: str, *, within: int = SOON) -> bool:
        """Whether an outlet went on with the story soon enough for its silence to mean something."""
        return len([w for w in self.articles[outlet] if since <= w.day and days_between(since, w.day) <= within]) >= WROTE


def find_silences(
    rows: Sequence[Row],
    facts: Sequence[Fact],
    withdrawals: Sequence[Withdrawal],
    denials: Sequence[Denial],
    witnesses: Sequence[Witness],
    passages: Passages,
) -> tuple[Silence, ...]:
    """Facts told by several outlets and the outlets that never give them, by the day they were known."""
    press = _press(witnesses)
    if len(press.articles) <= CARRIED_BY:
        return ()
    silences = [_on_count(row, cell, press) for row in rows if row.scope == "total" for cell in row.cells]
    silences += _on_facts(facts, press, passages)
    silences += _on_withdrawals(withdrawals, press)
    silences += _on_denials(denials, press)
    told = {(silence.fact, silence.silent): silence for silence in silences if silence}
    return tuple(sorted(told.values(), key=lambda silence: (silence.known_since, silence.fact, silence.silent)))


def _press(witnesses: Sequence[Witness]) -> Press:
    articles: dict[str, list[Witness]] = defaultdict(list)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for witness in witnesses:
        figures[witness.name] += witness.reading.figures
        if witness.root == witness.article.path:
            articles[witness.name].append(witness)
    return Press(
        articles={outlet: tuple(own) for outlet, own in sorted(articles.items())},
        figures={outlet: tuple(found) for outlet, found in sorted(figures.items())},
    )


def _on_count(row: Row, cell: Sequence[Claim], press: Press) -> Silence | None:
    """An exact count that an outlet gives in no writing and not even roughly."""
    figure = figure_of(cell[0])
    carriers = {claim.outlet for claim in cell}
    enough = CARRIED_BY if row.measure in GRAVE else FACT_CARRIED_BY
    if _independent(cell) < enough or not is_exact(figure) or (figure.low or 0) < SMALLEST:
        return None
    first = min(cell, key=lambda claim: claim.order)
    silent = [
        outlet
        for outlet, own in press.articles.items()
        if outlet not in carriers
        and press.wrote(outlet, first.witness.day)
        and not any(other.measure == figure.measure and meet(other, figure) for other in press.figures[outlet])
        and not _mentions(own, figure.low or 0)
    ]
    return _silence(first, cell, carriers, silent)


def _on_withdrawals(withdrawals: Sequence[Withdrawal], press: Press) -> list[Silence | None]:
    """A count taken back, and the outlets none of whose articles takes anything back: some of them go on giving it."""
    by_value: dict[tuple[str, object], list[Withdrawal]] = defaultdict(list)
    for withdrawal in withdrawals:
        for claim in withdrawal.figures:
            by_value[(figure_of(claim).measure, value_of(claim))].append(withdrawal)
    found: list[Silence | None] = []
    for _, reports in sorted(by_value.items(), key=lambda item: str(item[0])):
        carriers = {report.witness.name for report in reports}
        if len({report.witness.root for report in reports}) >= CARRIED_BY <= len(carriers):
            told = sorted((as_claim(report) for report in reports), key=lambda claim: claim.order)
            since = told[0].witness.day
            silent = [
                o for o, own in press.articles.items() if o not in carriers and press.wrote(o, since, within=LATER) and not _takes_back(own)
            ]
            found.append(_silence(told[0], told, carriers, silent))
    return found


def _on_denials(denials: Sequence[Denial], press: Press) -> list[Silence | None]:
    """What one says and another denies, told with the same people named; silent is who names none of them and tells no denial.

    Names join two tellings across languages, where words do not.
    """
    found: list[Silence | None] = []
    for at, first in enumerate(denials):
        people = people_in(first)
        kin = [first]
        shared: set[str] = set()
        for other in denials[at + 1 :]:
            same = set(people) & set(named := people_in(other))
            if len(same) >= SAME_PEOPLE and abs(days_between(first.denied.witness.day, other.denied.witness.day)) <= SOON:
                kin.append(other)
                shared |= {form for last in same for form in people[last] | named[last]}
        claims = [claim for one in kin for claim in (one.said, one.denied)]
        if _independent(claims) >= CARRIED_BY:
            since = min(claims, key=lambda claim: claim.order)
            carriers = {claim.outlet for claim in claims}
            silent = [
                outlet
                for outlet, own in press.articles.items()
                if outlet not in carriers
                and press.wrote(outlet, since.witness.day, within=LATER)
                and {_tongue(w) for w in own} <= {_tongue(claim.witness) for claim in claims}
                and not any(_tells_denial(w, kin, shared) for w in own)
            ]
            found.append(_silence(since, claims, carriers, silent))
    return found


def _tongue(witness: Witness) -> str:
    return (witness.article.language or "").split("-")[0]


def _tells_denial(witness: Witness, denials: Sequence[Denial], names: set[str]) -> bool:
    """Whether an article names one of the people, or denies anything where it speaks of the denier or of what was denied."""
    shadow = witness.shadow.lower()
    if any(name in shadow for name in names):
        return True
    cue = wording(witness.article.language).denied
    matter = [words_of(one.denied.witness.shadow[slice(*one.denied.sentence)]) for one in denials]
    return any(
        bool(cue and cue.search(shadow, start, end)) and any(len(words & words_of(shadow[start:end])) > 1 for words in matter)
        for start, end in witness.article.sentences
    )


def _takes_back(witnesses: Sequence[Witness]) -> bool:
    """Whether any of an outlet's articles holds words that take a count back."""
    patterns = ((wording(witness.article.language).withdrawn, witness.shadow) for witness in witnesses)
    return any(pattern.search(shadow) for pattern, shadow in patterns if pattern)


def _on_facts(facts: Sequence[Fact], press: Press, passages: Passages) -> list[Silence | None]:
    """A fact about a person that most of its outlets tell in the same words, of which an outlet has next to none."""
    found: list[Silence | None] = []
    sentences: dict[str, list[frozenset[str]]] = defaultdict(list)
    for at, passage in enumerate(passages.items):
        sentences[passage.witness.name].append(passages.likeness.set_of(at))
    place = {(p.witness.article.path, p.sentence): at for at, p in enumerate(passages.items)}
    for fact in facts:
        carriers = set(fact.outlets)
        if _independent(fact.claims) < FACT_CARRIED_BY:
            continue
        words = _shared_words(fact, passages, place)
        if sum(passages.likeness.rarity[word] >= RARE for word in words) < KEY_WORDS:
            continue
        first = min(fact.claims, key=lambda claim: claim.order)
        silent = [
            outlet
            for outlet in press.articles
            if outlet not in carriers
            and press.wrote(outlet, first.witness.day)
            and max((len(words & held) for held in sentences[outlet]), default=0) <= SLIGHT * len(words)
        ]
        found.append(_silence(first, fact.claims, carriers, silent))
    return found


def _shared_words(fact: Fact, passages: Passages, place: Mapping[tuple[str, Span], int]) -> frozenset[str]:
    """Features that most of the fact's outlets share, if they name a person; else none, since other words may tell it."""
    by_outlet: dict[str, set[str]] = defaultdict(set)
    for claim in fact.claims:
        at = place.get((claim.witness.article.path, claim.sentence))
        if at is not None:
            by_outlet[claim.outlet] |= passages.likeness.set_of(at)
    counts = Counter(word for words in by_outlet.values() for word in words)
    shared = frozenset(word for word, count in counts.items() if count >= SHARED * len(by_outlet))
    start, end = fact.best.sentence
    people = [n for n in fact.best.witness.reading.names if n.kind == "person" and start <= n.start < end]
    named = any(word in fact.best.witness.shadow[n.start : n.end].lower() for n in people for word in shared)
    return shared if named else frozenset()


def _silence(first: Claim, claims: Sequence[Claim], carriers: set[str], silent: Sequence[str]) -> Silence | None:
    if not silent or not first.witness.day:
        return None
    start, end = first.sentence
    return Silence(
        fact=first.witness.article.text[start:end].strip(),
        known_since=first.witness.day,
        carried_by=tuple(sorted(carriers)),
        silent=tuple(silent),
        evidence=tuple(claim.evidence for claim in claims[:EVIDENCES]),
    )


def _independent(claims: Sequence[Claim]) -> int:
    """Outlets that carry a fact, copies of one text counted once."""
    return min(len({claim.witness.root for claim in claims}), len({claim.outlet for claim in claims}))


def _mentions(witnesses: Sequence[Witness], number: int) -> bool:
    """Whether any of an outlet's articles holds the number in any writing."""
    pattern = wordings_of(number)
    return any(pattern.search(witness.shadow) for witness in witnesses)
