"""Agreements: sentences of different articles that tell the same, from one source or each from its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.accounts.claims import AUTHORITIES, Claim, name_origin, outlet_key
from rashomon.accounts.contrasts import came_true, opposed
from rashomon.accounts.pairings import Pairing, Tellings
from rashomon.accounts.passages import Passage
from rashomon.accounts.quantities import meet
from rashomon.accounts.relating import relate, telling
from rashomon.accounts.series import days_between
from rashomon.accounts.witnesses import Witness
from rashomon.accounts.wording import wording
from rashomon.model import Relation

ONE_MOUTH = 0.3  # likeness from which two sentences of one speaker, some days apart at most, report one statement
RELAYED = 0.4  # the same where only one of them names its source
IN_FULL = 0.45  # likeness from which whoever says it otherwise sourced repeats it: a post for a person, an office for its head
BORNE_OUT = 0.35  # the same for two outlets that each tell it in their own words
AS_WHOLES = 0.25  # likeness of whole sentences, each among those that the other is like most, from which they tell the same in other words
HALF = 0.2  # the same where a clause of each is alike too
ONE_SPEAKER = 0.15  # the same where one speaker says both
REPEATED = 0.35  # likeness of whole sentences that one outlet needs to repeat itself: it tells of like cases in like clauses every day
BROUGHT_ABOUT = 0.3  # the same for what was ahead and then is done
ALL_ROUND = 0.2  # likeness of whole sentences on one thing, of which one has ahead in any clause what the other has done
LATER = 2 * 3600  # seconds after which a thing can have moved on
KIN = 2  # characters that two names of one source share
COPIED = 0.7  # likeness from which one text was taken over from the other
WITHIN = 3  # days between two reports of one thing


def relate_tellings(tellings: Tellings) -> Iterator[Relation]:
    """Relate outlets whose sentences say the same, thing by thing, in the order of their first report."""
    kinds: dict[tuple[int, int], tuple[str, str]] = {}
    neighbours: dict[int, dict[int, float]] = defaultdict(dict)
    for pairing in tellings.pairings:
        kind = _kind(tellings.items[pairing.a], tellings.items[pairing.b], pairing)
        if kind:
            kinds[(pairing.a, pairing.b)] = kind
            neighbours[pairing.a][pairing.b] = neighbours[pairing.b][pairing.a] = pairing.alike
    group_of = {at: number for number, group in enumerate(_groups(neighbours)) for at in group}
    told: dict[tuple[int, int, str, str, tuple[str, str]], list[tuple[int, int]]] = defaultdict(list)
    for (a, b), kind in kinds.items():
        turned = ((a, b),) if kind[0] == "updates" else ((a, b), (b, a))
        first, second = min(turned, key=lambda pair: (group_of[pair[0]], tellings.items[pair[0]].witness.name, pair[0]))
        outlets = [tellings.items[at].witness.name for at in (first, second)]
        told[(group_of[first], group_of[second], outlets[0], outlets[1], kind)].append((first, second))
    for (*_, kind), pairs in told.items():
        yield _relation(tellings.items, kind, pairs)


def relate_copies(witnesses: Sequence[Witness]) -> Iterator[Relation]:
    """Texts that another outlet took over whole: one relation a text, by their headlines."""
    by_path = {witness.article.path: witness for witness in witnesses}
    copies: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        if witness.root != witness.article.path and witness.root in by_path and by_path[witness.root].name != witness.name:
            copies[witness.root].append(witness)
    for root, taken in copies.items():
        yield relate("same_origin", [_headline(by_path[root])], [_headline(copy) for copy in taken], code="copy", origin=by_path[root].name)


def _headline(witness: Witness) -> Claim:
    sentence = witness.article.sentences[0] if witness.article.sentences else (0, len(witness.article.title))
    return telling(witness, sentence, witness.root_key)


def _groups(neighbours: dict[int, dict[int, float]]) -> Iterator[list[int]]:
    """Sentences gathered around the one that most others are like, so that a chain of near ones can't drift."""
    free = set(neighbours)
    for seed in sorted(neighbours, key=lambda at: (-len(neighbours[at]), at)):
        if seed in free:
            group = [seed, *(at for at in neighbours[seed] if at in free)]
            free.difference_update(group)
            yield sorted(group)


def _relation(items: Sequence[Passage], kind: tuple[str, str], pairs: Sequence[tuple[int, int]]) -> Relation:
    """How two outlets stand for one thing, by the sentences that are like each other; an outlet stands to itself by its articles."""
    a, b = ([items[at] for at in sorted(side)] for side in ({a for a, _ in pairs}, {b for _, b in pairs}))
    if kind[0] == "updates":
        return relate("updates", claims_of(a), claims_of(b), code="estimate" if kind[1] == "estimate" else "came_true")
    origin = next((item.origin for item in (*a, *b) if item.origin), None)
    named = name_origin(origin) if origin and kind[0] == "same_origin" else None
    return relate(
        kind[0],
        claims_of(a),
        claims_of(b),
        code="passage_same_origin" if kind[0] == "same_origin" else "passage_corroborates",
        origin=named,
    )


def _kind(a: Passage, b: Passage, pairing: Pairing) -> tuple[str, str] | None:
    """The kind of relation and its reason; None where a reader could argue."""
    apart = days_between(a.witness.day, b.witness.day)
    if apart >= 0 and b.witness.instant - a.witness.instant > LATER:
        later = _later_state(a, b, pairing, apart)
        if later:
            return "updates", later
    inside = a.witness.name == b.witness.name
    if abs(apart) > WITHIN or not pairing.agree or pairing.unlikely:
        return None
    if inside and pairing.around < (ONE_SPEAKER if a.speakers & b.speakers else REPEATED):
        return None
    if not pairing.at_one and (pairing.alike < COPIED or inside):
        return None
    if pairing.alike < IN_FULL and opposed(*pairing.clauses):
        return None
    if any(x.measure == y.measure and x.group == y.group and not meet(x, y) for x in a.figures for y in b.figures):
        return None  # they speak of one thing and count it otherwise: that is for the figures to tell
    kind = _agreement(a, b, _strength(a, b, pairing))
    return (kind, kind) if kind else None


def _later_state(a: Passage, b: Passage, pairing: Pairing, days: int) -> str | None:
    """Whether the later sentence tells what has become of what the earlier has ahead, or foresees it anew, some days on."""
    first, second = pairing.clauses
    if not pairing.apart and pairing.alike >= BROUGHT_ABOUT and came_true(first, second) and not opposed(first, second):
        return "came_true"
    if days and pairing.moved and not opposed(first, second):
        return "estimate"
    about = not pairing.apart and pairing.around >= ALL_ROUND and pairing.came
    return "came_true" if about and _agreement(a, b, _strength(a, b, pairing)) else None


def _strength(a: Passage, b: Passage, pairing: Pairing) -> float:
    """How surely two sentences say the same: by their clauses, or by all of their words where no other sentence is nearer."""
    if pairing.likely:
        return max(pairing.alike, RELAYED)
    if a.witness.name != b.witness.name:
        if pairing.whole >= AS_WHOLES or (pairing.whole >= HALF and pairing.alike >= ONE_MOUTH) or _one_deed(pairing):
            return max(pairing.alike, RELAYED)
        if pairing.whole >= ONE_SPEAKER and a.speakers & b.speakers:
            return max(pairing.alike, ONE_MOUTH)
    return pairing.alike


def _one_deed(pairing: Pairing) -> bool:
    """Whether two sentences tell of one deed, on one day and in one number, and neither denies it."""
    if pairing.deed is None or opposed(*pairing.deed):
        return False
    one, other = ({mark for mark in one.clause.marks if mark[0] in "#="} for one in pairing.deed)
    return all(
        not ({x for x in one if x[0] == mark} and {x for x in other if x[0] == mark}) or any(x[0] == mark for x in one & other)
        for mark in "#="
    )


def _agreement(a: Passage, b: Passage, alike: float) -> str | None:
    """Whether two sentences that say the same have it from one source or from two."""
    inside = a.witness.name == b.witness.name
    if alike >= COPIED or a.speakers & b.speakers:
        return "same_origin" if alike >= ONE_MOUTH else None
    if a.origins or b.origins:
        known = _relays(a) or _relays(b) or (not (a.origins and b.origins) and _knows(a, b))
        if alike >= IN_FULL or (alike >= RELAYED and (known or _akin(a, b))):
            return "same_origin"
        return "corroborates" if alike >= BORNE_OUT and not inside and not _akin(a, b) else None
    if inside or _states(a) or _states(b) or (_agency(a) and _agency(a) == _agency(b)):
        return "same_origin" if alike >= RELAYED else None
    return "corroborates" if alike >= BORNE_OUT else None


def _knows(a: Passage, b: Passage) -> bool:
    """Whether an article cites, somewhere else in it, whom the other has this from."""
    return bool((a.origins & b.heard) | (b.origins & a.heard))


def _akin(a: Passage, b: Passage) -> bool:
    """Whether the sources of two sentences may be one under two names: 移民部 and 移民部长."""
    return any(len(set(one) & set(other)) >= KIN for one in a.origins for other in b.origins)


def _relays(passage: Passage) -> bool:
    """Whether a sentence names only who passes it on: an outlet, an agency, the authorities."""
    return bool(passage.origins) and all(origin == AUTHORITIES or outlet_key(origin) for origin in passage.origins)


def _states(passage: Passage) -> bool:
    """Whether a sentence only reports a statement: who tells it too has it from the same mouth."""
    words = wording(passage.witness.article.language).states
    return bool(words and words.search(passage.witness.shadow, *passage.sentence))


def _agency(passage: Passage) -> str | None:
    dateline = passage.witness.article.dateline
    return dateline.agency if dateline else None


def claims_of(items: Sequence[Passage]) -> list[Claim]:
    """Sentences as claims of their own."""
    return [telling(item.witness, item.sentence, item.origin) for item in items]
