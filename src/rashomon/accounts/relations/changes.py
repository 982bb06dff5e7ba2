"""Changes: who tells otherwise what he said before: 港务局改口，称闸门没有关; 他前一天还说闸门已关."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.sentences import Sentences
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.relations.admissions import is_after
from rashomon.accounts.relations.consistency import Pair, pairs_told
from rashomon.accounts.relations.denials import FAR, akin, words_of
from rashomon.accounts.relations.denied import content_of, denies
from rashomon.accounts.relations.denying import Denied, read_matter
from rashomon.accounts.relations.pointed import as_statement, subject_of
from rashomon.accounts.relations.relating import relate, telling, worded
from rashomon.languages import language
from rashomon.languages.openings import Sought
from rashomon.model import Relation
from rashomon.model.article import Span

_CLAUSE = re.compile(r"[，。；：！？,;:!?“「『\n]")
_DAY = re.compile("[0-9]{1,2}日")
_STOP = re.compile(r"[，；,;]")
_SAID = ("changes", "comes_round", "said_before", "itself")


class _Words(msgspec.Struct, frozen=True):
    """The words of one language for a change of mind."""

    changes: Sought  # that somebody tells it otherwise now
    comes_round: Sought  # that he says at last what he denied
    said_before: re.Pattern[str]  # when he said it otherwise, and what
    itself: re.Pattern[str]  # words for whoever was named last


@cache
def _words(code: str) -> _Words | None:
    known = language(code)
    table = known.table("contrasts") if known else {}
    if any(key not in table for key in _SAID):
        return None
    changes, comes_round, before, itself = ("|".join(table[key]) for key in _SAID)
    return _Words(changes=Sought(changes), comes_round=Sought(comes_round), said_before=re.compile(before), itself=re.compile(itself))


def relate_changes(
    witnesses: Sequence[Witness],
    tellings: Sequence[Sequence[Claim]],
    sentences: Sentences,
    identities: Identities,
    *,
    told: Collection[Pair] = (),
) -> Iterator[Relation]:
    """Each change of mind with what its speaker said before: in its sentence, in the one before or behind, and in earlier articles.

    a is what was said, b takes it back. tellings: the statements of the story, those that report one together. told: two sentences of
    which one is known to take the other back.
    """
    found = [change for witness in witnesses if witness.root == witness.article.path for change in _of_article(witness, identities)]
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in (claim for told in tellings for claim in told) if found else ():
        by_article[claim.witness.article.path].append(claim)
    for now, before in found:
        said = _said_before(now, before, by_article, identities)
        b = telling(now.witness, now.sentence, now.origin)
        if not said and before is not None:
            said, b = [before], now  # told in one sentence with the change
        relation = relate("withdraws", said, [b], code="retracted", b_origin=worded(now))
        if said and pairs_told([relation]).isdisjoint(told):
            yield relation


def _said_before(now: Claim, before: Claim | None, by_article: Mapping[str, Sequence[Claim]], identities: Identities) -> list[Claim]:
    """What who tells it otherwise said before: his statements of earlier articles that say what the change's own tells as said before, and
    where it tells nothing those that say the contrary; what it tells in another sentence too."""
    statements = [claim for told in by_article.values() for claim in told]
    if before is None:
        words = words_for(now.witness.article.language)
        own = (claim for claim in statements if is_after(now.witness, claim.witness) and akin(claim, now))
        return [claim for claim in own if words and _is_contrary(claim, now, words.negation, identities)]
    matter = read_matter(before, content_of(before), points=False, identities=identities)
    said = [claim for claim in statements if _said_it(claim, now, matter, identities)]
    return said if before.sentence == now.sentence else [*said, _whole(before, by_article)]


def _said_it(claim: Claim, now: Claim, matter: Denied, identities: Identities) -> bool:
    """Whether a statement of an earlier article is what its speaker then told otherwise."""
    if not (is_after(now.witness, claim.witness) and akin(claim, now)) or not matter.words:
        return False
    text = identities.rewrite(content_of(claim)).lower()
    return matter.share(text) >= FAR and matter.deed in text


def _whole(before: Claim, by_article: Mapping[str, Sequence[Claim]]) -> Claim:
    """What was said before as reading has it, where it does."""
    near = by_article.get(before.witness.article.path, ())
    return next((claim for claim in near if claim.sentence == before.sentence and abs(claim.start - before.told.start) <= 2), before)


def _of_article(witness: Witness, identities: Identities) -> Iterator[tuple[Claim, Claim | None]]:
    """Each sentence in which somebody tells it otherwise, as his statement, with what he said before, where it is told beside it."""
    words, contrasts = _words(witness.tongue), words_for(witness.article.language)
    if words is None or contrasts is None or not any(cue.search(witness.lowered) for cue in (words.changes, words.comes_round)):
        return
    sentences = witness.article.sentences
    for at in range(1, len(sentences)):
        start, end = sentences[at]
        changed = words.changes.search(witness.lowered, start, end)
        cue = changed or words.comes_round.search(witness.lowered, start, end)
        if cue is None or sentences[at] in witness.unheard:
            continue
        clause = max([start, *(stop.end() for stop in _CLAUSE.finditer(witness.shadow, start, cue.start()))])
        if any(pattern.search(witness.shadow, clause, cue.start()) for pattern in (contrasts.negation, contrasts.asked)):
            continue  # asked for, planned or refused
        who = _who(witness, (clause, cue.start()), (start, cue.start()), words)
        before = _before(witness, at, cue, who, words)
        held = max((said.start for said in witness.reading.attributions if start <= said.start <= cue.start() < said.end), default=start)
        if held > start and not (before and before[0] == sentences[at]):  # in somebody's words it is another
            who = _who(witness, (max(held, clause), cue.start()), (held, cue.start()), words)
            before = _before(witness, at, cue, who, words)
        if who is None or not (before or changed):
            continue
        now = as_statement(witness, sentences[at], who, cue.span(), (cue.end(), end), identities)
        if before is None:
            yield now, None
            continue
        sentence, verb, what = before
        told = as_statement(witness, sentence, who, verb, what, identities)
        if not changed and not _is_contrary(told, now, contrasts.negation, identities):
            continue
        yield now, told if who[0] <= what[0] and sentence == sentences[at] else msgspec.structs.replace(told, start=what[0])


def _who(witness: Witness, clause: Span, sentence: Span, words: _Words) -> Span | None:
    """Who tells it otherwise: the subject of the clause, else of the sentence, or whom the sentence before names first."""
    subject = subject_of(witness, *clause) or subject_of(witness, *sentence)
    if subject is None or words.itself.match(witness.lowered, subject[0]):
        near = [said for said in witness.reading.attributions if said.chain_spans and said.chain_spans[-1][1] <= sentence[1]]
        return near[-1].chain_spans[-1] if near and near[-1].chain_spans[-1][0] >= sentence[0] else None
    return subject


def _before(witness: Witness, at: int, cue: re.Match[str], who: Span | None, words: _Words) -> tuple[Span, Span, Span] | None:
    """The sentence, the verb and the words of what he said before: before the change or behind it in its sentence, or in one beside it."""
    sentences = witness.article.sentences
    start, end = sentences[at]
    beside = [(near, *sentences[near]) for near in (at - 1, at + 1) if 0 < near < len(sentences)]
    for place, first, last in ((at, start, cue.start()), (at, cue.end(), end), *beside) if who else ():
        for found in words.said_before.finditer(witness.lowered, first, last):
            behind = first >= cue.end() or last > end
            if behind and found["day"] and not (found["sure"] or _is_of_another_day(found["day"], witness.lowered[start : cue.start()])):
                continue  # what he says on that day is what he says now
            if who and _is_his(witness, found, who, place == at, words):
                what = found.span("what")
                stops = [stop.start() for stop in _STOP.finditer(witness.shadow, *what)] if last == cue.start() else []
                return sentences[place], found.span("verb"), (what[0], stops[0] if stops else what[1])
    return None


def _is_of_another_day(day: str, now: str) -> bool:
    """Whether a day of the month is another than the one on which he tells it otherwise."""
    return day[0].isdigit() and any(told != day for told in _DAY.findall(now)) and day not in now


def _is_contrary(before: Claim, now: Claim, negation: Sought, identities: Identities) -> bool:
    """Whether somebody says at last what he denied before, or that it is not so: the words of the one, and only one of them denied."""
    matter = read_matter(before, content_of(before), points=False, identities=identities)
    said = content_of(now)
    denied = denies(before) or negation.search(content_of(before)) is not None
    return bool(matter.words) and denied != (negation.search(said) is not None) and matter.share(identities.rewrite(said).lower()) >= FAR


def _is_his(witness: Witness, found: re.Match[str], who: Span, inside: bool, words: _Words) -> bool:
    """Whether what was said before is of whoever tells it otherwise: by name, by a word for him, or in his sentence by nobody."""
    start = max([0, *(stop.end() for stop in _CLAUSE.finditer(witness.shadow, max(0, found.start() - 40), found.start()))])
    subject = subject_of(witness, start, found.start("verb"))
    told = witness.lowered[start : found.start("verb")]
    name = witness.lowered[slice(*who)].strip()
    if name in told or words.itself.search(told):
        return True
    if subject is None:
        return inside
    return bool(words_of(name) & words_of(witness.lowered[slice(*subject)]))
