"""Names and attributions of languages that set spaces between words and capitals on names: English, for now."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from rashomon.languages import Language
from rashomon.model import Article, Attribution, Name, Span
from rashomon.reading.ground.gazetteer import places
from rashomon.reading.ground.quotes import find_quotes

_WORD = r"[A-Z][\w’'\-]{0,40}"
_CAPITALISED = re.compile(rf"{_WORD}\.?(?: (?:of|de|la|van|von|bin|al|for|and) {_WORD}| {_WORD}\.?){{0,6}}")
_ALIAS = re.compile(r" \(([^()]{2,40})\)")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"]?\s{1,40}(?=[“\"A-Z])|\n")
_ACCORDING = re.compile(r"\b[Aa]ccording to ((?:[^,.;\n\"“”]|\.(?=\w)){2,80})")
_SENTENCE_LONGEST = 3000
_SOURCE_WORDS = 12
_LOOK_BACK = 60  # persons before a short name that it may be of
_THAT_REACH = 30  # characters behind a cue within which its "that" stands: said on Monday that
_NOT_NAMED = frozenset(("The", "A", "In", "On", "At", "of", "and", "for"))
_PRONOUNS = frozenset(("he", "she", "they", "it"))


class SpacedWords(msgspec.Struct, frozen=True):
    """A spaced language's lists and the patterns made of them."""

    cue: re.Pattern[str]
    kinds: dict[str, str]
    titles: tuple[str, ...]
    organisations: frozenset[str]
    media: frozenset[str]
    nouns: frozenset[str]
    places: frozenset[str]


@cache
def _spaced_words(language: Language) -> SpacedWords:
    kinds = {row[0]: row[1] for row in language.entries("cues")}
    cues = "|".join(re.escape(word) for word in sorted(kinds, key=lambda word: (-len(word), word)))
    return SpacedWords(
        cue=re.compile(rf"\b(?:{cues})\b"),
        kinds=kinds,
        titles=tuple(sorted(language.words("titles"), key=lambda title: (-len(title), title))),
        organisations=frozenset(language.words("organisations")),
        media=frozenset(language.words("media")),
        nouns=frozenset(language.words("source_nouns")),
        places=places(language.code),
    )


def find_names(article: Article, language: Language) -> tuple[Name, ...]:
    """Find runs of capitalised words that are places, offices or people."""
    lists = _spaced_words(language)
    found = []
    people: set[str] = set()
    for match in _CAPITALISED.finditer(article.text):
        start, end = match.span()
        text = match.group().rstrip(".")
        title = next((title for title in lists.titles if text.startswith(title + " ")), None)
        kind = _kind(text, title, lists)
        if kind is None and text in people:
            kind = "person"
        if kind is None:
            continue
        if kind == "person":
            start += len(title) + 1 if title else 0
            people.add(text.rsplit(" ", 1)[-1])
        end = match.start() + len(text)
        alias = _ALIAS.match(article.text, end)
        name = article.text[start:end]
        found.append(Name(start=start, end=end, text=name, kind=kind, role=title, alias=alias.group(1) if alias else None))
    return tuple(found)


def _kind(text: str, title: str | None, lists: SpacedWords) -> str | None:
    words = text.split()
    if text in lists.media or words[-1] in lists.organisations or words[0] in lists.organisations:
        return "organisation"
    if title:
        return "person"
    if text in lists.places:
        return "place"
    return "person" if 2 <= len(words) <= 3 and not _NOT_NAMED & set(words) else None


def find_attributions(article: Article, language: Language, *, names: Sequence[Name] = ()) -> tuple[Attribution, ...]:
    """Find statements: X said that …, “…,” said X, …, X said, according to X."""
    lists = _spaced_words(language)
    quotes = find_quotes(article.text)
    people = [name for name in names if name.kind == "person"]
    found: list[Attribution] = []
    known = {name.text for name in people}
    last: str | None = None
    for start, end in _sentences(article.text, quotes):
        for source, cue, content in _statements(article.text, start, end, quotes, lists):
            said = article.text[source[0] : source[1]]
            speaker = _speaker(said, source, people, last)
            last = speaker if speaker in known else last
            a, b, kind = _content(article.text, content, quotes)
            if b > a:
                found.append(
                    Attribution(
                        start=a,
                        end=b,
                        chain=(said,),
                        speaker=speaker,
                        cue=article.text[slice(*cue)],
                        content=article.text[a:b],
                        type=kind,
                        cue_span=cue,
                        chain_spans=(source,),
                    )
                )
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _sentences(text: str, quotes: Sequence[Span]) -> Iterator[Span]:
    at, number = 0, 0
    for match in _SENTENCE_END.finditer(text):
        while number < len(quotes) and quotes[number][1] <= match.start():
            number += 1
        inside = number < len(quotes) and quotes[number][0] < match.start() and match.end() < quotes[number][1]
        if not inside:
            yield at, match.start() + (1 if match.group()[:1] in '”"' else 0)
            at = match.end()
    yield at, len(text)


def _statements(text: str, start: int, end: int, quotes: Sequence[Span], lists: SpacedWords) -> Iterator[tuple[Span, Span, Span]]:
    """Source, cue and content of each statement of a sentence."""
    if end - start > _SENTENCE_LONGEST:
        return
    first = bisect_right(quotes, (start, start))
    inner = quotes[max(first - 1, 0) : bisect_right(quotes, (end, end))]
    inner = [quote for quote in inner if quote[1] > start]
    told = _ACCORDING.search(text, start, end)
    if told and not _inside(told.start(), inner):
        rest = (told.end(), end) if told.start() - start < 3 else (start, told.start())
        yield told.span(1), (told.start(), told.start() + len("according to")), _trim(text, *rest)
        return
    for cue in lists.cue.finditer(text, start, end):
        if _inside(cue.start(), inner):
            continue
        found = _quoted_before(text, cue.start(), inner, lists) or _placed(text, start, end, cue.span(), lists)
        if found:
            yield found[0], cue.span(), found[1]
            return


def _quoted_before(text: str, cue: int, quotes: Sequence[Span], lists: SpacedWords) -> tuple[Span, Span] | None:
    """“…,” X told reporters: a quotation right before the source."""
    before = [quote for quote in quotes if quote[1] <= cue]
    if not before:
        return None
    source = _trim(text, before[-1][1], cue)
    return (source, before[-1]) if "," not in text[slice(*source)] and _is_source(text, source, lists) else None


def _placed(text: str, start: int, end: int, cue: Span, lists: SpacedWords) -> tuple[Span, Span] | None:
    """Where the source and the content stand about a cue: “…,” said X; …, X said; X said …."""
    before, behind = _trim(text, start, cue[0]), _trim(text, cue[1], end)
    plain = lists.kinds[text[cue[0] : cue[1]]] == "say"
    ended = text[start : cue[0]].rstrip()
    if plain and ended.endswith((",", "”", '"', ",”", ',"')) and before[1] > before[0]:
        source = _cut(text, behind)
        return (source, before) if _is_source(text, source, lists) else None
    comma = max(text.rfind(", ", start, cue[0]), text.rfind(",” ", start, cue[0]), text.rfind('," ', start, cue[0]))
    source = _trim(text, max(comma + 1, start), cue[0])
    if plain and comma > start and behind[1] <= behind[0] and _is_source(text, source, lists):
        return source, _trim(text, start, comma + 1)
    source = _trim(text, start, cue[0]) if comma < 0 or not _is_source(text, source, lists) else source
    if behind[1] > behind[0] and _is_source(text, source, lists):
        that = text.find("that ", behind[0], min(behind[1], behind[0] + _THAT_REACH))
        return source, (that + 5 if that >= 0 else behind[0], behind[1])
    return None


def _cut(text: str, span: Span) -> Span:
    stops = [at for at in (text.find(mark, *span) for mark in (",", ".", ";", " in a", " on ", " as ")) if at >= 0]
    return _trim(text, span[0], min([span[1], *stops]))


def _is_source(text: str, span: Span, lists: SpacedWords) -> bool:
    words = text[slice(*span)].strip('“”"').split()
    if not 0 < len(words) <= _SOURCE_WORDS:
        return False
    return words[-1].lower() in lists.nouns or words[-1][:1].isupper() or words[0].lower() in _PRONOUNS


def _inside(at: int, quotes: Sequence[Span]) -> bool:
    return any(a < at < b for a, b in quotes)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " ,:;.\n":
        start += 1
    while end > start and text[end - 1] in " ,:;.\n":
        end -= 1
    return start, end


def _speaker(said: str, source: Span, people: Sequence[Name], last: str | None) -> str:
    if said.lower() in _PRONOUNS:
        return last or said
    first = bisect_left(people, source[0], key=lambda name: name.start)
    inside = [name for name in people[first : first + _SOURCE_WORDS] if name.end <= source[1]]
    if not inside:
        return said
    short = inside[-1].text.rsplit(" ", 1)[-1]
    near = people[max(0, first - _LOOK_BACK) : first + len(inside)]
    return max((name.text for name in near if name.text.rsplit(" ", 1)[-1] == short), key=len)


def _content(text: str, span: Span, quotes: Sequence[Span]) -> tuple[int, int, str]:
    inner = quotes[bisect_left(quotes, (span[0], 0)) : bisect_left(quotes, (span[1], 0))]
    if not inner:
        return *span, "indirect"
    if len(inner) == 1 and inner[0][0] == span[0] and inner[0][1] >= span[1]:
        return *_trim(text, inner[0][0] + 1, inner[0][1] - 1), "direct"
    return *span, "mixed"
