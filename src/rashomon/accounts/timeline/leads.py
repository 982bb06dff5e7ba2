"""The lead: the best-supported sentences of a story, quoted, one a day at most, in the order of what happened.

What newsrooms put first says what matters: a sentence that opens its article is worth more as a lead than one far down it, and one in
the words of the story's headlines more than one beside its matter (centrality; Erkan and Radev 2004).
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain
from math import sqrt
from typing import NamedTuple

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import Value, days_between, value_of
from rashomon.accounts.claims.quantities import bounds, level
from rashomon.accounts.claims.sentences import Sentences
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.series.outbreaks import is_outbreak
from rashomon.accounts.series.series import Row
from rashomon.accounts.series.standing import find_standing
from rashomon.accounts.series.states import is_longer_told
from rashomon.accounts.timeline.asides import HIGH, leans
from rashomon.accounts.timeline.salience import is_title, place_of
from rashomon.accounts.timeline.timeline import Fact
from rashomon.accounts.timeline.tolls import TOLL, count_dead, who_died
from rashomon.languages import fold
from rashomon.model import Happening, Lead, Story
from rashomon.model.article import Span

SENTENCES = 4
EVIDENCES = 8
MOST = 160  # characters: a longer sentence is not a lead
LEAST = 0.2  # share of the weightiest fact's worth under which another says too little
SECOND, FEWEST = 0.1, 4  # the same for a second sentence, in a story of so many articles at least
OPENING = (1.0, 1.0, 0.85, 0.75, 0.65, 0.55, 0.4)  # worth of a sentence by its place in the article: the title, the first, ...
BREADTH = 0.3  # power of the outlets that tell it
AGAIN = 0.5  # share of a sentence's features which an earlier choice has told
KIN = 0.25  # share of a sentence's features that who gives the later toll of it must tell too: with less it is of another thing
TWICE = 0.6  # how near the headlines who gives the toll that stands counts whom a later line quotes already: it leaves that line out
HALF = 0.5  # share of the headlines that name whom the story is about
BACK = 2  # days before the story's first article from which what happened is background
STOPS = ("。", "！", ".", "!", "”", "」", '"')


class _Candidate(NamedTuple):
    fact: Fact
    claim: Claim
    worth: float
    features: frozenset[int]


def choose_lead(
    facts: Sequence[Fact],
    story: Story,
    witnesses: Sequence[Witness],
    sentences: Sentences,
    rows: Sequence[Row],
    *,
    false: frozenset[tuple[str, Span]],
) -> tuple[Lead, ...]:
    """The facts worth most that some sentence tells by itself, each of another day where there are enough days.

    The first line opens the story wherever it is listed: where it, or else a later one, gives a toll that has grown since, who gives the
    later has the word.
    false: (path, sentence) of what was taken back, which leads nothing; nor does a toll above the one that stands.
    """
    false = false | _above_what_stands(rows)
    told = [(fact, claim) for fact in facts if (claim := _teller(fact, false)) is not None] or [(fact, fact.best) for fact in facts]
    recent = [pair for pair in told if not story.first or days_between(pair[0].day, story.first) <= BACK] or told
    titles = list({w.root: sentences.text(w, w.article.sentences[0]) for w in witnesses if w.article.sentences}.values())
    texts = [sentences.text(claim.witness, claim.sentence) for _, claim in recent]
    candidates = [
        _Candidate(fact, claim, _worth(fact, claim) * central, features)
        for (fact, claim), (central, features) in zip(recent, _centralities(titles, texts), strict=True)
    ]
    second = LEAST if len(witnesses) < FEWEST else SECOND
    chosen = _choose(candidates, second=second)
    if not is_outbreak(claim for row in rows for claim in row.claims):
        while passed := _passed(chosen, rows, _grown(chosen, titles, sentences, rows)):
            candidates = [one for one in candidates if one not in passed]
            chosen = _choose(candidates, second=second, least=SECOND)
        chosen = _with_the_dead(chosen, candidates, rows, witnesses)
    lead = [_lead((one.claim, *one.fact.claims)) for one in chosen]
    grown = _grown(chosen, titles, sentences, rows)
    if grown is None:
        return tuple(lead)
    risen = _lead((grown.claim, *grown.later))
    return tuple(risen if at == grown.at else line for at, line in enumerate(lead) if at == grown.at or line.text != risen.text)


class _Grown(NamedTuple):
    """The first line chosen that gives a toll which has grown since, by its place, and who tells the later in its stead."""

    at: int
    claim: Claim
    later: tuple[Claim, ...]


def _grown(chosen: Sequence[_Candidate], titles: Sequence[str], sentences: Sentences, rows: Sequence[Row]) -> _Grown | None:
    """That line; of several who tell the later toll, who is nearest to the headlines, one whom no line quotes rather than another."""
    for at, one in enumerate(chosen):
        later = _later_toll(one.claim, rows)
        alone = [claim for claim in later if stands_alone(claim)]
        (_, own), *others = _centralities(titles, [sentences.text(claim.witness, claim.sentence) for claim in (one.claim, *alone)])
        near = [
            (claim, central)
            for claim, (central, made_of) in zip(alone, others, strict=True)
            if _share(own, made_of) >= KIN or _tells_deed(claim, one.claim)
        ]
        if near:
            quoted = [any(_is_one_sentence(claim, other.claim) for other in chosen) for claim, _ in near]
            fresh = [central * (TWICE if twice else 1.0) for (_, central), twice in zip(near, quoted, strict=True)]
            return _Grown(at, near[fresh.index(max(fresh))][0], later)
    return None


def _choose(candidates: Sequence[_Candidate], *, second: float, least: float = LEAST) -> list[_Candidate]:
    """The candidates worth most, in the order of what happened.

    second, least: share of the best one's worth that the next one needs, and those behind it.
    """
    chosen: list[_Candidate] = []
    for one in sorted(candidates, key=lambda one: (-one.worth, one.fact.day, one.claim.order)):
        enough = not chosen or one.worth >= (least if len(chosen) > 1 else second) * chosen[0].worth
        if enough and len(chosen) < SENTENCES and not any(_tell_one(one, other) for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda one: (one.fact.day, one.claim.order))


def _passed(chosen: Sequence[_Candidate], rows: Sequence[Row], grown: _Grown | None) -> list[_Candidate]:
    """Those but the first whose toll of all is lower than that of a later one: what it was on the way from one to the other."""
    passed: list[_Candidate] = []
    for row in _tolls_of_all(rows):
        given = {(claim.witness.article.path, value_of(claim)) for claim in row.claims}
        tolls = [_toll_of(one.claim, given) for one in chosen]
        last = _toll_of(grown.claim, given) if grown else 0.0
        passed += [one for at, one in enumerate(chosen) if at and 0 < tolls[at] < max(last, *tolls[at:])]
    return [one for one in passed if grown is None or one is not chosen[grown.at]]


def _tolls_of_all(rows: Sequence[Row]) -> list[Row]:
    """The series that count all the dead, wherever they died."""
    return [row for row in rows if row.measure == TOLL and row.grows and row.group == "all" and row.place is None]


def _toll_of(claim: Claim, given: Collection[tuple[str, Value]]) -> float:
    """The highest count of the dead in a claim's sentence of those that an article (path) gives for a series; 0 where there is none."""
    start, end = claim.sentence
    told = [(f.low, f.high) for f in claim.witness.reading.figures if start <= f.start < end and f.measure == TOLL]
    return max((level(*value) for value in told if (claim.witness.article.path, value) in given), default=0.0)


def _headliners(witnesses: Sequence[Witness]) -> frozenset[str]:
    """The people whom at least half of the headlines name, and two of them."""
    roots = {witness.root: witness for witness in witnesses if witness.article.sentences}
    titles = [{fold(n.text) for n in w.reading.names if n.kind == "person" and n.end <= w.article.sentences[0][1]} for w in roots.values()]
    counts = Counter(chain.from_iterable(titles))
    own = {name: sum(times for other, times in counts.items() if _is_one_name(name, other)) for name in counts}
    return frozenset(name for name, times in own.items() if times >= max(2, HALF * len(titles)))


def _is_one_name(one: str, other: str) -> bool:
    """Whether a name is another, or the beginning or end of it: 何 of 何远 is too short."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and (long.startswith(short) or long.endswith(short))


def _with_the_dead(
    chosen: Sequence[_Candidate], candidates: Sequence[_Candidate], rows: Sequence[Row], witnesses: Sequence[Witness]
) -> list[_Candidate]:
    """The chosen, with who gives the toll that headlines give, or tells that whom they name has died, where none of them tells of the dead.

    It takes the place of its day's.
    """
    if any(count_dead(one.claim) for one in chosen):
        return list(chosen)
    tolls = [find_standing(row) for row in _tolls_of_all(rows)]
    given = [claim for toll in tolls if any(is_title(claim) for claim in toll) for claim in toll]
    most = max((one.worth for one in chosen), default=0.0)
    headed = {claim.witness.article.path for claim in given if is_title(claim)}
    headed -= {claim.witness.article.path for claim in given if not is_title(claim)}  # 61 passengers and 5 of the crew are its 66
    telling = [one for one in candidates if one.worth >= LEAST * most and any(_is_one_sentence(one.claim, claim) for claim in given)]
    telling = telling or [
        one for one in candidates if one.worth >= SECOND * most and one.claim.witness.article.path in headed and count_dead(one.claim)
    ]
    telling = telling or _telling_parts(candidates, rows)
    telling = telling or _telling_of_headliners(candidates, witnesses)
    if not telling or not chosen:
        return list(chosen)
    best = max(telling, key=lambda one: (one.worth, one.fact.day))
    kept = [one for one in chosen if not _tell_one(one, best)]
    kept = sorted(kept, key=lambda one: -one.worth)[: SENTENCES - 1]
    return sorted([*kept, best], key=lambda one: (one.fact.day, one.claim.order))


def _telling_parts(candidates: Sequence[_Candidate], rows: Sequence[Row]) -> list[_Candidate]:
    """Who counts the dead by what they were, where nobody counts all: 机上61名旅客、5名机组成员全部遇难."""
    if _tolls_of_all(rows):
        return []
    parts = [claim for row in rows if row.measure == TOLL and row.scope == "part" and row.place is None for claim in row.claims]
    given = Counter((claim.witness.article.path, claim.sentence) for claim in parts)
    return [one for one in candidates if given[one.claim.witness.article.path, one.claim.sentence] > 1]


def _telling_of_headliners(candidates: Sequence[_Candidate], witnesses: Sequence[Witness]) -> list[_Candidate]:
    """Who tells that a person has died whom the headlines name."""
    died = [(one, name) for one in candidates if (name := who_died(one.claim))]
    people = _headliners(witnesses) if died else frozenset[str]()
    return [one for one, name in died if any(_is_one_name(name, other) for other in people)]


def _above_what_stands(rows: Sequence[Row]) -> frozenset[tuple[str, Span]]:
    """The sentences that only give a toll which another has since corrected downwards."""
    above: set[tuple[str, Span]] = set()
    for row in rows:
        standing = find_standing(row) if row.measure == TOLL and row.grows else ()
        if standing:
            most, last = bounds(*value_of(standing[0]))[1], max(claim.day for claim in standing)
            told = [((c.witness.article.path, c.sentence), c.day <= last and level(*value_of(c)) > most) for c in row.claims]
            above |= {sentence for sentence, more in told if more} - {sentence for sentence, more in told if not more}
    return frozenset(above)


def _later_toll(claim: Claim, rows: Sequence[Row]) -> tuple[Claim, ...]:
    """The claims of the toll that stands, where another claim's sentence gives a lower one of an earlier day; else ()."""
    for row in rows:
        given = [c for c in row.claims if row.measure == TOLL and row.grows and _is_one_sentence(c, claim)]
        standing = find_standing(row) if given else ()
        if standing and all(_has_grown(c, standing) for c in given):
            return standing
    return ()


def _has_grown(given: Claim, standing: Sequence[Claim]) -> bool:
    if is_longer_told(given, standing[0]):
        return False
    return level(*value_of(standing[0])) > level(*value_of(given)) and given.day < max(claim.day for claim in standing)


def _tells_deed(claim: Claim, of: Claim) -> bool:
    """Whether a sentence tells a happening of the kind and day of what another tells: the toll of the quake of the 12th."""
    (start, end), told = claim.sentence, of.told
    if not isinstance(told, Happening):
        return False
    found = [h for h in claim.witness.reading.happenings if start <= h.start < end]
    return any((h.type, h.date[:10]) == (told.type, of.day) for h in found)


def _is_one_sentence(a: Claim, b: Claim) -> bool:
    return (a.witness.article.path, a.sentence) == (b.witness.article.path, b.sentence)


def _centralities(titles: Sequence[str], texts: Sequence[str]) -> list[tuple[float, frozenset[int]]]:
    """Of each text how many of the headlines hold what it is made of, for its length, and what it is made of."""
    made_of = Letters([*titles, *texts]).pairs().listed()
    held = Counter(chain.from_iterable(made_of[: len(titles)]))
    told = made_of[len(titles) :]
    return [(sum(held.get(f, 0) for f in row) / sqrt(len(row) or 1) / (len(titles) or 1), frozenset(row)) for row in told]


def _tell_one(a: _Candidate, b: _Candidate) -> bool:
    """Whether two are of one day, or the shorter says little that the other doesn't."""
    return a.fact.day == b.fact.day or _share(a.features, b.features) >= AGAIN


def _share(a: frozenset[int], b: frozenset[int]) -> float:
    """How much of what the shorter of two sentences is made of the other holds."""
    return len(a & b) / (min(len(a), len(b)) or 1)


def stands_alone(claim: Claim) -> bool:
    """Whether a reader who has read nothing else understands a sentence: whole, no headline, not too long, not opened by 然而 or 他."""
    start, end = claim.sentence
    return not is_title(claim) and end - start <= MOST and claim.witness.shadow[start:end].rstrip().endswith(STOPS) and not leans(claim)


def _teller(fact: Fact, false: frozenset[tuple[str, Span]]) -> Claim | None:
    """Who tells a fact nearest to the top of an article, near it with the most dead; the fact's own sentence among equals."""
    return min(
        (c for c in fact.claims if stands_alone(c) and (c.witness.article.path, c.sentence) not in false),
        key=lambda c: (place_of(c) >= HIGH, -count_dead(c) if c.day == fact.day else 0, place_of(c), c is not fact.best, c.order),
        default=None,
    )


def _worth(fact: Fact, claim: Claim) -> float:
    return float(fact.weight * OPENING[place_of(claim)] * len(fact.outlets) ** BREADTH)


def _lead(claims: Sequence[Claim]) -> Lead:
    """What the first of some claims says, with all of them behind it."""
    start, end = claims[0].sentence
    heard = (claims[0], *(other for other in claims[1:] if other is not claims[0]))
    return Lead(
        text=claims[0].witness.article.text[start:end].strip(),
        origins=len({claim.origin for claim in heard}),
        evidence=tuple(claim.evidence for claim in heard[:EVIDENCES]),
    )
