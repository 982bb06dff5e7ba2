"""Denying: the statements of a story that something is not so, with what they deny as the story names it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from rashomon.accounts.claims.claims import Claim, office_in
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.clauses import content_words, words_in
from rashomon.accounts.comparing.contrasts import words_for
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.relations.denied import content_of, deed_of, matter_of, points
from rashomon.languages import fold
from rashomon.model import Attribution

_SHORTEST, _ENDING = 5, 3  # letters of a word that stay, and of its ending that go


class Denied(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that denies, with what it denies."""

    claim: Claim
    words: frozenset[str]  # of what is denied, without names and the denier's; none where it only points at what was said
    said: frozenset[str]  # all that stand behind a first 是; none where there is none
    deed: str
    who: frozenset[str]  # words of the denier
    turned: bool  # whether what is denied denies something itself
    names: frozenset[str]  # that it bears
    whose: frozenset[str]  # those whose something it is
    points: bool  # whether it answers what was said right before it: it only points at that, as 这一说法, or says what is true instead

    def is_of(self, text: str) -> bool:
        """Whether a text bears a name that is in what is denied, or else the denier's."""
        return any(word in text for word in self.names or self.who)

    @property
    def is_latin(self) -> bool:
        """Whether what is denied stands in a language whose verbs no dictionary here tells."""
        return all(word.isascii() for word in self.words)

    def says_of_it(self, text: str) -> bool:
        """Whether a text holds anything of what is denied to be so of a thing: 撤军是失败 is not said by who tells of 撤军."""
        return not self.said or any(word in text for word in self.said)

    def held(self, text: str) -> int:
        """How many of the words of what is denied a text holds."""
        return sum(word in text for word in self.words)

    def share(self, text: str) -> float:
        """How many of the words of what is denied a text holds, 0 to 1."""
        return self.held(text) / max(1, len(self.words))


def read_denials(statements: Sequence[Claim], pointed: Sequence[Claim], identities: Identities) -> tuple[Denied, ...]:
    """Every denial that stands for itself, not in somebody's words. pointed: those that do not say what they deny."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in statements:
        by_article[claim.witness.article.path].append(claim)
    found = [read_matter(claim, "", points=True, identities=identities) for claim in pointed if not _is_quoted(claim, by_article)]
    for claim in statements:
        own = claim.chain and claim.witness.root == claim.witness.article.path
        if own and (matter := matter_of(claim)) is not None and not _is_inside(claim, by_article):
            found.append(read_matter(claim, matter, points=points(claim), identities=identities))
    return tuple(found)


def _is_inside(claim: Claim, by_article: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether a denial stands inside what somebody says: he tells that another denies it."""
    cue = claim.told.cue_span if isinstance(claim.told, Attribution) else None
    others = by_article[claim.witness.article.path]
    return cue is not None and any(other.start <= cue[0] and cue[1] <= other.end for other in others if other is not claim)


def _is_quoted(claim: Claim, by_article: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether somebody's own words hold a denial; behind reported ones it is the outlet's next clause."""
    told = (other for other in by_article.get(claim.witness.article.path, ()) if other.start <= claim.start and claim.end <= other.end)
    return any(isinstance(other.told, Attribution) and other.told.type == "direct" for other in told)


def read_matter(claim: Claim, matter: str, *, points: bool, identities: Identities) -> Denied:
    """A denial, with what it denies as the story names it."""

    def plain(text: str) -> str:
        return identities.rewrite(text).lower()

    tag = claim.witness.article.language
    words = words_for(tag)
    full = plain(fold(claim.told.chain[-1])) if isinstance(claim.told, Attribution) and claim.told.chain else ""
    office = office_in(full, wording(tag)) or ""
    who = frozenset({*content_words(plain(fold(claim.chain[-1])), tag), *content_words(office, tag)})
    bare, said = plain(matter), plain(content_of(claim))
    held = bare or (said if points else "")
    names = frozenset(form for name in claim.witness.reading.names if (form := plain(fold(name.text))) in held)
    whose = frozenset(name for name in names if words and words.whose.match(said, said.index(name) + len(name)))
    for name in sorted(names, key=len, reverse=True):
        bare = bare.replace(name, " ")
    done = {word for word in words_in(bare) if not (words and words.light.search(word))}
    told = frozenset(map(_stem, done.intersection(content_words(bare, tag)) or done))
    return Denied(
        claim=claim,
        words=told - who,
        said=_behind_copula(bare, words.copula) if words else frozenset(),
        deed=deed_of(matter, tag),
        who=who,
        turned=bool(words and words.negation.search(matter)),
        names=names,
        whose=whose,
        points=points,
    )


def _stem(word: str) -> str:
    """A word as far as its other forms share it: complaints, complained. Words in Han characters have one form."""
    return word[: max(_SHORTEST, len(word) - _ENDING)] if word.isascii() else word


def _behind_copula(matter: str, copula: re.Pattern[str]) -> frozenset[str]:
    """The words of what is denied that stand behind a word for being, where something stands before it."""
    found = copula.search(matter)
    return frozenset(words_in(matter[found.end() :])) if found and matter[: found.start()].strip() else frozenset()
