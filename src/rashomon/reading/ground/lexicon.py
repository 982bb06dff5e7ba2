"""The lists that names are told by, and what tells where a name begins and ends."""

import re
from functools import cache

import msgspec

from rashomon.languages import Language, fold
from rashomon.languages.openings import Openings, openings_of
from rashomon.reading.ground.gazetteer import places, territories, well_known
from rashomon.reading.ground.wording import wording

DOTS = "·・･‧•∙．-－–"
DASHES = "-－–"  # of these: what joins other things as well


class Edge(msgspec.Struct, frozen=True):
    """What tells where a name ends."""

    numbered: tuple[str, ...]  # behind a monarch's name
    inner: str  # characters within a foreign name that are words of place elsewhere: 法里亚
    serving: str  # pattern: a verb of office, with the character before it: 曾|任
    serving_alone: str  # pattern: a word of office that is no name: 可任
    serves: str  # a character that ends a name, where it is a verb
    head: str  # what makes the word for an office the title of who heads it
    never_first: str  # characters of foreign names that stand before a whole one as words of their own
    never_last: str  # characters that the segmenter glues to the end of a name
    kept_back: str  # stands for a character of a given name: 张某
    counted: frozenset[str]  # count one person, and no name follows
    steady: str  # function words with which a given name may end
    ordinal: str  # pattern: a number within the name of a body
    ranks: str  # characters behind an ordinal that ranks or counts
    aged: str  # behind a number, and a name may follow
    houses: str  # what a house is that bears a name
    surnames_too: str  # surnames that are function words as well
    dating: str  # what such a surname stands before where it is the function word
    bodies: str  # characters that bodies and laws end in, whatever surname they begin with
    place_ends: tuple[str, ...]  # what places are: 县, 岛
    features: tuple[str, ...]  # what stands in a place and is one by its name: 河谷, 广场
    dated: frozenset[str]  # behind a number: a day, and no part of a name
    at: frozenset[str]  # prepositions of place
    also: str  # pattern: words in brackets before another form of a name
    list_marks: str  # what stands between the names of a list
    people: str  # characters that nouns of people end in: 代理人, 支持者
    whole: frozenset[str]  # words that open the name of an office as a place does: 国家, 中央
    dwellers: str  # what makes dwellers of a place before it
    common: frozenset[str]  # heads before which a country alone makes no name
    firms: tuple[str, ...]  # what companies are
    of_deeds: frozenset[str]  # heads before which a verb may stand
    joins: frozenset[str]  # between two words inside the name of a body
    named: frozenset[str]  # heads that are named by any noun before them
    posted: str  # between a country and the place where its office is
    village: str  # pattern: the character before the name of a village that is a part of it
    storms: tuple[str, ...]  # what storms are called, beside a name that is no place
    crossed: str  # pattern: characters of two words that look like a body


class NameWords(msgspec.Struct, frozen=True):
    """The lists that names are told by."""

    titles: frozenset[str]
    title_ends: frozenset[str]  # their last characters: what most words fail at once
    surnames: frozenset[str]
    japanese: frozenset[str]  # surnames of two characters and more that take given names of three as well
    japanese_firsts: frozenset[str]  # their first characters: what most words fail at once
    given: frozenset[str]  # characters of given names
    persons: frozenset[str]  # whom everyone knows by name
    sounds: frozenset[str]  # characters that write foreign names
    organisations: frozenset[str]
    office_ends: tuple[str, ...]  # those of them that a longer word may end in
    media: frozenset[str]
    bodies: frozenset[str]  # offices, parties and companies known by name
    stops: frozenset[str]  # function words and cues: no part of a name
    callings: frozenset[str]  # of nouns: those before which a name may stand as before a title
    nouns: frozenset[str]  # common nouns of sources
    places: frozenset[str]
    territories: frozenset[str]
    well_known: frozenset[str]  # places that no person is called by
    common: frozenset[str]  # words that look like places and are none
    no_persons: frozenset[str]  # words that look like persons
    no_bodies: frozenset[str]  # words that look like bodies
    place_ends_firsts: frozenset[str]  # first characters of the words for what places are
    family: frozenset[str]  # characters with which a surname begins
    givens: frozenset[str]  # characters of given names, and of surnames
    inner: frozenset[str]  # verbs that stand inside the names of offices
    dotted: re.Pattern[str]  # a dot between two parts of a foreign name
    edge: Edge


def _dotted(sounds: str) -> re.Pattern[str]:
    """A dot between two parts of a foreign name, the first of which may be a letter: S·贝伦."""
    parts, letters = f"[{re.escape(DOTS)}](?=[{sounds}])(?<=[{sounds}].)", f"[{re.escape(DOTS.rstrip(DASHES))}](?=[{sounds}])(?<=[A-Z].)"
    return re.compile(f"{parts}|{letters}" if sounds else "(?!)")


@cache
def name_words(tongue: Language) -> NameWords:
    def words(name: str) -> frozenset[str]:
        return frozenset(fold(word) for word in tongue.words(name))

    cues, families, given = words("cues"), words("surnames") | words("surnames_japanese"), frozenset("".join(words("given")))
    sounds = "".join(words("transliteration"))
    edge: Edge = wording(Edge, tongue, "names")
    return NameWords(
        titles=words("titles"),
        title_ends=frozenset(word[-1] for word in words("titles")),
        surnames=words("surnames"),
        japanese=words("surnames_japanese"),
        japanese_firsts=frozenset(word[0] for word in families if len(word) > 1),
        given=given,
        persons=words("persons"),
        sounds=frozenset(sounds),
        organisations=words("organisations"),
        office_ends=tuple(sorted(word for word in words("organisations") if len(word) > 1)),
        media=words("media"),
        bodies=frozenset(fold(form) for row in tongue.entries("bodies") for form in row),
        stops=words("clause_words") | cues,
        callings=frozenset(fold(row[0]) for row in tongue.entries("source_nouns") if row[1] in ("person", "people")) - set(edge.counted),
        nouns=words("source_nouns"),
        places=places(tongue.code),
        territories=frozenset(territories(tongue.code)),
        well_known=well_known(tongue.code),
        common=words("not_places"),
        no_persons=words("not_persons"),
        no_bodies=words("not_bodies"),
        place_ends_firsts=frozenset(word[0] for word in (*edge.place_ends, *edge.features)),
        family=frozenset(word[0] for word in families),
        givens=given.union(*families),
        inner=words("office_words"),
        dotted=_dotted(sounds),
        edge=edge,
    )


class SpeechWords(msgspec.Struct, frozen=True):
    """The lists that sources and verbs of saying are told by."""

    cues: frozenset[str]
    reports: frozenset[str]  # open or close a clause that names its source: 据, 看来
    nouns: frozenset[str]  # media, titles and common nouns of sources
    roles: dict[str, str]  # of function words
    bodies: str  # characters that words for people and offices end in, though the dictionary takes them for verbs
    dated: frozenset[str]  # words that open an expression of time and are of other kinds as well
    times: Openings | None  # how such an expression begins


@cache
def speech_words(tongue: Language) -> SpeechWords:
    def words(*names: str) -> frozenset[str]:
        return frozenset(fold(word) for name in names for word in tongue.words(name))

    table = tongue.table("attributions")
    reports = (*table.get("according", ()), *table.get("hearsay", ()), *table.get("report", {}).get("sight", ()))
    return SpeechWords(
        cues=words("cues"),
        reports=frozenset(map(fold, reports)),
        nouns=words("media", "titles", "source_nouns"),
        roles={fold(row[0]): row[1] for row in tongue.entries("clause_words")},
        bodies=fold(table.get("subject", {}).get("bodies", "")),
        dated=frozenset(map(fold, table.get("noun", {}).get("dated", ()))),
        times=openings_of(table.get("time", "(?!)").replace(r"\d", "[0-9]")),
    )


def is_title(word: str, lists: NameWords) -> bool:
    """Whether a word is a title, or ends in one (德国总理)."""
    if word[-1] not in lists.title_ends:
        return False
    return word in lists.titles or (len(word) > 2 and (word[-2:] in lists.titles or word[-3:] in lists.titles or word[-4:] in lists.titles))
