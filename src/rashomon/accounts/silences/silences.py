"""Silences: facts that several outlets carry and one that went on writing about the story does not.

An outlet is called silent only where nothing in its articles can be taken for the fact in any wording: a wrong silence is
an accusation, a missed one is not.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.counted import days_between, figure_of, value_of
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording
from rashomon.accounts.comparing.passages import Passages
from rashomon.accounts.identities.identities import Identities
from rashomon.accounts.receipts import evidence_of
from rashomon.accounts.relations.denials import Denial, people_in, words_of
from rashomon.accounts.relations.denied import denies
from rashomon.accounts.relations.withdrawals import Withdrawal, as_claim
from rashomon.accounts.series.series import Row
from rashomon.accounts.silences.absences import find_absentees
from rashomon.accounts.silences.elsewhere import names_of
from rashomon.accounts.silences.missing_amounts import find_missing_amounts
from rashomon.accounts.silences.missing_counts import find_missing_counts
from rashomon.accounts.silences.press import Press, gather_press, independent
from rashomon.accounts.silences.unsaid import find_unsaid
from rashomon.accounts.timeline.timeline import Fact
from rashomon.model import Silence, Sought

TOGETHER = 3  # days within which two articles tell of one denial
CARRIED_BY = 2  # outlets from which a fact is known
SAME_PEOPLE = 2  # people by whose names two articles are known to tell of one denial
BESIDE = 120  # characters around a fact within which an outlet that is cited may be where it comes from
EVIDENCES = 12


def find_silences(
    rows: Sequence[Row],
    facts: Sequence[Fact],
    withdrawals: Sequence[Withdrawal],
    denials: Sequence[Denial],
    witnesses: Sequence[Witness],
    passages: Passages,
    identities: Identities,
    *,
    first: str,
) -> tuple[Silence, ...]:
    """Facts told by several outlets and the outlets that never give them, by the day they were known.

    first: ISO 8601 day the story began on; what was known before, as texts posted again tell it, is no news that anyone could leave out.
    """
    press = gather_press(witnesses)
    if len(press.articles) <= CARRIED_BY:
        return ()
    names = names_of(witnesses, identities)
    silences = [
        _silence(
            count.claims[0],
            count.claims,
            count.carriers,
            count.silent,
            since=count.since,
            sought=Sought(number=figure_of(count.claims[0]).low, beside=names),
        )
        for count in find_missing_counts(rows, press)
    ]
    silences += [
        _silence(one.claims[0], one.claims, one.carriers, one.silent, since=one.since, sought=Sought(forms=writings))
        for one, writings in find_missing_amounts(press)
    ]
    silences += _on_facts(facts, press, passages, names)
    silences += _on_withdrawals(withdrawals, press, names)
    silences += _on_denials(denials, press)
    silences += _on_names(witnesses, identities, press, names)
    tongues = {witness.article.path: witness.tongue for witness in witnesses}
    heard = [known for silence in silences if silence and (known := _unheard(silence, press, tongues))]
    told = {(silence.fact, silence.silent): silence for silence in heard if silence.known_since >= first}
    return tuple(sorted(told.values(), key=lambda silence: (silence.known_since, silence.fact, silence.silent)))


def _on_withdrawals(withdrawals: Sequence[Withdrawal], press: Press, names: tuple[str, ...]) -> list[Silence | None]:
    """A count taken back, and the outlets none of whose articles takes anything back: some of them go on giving it."""
    by_value: dict[tuple[str, tuple[int | None, int | None]], list[Withdrawal]] = defaultdict(list)
    for withdrawal in withdrawals:
        for claim in withdrawal.figures:
            by_value[(figure_of(claim).measure, value_of(claim))].append(withdrawal)
    found: list[Silence | None] = []
    for (_, (low, high)), reports in sorted(by_value.items(), key=lambda item: str(item[0])):
        carriers = {report.witness.name for report in reports}
        if len({report.witness.root for report in reports}) >= CARRIED_BY <= len(carriers):
            told = sorted((as_claim(report) for report in reports), key=lambda claim: claim.order)
            silent = [
                o for o in press.articles if o not in carriers and press.wrote(o, told[0].witness) and not _takes_back(press.heard[o])
            ]
            found.append(_silence(told[0], told, carriers, silent, sought=Sought(number=low or high, beside=names)))
    return found


def _on_denials(denials: Sequence[Denial], press: Press) -> list[Silence | None]:
    """What one says and another denies, told with the same people named; silent is who names none of them and tells no denial.

    Names join two tellings across languages, where words do not.
    """
    found: list[Silence | None] = []
    together = [one for one in denials if one.said.witness is one.denied.witness and denies(one.denied)]
    for at, first in enumerate(together):
        people = people_in(first)
        kin = [first]
        shared: set[str] = set()
        for other in together[at + 1 :]:
            same = set(people) & set(named := people_in(other))
            if len(same) >= SAME_PEOPLE and abs(days_between(first.denied.witness.day, other.denied.witness.day)) <= TOGETHER:
                kin.append(other)
                shared |= {form for last in same for form in people[last] | named[last]}
        claims = [claim for one in kin for claim in (one.said, one.denied)]
        if independent(claims) >= CARRIED_BY:
            since = min(claims, key=lambda claim: claim.order)
            carriers = {claim.outlet for claim in claims}
            silent = [
                outlet
                for outlet in press.articles
                if outlet not in carriers
                and press.wrote(outlet, since.witness)
                and not any(_tells_denial(w, kin, shared) for w in press.heard[outlet])
            ]
            found.append(_silence(since, claims, carriers, silent, sought=Sought(forms=tuple(sorted(shared)))))
    return found


def _tells_denial(witness: Witness, denials: Sequence[Denial], names: set[str]) -> bool:
    """Whether an article names one of the people, or denies anything where it speaks of the denier or of what was denied."""
    shadow = witness.lowered
    if any(name in shadow for name in names):
        return True
    cue = wording(witness.article.language).denied
    matter = [words_of(one.denied.witness.shadow[slice(*one.denied.sentence)]) for one in denials]
    return any(
        bool(cue and cue.search(shadow, start, end)) and any(len(words & words_of(shadow[start:end])) > 1 for words in matter)
        for start, end in witness.article.sentences
    )


def _on_names(witnesses: Sequence[Witness], identities: Identities, press: Press, names: tuple[str, ...]) -> list[Silence | None]:
    """Whom a headline names, in the outlets that never do: nothing that is told of them is there."""
    days = {outlet: [witness.day for witness in own] for outlet, own in press.articles.items()}
    found: list[Silence | None] = []
    for absentee in find_absentees(witnesses, identities, press.heard, days):
        told = [(witness, *sentence) for witness, sentence in absentee.sentences]
        witness, start, end = told[0]
        found.append(
            Silence(
                fact=witness.article.text[start:end].strip(),
                known_since=absentee.since,
                carried_by=tuple(sorted({w.name for w, *_ in told})),
                silent=absentee.silent,
                sought=_beside(absentee.forms, names),
                evidence=tuple(evidence_of(w.article, a, b) for w, a, b in told[:EVIDENCES]),
            )
        )
    return found


def _beside(forms: tuple[str, ...], names: tuple[str, ...]) -> Sought:
    """Forms of names, sought beside what else the story is about."""
    return Sought(forms=forms, beside=tuple(name for name in names if not any(name in form or form in name for form in forms)))


def _takes_back(witnesses: Sequence[Witness]) -> bool:
    """Whether any of an outlet's articles holds words that take a count back."""
    patterns = ((wording(witness.article.language).withdrawn, witness.shadow) for witness in witnesses)
    return any(pattern.search(shadow) for pattern, shadow in patterns if pattern)


def _on_facts(facts: Sequence[Fact], press: Press, passages: Passages, names: tuple[str, ...]) -> list[Silence | None]:
    """A fact in words that nothing an outlet wrote comes near."""
    return [
        _silence(one.claims[0], one.fact.claims, one.fact.outlets, one.silent, sought=Sought(words=tuple(sorted(one.words)), beside=beside))
        for one in find_unsaid(facts, press, passages)
        for beside in (names if all(_speaks_of(claim, names) for claim in one.claims) else (),)
    ]


def _speaks_of(claim: Claim, names: tuple[str, ...]) -> bool:
    """Whether a sentence bears one of some names: what does not, may be told in any story."""
    sentence = claim.witness.shadow[slice(*claim.sentence)].lower()
    return any(name in sentence for name in names)


def _unheard(silence: Silence, press: Press, tongues: Mapping[str, str]) -> Silence | None:
    """The silence without the outlets that a carrier has it from, and those that write in another language, in which only a number can be
    looked for; None where nobody is left."""
    read = {tongues[evidence.path] for evidence in silence.evidence} if silence.sought.number is None else set(tongues.values())
    sources = {
        outlet
        for evidence in silence.evidence
        for at, outlet in press.cited.get(evidence.path, ())
        if at < 0 or evidence.start - BESIDE <= at < evidence.end + BESIDE
    }
    silent = tuple(
        outlet for outlet in silence.silent if outlet not in sources and {tongues[w.article.path] for w in press.heard[outlet]} <= read
    )
    return msgspec.structs.replace(silence, silent=silent) if silent else None


def _silence(
    first: Claim,
    claims: Sequence[Claim],
    carriers: Collection[str],
    silent: Sequence[str],
    *,
    sought: Sought,
    since: str | None = None,
) -> Silence | None:
    if not silent or not first.witness.day:
        return None
    start, end = first.sentence
    return Silence(
        fact=first.witness.article.text[start:end].strip(),
        known_since=since or first.witness.day,
        carried_by=tuple(sorted(carriers)),
        silent=tuple(silent),
        sought=sought,
        evidence=tuple(claim.evidence for claim in claims[:EVIDENCES]),
    )
