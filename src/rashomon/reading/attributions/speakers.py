"""Who speaks: pronouns, short forms and documents resolved to the fullest form that the article has given."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

import msgspec

from rashomon.languages import Language, fold
from rashomon.model import Name
from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.offices import LOOK_BACK, NAME, NAME_LONGEST, NAME_SHORTEST, TITLE_LENGTHS, Offices, posts
from rashomon.reading.attributions.phrases import Phrase
from rashomon.reading.attributions.pronouns import Speaker
from rashomon.reading.ground.lexicon import name_words
from rashomon.reading.ground.wording import wording

_HEAD_REACH = 24  # characters from the head of a sentence within which its subject stands
_DAY_LONGEST = 7  # characters of a day before a comma that opens a sentence: 本周三，
_FAMILIAR = 2  # characters of 老王
_ONESELF = 2  # characters of 本人
_JAPANESE = 4  # characters of most Japanese names, of which the family's are two
_BEARERS = 200
_GLOSS_REACH = 4
_GIVEN_NAME = 3  # characters of most Chinese names
_FOREIGN_NAME = 5  # the same of one that is written by its sound, at most
_DOT = re.compile(r"[·・‧•∙． \-]")
_GLOSS = re.compile(r"^[（(][^（）()]{0,60}[)）]")  # right behind a name, its form in other letters


class Speakers:
    """Speakers of one article, asked in the order of the text."""

    def __init__(self, text: str, shadow: str, names: tuple[Name, ...], lists: CueWords, language: Language) -> None:
        self.text, self.shadow, self.lists = text, shadow, lists
        self.words = wording(Speaker, language, "attributions")
        self.lexicon = name_words(language)
        self.addresses = tuple(self.words.addresses)
        self.persons = [name for name in names if name.kind == "person" and not _is_gloss(shadow, name)]
        self.starts = [name.start for name in self.persons]
        self.ends = [name.end for name in self.persons]
        self.full = self._full_forms(shadow)
        self.sexes = self._marked()
        self.offices = Offices(text, shadow, names, lists, self.words, language)
        self.name_ends = {name.end for name in names}
        self.titles, self.title_ends, _, _ = posts(language)
        self.last_person: str | None = None
        self.spoke_at = 0
        self.last: str | None = None
        self.last_own: str | None = None  # who is neither medium nor hearsay: a notice is an office's
        self.told: list[str] = []  # all such: 上述消息人士 is one of them

    def resolve(self, phrase: Phrase, until: int) -> str:
        """The full name behind a source; the phrase itself where there is none. until: where its verb ends."""
        said = self.text[phrase.start : phrase.end]
        if said.endswith(self.words.oneself) and self._named_between(phrase.start, phrase.end):
            phrase = msgspec.structs.replace(phrase, end=phrase.end - _ONESELF, kind="person")
            said = self.text[phrase.start : phrase.end]
        speaker, person = self._resolve(phrase, said, self.shadow[phrase.start : phrase.end])
        if person or phrase.kind == "person" or self._may_be_called(phrase) or (phrase.kind == "people" and self._is_one(phrase)):
            self.last_person, self.spoke_at = speaker, max(phrase.end, until)
        elif phrase.kind not in ("text", "hearsay"):
            self.offices.spoke.append(speaker)
        self.last = speaker
        if phrase.kind not in ("media", "hearsay"):
            self.last_own = speaker
            self.told.append(speaker)
        return speaker

    def _may_be_called(self, phrase: Phrase) -> bool:
        """林世平, 图雷: a surname and two characters of given names, or what foreign names are written with, that no list has, and no
        office by its end."""
        shadow, lists = self.shadow[phrase.start : phrase.end], self.lexicon
        named = len(shadow) == _GIVEN_NAME and shadow[0] in lists.surnames and lists.givens.issuperset(shadow[1:])
        named = named or (
            _GIVEN_NAME - 1 <= len(shadow) <= _FOREIGN_NAME and lists.sounds.issuperset(shadow) and shadow not in lists.bodies
        )
        return (
            named and phrase.kind in ("body", "name") and phrase.end not in self.name_ends and not shadow.endswith(self.lists.person_ends)
        )

    def _is_familiar(self, shadow: str) -> bool:
        """老王, 买奶茶的大学生小林: whether a source is somebody by the name that acquaintances use."""
        name = shadow.rpartition(self.words.of)[2]
        role, name = name[:-_FAMILIAR], name[-_FAMILIAR:]
        known = not role or role in self.lists.nouns or role in self.titles
        return known and len(name) == _FAMILIAR and name[0] in self.words.familiar and name[1] in self.lexicon.surnames

    def _host(self, answer: Phrase) -> str | None:
        """Who answers in a transcript: whom the title or the line below it names with an office."""
        lead = self.shadow.find("\n", self.shadow.find("\n") + 1)
        return next((self._fullest(name) for name in self.persons if name.role and name.end <= min(lead, answer.start)), None)

    def _of_family(self, phrase: Phrase) -> str | None:
        """何: the last person of that surname, where the whole name stands before."""
        before = self.persons[: bisect_right(self.ends, phrase.start)][-LOOK_BACK:]
        surname = self.shadow[phrase.start]
        return next((name.text for name in reversed(before) if self._bears(name, surname)), None)

    def _bears(self, name: Name, surname: str) -> bool:
        return self.shadow[name.start] == surname and _FAMILIAR <= name.end - name.start <= _GIVEN_NAME

    def _is_one(self, phrase: Phrase) -> bool:
        """Whether a phrase counts one person: 北塬的一名官员."""
        return any(word in self.shadow[phrase.start : phrase.end] for word in self.words.one)

    def _resolve(self, phrase: Phrase, said: str, shadow: str) -> tuple[str, bool]:
        if phrase.kind == "answer":
            host = self._host(phrase)
            return host or said, host is not None
        if shadow in self.words.latter:
            before = self.persons[: bisect_right(self.ends, phrase.start)]
            return (self._fullest(before[-1]) if before else said), True
        if shadow == self.words.his and self.last_own and not self.last_person:
            return self.last_own, False  # 外交部说…，其称…
        if shadow in self.words.he:
            return self._person_before(phrase.start, self.words.sexes.get(shadow)) or said, True
        if shadow in self.words.they:
            return self.offices.before(one=shadow == self.words.it) or said, False
        known = self.persons[bisect_left(self.starts, phrase.start) : bisect_right(self.ends, phrase.end)]
        inside = [name for name in known if phrase.start <= name.start and name.end <= phrase.end]
        if inside and self._ends_with(phrase, inside[-1]) and not self._several(inside):
            return self._whole(inside[-1], phrase) or self._fullest(inside[-1]), True
        if shadow.startswith(self.words.this):
            return self._demonstrated(phrase, said, shadow)
        if phrase.kind == "text" and self.last_own and shadow in self.lists.utterances:
            return self.last_own, False
        if phrase.kind == "person":
            bearer = self._titled(shadow, phrase.start) if shadow in self.titles else self._borne(shadow)
            if bearer or shadow in self.titles:
                return bearer or said, True
        if self._is_familiar(shadow):
            return said[-_FAMILIAR:], True
        if len(shadow) == 1 and shadow in self.lexicon.surnames and (bearer := self._of_family(phrase)):
            return bearer, True
        owner = self.offices.owner(phrase, shadow)
        if owner:
            return owner, False
        if (
            shadow[:1] == self.words.his
            and len(shadow) > 1
            and not shadow.startswith(self.words.others)
            and self._person_before(phrase.start)
        ):
            return f"{self._person_before(phrase.start)}{self.words.of}{said[1:]}", False
        stranger = None if self._joint(inside) else self._stranger(phrase, shadow)
        return stranger or self.offices.full(phrase, said, shadow), stranger is not None

    def _whole(self, name: Name, phrase: Phrase) -> str | None:
        """涅哈|默, 阿姆兰|·汗: a name with what was not taken for a part of it."""
        rest = self.shadow[name.end : phrase.end]
        part = NAME.fullmatch(rest) and (_DOT.match(rest) or (len(rest) == 1 and rest not in self.words.suffixes))
        return self.text[name.start : phrase.end] if part else None

    def _stranger(self, phrase: Phrase, shadow: str) -> str | None:
        """北塬总理阿姆兰·汗 -> 阿姆兰·汗: who stands behind a title, where no list has the name."""
        if phrase.kind not in ("person", "body") or self.words.of in shadow[-NAME_LONGEST:]:
            return None
        for size in range(NAME_SHORTEST, min(NAME_LONGEST, len(shadow) - 1) + 1):
            lead = shadow[:-size]
            if lead[-1] in self.title_ends and any(lead[-length:] in self.titles for length in TITLE_LENGTHS):
                name = shadow[-size:]
                no_name = (
                    name in self.lists.nouns
                    or name[0] in self.words.beside
                    or name.endswith(self.lexicon.office_ends)  # 总指挥|部办公室
                    or any(name[-length:] in self.titles for length in TITLE_LENGTHS)
                )  # 委员|会主席
                return self.text[phrase.end - size : phrase.end] if NAME.fullmatch(name) and not no_name else None
        return None

    def _titled(self, title: str, offset: int) -> str | None:
        """Who 总统 is: the last person before who was given that title."""
        before = self.persons[: bisect_right(self.ends, offset)]
        bearer = next((name for name in reversed(before[-LOOK_BACK:]) if self._has_title(name, title)), None)
        return self._fullest(bearer) if bearer else None

    def _has_title(self, name: Name, title: str) -> bool:
        """总统何远, 何远总统: whether a person bears a title, and not as somebody's deputy."""
        if self.shadow.startswith(title, name.end):
            return True
        role = fold(name.role or "")
        return role.endswith(title) and not role.removesuffix(title).endswith(self.words.deputies)

    def _borne(self, shadow: str) -> str | None:
        """北塬外交部长 -> 林岸: whom the article names right behind the same words."""
        size = len(shadow)
        bearer = next(
            (name for name in self.persons[:_BEARERS] if self.shadow.startswith(shadow, max(name.start - size, 0), name.start)), None
        )
        return self._fullest(bearer) if bearer is not None and bearer.start >= size else None

    def _ends_with(self, phrase: Phrase, name: Name) -> bool:
        rest = self.shadow[name.end : phrase.end]
        if _GLOSS.sub("", rest).startswith(self.words.of) or rest.endswith(self.words.whose):
            return False  # 何远（He Yuan）的律师, 何远发言人
        return (
            not rest or rest[0] in "（(" or len(rest) < 2 or rest in self.titles or rest in self.words.addresses or bool(_DOT.match(rest))
        )

    def _several(self, inside: list[Name]) -> bool:
        """Whether names stand beside each other (何远和林岸), and not one in the other's role (何远的顾问林岸)."""
        return any(set(self.shadow[a.end : b.start]) & set(self.words.beside) for a, b in pairwise(inside))

    def _joint(self, inside: list[Name]) -> bool:
        """总统何远和外长林岸: whether two persons speak, none of whom only tells who the other one is."""
        return len(inside) > 1 and self._several(inside[-2:]) and self.words.of not in self.shadow[inside[-2].end : inside[-1].start]

    def _fullest(self, name: Name) -> str:
        """The longest form given anywhere before, of which this one is the first or last part."""
        best = self.full.get(self.shadow[name.start : name.end])
        return best.text if best is not None and best.start < name.end else name.text

    def _full_forms(self, shadow: str) -> dict[str, Name]:
        """First and last parts of the persons' names -> the first and longest name that has them."""
        full: dict[str, Name] = {}
        for name in self.persons:
            form = shadow[name.start : name.end]
            if _DOT.search(form):
                parts = _DOT.split(form)
                for part in {parts[0], parts[-1]}:
                    known = full.get(part)
                    if len(part) > 1 and (known is None or name.end - name.start > known.end - known.start):
                        full[part] = name
            elif len(form) == _JAPANESE and form[:2] in self.lexicon.japanese:
                full.setdefault(form[:2], name)
        return full

    def _person_before(self, offset: int, sex: str | None = None) -> str | None:
        """Who 他 is: the last to speak, or who has since stood at the head of a sentence; else the last person named before.

        sex: a man's or a woman's mark; who is marked as the other one is passed over.
        """
        other = self.words.other.get(sex or "")
        before = self.persons[: bisect_right(self.ends, offset)][-LOOK_BACK:]
        before = [name for name in before if not other or self.sexes.get(self._fullest(name)) != other]
        headed = next((name for name in reversed(before) if self._heads(name)), None)
        fits = self.last_person and not (other and self.sexes.get(self.last_person) == other)
        sure = sex is not None and fits and self.sexes.get(self.last_person or "") == sex
        if fits and (sure or headed is None or headed.start < self.spoke_at):
            return self.last_person
        if headed is not None:
            return self._fullest(headed)
        return self._fullest(before[-1]) if before else None

    def _marked(self) -> dict[str, str]:
        """Persons whom a title or form of address marks as a man or a woman: 女发言人, 林岸女士."""
        found: dict[str, str] = {}
        for name in self.persons:
            sex = None
            if self.shadow.startswith(self.addresses, name.end):
                sex = next(sex for word, sex in self.words.addresses.items() if self.shadow.startswith(word, name.end))
            elif name.role:
                sex = next((sex for sex in self.words.other if sex in fold(name.role)), None)
            if sex:
                found.setdefault(self._fullest(name), sex)
        return found

    def _heads(self, name: Name) -> bool:
        """Whether a name stands at the head of its sentence, with its titles before it."""
        floor = max(0, name.start - _HEAD_REACH - 1)
        start = max(self.shadow.rfind(mark, floor, name.start) for mark in "。\n！？”」")
        start = -1 if start < 0 and floor == 0 else start
        if start < 0 < floor:
            return False
        lead = self.shadow[start + 1 : name.start]
        comma = lead.find("，")
        day = 0 < comma < _DAY_LONGEST and self._named_between(start + 1, start + 1 + comma) is None  # 林岸说，希望何远…
        if lead.startswith(self.words.reported) or day:
            lead = lead.replace("，", "", 1)
        other = self._named_between(start + 1, name.start)
        if other is not None and self._does(self.shadow[other.end : name.start]):
            return False  # 何远批评林岸
        return name.start - start <= _HEAD_REACH and not set(lead) & set("，；：")

    def _does(self, between: str) -> bool:
        """Whether what stands between two names is what one does, and not what the other is to the first: 何远和林岸, 何远妻子林岸."""
        related = between in self.lists.nouns or between in self.titles
        return bool(between) and not related and between[0] not in self.words.beside and self.words.of not in between

    def _named_between(self, start: int, end: int) -> Name | None:
        """The first person whose name begins in a span."""
        at = bisect_left(self.starts, start)
        return self.persons[at] if at < len(self.persons) and self.starts[at] < end else None

    def _demonstrated(self, phrase: Phrase, said: str, shadow: str) -> tuple[str, bool]:
        """该发言人, 该声明, 该国: the last one of its kind."""
        noun = shadow
        for mark in self.words.this:
            noun = noun.removeprefix(mark)
        kind = self.lists.nouns.get(noun)
        if kind is None and shadow.startswith(self.words.near) and (pointed := self._pointed(noun, phrase.start)):
            return pointed, True
        if kind == "people" and noun.endswith(self.words.folk):
            return next((one for one in reversed(self.told[-LOOK_BACK:]) if fold(one).endswith(noun)), said), False
        spoke = self.last_person is not None and fold(self.last_person).endswith(noun)
        bearer = self._titled(noun, phrase.start) if noun in self.titles and not spoke else None
        if bearer or (kind in ("person", "people") and self.last_person):
            return bearer or self.last_person or said, True
        if kind == "text" and self.last:
            return (self.last_own if noun in self.lists.utterances else None) or self.last, False
        return self.offices.called(noun, phrase.start) or said, False

    def _pointed(self, noun: str, offset: int) -> str | None:
        """这位军方领导人, 这位北塬总统: who was called so, or bore the title; else the last person, unless he bears other ones."""
        if any(word in noun for word in self.words.unnamed_folk):
            return None
        told = next((one for one in reversed(self.told[-LOOK_BACK:]) if fold(one).endswith(noun)), None)
        title = next((noun[-size:] for size in TITLE_LENGTHS if noun[-size:] in self.titles), None)
        person = title is not None or any(self.lists.nouns.get(noun[-size:]) in ("person", "people") for size in TITLE_LENGTHS)
        if told or not person:
            return told
        bearer = self._titled(noun, offset)
        borne = [fold(name.role) for name in self.persons if name.role and self._fullest(name) == self.last_person]
        fits = title is None or title in self.lists.nouns or not borne or any(role.endswith(title) for role in borne)
        return bearer or (self.last_person if fits else None)


def _is_gloss(shadow: str, name: Name) -> bool:
    """何远（He Yuan）: whether a name only writes the one before it in other letters."""
    lead = shadow[max(0, name.start - _GLOSS_REACH) : name.start].rstrip(" ")
    return lead.endswith(("（", "(")) and len(lead) > 1 and shadow[name.start].isascii() and not lead[-2].isascii()
