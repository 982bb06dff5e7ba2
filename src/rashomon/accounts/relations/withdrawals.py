"""Withdrawals: counts that were told and then taken back, deleted or left unconfirmed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import figure_of, value_of
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.amounts import find_amounts
from rashomon.model.article import Span

BEFORE = 2  # sentences before the one that takes back, in which the count may stand
OPENING = 16  # characters before the words that take back a count of another sentence: further in they are of what their own has told


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """One article's report that a count was taken back."""

    witness: Witness
    sentence: Span  # the sentence that takes it back
    figures: tuple[Claim, ...]  # the count in that article's own words


def find_withdrawals(witnesses: Sequence[Witness], figures: Sequence[Claim]) -> tuple[Withdrawal, ...]:
    """Sentences that take a count back, with the count: in the same sentence up to the words' end, else in the nearest before it."""
    told: Mapping[str, list[Claim]] = _by_path(figures)
    found = []
    for witness in witnesses:
        mine = told.get(witness.article.path)
        pattern = wording(witness.article.language).withdrawn
        if not mine or not pattern:
            continue
        for at, (start, end) in enumerate(witness.article.sentences):
            if (start, end) in witness.unheard:
                continue
            match = pattern.search(witness.shadow, start, end)
            if not match:
                continue
            before = BEFORE if match.start() - start <= OPENING else 0
            near = _nearest(mine, witness.article.sentences[max(0, at - before) : at + 1], match.end()) or _set_right(mine, (start, end))
            if near := _named(near, figures, match.span()):
                found.append(Withdrawal(witness=witness, sentence=(start, end), figures=near))
    return tuple(found)


def withdrawn_figures(withdrawals: Sequence[Withdrawal]) -> dict[str, list[Claim]]:
    """Measure -> the counts taken back."""
    by_measure: dict[str, list[Claim]] = defaultdict(list)
    for withdrawal in withdrawals:
        for claim in withdrawal.figures:
            by_measure[figure_of(claim).measure].append(claim)
    return by_measure


def sentences_taken_back(withdrawals: Sequence[Withdrawal], figures: Sequence[Claim]) -> frozenset[tuple[str, Span]]:
    """(path, sentence) of the sentences that give a count which was taken back, but for those that say so."""
    values = {(measure, value_of(claim)) for measure, claims in withdrawn_figures(withdrawals).items() for claim in claims}
    giving = {(c.witness.article.path, c.sentence) for c in figures if (figure_of(c).measure, value_of(c)) in values}
    return frozenset(giving - {(w.witness.article.path, w.sentence) for w in withdrawals})


def explained_by(withdrawals: Sequence[Withdrawal]) -> frozenset[tuple[str, str, object]]:
    """(path, measure, value) of the counts taken back: the same number as another measure there only says what it had been taken for."""
    return frozenset((w.witness.article.path, figure_of(c).measure, value_of(c)) for w in withdrawals for c in w.figures)


def explains(claim: Claim, taken_back: frozenset[tuple[str, str, object]]) -> bool:
    """Whether a count stands where its number is taken back as another measure's: 61人死亡 was wrong, 61 lie in hospital."""
    figure, path = figure_of(claim), claim.witness.article.path
    return any(path == other and value_of(claim) == value and figure.measure != measure for other, measure, value in taken_back)


def takes_back(claim: Claim, withdrawals: Sequence[Withdrawal]) -> bool:
    """Whether a count is given only to say that it was taken back."""
    return any(claim in withdrawal.figures for withdrawal in withdrawals)


def as_claim(withdrawal: Withdrawal) -> Claim:
    """The sentence that takes a count back, as a claim of its own."""
    figure = withdrawal.figures[0]
    return Claim(
        witness=withdrawal.witness,
        start=withdrawal.sentence[0],
        end=withdrawal.sentence[1],
        sentence=withdrawal.sentence,
        day=withdrawal.witness.day,
        chain=figure.chain,
        origin=figure.origin,
        told=figure.told,
    )


def _by_path(figures: Sequence[Claim]) -> dict[str, list[Claim]]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in figures:
        told[claim.witness.article.path].append(claim)
    return told


def _nearest(claims: Sequence[Claim], sentences: Sequence[Span], before: int) -> tuple[Claim, ...]:
    """The one count of the nearest sentence that has any; a sentence with counts of several values is not plain enough."""
    for sentence in reversed(sentences):
        told = [claim for claim in claims if claim.sentence == sentence and claim.start < before]
        here = [claim for claim in told if not _is_renewed(claim)]
        if told and not here:
            return ()  # 修正为128人: the count that stands
        if here:
            totals = [claim for claim in here if figure_of(claim).scope != "part"] or here
            return (totals[0],) if len({value_of(claim) for claim in totals}) == 1 else ()
    return ()


def _named(near: Sequence[Claim], figures: Sequence[Claim], told: Span) -> tuple[Claim, ...]:
    """What is taken back by its number (更正7日公布的112人，应为108人) instead of the count before it, where the story gives it; else that.

    told: the words that take it back, which give the number.
    """
    if not near or told[0] <= near[0].start:
        return tuple(near)
    claim, figure = near[0], figure_of(near[0])
    amounts = find_amounts(claim.witness.shadow, *told, claim.witness.article.language)
    amount = next((amount for amount in amounts if amount.kind == "people"), None)
    if amount is None:
        return tuple(near)
    low = int(amount.value)
    if not any(figure_of(other).measure == figure.measure and value_of(other) == (low, low) for other in figures):
        return ()
    told_of = msgspec.structs.replace(figure, start=amount.start, end=amount.end, low=low, high=low)
    return (msgspec.structs.replace(claim, start=amount.start, end=amount.end, told=told_of),)


def _set_right(claims: Sequence[Claim], sentence: Span) -> tuple[Claim, ...]:
    """The number that a sentence sets right in a word (应为19人，而非9人), as a count of what the right one is of."""
    renewed = [claim for claim in claims if claim.sentence == sentence and _is_renewed(claim)]
    for claim in renewed[:1]:
        rather = wording(claim.witness.article.language).rather
        said = rather.search(claim.witness.lowered, claim.end, sentence[1]) if rather else None
        if said is None:
            return ()
        for amount in find_amounts(claim.witness.shadow, said.end(), sentence[1], claim.witness.article.language):
            if amount.kind == "people" and amount.start <= said.end() + 1:
                low = int(amount.value)
                told = msgspec.structs.replace(figure_of(claim), start=amount.start, end=amount.end, low=low, high=low)
                return (msgspec.structs.replace(claim, start=amount.start, end=amount.end, told=told),)
    return ()


def _is_renewed(claim: Claim) -> bool:
    """Whether a count is what another was corrected to."""
    words, figure = wording(claim.witness.article.language).renewed, figure_of(claim)
    return bool(words and words.search(claim.witness.lowered, max(claim.sentence[0], figure.start - OPENING), figure.end))
