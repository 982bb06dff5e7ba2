"""People's corrections laid over readings and relations: pure; what a correction names and is not there is passed over.

Its words are those of the article in either script.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from rashomon.accounts.receipts import sentence_of
from rashomon.languages import fold
from rashomon.model import (
    Alias,
    Article,
    Attribution,
    AttributionFix,
    Corrections,
    Evidence,
    Figure,
    FigureFix,
    Name,
    Reading,
    Relation,
    RelationFix,
)

KEPT = ("measure", "low", "high", "group", "where", "when")
"""Fields of a figure that a correction may give."""


def correct_readings(readings: Mapping[str, Reading], articles: Sequence[Article], corrections: Corrections) -> dict[str, Reading]:
    """The readings, by path, with people's corrections of figures, attributions and names, in the order they were made."""
    corrected = dict(readings)
    paths: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        paths[article.article].append(article.path)
        paths[article.path].append(article.path)
    for fix in corrections:
        if isinstance(fix, FigureFix | AttributionFix):
            for path in paths.get(fix.article, ()):
                corrected[path] = _fix(corrected[path], fix)
    bound = _bind([fix for fix in corrections if isinstance(fix, Alias)])
    if bound:
        entities = _entities(bound, readings)
        corrected = {path: _rename(reading, bound, entities) for path, reading in corrected.items()}
    return corrected


def _fix(reading: Reading, fix: FigureFix | AttributionFix) -> Reading:
    if isinstance(fix, FigureFix):
        meant = _find_figures(reading.figures, fix.words)
        figures = (_fix_figure(figure, fix) if figure in meant else figure for figure in reading.figures)
        return msgspec.structs.replace(reading, figures=tuple(figure for figure in figures if figure))
    said = (_fix_attribution(attribution, fix) for attribution in reading.attributions)
    return msgspec.structs.replace(reading, attributions=tuple(attribution for attribution in said if attribution))


def _find_figures(figures: Sequence[Figure], words: str) -> list[Figure]:
    """The figures with some words; where none has them, those whose words hold them whole, if these are all one: 38人 of 死者增至38人."""
    sought = fold(words)
    same = [figure for figure in figures if fold(figure.text) == sought]
    around = re.compile(rf"(?<![0-9.,]){re.escape(sought)}(?![0-9.,])")
    part = [figure for figure in figures if around.search(fold(figure.text))] if sought else []
    return same or (part if len({fold(figure.text) for figure in part}) == 1 else [])


def _fix_figure(figure: Figure, fix: FigureFix) -> Figure | None:
    if fix.drop:
        return None
    given: dict[str, Any] = {name: value for name in KEPT if (value := getattr(fix, name)) is not None}
    if ("low" in given) != ("high" in given):  # one end alone makes the other open
        given = {"low": None, "high": None} | given
    if fix.source:
        given["chain"] = (*figure.chain[:-1], fix.source)
    return msgspec.structs.replace(figure, **given)


def _fix_attribution(attribution: Attribution, fix: AttributionFix) -> Attribution | None:
    if fold(fix.words) not in fold(attribution.content):
        return attribution
    if fix.drop:
        return None
    if not fix.speaker:
        return attribution
    chain = (*attribution.chain[:-1], fix.speaker)
    return msgspec.structs.replace(attribution, speaker=fix.speaker, chain=chain, chain_spans=())


def _bind(aliases: Iterable[Alias]) -> dict[str, str]:
    """Folded form -> the form that stands for it; aliases that share a form are one."""
    stands: dict[str, str] = {}
    for alias in aliases:
        forms = [fold(name).lower() for name in alias.names]
        first = next((stands[form] for form in forms if form in stands), forms[0])
        for form in forms:
            old = stands.get(form, form)
            stands = {key: first if value == old else value for key, value in stands.items()} | {form: first}
    return stands


def _entities(bound: Mapping[str, str], readings: Mapping[str, Reading]) -> dict[str, str]:
    """The form that stands for others -> the entity that all of them are: the first that any of them was linked to."""
    linked: dict[str, set[str]] = defaultdict(set)
    for reading in readings.values():
        for name in reading.names:
            form = bound.get(fold(name.text).lower())
            if form and name.entity:
                linked[form].add(name.entity)
    return {form: min(linked.get(form, ()), default=f"alias:{form}") for form in set(bound.values())}


def _rename(reading: Reading, bound: Mapping[str, str], entities: Mapping[str, str]) -> Reading:
    def linked(name: Name) -> Name:
        form = bound.get(fold(name.text).lower())
        return msgspec.structs.replace(name, entity=entities[form]) if form else name

    return msgspec.structs.replace(reading, names=tuple(linked(name) for name in reading.names))


def correct_relations(relations: Iterable[Relation], corrections: Corrections) -> tuple[Relation, ...]:
    """The relations with people's corrections: of another kind, or left out."""
    fixes = [fix for fix in corrections if isinstance(fix, RelationFix)]
    kept = []
    for relation in relations:
        kind: str | None = relation.kind
        for fix in fixes:
            if _is_of(relation, fix):
                kind = fix.relation
        if kind == relation.kind:
            kept.append(relation)
        elif kind:
            kept.append(msgspec.structs.replace(relation, kind=kind, why={"code": "corrected"}))
    return tuple(kept)


def _is_of(relation: Relation, fix: RelationFix) -> bool:
    forward = _holds(relation.a, fix.a) and _holds(relation.b, fix.b)
    return forward or (_holds(relation.a, fix.b) and _holds(relation.b, fix.a))


def _holds(side: Sequence[Evidence], claim: tuple[str, str]) -> bool:
    article, words = claim
    return any(article in (e.article, e.path) and fold(words) in fold(e.sentence) for e in side)


def find_missing(articles: Sequence[Article], readings: Mapping[str, Reading], corrections: Corrections) -> list[str]:
    """What corrections name and is not there, in words for people."""
    by_name = {name: article for article in articles for name in (article.article, article.path)}
    missing = []
    for fix in corrections:
        claims = [(fix.article, fix.words)] if isinstance(fix, FigureFix | AttributionFix) else []
        claims += [fix.a, fix.b] if isinstance(fix, RelationFix) else []
        for name, words in claims:
            article, sought = by_name.get(name), fold(words)
            if article is not None and sought not in fold(article.text):
                missing.append(f"{words!r} does not stand in {article.path}; give words as its text has them, in either script")
            elif isinstance(fix, FigureFix) and article is not None and not _find_figures(readings[article.path].figures, words):
                at = fold(article.text).index(sought)
                near = [f.text for f in readings[article.path].figures if sentence_of(article, f.start) == sentence_of(article, at)]
                missing.append(f"{words!r} is no figure of {article.path}" + (f"; in its sentence: {', '.join(near)}" if near else ""))
    return missing
