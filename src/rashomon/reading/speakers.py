"""Who speaks: pronouns, short forms and documents resolved to the fullest form that the article has given."""

import re

from rashomon.languages import Language, fold
from rashomon.model import Name
from rashomon.reading.cues import CueWords
from rashomon.reading.sources import Phrase

_HE = frozenset(("他", "她", "其", "后者", "前者"))
_THIS = ("该", "这名", "这位", "此", "这份", "这家", "上述")
_DOT = re.compile(r"[·・‧•． ]")


class Speakers:
    """Speakers of one article, asked in the order of the text."""

    def __init__(self, text: str, shadow: str, names: tuple[Name, ...], lists: CueWords, language: Language) -> None:
        self.text, self.shadow, self.lists = text, shadow, lists
        self.persons = [name for name in names if name.kind == "person"]
        self.short = {fold(row[0]): fold(row[1]) for row in language.entries("abbreviations")}
        self.last_person: str | None = None
        self.last: str | None = None
        self.last_offices: list[str] = []

    def resolve(self, phrase: Phrase) -> str:
        """The full name behind a source; the phrase itself where there is none."""
        said = self.text[phrase.start : phrase.end]
        speaker, person = self._resolve(phrase, said, self.shadow[phrase.start : phrase.end])
        if person:
            self.last_person = speaker
        else:
            self.last_offices.append(speaker)
        self.last = speaker
        return speaker

    def _resolve(self, phrase: Phrase, said: str, shadow: str) -> tuple[str, bool]:
        if shadow in _HE:
            return self._person_before(phrase.start) or said, True
        inside = [name for name in self.persons if phrase.start <= name.start and name.end <= phrase.end]
        if inside and self._ends_with(phrase, inside[-1]) and len(inside) == 1:
            return self._fullest(inside[-1]), True
        if shadow.startswith(_THIS):
            return self._demonstrated(phrase, said, shadow)
        if phrase.kind == "text" and self.last and shadow in self.lists.nouns:
            return self.last, False
        return self._office(said, shadow), False

    def _ends_with(self, phrase: Phrase, name: Name) -> bool:
        rest = self.shadow[name.end : phrase.end]
        return not rest or rest[0] in "（( " or (len(rest) < 5 and "的" not in rest)

    def _fullest(self, name: Name) -> str:
        """The longest form given up to here of which this one is the last or first part."""
        shadow = self.shadow[name.start : name.end]
        best = name
        for other in self.persons:
            form = self.shadow[other.start : other.end]
            if len(form) > self.shadow_length(best) and other.start < name.end and shadow in (_DOT.split(form)[-1], _DOT.split(form)[0]):
                best = other
        return self.text[best.start : best.end]

    @staticmethod
    def shadow_length(name: Name) -> int:
        return name.end - name.start

    def _person_before(self, offset: int) -> str | None:
        """Who 他 is: the last to speak, else the last person named before."""
        before = [name for name in self.persons if name.end <= offset]
        if self.last_person and (not before or self.text.rfind(self.last_person, 0, offset) >= 0):
            latest = self._fullest(before[-1]) if before else self.last_person
            line = self.text.rfind("\n", 0, offset)
            return latest if before and before[-1].start > line and latest != self.last_person and before[-1].role else self.last_person
        return self._fullest(before[-1]) if before else None

    def _demonstrated(self, phrase: Phrase, said: str, shadow: str) -> tuple[str, bool]:
        """该发言人, 该声明, 该国: the last one of its kind."""
        noun = shadow
        for mark in _THIS:
            noun = noun.removeprefix(mark)
        kind = self.lists.nouns.get(noun)
        if kind in ("person", "people") and self.last_person:
            return self.last_person, True
        if kind == "text" and self.last:
            return self.last, False
        for office in reversed(self.last_offices):
            if fold(office).endswith(noun):
                return office, False
        return said, False

    def _office(self, said: str, shadow: str) -> str:
        """俄外交部 -> 俄罗斯外交部, 俄方 -> 俄罗斯, where the article writes it out somewhere."""
        full = self.short.get(shadow[:1])
        if not full or shadow.startswith(full):
            return said
        wanted = full if shadow[1:] == "方" else full + shadow[1:]
        at = self.shadow.find(wanted)
        return self.text[at : at + len(wanted)] if at >= 0 else said
