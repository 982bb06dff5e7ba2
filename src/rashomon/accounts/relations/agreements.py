"""Agreements: sentences of different articles that tell the same, from one source or each from its own."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rashomon.accounts.claims.claims import Claim, name_origin, outlet_key
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.quantities import meet
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.chances import LIKELY, SURELY, WITHIN
from rashomon.accounts.comparing.contrasts import came_true
from rashomon.accounts.comparing.pairings import Pairing, Tellings
from rashomon.accounts.comparing.passages import Passage
from rashomon.accounts.identities.lands import are_of_two_lands
from rashomon.accounts.relations.acts import as_planned, as_scheduled
from rashomon.accounts.relations.relating import relate, telling
from rashomon.accounts.relations.widening import widened
from rashomon.accounts.timeline.asides import asks
from rashomon.accounts.timeline.nights import Pair
from rashomon.model import Relation

IN_FULL = 0.45  # likeness of clauses from which they tell the same though one denies what the other tells
BROUGHT_ABOUT = 0.3  # the same for what was ahead and then is done
COPIED = 0.7  # the same from which one text was taken over from the other
ALL_ROUND = 0.2  # likeness of whole sentences on one thing, of which one has ahead in any clause what the other has done
COMING = 0.75  # chance that they need beside it: of 25 such updates read 18 were right, of 13 beneath it 4
SAID = 0.6  # chance from which two tell the same where one speaker says both: of 14 beneath it 6 did, of 14 above it up to one 10
PLAIN = 1.0  # the same where their sources are only akin: of 8 beneath it 2 did
SETTLED = 2.0  # chance from which two tell the same though one has it ahead and the other not: of 22 beneath it, told on two days, 9 did
REPEATED = 0.35  # likeness of whole sentences that one outlet needs to repeat itself: it tells of like cases in like clauses every day
ONE_SPEAKER = 0.15  # the same where one speaker says both
LATER = 2 * 3600  # seconds after which a thing can have moved on
BY_CHANCE = 4  # sentences that two articles on one thing share though neither has them from the other
CERTAIN = 6.0  # chance from which sentences that are alike as wholes are one text in two hands, though neither names it: 15 of 15
WHOLE = 0.4  # likeness of whole sentences that they need beside it
SURE = 3.0  # the same where not both name one source: of 24 pairs above it 21 had it from one, of 32 beneath it 19
KIN = 2  # characters that two names of one source share


Told = Sequence[tuple[Pairing, tuple[str, str]]]
"""Pairings, each with its kind of relation and the reason."""


def relate_tellings(tellings: Tellings, agreed: Told) -> Iterator[Relation]:
    """Relate outlets whose sentences say the same, thing by thing, in the order of their first report. agreed: of find_agreed."""
    kinds: dict[tuple[int, int], tuple[str, str]] = {}
    neighbours: dict[int, dict[int, float]] = defaultdict(dict)
    for pairing, kind in agreed:
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


def find_agreed(tellings: Tellings) -> Told:
    """The pairings of which something is told, each with what."""
    return [(pairing, kind) for pairing, kind in _kinds(tellings) if kind]


def told_alike(tellings: Tellings, agreed: Told) -> frozenset[Pair]:
    """Sentences of two outlets that most surely tell one thing, two by two: neither has ahead or denies what the other tells, nor has it
    from another source."""
    found = []
    for pairing, (kind, _) in agreed:
        a, b = tellings.items[pairing.a], tellings.items[pairing.b]
        sources = not (a.origins and b.origins) or bool(a.origins & b.origins)
        sure = kind != "updates" and pairing.chance >= SETTLED and not (pairing.parted or pairing.opposed)
        if sure and sources and a.witness.name != b.witness.name:
            found.append(frozenset((item.witness.article.path, item.sentence[0]) for item in (a, b)))
    return frozenset(found)


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
        return relate("updates", claims_of(a), claims_of(b), code=kind[1])
    origin = next((item.origin for item in (*a, *b) if item.origin), None)
    named = name_origin(origin) if origin and kind[0] == "same_origin" else None
    return relate(
        kind[0],
        claims_of(a),
        claims_of(b),
        code="passage_same_origin" if kind[0] == "same_origin" else "passage_corroborates",
        origin=named,
    )


def _kinds(tellings: Tellings) -> Iterator[tuple[Pairing, tuple[str, str] | None]]:
    """Each pairing with its kind of relation and the reason; None where a reader could argue."""
    agreeing: list[tuple[Passage, Passage, Pairing]] = []
    for pairing in tellings.pairings:
        a, b = tellings.items[pairing.a], tellings.items[pairing.b]
        apart = days_between(a.witness.day, b.witness.day)
        if pairing.chance < LIKELY and not (pairing.turn or (apart > 0 and pairing.moved)):
            continue  # as most: only what became of a plan, or is foreseen anew, may be told in wholly other words
        moved = apart >= 0 and b.witness.instant - a.witness.instant > LATER
        later = _later_state(a, b, pairing, apart) if moved else None
        if later:
            yield pairing, ("updates", later)
        elif _agree(a, b, pairing, apart):
            agreeing.append((a, b, pairing))
    common = Counter(_articles(a, b) for a, b, _ in agreeing)
    for a, b, pairing in agreeing:
        kind = _agreement(a, b, pairing, common[_articles(a, b)])
        yield pairing, (kind, kind) if kind else None


def _articles(a: Passage, b: Passage) -> frozenset[str]:
    return frozenset((a.witness.root, b.witness.root))


def _agree(a: Passage, b: Passage, pairing: Pairing, apart: int) -> bool:
    """Whether two sentences tell the same, told so many days apart."""
    if abs(apart) > WITHIN or not pairing.agree or not _likely(pairing):
        return False
    inside = a.witness.name == b.witness.name
    plainly = pairing.chance >= SETTLED and pairing.numbered and not pairing.refilled
    if inside and pairing.around < (ONE_SPEAKER if plainly or a.speakers & b.speakers else REPEATED):
        return False
    if inside and apart and pairing.around < COPIED and not (pairing.tied or a.speakers & b.speakers):
        return False  # what it reports every day in the same words: of 26 such pairs 9 told one thing
    if (inside or pairing.alike < COPIED) and not pairing.at_one:
        return False
    if pairing.alike < IN_FULL and pairing.opposed:
        return False
    if apart and pairing.chance < SETTLED and pairing.parted:
        return False
    if inside and not apart and pairing.requoted:
        return False  # a market's noon and its close
    if inside and apart and pairing.refilled and not (pairing.numbered and a.speakers & b.speakers):
        return False
    # what they count otherwise is for the figures to tell
    return not any(x.measure == y.measure and x.group == y.group and not meet(x, y) for x in a.figures for y in b.figures)


def _likely(pairing: Pairing) -> bool:
    return pairing.chance >= LIKELY and (pairing.chance >= SURELY or not pairing.elsewhere)


def _later_state(a: Passage, b: Passage, pairing: Pairing, days: int) -> str | None:
    """Whether the later sentence tells what has become of what the earlier has ahead, or foresees it anew, some days on."""
    if pairing.turn:
        return pairing.turn
    likely, coming = _likely(pairing), pairing.chance >= COMING
    near = coming and pairing.alike >= BROUGHT_ABOUT
    if near and came_true(*pairing.clauses) and _is_done(pairing) and not pairing.opposed:
        return "came_true"
    agendas = [one.agenda for one in pairing.sentences]
    if likely and pairing.of_one and as_planned(*agendas, told=a.witness.day, since=b.witness.day) and not pairing.opposed:
        return "came_true"
    if near and as_scheduled(*pairing.clauses, agendas[1], since=b.witness.day) and _of_one_thing(a, b, pairing):
        return "came_true"
    if days and pairing.moved and not pairing.opposed:
        return "estimate"
    if likely and widened(a, b) and not pairing.opposed:
        return "widened"
    return "came_true" if coming and pairing.around >= ALL_ROUND and pairing.came and _is_done(pairing) else None


def _is_done(pairing: Pairing) -> bool:
    """Whether the later sentence has nothing of it ahead any more, and they are on one matter."""
    return pairing.of_one and not pairing.ahead_still


def _of_one_thing(a: Passage, b: Passage, pairing: Pairing) -> bool:
    """Whether no template is filled anew: they name somebody in common, if both name any, and one outlet's share a name or an amount."""
    return pairing.of_one and not pairing.refilled and (pairing.tied or a.witness.name != b.witness.name)


def _agreement(a: Passage, b: Passage, pairing: Pairing, common: int) -> str | None:
    """Whether two sentences that say the same have it from one source or from two; None where that can't be known.

    Who only reports what was said has it from the same mouth as whoever reports it too, by whatever name: two that say one thing in like
    words are rare. Nobody comes by one odd number twice. common: sentences in which the two articles say the same.
    """
    if pairing.alike >= COPIED or pairing.counted_once or a.witness.name == b.witness.name:
        return "same_origin"
    if a.origins & b.origins:
        return "same_origin" if pairing.chance >= SAID else None
    if are_of_two_lands(a.origins, b.origins):
        return None  # like words of two countries are no one statement
    if (_states(a) and _states(b)) or _relays(a) or _relays(b):
        return "same_origin"
    if a.speakers or b.speakers:
        if pairing.chance >= SURE or (pairing.chance >= PLAIN and (_knows(a, b) or _akin(a, b))):
            return "same_origin"
        return "corroborates" if a.speakers and b.speakers and pairing.numbered and not _akin(a, b) else None
    if pairing.chance >= CERTAIN and pairing.around >= WHOLE:
        return "same_origin"
    if _states(a) or _states(b) or (_agency(a) and _agency(a) == _agency(b)):
        return "same_origin"
    if _knows(a, b):
        return "same_origin" if pairing.chance >= PLAIN else None
    if common > BY_CHANCE:
        return "same_origin" if pairing.chance >= SETTLED else None
    asked = any(asks(item.witness, item.sentence, quoted=True) for item in (a, b))
    return None if pairing.refilled or asked else "corroborates"


def _knows(a: Passage, b: Passage) -> bool:
    """Whether the article of one cites the other's outlet, or, where one names no source, the other's."""
    if a.witness.key in b.heard or b.witness.key in a.heard:
        return True
    return not (a.origins and b.origins) and bool((a.origins & b.heard) | (b.origins & a.heard))


def _akin(a: Passage, b: Passage) -> bool:
    """Whether the sources of two sentences may be one under two names: 移民部 and 移民部长."""
    return any(len(set(one) & set(other)) >= KIN for one in a.origins for other in b.origins)


def _relays(passage: Passage) -> bool:
    """Whether a sentence names only who passes it on: an outlet or an agency."""
    return bool(passage.origins) and all(map(outlet_key, passage.origins))


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
