"""Claims: a figure, a statement or a happening as one article gives it, with where it first came from."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from rashomon.accounts.claims.deeds import DEEDS, find_deed_day
from rashomon.accounts.claims.headlines import NOTHING_SHORT, body_start, find_in_full, is_parted
from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import Wording, wording
from rashomon.accounts.identities.identities import BRACKET, Identities
from rashomon.accounts.receipts import evidence_of, sentence_of
from rashomon.languages import fold
from rashomon.model import Attribution, Evidence, Figure, Happening
from rashomon.model.article import Span
from rashomon.outlets import find_outlet


class Claim(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one article says on one point."""

    witness: Witness
    start: int
    end: int
    sentence: Span
    day: str  # the day it holds for: as-of day of a figure, day of a happening, day of the article for a statement
    chain: tuple[str, ...] = ()
    origin: str  # whom it comes from in the end; equal for claims that repeat one source
    told: Figure | Attribution | Happening

    @property
    def outlet(self) -> str:
        return self.witness.name

    @property
    def evidence(self) -> Evidence:
        return evidence_of(self.witness.article, self.start, self.end, self.sentence)

    @property
    def order(self) -> tuple[float, str, int, int]:
        """Sorts claims by when they were told."""
        return (self.witness.instant, self.witness.article.path, self.start, self.end)


class Claims(msgspec.Struct, frozen=True, kw_only=True):
    """All claims of a story, each kind by when it was told."""

    figures: tuple[Claim, ...]
    statements: tuple[Claim, ...]
    happenings: tuple[Claim, ...]


def lay_out(witnesses: Sequence[Witness], identities: Identities) -> Claims:
    """Every claim of the story's articles; sentences that an outlet posted again are heard once.

    A version of a later day under a new headline gives the counts that it keeps anew: so they stand on its day too.
    """
    figures: list[Claim] = []
    statements: list[Claim] = []
    happenings: list[Claim] = []
    for witness in witnesses:
        reading, body, full = witness.reading, body_start(witness), find_in_full(witness)
        chains = _chains(witness)
        sourced, dated = _sourced(witness, chains), _dated(witness)
        for figure in reading.figures:
            value = (figure.measure, figure.low, figure.high)
            day = figure.when or witness.day
            if day == witness.day and figure.start < body:
                day = dated.get(value, day)
            chain = _chain_of(witness, figure, chains) or sourced.get(value, ())
            _add(figures, witness, figure, day, _in_full(chain, full if figure.start < body else NOTHING_SHORT), identities)
        for attribution in reading.attributions:
            chain = (*attribution.chain[:-1], attribution.speaker or attribution.chain[-1]) if attribution.chain else ()
            named = attribution.chain if chain and chain[-1] in attribution.chain[-1] else chain  # with the post: police chief Azman Yusof
            if chain and attribution.start < body and attribution.chain[-1] in full:
                chain = named = _in_full(attribution.chain, full)
            _add(statements, witness, attribution, witness.day, chain, identities, named)
        deed_day, behind = find_deed_day(witness)
        for happening in reading.happenings:
            sentence = sentence_of(witness.article, happening.start)
            told_below = happening.start < behind and not happening.anchored and happening.type in DEEDS
            day = deed_day if told_below else happening.date[:10]
            _add(happenings, witness, happening, day, chains.get(sentence, _UNSOURCED).chain, identities)
    by_order = [tuple(sorted(found, key=lambda claim: claim.order)) for found in (figures, statements, happenings)]
    return Claims(figures=by_order[0], statements=by_order[1], happenings=by_order[2])


_Value = tuple[str, int | None, int | None]  # measure, low, high


class _Standing(NamedTuple):
    """The chain under which a sentence stands."""

    start: int  # of its first source or of what it said, whichever comes first
    chain: tuple[str, ...]
    sources: tuple[Span, ...] = ()  # where its members stand


_UNSOURCED = _Standing(0, ())


def _chains(witness: Witness) -> dict[Span, _Standing]:
    """The chain under which a sentence stands: that of its first attribution."""
    chains: dict[Span, _Standing] = {}
    for attribution in witness.reading.attributions:
        if attribution.chain:
            chain = (*attribution.chain[:-1], attribution.speaker or attribution.chain[-1])
            start = min([attribution.start, *[span[0] for span in attribution.chain_spans]])
            chains.setdefault(sentence_of(witness.article, attribution.start), _Standing(start, chain, attribution.chain_spans))
    return chains


def _chain_of(witness: Witness, figure: Figure, chains: dict[Span, _Standing]) -> tuple[str, ...]:
    """A figure's own chain, or that of its sentence where it stands behind the source: 昨有3人受伤，市长何远因此下令…"""
    if figure.chain:
        return figure.chain
    if witness.spaced:
        return ()  # there what is not said by somebody is the narrator's: Reis resigned over a collapse that killed 20, saying …
    standing = chains.get(sentence_of(witness.article, figure.start), _UNSOURCED)
    if is_parted(witness, standing.start, figure.start) or any(start <= figure.start < end for start, end in standing.sources):
        return ()  # 数百名民众要求…: they are counted by the outlet, and not by themselves
    return standing.chain if figure.start >= standing.start else ()


def _sourced(witness: Witness, chains: dict[Span, _Standing]) -> dict[_Value, tuple[str, ...]]:
    """Value -> the chain under which an article gives it; a headline has the source that its article names further down."""
    found: dict[_Value, tuple[str, ...]] = {}
    for figure in witness.reading.figures:
        chain = _chain_of(witness, figure, chains)
        if chain:
            found.setdefault((figure.measure, figure.low, figure.high), chain)
    return found


def _dated(witness: Witness) -> dict[_Value, str]:
    """Value -> the day for which an article gives it first under its headline, which gives none."""
    found: dict[_Value, str] = {}
    body = body_start(witness)
    for figure in witness.reading.figures:
        if figure.when and figure.start >= body:
            found.setdefault((figure.measure, figure.low, figure.high), figure.when)
    return found


def _in_full(chain: tuple[str, ...], full: Mapping[str, str]) -> tuple[str, ...]:
    return (*chain[:-1], full.get(chain[-1], chain[-1])) if chain and full else chain


def _add(
    found: list[Claim],
    witness: Witness,
    told: Figure | Attribution | Happening,
    day: str,
    chain: tuple[str, ...],
    identities: Identities,
    named: Sequence[str] | None = None,
) -> None:
    sentence = sentence_of(witness.article, told.start)
    if sentence in witness.unheard and not (witness.renewed and isinstance(told, Figure)):
        return
    found.append(
        Claim(
            witness=witness,
            start=told.start,
            end=told.end,
            sentence=sentence,
            day=day,
            chain=chain,
            origin=origin_of(witness, chain if named is None else named, identities),
            told=told,
        )
    )


def origin_of(witness: Witness, chain: Sequence[str], identities: Identities) -> str:
    """Whom a claim comes from in the end.

    A cascade, the first that names someone wins: the innermost source of the chain, the sources outside it, the dateline's
    agency, the outlet whose text it repeats, the outlet itself. Offices without a name are one source, the authorities;
    witnesses without a name are their own outlet's.
    """
    words = wording(witness.article.language)
    authorities = False
    for name in reversed(chain):
        form = identities.speaking.get((name, words))
        if form is None:
            form = identities.speaking[(name, words)] = behind(standard_source(name, identities, words), name, identities, words)
        if form in words.authorities:
            authorities = True
        elif form and form not in words.anonymous:
            return form
    if authorities:
        return AUTHORITIES
    article = witness.article
    if article.dateline and article.dateline.agency:
        agency = fold(article.dateline.agency).lower()
        return outlet_key(article.dateline.agency) or identities.outlets.get(agency, agency)
    return witness.key if witness.root == article.path else witness.root_key


AUTHORITIES = "authorities"
_LONGEST_NAME = 16  # characters: an outlet's name is shorter than the phrases that sources come in


@cache
def outlet_key(name: str) -> str | None:
    """The code of the outlet or agency that a source's words name: 法新社, AFP."""
    found = find_outlet(name=name) if len(name) <= _LONGEST_NAME else None
    return found.code if found else None


@cache
def outlet_of(code: str) -> str | None:
    """The name for people of an outlet's code; None where there is no such outlet."""
    found = find_outlet(name=code)
    return found.name if found and found.code == code else None


def name_origin(origin: str) -> str:
    """An origin for people: an outlet by its name, an office or a person as the account knows them."""
    return outlet_of(origin) or origin


def behind(form: str, name: str, identities: Identities, words: Wording) -> str:
    """The office that speaks through a spokesman or a minister: 外交部发言人张三 and 张三 are the foreign ministry.

    Whose post is known by its commonest words is one origin, whatever the words of one article: 财政大臣张三 and 财政部长张三.
    """
    office = office_in(identities.roles.get(form) or identities.rewrite(fold(name)).lower(), words)
    return standard_source(office, identities, words) if office else form


def office_in(source: str, words: Wording) -> str | None:
    """The office that a source's words put before a post in it."""
    found = words.office_post.search(source) if words.office_post else None
    return found.group(1) if found else None


def standard_source(name: str, identities: Identities, words: Wording) -> str:
    """A source's form that stands for it: a person by name without title, an office by its standard name."""
    known = identities.sources.get((name, words))
    if known is None:
        known = identities.sources[(name, words)] = _standard(name, identities, words)
    return known


def _standard(name: str, identities: Identities, words: Wording) -> str:
    bare = BRACKET.sub("", fold(name)).strip() or fold(name)  # 贺澜(Stanley Ho) is who stands outside the bracket
    named = words.called.fullmatch(bare) if words.called else None
    form = identities.rewrite(named["name"] if named else bare).lower().strip(" ，,、：:")
    person = identities.person_in(form, words)
    if person:
        return person
    medium = outlet_key(form) or identities.outlets.get(form) or (outlet_key(words.medium.sub("", form)) if words.medium else None)
    if medium:
        return medium
    if named:
        return identities.bodies.get(form, form)
    if form in identities.posts:
        return identities.posts[form]
    for determiner in (*identities.here, *words.states_of, *words.determiners):
        if form.startswith(determiner) and len(form) > len(determiner) + 1 and form not in words.anonymous:
            form = form[len(determiner) :].lstrip("的 ")
            if determiner not in identities.here:
                break
    form = identities.bodies.get(form, form)
    if form in identities.posts:
        return identities.posts[form]
    if office := identities.offices.find(form):
        return office
    for variant, standard in words.offices:
        if form.endswith(variant):
            form = form[: -len(variant)] + standard
            break
    return identities.offices.find(form) or form
