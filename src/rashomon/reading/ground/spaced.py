"""Names of languages that set spaces between words and capitals on names: English, for now."""

import re
from functools import cache

import msgspec

from rashomon.languages import Language
from rashomon.model import Article, Name
from rashomon.reading.ground.gazetteer import places

_WORD = r"[A-Z][\w’'\-]{0,40}"
_CAPITALISED = re.compile(rf"{_WORD}\.?(?: (?:of|de|la|van|von|bin|al|for|and) {_WORD}| {_WORD}\.?){{0,6}}")
_ALIAS = re.compile(r" \(([^()]{2,40})\)")
_NOT_NAMED = frozenset(("The", "A", "In", "On", "At", "of", "and", "for"))


class SpacedWords(msgspec.Struct, frozen=True):
    """A spaced language's lists and the patterns made of them."""

    titles: tuple[str, ...]
    organisations: frozenset[str]
    media: frozenset[str]
    places: frozenset[str]


@cache
def _spaced_words(language: Language) -> SpacedWords:
    return SpacedWords(
        titles=tuple(sorted(language.words("titles"), key=lambda title: (-len(title), title))),
        organisations=frozenset(language.words("organisations")),
        media=frozenset(language.words("media")),
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
