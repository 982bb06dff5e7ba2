"""Denials: one says it is so, and in the same breath another says it is not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from rashomon.accounts.claims import Claim, name_origin, outlet_key
from rashomon.accounts.contrasts import words_for
from rashomon.accounts.features import features
from rashomon.accounts.passages import Passages
from rashomon.accounts.relating import relate
from rashomon.accounts.wording import wording
from rashomon.languages import fold
from rashomon.model import Attribution, Relation

BESIDE = 3  # sentences between what is said and its denial: newsrooms put the two together
AROUND = 4  # sentences on either side of a denial in which its people are named
LATIN = 4  # letters from which a word is of the matter and not of grammar
SHARE = 0.2  # of the denial's words that the claim must hold: beneath it the two only touch; read by eye on sixty stories of a month
TOUCHED = 0.12  # the same where the denier calls it untrue in so many words
OPENING = 28  # characters of what is said in which it is called untrue: further in, something else is
RARE = 24  # sentences of the story that may hold a word by which a denial is known to be of a claim


class Denial(msgspec.Struct, frozen=True, kw_only=True):
    """What one says and another denies, as one article sets them side by side."""

    said: Claim
    denied: Claim


def find_denials(statements: Sequence[Claim], passages: Passages) -> tuple[Denial, ...]:
    """Statements under a cue of denial, each with the nearest one of somebody else that speaks of the denier and of what is denied.

    Precise and few: a denial of what the article does not give, or gives far from it, is left alone.
    """
    found = []
    for mine in _by_article(statements):
        for denied in mine:
            if denies(denied):
                said = _said(denied, mine, passages)
                if said:
                    found.append(Denial(said=said, denied=denied))
    return tuple(sorted(found, key=lambda denial: denial.denied.order))


def find_rejections(statements: Sequence[Claim], passages: Passages) -> tuple[Denial, ...]:
    """Statements that open by calling what somebody else says untrue, each with the nearest such thing that the article has been told.

    Who says it need not speak of who rejects it, as with a denial; so their words must be alike in rarer ones, and their names in none.
    """
    found = []
    for mine in _by_article(statements):
        for denied in mine:
            sentences = denied.witness.article.sentences
            if denies(denied) or not _rejects(denied) or not denied.chain or denied.sentence not in sentences[1:]:
                continue
            at = sentences.index(denied.sentence)
            who = words_of(denied.chain[-1])
            what = words_of(_content(denied)) - who
            near = []
            for claim in mine:
                away = at - sentences.index(claim.sentence) if claim.sentence in sentences[1:] else BESIDE + 1
                if not 0 <= away <= BESIDE or denies(claim) or _rejects(claim) or _akin(claim, denied) or _relays(claim, denied):
                    continue
                shared = what & words_of(_content(claim))
                if len(shared) >= TOUCHED * len(what) and any(passages.likeness.spread(word) <= RARE for word in shared):
                    near.append((away, -claim.start, claim))
            if near:
                found.append(Denial(said=min(near, key=lambda entry: entry[:2])[2], denied=denied))
    return tuple(sorted(found, key=lambda denial: denial.denied.order))


def _by_article(statements: Sequence[Claim]) -> list[list[Claim]]:
    """The statements of each article that repeats no other."""
    by_path: dict[str, list[Claim]] = defaultdict(list)
    for claim in statements:
        if claim.witness.root == claim.witness.article.path:
            by_path[claim.witness.article.path].append(claim)
    return [mine for _, mine in sorted(by_path.items())]


def _says_no(claim: Claim) -> bool:
    return denies(claim) or _rejects(claim)


def _rejects(claim: Claim) -> bool:
    words = words_for(claim.witness.article.language)
    return bool(words and words.untrue.search(fold(_content(claim))[:OPENING]))


def _akin(a: Claim, b: Claim) -> bool:
    """Whether two statements may come from one side: their sources share words."""
    return a.origin == b.origin or any(words_of(one) & words_of(other) for one in (*a.chain, a.origin) for other in (*b.chain, b.origin))


def relate_denials(denials: Sequence[Denial], tellings: Sequence[Sequence[Claim]]) -> Iterator[Relation]:
    """Each denial against what it denies: a is who says it, b is who denies it.

    tellings: the statements of the story, those that report one together. An article that sets the two against each other shows how every
    other report of either stands to the other.
    """
    place = {_key(claim): at for at, told in enumerate(tellings) for claim in told}
    seen: set[tuple[int, int]] = set()
    for one in denials:
        a, b = place[_key(one.said)], place[_key(one.denied)]
        if a != b and (a, b) not in seen:
            seen.add((a, b))
            said = [claim for claim in tellings[a] if not _says_no(claim)]
            denied = [claim for claim in tellings[b] if _says_no(claim)]
            yield relate("disputes", said, denied, code="denial", a_origin=_worded(one.said), b_origin=_worded(one.denied))


def _key(claim: Claim) -> tuple[str, int, int]:
    return claim.witness.article.path, claim.start, claim.end


def _worded(claim: Claim) -> str:
    """Who says it, as the article words it."""
    return claim.chain[-1] if claim.chain else name_origin(claim.origin)


def denies(claim: Claim) -> bool:
    """Whether a statement stands under a cue that says it is not so."""
    words = wording(claim.witness.article.language).denied
    return bool(words and isinstance(claim.told, Attribution) and words.search(fold(claim.told.cue).lower()))


def _said(denied: Claim, mine: Sequence[Claim], passages: Passages) -> Claim | None:
    sentences = denied.witness.article.sentences
    at = sentences.index(denied.sentence) if denied.sentence in sentences else 0
    if not at or not denied.chain:
        return None  # a headline only announces it
    who = words_of(denied.chain[-1])
    what = words_of(_content(denied)) - who
    near = []
    for claim in mine:
        away = sentences.index(claim.sentence) - at if claim.sentence in sentences[1:] else BESIDE + 1
        if abs(away) > BESIDE or claim.origin == denied.origin or denies(claim) or _relays(claim, denied):
            continue
        if not _one_mouth(claim, who):
            content = words_of(_content(claim))
            shared = what & content
            known = any(passages.likeness.spread(word) <= RARE for word in shared)
            if known and len(shared) >= SHARE * len(what) and len(who & content) >= min(2, len(who)):
                near.append((abs(away), away > 0, claim.start, claim))
    return min(near, key=lambda entry: entry[:3])[3] if near else None


def _relays(claim: Claim, denied: Claim) -> bool:
    """Whether a statement only tells of the denial itself, or is an outlet's report of somebody's words: it says nothing that is denied."""
    if claim.sentence == denied.sentence and claim.start <= denied.start < claim.end:
        return True
    states = wording(claim.witness.article.language).states
    return bool(outlet_key(claim.origin) and states and states.search(fold(_content(claim))))


def _one_mouth(claim: Claim, who: frozenset[str]) -> bool:
    """Whether a statement comes from the denier under another name: the ministry and its spokesman."""
    speaker = words_of(claim.chain[-1]) if claim.chain else frozenset()
    return not speaker or len(speaker & who) >= min(2, len(speaker))


def _content(claim: Claim) -> str:
    return claim.told.content if isinstance(claim.told, Attribution) else ""


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
