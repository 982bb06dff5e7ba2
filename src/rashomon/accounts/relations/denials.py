"""Denials: one says that it is so, and another says that it is not."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from ahocorasick_rs import AhoCorasick

from rashomon.accounts.claims.claims import Claim, outlet_key
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.sentences import Sentences
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.accounts.comparing.features import features
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.identities.lands import are_of_two_lands
from rashomon.accounts.relations.denied import CLAUSE, content_of, counters, denies, matter_of
from rashomon.accounts.relations.denying import Denied
from rashomon.accounts.relations.pointed import as_statement, subject_of
from rashomon.accounts.relations.relating import telling
from rashomon.languages import fold
from rashomon.model import Attribution
from rashomon.model.article import Span

BESIDE = 3  # sentences between what is said and its denial: newsrooms put the two together
AROUND = 4  # sentences on either side of a denial in which its people are named
LATIN = 4  # letters from which a word is of the matter and not of grammar
NEAR = 0.5  # share of the words of what is denied that a statement some sentences before holds
OPENING = 14  # characters before somebody who denies what the sentence before tells
BEHIND = 0.25  # the same of the sentences behind it, where it speaks of the denier
SUBJECT = 8  # characters at the head of such a statement in which the denier is named
SEVERAL = 2  # words of what is denied by which it is known in a sentence on whom it is of; a single one, in a clause
FAR = 0.6  # the same of a sentence of another article
MANY = 60  # sentences beyond which such words are what the whole story is about, and no sentence is what is denied
CLAUSE_OF_IT = 0.5  # the same of its clause on the matter
BARE = 0.2  # share of that clause that they make up, by characters: else it only touches on the matter
WITHIN = 10  # days before a denial in which what it denies was said
SAME = 1  # days between the two where the denier's article tells what is denied: the same of days ago is another case of it
AFTER = 3  # the same after it: later, the thing itself may have come about


class Denial(msgspec.Struct, frozen=True, kw_only=True):
    """What one says and another denies."""

    said: Claim
    denied: Claim


def find_denials(denied: Sequence[Denied], statements: Sequence[Claim], sentences: Sentences, identities: Identities) -> tuple[Denial, ...]:
    """Each denial with what others say of the thing: just before it, and in other articles."""
    story = _Said(statements, identities)
    found = [Denial(said=said, denied=one.claim) for one in denied for said in story.beside(one)]
    answered = {denial.denied.order for denial in found}
    for one, said in story.elsewhere(denied, sentences):
        if one.claim.order not in answered or abs(days_between(said.witness.day, one.claim.witness.day)) <= SAME:
            found.append(Denial(said=said, denied=one.claim))
    return tuple(sorted(found, key=lambda denial: (denial.denied.order, denial.said.order)))


class _Said:
    """What is said in a story, and how it stands to what somebody denies."""

    def __init__(self, statements: Sequence[Claim], identities: Identities) -> None:
        self._identities = identities
        self._by_article: dict[str, list[Claim]] = defaultdict(list)
        for claim in statements:
            self._by_article[claim.witness.article.path].append(claim)

    def beside(self, denied: Denied) -> list[Claim]:
        """The nearest statement of somebody else that it answers, in its sentence or around it; a headline only announces it."""
        sentences = denied.claim.witness.article.sentences
        place = {sentence: at for at, sentence in enumerate(sentences) if at}
        at = place.get(denied.claim.sentence, -1)
        near = []
        for claim in self._by_article[denied.claim.witness.article.path]:
            away = at - place.get(claim.sentence, at + BESIDE + 1)
            if at > 0 and abs(away) <= BESIDE and _of_another(claim, denied.claim, denied.points):
                text = self._plain(content_of(claim))
                if _is_answered(claim, denied, away, text) and (
                    _may_be_pointed_at(text, denied) if denied.points else _for_a_fact(text, denied)
                ):
                    near.append((abs(away), away < 0, -denied.share(text), -claim.start, claim))
        if near:
            return [_before(min(near, key=lambda entry: entry[:4])[4], denied.claim)]
        return list(self._accusation(denied.claim)) if denied.points and at > 0 and matter_of(denied.claim) == "" else []

    def _accusation(self, denied: Claim) -> Iterator[Claim]:
        """What stands before a denial in its sentence and lays something to somebody, though not as anybody's statement."""
        witness, (start, _) = denied.witness, denied.sentence
        words = words_for(witness.article.language)
        cue = denied.told.cue_span if isinstance(denied.told, Attribution) else None
        found = words.accuses.search(witness.shadow, start, min(denied.start, cue[0] if cue else denied.start)) if words else None
        who = subject_of(witness, start, found.start()) if found else None
        if found and who:
            said = as_statement(witness, denied.sentence, who, found.span(), (found.end(), denied.start), self._identities)
            passive = akin(said, denied)  # of whom it is said, and nobody says who does
            yield msgspec.structs.replace(said, chain=(), origin=witness.key) if passive else said

    def elsewhere(self, denied: Sequence[Denied], sentences: Sentences) -> Iterator[tuple[Denied, Claim]]:
        """Denials with sentences of other articles that say what is denied, of the denier or of whom else it names."""
        # who denies that he did not do it says that he did
        sought = [one for one in denied if one.words and not (one.turned or one.points)]
        words = sorted({word for one in sought for word in one.words})
        if not words:
            return
        own = list(sentences.own())
        finder = AhoCorasick(words)
        holders: dict[str, set[int]] = defaultdict(set)
        for at, (_, _, text) in enumerate(own):
            for word, _, _ in finder.find_matches_as_indexes(text, overlapping=True):
                holders[words[word]].add(at)
        for one in sought:
            held = Counter(at for word in one.words for at in holders[word])
            near = sorted(at for at, number in held.items() if number >= FAR * len(one.words))
            for at in near if len(near) <= MANY else ():
                witness, sentence, text = own[at]
                if not one.is_of(text) or witness.root == one.claim.witness.root:
                    continue
                if -AFTER <= days_between(witness.day, one.claim.witness.day) <= WITHIN and self._tells(witness, sentence, text, one):
                    yield one, telling(witness, sentence, self._origin(witness, sentence))

    def _origin(self, witness: Witness, sentence: Span) -> str | None:
        """Whom a sentence has it from; None where it names nobody."""
        return min((claim.origin for claim in self._by_article[witness.article.path] if claim.sentence == sentence), default=None)

    def _tells(self, witness: Witness, sentence: Span, text: str, denied: Denied) -> bool:
        """Whether a sentence has a clause on what is denied that more than touches on it, and nothing in it is the denier's, or denied."""
        clause = _likest(text, denied)[-1]
        said = sum(len(word) for word in {*denied.words, *denied.names, *denied.who} if word in clause)
        if (
            denied.deed not in clause
            or denied.share(clause) < CLAUSE_OF_IT
            or not denied.says_of_it(clause)
            or said < BARE * len(clause)
            or not _for_a_fact(text, denied)
        ):
            return False
        if len(denied.words) < SEVERAL and not denied.is_of(clause):
            return False
        return all(_of_another(other, denied.claim) for other in self._by_article[witness.article.path] if other.sentence == sentence)

    def _plain(self, text: str) -> str:
        return self._identities.rewrite(text).lower()


def _is_answered(claim: Claim, denied: Denied, away: int, text: str) -> bool:
    """Whether a denial so many sentences behind a statement is of it. text: of the statement, as the story names things."""
    if denied.points:
        return _is_pointed_at(claim, denied, away, text)
    bare = not denied.words
    if away < 0:  # a denial may lead its article, with what it answers right behind it
        return away == -1 and denies(denied.claim) and denied.share(text) >= BEHIND and any(word in text[:SUBJECT] for word in denied.who)
    if bare and away and denied.whose & {fold(form).lower() for form in claim.chain}:
        return True  # it names who says it
    if bare and counters(denied.claim) and not _accuses(claim):
        return False
    if not away:
        return claim.end <= denied.claim.start and (bare or denied.share(text) > 0 or _is_asked_about(claim))
    if (
        denied.share(text) >= NEAR
        and denied.deed in text
        and (denied.deed or not denied.is_latin or denied.held(text) >= min(SEVERAL, len(denied.words)))
    ):
        return True
    return away == 1 and (bare or denied.share(text) > 0) and _accuses(claim) and any(word in text for word in denied.who)


def _is_asked_about(claim: Claim) -> bool:
    """对于家属质疑人数不实，矿方否认瞒报: whether a statement is put as what the rest of its sentence answers."""
    words, told = words_for(claim.witness.article.language), claim.told
    start = told.chain_spans[0][0] if isinstance(told, Attribution) and told.chain_spans else claim.start
    return bool(words and words.put_to.search(claim.witness.shadow, claim.sentence[0], start))


def _is_pointed_at(claim: Claim, denied: Denied, away: int, text: str) -> bool:
    """Whether a denial that only points at what was said means a statement: before it in its sentence, or right before one it opens."""
    if denied.words and denied.share(text) < BEHIND:
        return False
    if denied.whose and not denied.whose & {fold(form).lower() for form in claim.chain}:
        return False
    told = denied.claim.told
    begins = denied.claim.sentence[0]
    sources = [start for start, _ in told.chain_spans if start >= begins] if isinstance(told, Attribution) else []
    opens = min([denied.claim.start, *sources]) - begins <= OPENING
    return claim.start < denied.claim.start and (not away or (away == 1 and opens))


def _for_a_fact(text: str, denied: Denied) -> bool:
    """Whether the clause of a text that is most like what is denied says it for a fact: it supposes nothing, and denies nothing."""
    words = words_for(denied.claim.witness.article.language)
    before, clause = _likest(text, denied)
    if words is None:
        return True
    # an argument is called untrue, a fact denied
    supposed = denies(denied.claim) and (words.supposed.search(clause) or words.conditional.search(before))
    return not (supposed or words.topic.search(clause) or words.negation.search(before + clause))


def _may_be_pointed_at(text: str, denied: Denied) -> bool:
    """Whether not both what was said and what is said to be true instead deny one thing: 没有收到封城的消息, 澄清没有封城."""
    words = words_for(denied.claim.witness.article.language)
    return not (denied.turned and denied.deed and denied.deed in text and words and words.negation.search(text))


def _likest(text: str, denied: Denied) -> tuple[str, str]:
    """The clause of a text that holds most of what is denied, behind the one before it."""
    clauses = ["", *CLAUSE.split(text)]
    shares = [denied.share(clause) for clause in clauses]
    at = max(1, shares.index(max(shares)))
    return clauses[at - 1], clauses[at]


def _of_another(claim: Claim, denied: Claim, points: bool = False) -> bool:
    """Whether something is said by somebody else, and is no denial; a reported statement may run on to a denial that points at it."""
    return matter_of(claim) is None and not akin(claim, denied) and (points or not _relays(claim, denied))


def _before(claim: Claim, denied: Claim) -> Claim:
    """A statement as far as the denial behind it."""
    runs_on = claim.sentence == denied.sentence and claim.start < denied.start < claim.end
    return msgspec.structs.replace(claim, end=denied.start) if runs_on else claim


def _accuses(claim: Claim) -> bool:
    """Whether a sentence lays something to somebody."""
    words = words_for(claim.witness.article.language)
    return bool(words and words.accuses.search(claim.witness.shadow, *claim.sentence))


def akin(a: Claim, b: Claim) -> bool:
    """Whether two statements may come from one side: their sources share words, and are not of two countries."""
    if are_of_two_lands((*a.chain, a.origin), (*b.chain, b.origin)):
        return False  # the spokesmen of two foreign ministries
    if a.origin == b.origin or any(words_of(one) & words_of(other) for one in (*a.chain, a.origin) for other in (*b.chain, b.origin)):
        return True
    return _speaks_for(a, b) or _speaks_for(b, a)


def _speaks_for(one: Claim, other: Claim) -> bool:
    """Whether the words for the second's source hold the first's: a spokesman of its navy speaks for the country."""
    told = other.told.chain if isinstance(other.told, Attribution) else ()
    return any(len(source) > 1 and source in fold(name) and source != fold(name) for name in told[-1:] for source in map(fold, one.chain))


def _relays(claim: Claim, denied: Claim) -> bool:
    """Whether a statement only tells of the denial itself, or is an outlet's report of somebody's words: it says nothing that is denied."""
    if claim.sentence == denied.sentence and claim.start <= denied.start < claim.end:
        return True
    states = wording(claim.witness.article.language).states
    return bool(outlet_key(claim.origin) and states and states.search(content_of(claim)))


def words_of(text: str) -> frozenset[str]:
    """What a text is made of: pairs of Han characters, and Latin words long enough to be of the matter."""
    return frozenset(word for word in features(fold(text)) if word[0] >= "一" or len(word) >= LATIN)


def people_in(denial: Denial) -> dict[str, frozenset[str]]:
    """Last name in Latin letters -> the forms in which the sentences around a denial name its bearer."""
    witness = denial.denied.witness
    sentences = witness.article.sentences
    at = sentences.index(denial.denied.sentence)
    start, end = sentences[max(1, at - AROUND)][0], sentences[min(len(sentences) - 1, at + AROUND)][1]
    found: dict[str, set[str]] = defaultdict(set)
    people = [(name.start, name.text, name.alias or "") for name in witness.reading.names if name.kind == "person"]
    people += [(said.start, said.speaker, "") for said in witness.reading.attributions if said.speaker]
    for place, text, alias in people:
        if start <= place < end:
            for form in (alias, text):
                last = form.split()[-1].lower() if form.split() else ""
                if len(last) >= LATIN and last.isascii() and last.isalpha():
                    found[last] |= {last, fold(text).lower().split("·")[-1]}
                    break
    return {last: frozenset(forms) for last, forms in found.items()}
