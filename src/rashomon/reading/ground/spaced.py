"""Names of languages that set spaces between words and capitals on names: English, for now."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from rashomon.languages import Language
from rashomon.model import Article, Name
from rashomon.reading.ground.gazetteer import places

_WORD = r"[A-Z][\w’'\-]{0,40}"
_BETWEEN = "(?:of|of the|de|la|van|von|der|bin|al|for|and|&) "
_OWNED = re.compile(r"([^'’]{2,60})['’]s ")
_JOINED = re.compile(r" (?:and|&) ")
_ALIAS = re.compile(r" \(([^()]{2,40})\)")
_NUMBERED = re.compile(r" [0-9]")
_WORD_LONGEST = 24
_NOT_NAMED = frozenset(("The", "A", "In", "On", "At", "of", "and", "for"))


class SpacedWords(msgspec.Struct, frozen=True):
    """A spaced language's lists and the patterns made of them."""

    capitalised: re.Pattern[str]  # a run of words with capitals
    titles: tuple[str, ...]
    organisations: frozenset[str]
    openings: frozenset[str]  # of them, those that may open a name too: Ministry of Ports
    place_words: frozenset[str]  # end the name of a place
    place_openings: frozenset[str]  # open one
    media: frozenset[str]
    places: frozenset[str]
    where: frozenset[str]  # before a place
    surnames_first: frozenset[str]  # family names that open the names of their bearers: Lin Jianguo
    translated: frozenset[str]  # words of offices, directions and regions, in lower case: of these alone nobody's name is made
    openers: frozenset[str]  # function words, days and months: capitals of theirs make no name


@cache
def _spaced_words(language: Language) -> SpacedWords:
    stops = sorted(word for word in language.words("full_stop_words") if word.isalpha() and word[0].isupper())
    word = rf"(?:(?:[A-Z]|{'|'.join(stops)})\.|{_WORD})"  # an initial, a title: a stop behind another word ends its sentence
    return SpacedWords(
        capitalised=re.compile(rf"{word}(?: (?:{_BETWEEN})?{word}){{0,6}}"),
        titles=tuple(sorted(language.words("titles"), key=lambda title: (-len(title), title))),
        organisations=frozenset(language.words("organisations")),
        openings=frozenset(row[0] for row in language.entries("organisations") if len(row) == 1),
        place_words=frozenset(language.words("place_words")),
        place_openings=frozenset(language.words("place_openings")),
        media=frozenset(language.words("media")),
        places=places(language.code),
        where=frozenset(language.table("writing").get("where", ())),
        surnames_first=frozenset(language.words("surnames_first")),
        translated=frozenset(language.words("name_words")),
        openers=frozenset(word.capitalize() for word in language.words("stopwords")) | frozenset(language.words("capitals")),
    )


def find_names(article: Article, language: Language) -> tuple[Name, ...]:
    """Find runs of capitalised words that are places, offices or people, and further mentions of people and acronyms."""
    lists = _spaced_words(language)
    found: list[Name] = []
    known: dict[str, str] = {}  # last names and acronyms told before -> kind
    for match in lists.capitalised.finditer(article.text):
        for start, text in _parts(match.start(), match.group(), lists):
            title = next((title for title in lists.titles if text.startswith(title + " ")), None)
            kind = _kind(text, title, lists) or known.get(text)
            if kind == "person" and title is None and _NUMBERED.match(article.text, start + len(text)):
                kind, text = _maker(text, lists)  # Lankow Airways Falcon 300
            if kind == "person" and title is None and _last_word(article.text, start) in lists.organisations:
                kind = "organisation"  # rights group Open Door
            if kind is None:
                continue
            if kind == "person":
                start, text = (start + len(title) + 1, text[len(title) + 1 :]) if title else (start, text)
                text = text.split(" of ")[0]
                known[text.rsplit(" ", 1)[-1]] = kind
                if (first := text.split(" ", 1)[0]) in lists.surnames_first:
                    known[first] = kind
            end = start + len(text)
            alias = _ALIAS.match(article.text, end)
            if alias and kind == "organisation":
                known[alias.group(1)] = kind
            found.append(Name(start=start, end=end, text=text, kind=kind, role=title, alias=alias.group(1) if alias else None))
    return tuple(_borne(name, article.text, known, lists) for name in found)


def _borne(name: Name, text: str, known: Mapping[str, str], lists: SpacedWords) -> Name:
    """Addo says no: a place's name that is somebody's in this text is theirs, unless a word of place stands before it."""
    if name.kind != "place" or known.get(name.text) != "person" or _last_word(text, name.start).lower() in lists.where:
        return name
    return msgspec.structs.replace(name, kind="person")


def _maker(text: str, lists: SpacedWords) -> tuple[str | None, str]:
    """The body that a model, flight or road with a number is named after, with its kind; None where it names none."""
    words = text.split()
    ends = [at + 1 for at, word in enumerate(words) if word in lists.organisations]
    return ("organisation", " ".join(words[: ends[-1]])) if ends and ends[-1] > 1 else (None, text)


def _last_word(text: str, end: int) -> str:
    """The word right before an offset, if a space alone stands between."""
    lead = text[max(0, end - _WORD_LONGEST) : end]
    return lead[:-1].rsplit(" ", 1)[-1] if lead.endswith(" ") else ""


def _parts(start: int, run: str, lists: SpacedWords) -> Iterator[tuple[int, str]]:
    """A run of capitalised words without what only opens its sentence, apart where it joins several names: Keston and North Talvia."""
    if run[-1] == "." and not any(run == title or run.endswith(" " + title) for title in lists.titles):
        run = run[:-1]
    first = run.split(" ", 1)[0]
    if first in lists.openers and first not in lists.titles and " " in run:
        start, run = start + len(first) + 1, run[len(first) + 1 :]
    owner = _OWNED.match(run)
    if owner and run.startswith(lists.titles, owner.end()):
        yield start, owner[1]
        start, run = start + owner.end(), run[owner.end() :]  # Marland's Foreign Minister …
    pieces = _JOINED.split(run)
    if len(pieces) < 2 or run in lists.places or any(_kind(piece, None, lists) is None for piece in pieces):
        yield start, run
        return
    at = 0
    for piece in pieces:
        at = run.index(piece, at)
        yield start + at, piece
        at += len(piece)


def _kind(text: str, title: str | None, lists: SpacedWords) -> str | None:
    words = text.split()
    if text.lower() in lists.organisations:
        return None  # Company shuts mine: a word for a body names none
    if text in lists.media or words[-1] in lists.organisations or (words[0] in lists.openings and not title):
        return "organisation"
    if title:
        return "person"
    if text in lists.places or (len(words) > 1 and (words[-1] in lists.place_words or words[0] in lists.place_openings)):
        return "place"
    plain = 2 <= len(words) <= 3 and not _NOT_NAMED & set(words) and not lists.openers & set(words)
    return "person" if plain and not lists.translated.issuperset(text.lower().split()) else None  # West African
