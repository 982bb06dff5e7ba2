"""Words that an article lays to someone: source, cue, content (PARC's terms), with the chain of who relays whom."""

from bisect import bisect_right

import msgspec

from rashomon.languages import Language
from rashomon.model import Article, Attribution, Name
from rashomon.reading.attributions import wire
from rashomon.reading.attributions.cue_words import CueWords, cue_words
from rashomon.reading.attributions.seams import at_seams
from rashomon.reading.attributions.sources import Sources
from rashomon.reading.attributions.speakers import Speakers
from rashomon.reading.attributions.statements import Statement, find_statements
from rashomon.reading.attributions.turns import Taken, find_turns
from rashomon.reading.ground.clauses import Layout
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.ground.words import cut


def find_attributions(article: Article, language: Language, *, names: tuple[Name, ...]) -> tuple[Attribution, ...]:
    """Find the statements that an article lays to others, by the start of their content.

    names: the article's names, as find_names gives them. `start` and `end` are of the content, without the quotation marks around it.
    """
    if not article.text:
        return ()
    if language.spaced:
        return wire.find_statements(article, language, names=names)
    shadow = shadow_of(article.text)
    lists = cue_words(language)
    words, layout = at_seams(cut(shadow, language.code), names, language), Layout(shadow, lists.saying.beyond)
    sources = Sources(words, layout, lists, names, language)
    speakers = Speakers(article.text, shadow, names, lists, language)
    found = []
    for statement in _in_turns(find_statements(words, layout, lists, sources), find_turns(shadow, sources, language)):
        speaker = speakers.resolve(statement.chain[-1], statement.cue[1])
        found.append(_attribution(article.text, layout, lists, statement, speaker))
    return tuple(sorted(found, key=lambda a: (a.start, a.end, a.chain_spans)))


def _in_turns(found: list[Statement], turns: list[Taken]) -> list[Statement]:
    """With the turns of a transcript, whose speakers relay whom they cite."""
    if not turns:
        return found
    within = {turn.cue[0]: turn for turn in turns}
    starts = sorted(within)
    told = []
    for one in found:
        at = bisect_right(starts, one.cue[0]) - 1
        turn = within[starts[at]] if at >= 0 else None
        cited = turn is not None and one.cue[1] <= turn.said[1]
        told.append(msgspec.structs.replace(one, chain=(turn.who, *one.chain)) if turn and cited else one)
    told += [Statement((turn.who,), turn.cue, *turn.said) for turn in turns]
    return sorted(told, key=lambda one: one.cue)


def _attribution(text: str, layout: Layout, lists: CueWords, statement: Statement, speaker: str) -> Attribution:
    start, end, kind = _content(layout, lists, statement.start, statement.end)
    return Attribution(
        start=start,
        end=end,
        chain=tuple([text[phrase.start : phrase.end] for phrase in statement.chain]),
        speaker=speaker,
        cue=text[statement.cue[0] : statement.cue[1]],
        content=text[start:end],
        type=kind,
        cue_span=statement.cue,
        chain_spans=tuple([(phrase.start, phrase.end) for phrase in statement.chain]),
    )


def _content(layout: Layout, lists: CueWords, start: int, end: int) -> tuple[int, int, str]:
    """The content without the marks around it, and whether it is direct, indirect or mixed."""
    quotes = layout.quotes_in(start, end)
    if not quotes:
        return start, end, "indirect"
    bare = layout.shadow[start:end]
    for a, b in reversed(quotes):
        bare = bare[: a - start] + bare[b - start :]
    if bare.strip(lists.saying.between):
        return start, end, "mixed"
    first, last = quotes[0], quotes[-1]
    inner, outer = first[0] + 1, min(last[1], end) - 1
    while outer > inner and layout.shadow[outer - 1] in "。，,；; ":
        outer -= 1
    return (inner, outer, "direct") if outer > inner else (start, end, "mixed")
