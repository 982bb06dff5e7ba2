"""Noun phrases of sources: where they end, and what kind of source their head is."""

import re
from bisect import bisect_right
from functools import cache

import msgspec

from rashomon.languages import Language, fold
from rashomon.model import Name
from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.ground.clauses import Layout
from rashomon.reading.ground.kinds import DATES
from rashomon.reading.ground.wording import wording
from rashomon.reading.ground.words import Words

_PHRASE_LONGEST = 60
_BRACKETS = frozenset("（(《")
_DOT = re.compile(r"[·・‧•∙． ]")
_JAPANESE = 4  # characters of most Japanese names: the first two are the family's
_FULL = (2, 3)  # characters of most Chinese names
_PLAIN_LONGEST = 16
_DESCRIBED = 3  # characters of the shortest description
_PAIRS = {"“": "”", "「": "」", "『": "』"}
_CLOSING = frozenset('）)”」』 》’"')
_OPENINGS = {closing: opening for opening, closing in _PAIRS.items()}


class Noun(msgspec.Struct, frozen=True):
    """What tells a source's noun phrase and where it ends."""

    edges: str  # characters at its edges that are no part of it
    of: str  # what joins a modifier to its noun
    people: tuple[str, ...]  # ends that make people of a description
    others: str  # behind the first of several: 起诉书等
    cases: str  # characters behind a number that count cases, of which none speaks
    medium: str  # the character that names of media end in; short ones are media by it alone
    media: tuple[str, ...]  # and words that they end in
    meets: str  # behind a person's name, verbs of one character for what he does before he speaks
    family: str  # characters behind a surname that stands for no one: 陈姓友人
    dated: frozenset[str]  # words that open an expression of time and are of other kinds as well


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A source's noun phrase, and what kind of source its head is: person, people, body, text, hearsay, media, pronoun, name."""

    start: int
    end: int
    kind: str


class Phrases:
    """One text's words, names and brackets, asked for noun phrases."""

    def __init__(self, words: Words, layout: Layout, lists: CueWords, names: tuple[Name, ...], language: Language) -> None:
        self.words, self.layout, self.lists = words, layout, lists
        self.names = names
        self._name_ends = {name.end: name for name in names}
        persons = [name for name in names if name.kind == "person"]
        self._persons = {name.start - len(name.role or ""): name.end for name in persons} | {name.start: name.end for name in persons}
        self._named = bytearray(len(words.shadow))
        for name in names:
            if (size := name.end - name.start) > 1:
                self._named[name.start : name.end] = b"\1" * size
        self._parts = short_forms(words.shadow, names)
        self._families = frozenset(words.shadow[name.start] for name in names if name.kind == "person" and name.end - name.start in _FULL)
        self.noun = wording(Noun, language, "attributions")
        self.time, self.comment, self.aftermath, self.unheard, self.turning, *others = _patterns(language)
        self.conceding, self.against, self.mention, self.charged = others
        self.media, self.titles = _words(language, "media"), _words(language, "titles")

    def phrase(self, i: int, j: int) -> Phrase | None:
        """Words [i, j) as a source, trimmed; None where their head is no source."""
        start, end = self.words.starts[i], self.words.ends[j - 1]
        while start < end and self.words.shadow[start] in self.noun.edges:
            start += 1
        while end > start and self.words.shadow[end - 1] in self.noun.edges:
            end -= 1
        if start < end and self.words.shadow[start] in _PAIRS and self.words.shadow.find(_PAIRS[self.words.shadow[start]], start, end) < 0:
            start += 1  # a quotation that begins with the source and runs on behind it
        if end - start < 1:
            return None
        name = self._persons.get(start)
        if name is not None and name < end and self.words.shadow[name] in self.noun.meets:
            end = name  # 何远晤林岸　指…
        kind = self._kind(start, end)
        return Phrase(start, end, kind) if kind else None

    def _plain(self, i: int, j: int) -> Phrase | None:
        """Words [i, j) as a source of no known kind, where all are nouns."""
        start, end = self.words.starts[i], self.words.ends[j - 1]
        shadow = self.words.shadow[start:end]
        if not 2 <= end - start <= _PLAIN_LONGEST or shadow in self.lists.things or self.words.tags[j - 1][0] not in "njle":
            return None
        return Phrase(start, end, "body") if self._nominal(i, j) else None

    def _nominal(self, i: int, j: int) -> bool:
        return all(self.words.tags[k][0] not in "vpdrxmu" or self._in_name(k) for k in range(i, j))

    def _kind(self, start: int, end: int) -> str | None:
        core = self._without_bracket(start, end) if self.words.shadow[end - 1] in _CLOSING else end
        name = self._name_ends.get(core) or self._person_near(core)
        whole = self.words.shadow[start:core].removesuffix(self.noun.others)
        core = start + len(whole) if len(whole) > 1 else core
        shadow = self.words.shadow[start:core]
        last = max(self.words.index(core) - 1, 0)
        head = self.words.texts[last]
        if shadow in self.lists.things or end - start > _PHRASE_LONGEST or self._counts_cases(shadow):
            return None
        if (
            shadow in self.media
            or head in self.media
            or (shadow[-1] == self.noun.medium and len(shadow) < 4)
            or (shadow[-1] == "》" and "《" in shadow)
            or shadow.endswith(self.noun.media)
        ):
            return "media"
        if shadow.endswith(self.noun.people) and len(shadow) > _DESCRIBED:
            return "people"
        if name is not None:
            return "name" if name.kind != "person" else "person"
        for size in (len(head), 4, 3, 2):
            noun = shadow[-size:]
            if noun in self.lists.nouns and (size > 1 or noun == shadow):
                return self.lists.nouns[noun]
            if noun in self.titles and size > 1:
                return "person"
        alone = end - start == 1 and self.words.shadow[end : end + 1] not in tuple(self.noun.family)
        if head in self._parts or (alone and (shadow in self._families or shadow in self.lists.title.brief)):
            return "person"
        tag = self.words.tags[last]
        if tag.startswith(("nr", "nt", "ns")):
            return "name"
        if tag in ("eng", "nz", "j"):
            return "name"
        return "body" if shadow.endswith(self.lists.person_ends) and len(shadow) > 1 and tag[0] in "nrljsbvzimkq" else None

    def _counts_cases(self, shadow: str) -> bool:
        """13例为岚州 | 通报"""
        rest = shadow.lstrip("0123456789,.")
        return len(rest) < len(shadow) and rest[:1] in tuple(self.noun.cases)

    def _person_near(self, end: int) -> Name | None:
        """A person's name of which the last character or two were not taken for a part."""
        for short in (1, 2):
            name = self._name_ends.get(end - short)
            if name is not None and name.kind == "person":
                return name
        return None

    def _without_bracket(self, start: int, end: int) -> int:
        """End of the phrase without the brackets and quotation marks that close it."""
        shadow = self.words.shadow
        while end > start + 1 and shadow[end - 1] in "）)":
            opening = max(shadow.rfind("（", start, end), shadow.rfind("(", start, end))
            if opening <= start:
                break
            end = opening
        while end > start + 1 and shadow[end - 1] in "”」』 ":
            opening = shadow.rfind(_OPENINGS.get(shadow[end - 1], " "), start, end - 1)
            end = opening if opening > start and shadow[opening - 1] != self.noun.of else end - 1
        while end > start + 1 and shadow[end - 1] in '》’" ':
            end -= 1
        return end

    def _time_at(self, i: int) -> int:
        """The word behind the expression of time that word i begins; i where it begins none."""
        words = self.words
        if not words.traits[i] & DATES:
            return i
        if words.texts[i] in self.media:
            return i  # 今日岚国
        match = self.time.match(words.shadow, words.starts[i])
        if match and match.end() > words.starts[i]:
            return bisect_right(words.starts, match.end() - 1)
        return i + 1 if words.tags[i] == "t" else i

    def _over_bracket(self, j: int) -> int:
        """The next word, or the one behind the bracket that word j opens."""
        start = self.words.starts[j]
        if self.words.texts[j] in _BRACKETS:
            at = bisect_right(self.layout.brackets, (start, 0))
            if at < len(self.layout.brackets) and self.layout.brackets[at][0] == start:
                return self.words.index(self.layout.brackets[at][1])
        return j + 1

    def _bracket_from(self, j: int) -> int:
        """The word that opens the bracket which word j closes; -1 where it closes none."""
        if self.words.texts[j] not in ("）", ")"):
            return -1
        at = bisect_right(self.layout.brackets, (self.words.starts[j], 0)) - 1
        if at >= 0 and self.layout.brackets[at][1] == self.words.ends[j]:
            return self.words.index(self.layout.brackets[at][0])
        return -1

    def _in_name(self, j: int) -> bool:
        return self._named[self.words.starts[j]] > 0

    def is_office(self, phrase: Phrase) -> bool:
        """Whether a phrase ends in the name of an organisation."""
        name = self._name_ends.get(phrase.end)
        return name is not None and name.kind == "organisation"

    def is_place(self, phrase: Phrase) -> bool:
        """Whether a phrase is a place's name and nothing else."""
        name = self._name_ends.get(phrase.end)
        return name is not None and name.kind == "place"


def short_forms(shadow: str, names: tuple[Name, ...]) -> frozenset[str]:
    """What an article may call its people after their first mention: 贝伦科夫 for 阿利亚·贝伦科夫, 竹原 for 竹原真一."""
    found: set[str] = set()
    for name in names:
        if name.kind == "person":
            form = shadow[name.start : name.end]
            if _DOT.search(form):
                parts = _DOT.split(form)
                found.update(part for part in (parts[0], parts[-1]) if len(part) > 1)
            else:
                found.update((form, form[:2]) if len(form) == _JAPANESE else (form,) if len(form) > 1 else ())
    return frozenset(found)


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    table = language.table("attributions")
    names = ("time", "comment", "aftermath", "unheard", "turning", "conceding", "against", "mention", "charged")
    return tuple([re.compile(table.get(name, r"(?!)")) for name in names])


@cache
def _words(language: Language, name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in language.words(name))
