"""Which office speaks: short forms, documents and descriptions resolved to the office that an article means by them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rashomon.languages import Language, fold
from rashomon.model import Name
from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.phrases import Phrase
from rashomon.reading.attributions.pronouns import Speaker

LOOK_BACK = 40  # names or speakers before a pronoun that it may mean
NAME_SHORTEST, NAME_LONGEST = 2, 12
NAME = re.compile(r"[\u4e00-\u9fffA-Za-z·・‧•∙．]{1,60}")
TITLE_LENGTHS = (2, 3, 4)
_MOST = 400  # offices of one article


class Posts(NamedTuple):
    """What a language calls those who speak for offices, and the offices."""

    titles: frozenset[str]
    title_ends: frozenset[str]  # their last characters
    bodies: frozenset[str]  # words that end offices' names
    short: dict[str, str]  # short names of countries with the full ones


class Offices:
    """The offices of one article, asked in the order of its text."""

    def __init__(self, text: str, shadow: str, names: Sequence[Name], lists: CueWords, words: Speaker, language: Language) -> None:
        self.text, self.shadow, self.lists, self.words = text, shadow, lists, words
        self.titles, _, self.bodies, self.short = posts(language)
        self.all = [name for name in names if name.kind == "organisation"][:_MOST]
        self.named = {name.end: name for name in self.all}
        self.spoke: list[str] = []  # those that have spoken so far

    def called(self, noun: str, offset: int) -> str | None:
        """The office that 该局 or 该公司 is: the last of its kind that spoke, else the only one named before."""
        near = [name.text for name in self.all if name.end <= offset and self.shadow.endswith(noun, name.start, name.end)]
        spoken = (office for office in reversed(self.spoke[-LOOK_BACK:]) if fold(office).endswith(noun))
        sure = near and len(near[-1]) > len(noun) and (noun in self.words.lone or len(set(near)) == 1)  # of several firms none is 该公司
        return next(spoken, near[-1] if sure else None)

    def before(self, *, one: bool) -> str | None:
        """Who 它 and 他们 are: the last office or group that spoke; one: no people."""
        spoke = self.spoke[-LOOK_BACK:]
        known = spoke[-1:] if one else [said for said in spoke if fold(said) not in self.words.they][-1:]
        return known[0] if known else None

    def owner(self, phrase: Phrase, shadow: str) -> str | None:
        """北塬卫生部的数据 -> 北塬卫生部: whose a document is, where the phrase says it."""
        if phrase.kind not in ("text", "hearsay"):
            return None
        for size in (4, 3, 2):
            if self.lists.nouns.get(shadow[-size:]) in ("text", "hearsay"):
                lead = shadow[:-size]
                given = next((word for word in self.words.given if lead.endswith(word)), "")
                end = phrase.start + len(lead) - len(given)
                owner = self.shadow[phrase.start : end]
                named = end in self.named or owner in self.lists.nouns or owner.endswith(self.words.owners)
                return self.text[phrase.start : end] if len(owner) > 1 and named else None
        return None

    def full(self, phrase: Phrase, said: str, shadow: str) -> str:
        """俄外交部 -> 俄罗斯外交部, 俄方 -> 俄罗斯, 当局 -> the authorities named last, where the article writes them out."""
        full, rest = self.short.get(shadow[:1]), shadow[1:]
        if full and not shadow.startswith(full) and (rest in self.bodies or rest in self.lists.nouns or rest == self.words.side):
            wanted = full if rest == self.words.side else full + rest
            at = self.shadow.find(wanted)
            if at >= 0:
                return self.text[at : at + len(wanted)]
        if self.lists.nouns.get(shadow) in ("body", "people"):
            return self._longer(phrase, shadow) or said
        office = self.named.get(phrase.end)
        if office and self.shadow[phrase.start : office.start].endswith(self.words.of):
            return office.text
        named = self._alone(phrase, shadow)
        if named:
            return named
        opening = max(said.rfind("（"), said.rfind("("))
        return said[:opening].strip() if said.endswith(("）", ")")) and opening > 1 else said

    def _alone(self, phrase: Phrase, shadow: str) -> str | None:
        """供餐企业绿源餐饮 -> 绿源餐饮: a name behind what its bearer is, where the article has it alone elsewhere."""
        for size in range(NAME_SHORTEST, min(NAME_LONGEST, len(shadow) - 2) + 1):
            lead, name = shadow[:-size], shadow[-size:]
            if not lead.endswith(self.words.trades) or phrase.end - size in self.named or not self._is_name(name):
                continue
            for text in (self.shadow[: phrase.start], self.shadow[phrase.end :]):
                at = text.find(name)
                if at >= 0 and not text.endswith(self.words.trades, 0, at):
                    return self.text[phrase.end - size : phrase.end]
        return None

    def _is_name(self, said: str) -> bool:
        """Whether words may be a name alone: no title, no common noun and no part of a list."""
        common = said in self.bodies or any(said[-size:] in self.titles or said[-size:] in self.lists.nouns for size in TITLE_LENGTHS)
        return NAME.fullmatch(said.strip("《》")) is not None and not common and said[0] not in self.words.unnamed

    def _longer(self, phrase: Phrase, shadow: str) -> str | None:
        """The last fuller name before that ends as this one does."""
        for office in reversed(self.spoke[-LOOK_BACK:]):
            if fold(office).endswith(shadow) and len(office) > len(shadow):
                return office
        near = [name for name in self.all if name.end <= phrase.start]
        named = [name for name in near if self.shadow[name.start : name.end].endswith(shadow)]
        return named[-1].text if named and len(named[-1].text) > len(shadow) else None


@cache
def posts(language: Language) -> Posts:
    """The titles and offices of a language."""
    titles, bodies = (frozenset(fold(word) for word in language.words(name)) for name in ("titles", "organisations"))
    short = {fold(row[0]): fold(row[1]) for row in language.entries("abbreviations")}
    return Posts(titles, frozenset(title[-1] for title in titles), bodies, short)
