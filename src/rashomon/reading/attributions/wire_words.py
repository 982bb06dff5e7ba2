"""How a language that sets spaces between words lays them to someone: its verbs, sources and patterns."""

import re
from functools import cache

import msgspec

from rashomon.languages import Language

PRONOUNS = frozenset(("he", "she", "they", "it"))
_NEVER = re.compile(r"(?!)")


class Wire(msgspec.Struct, frozen=True):
    """A spaced language's verbs, sources and patterns."""

    cue: re.Pattern[str]
    stops: re.Pattern[str]  # an abbreviation or initial with the full stop that belongs to it
    kinds: dict[str, str]
    nouns: frozenset[str]
    texts: frozenset[str]  # of them, documents
    people: frozenset[str]  # of them, those of one person: a name may stand behind them
    firms: frozenset[str]  # words that end a company's name, and those that stand for one, in lower case
    plain: frozenset[str]  # function words: a capital at the head of a sentence makes no name of them
    lead: re.Pattern[str]
    told: re.Pattern[str]
    gap: re.Pattern[str]
    aside: re.Pattern[str]
    within: re.Pattern[str]  # from a source to a verb of its clause between commas
    opening: re.Pattern[str]
    further: re.Pattern[str]
    citing: re.Pattern[str]
    cited: re.Pattern[str]  # the same where what is told ends
    relayed: re.Pattern[str]  # behind what somebody said, who has it
    under: re.Pattern[str]  # before the clause of who speaks
    relative: re.Pattern[str]  # before who speaks in a relative clause
    goes_on: re.Pattern[str]  # behind its verb
    unsaid: re.Pattern[str]
    label: re.Pattern[str]  # opens a title or a note of the house, and is nobody's
    ourselves: re.Pattern[str]  # names the article itself
    idle: re.Pattern[str]  # behind a verb: it says nothing
    headed: re.Pattern[str]
    signed: re.Pattern[str]
    second: re.Pattern[str]
    onward: re.Pattern[str]  # behind a verb: its statement is over
    past: re.Pattern[str]  # a verb of a past, and what stands before it
    owned: re.Pattern[str]  # before a name: who speaks is another one's
    called: re.Pattern[str]  # before a name set between commas: what its bearer is to another
    beside: re.Pattern[str]  # behind what somebody did, what they said of it
    venue: re.Pattern[str]  # behind whom it was told, where, at the end of its sentence
    setting: re.Pattern[str]  # opens the place and day behind whom it was told
    whom: re.Pattern[str]  # behind a verb whom and when it was told, up to its "that"
    addressing: frozenset[str]  # verbs behind which whom stands before their "that"
    leading: tuple[str, ...]  # before a source, and no part of it
    joins: tuple[str, ...]  # end what someone did before he spoke


@cache
def wire_words(language: Language) -> Wire:
    """The words and patterns of a language; where it has none, what matches nothing."""
    table = language.table("wire")
    kinds = {row[0]: row[1] for row in language.entries("cues")}
    cues = "|".join(re.escape(word) for word in sorted(kinds, key=lambda word: (-len(word), word)))
    names = (
        "lead",
        "told",
        "gap",
        "aside",
        "within",
        "opening",
        "further",
        "citing",
        "cited",
        "relayed",
        "under",
        "relative",
        "goes_on",
        "unsaid",
        "idle",
        "label",
        "ourselves",
        "headed",
        "signed",
        "second",
        "onward",
        "past",
        "owned",
        "called",
        "whom",
        "setting",
        "venue",
        "beside",
    )
    patterns = {name: re.compile(table[name]) if name in table else _NEVER for name in names}
    nouns = frozenset(language.words("source_nouns"))
    people = frozenset(row[0] for row in language.entries("source_nouns") if row[1] == "person")
    firms = frozenset(row[0].lower() for row in language.entries("organisations") if row[1:] == ("firm",))
    plain = frozenset(language.words("stopwords")) - PRONOUNS
    shortened = "|".join(re.escape(word) for word in language.words("full_stop_words") if word[0].isupper())
    return Wire(
        stops=re.compile(rf"\b(?:{shortened or '(?!)'}|[A-Z])\.(?! ?[0-9\n])"),
        cue=re.compile(rf"\b(?:{cues})\b") if cues else _NEVER,
        kinds=kinds,
        nouns=nouns,
        people=people,
        texts=frozenset(row[0] for row in language.entries("source_nouns") if row[1] == "text"),
        firms=firms,
        plain=plain,
        addressing=frozenset(table.get("addressing", ())),
        leading=tuple(table.get("leading", ())),
        joins=tuple(table.get("joins", ())),
        **patterns,
    )
