"""Persons, places and organisations as they stand in a text, each with its role and the other form given beside it."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from rashomon.languages import Language, fold
from rashomon.model import Article, Name
from rashomon.reading import spaced
from rashomon.reading.gazetteer import automaton, places, territories
from rashomon.reading.words import LATIN, Words, cut, guess

DOTS = "·・‧•．-"
_STOP_TAGS = frozenset("pcdxtrfyoqe")
_BRACKETS = {"（": "）", "(": ")"}
_ALIAS_LONGEST = 60  # a bracket longer than this holds a remark, not a name
_NEVER_LAST = frozenset("说称指对向在就则也将已曾表们等的是和与")  # what the segmenter glues to the end of a name
_PERSON_LONGEST = 16
_LATIN_ALIAS = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9 .,'’&\-]{1,59}")
_GIVEN_ALIAS = re.compile(r"(?:又译|或译|又名|又称|亦称|亦译|以下简称|下称|简称|原名|本名|英文名)[为作：:]?[“「\"]?([^”」\"，,；;]{2,20})")
_PLACE_ENDS = ("省", "市", "县", "州", "区", "镇", "乡", "村", "郡", "道", "岛", "湾", "山", "河", "湖", "机场", "半岛", "群岛", "海峡")
_ORG_TAGS = frozenset({"ns", "nt", "nz", "n", "an", "vn", "b", "j", "nrt", "nr", "s", "eng", "l", "ng"})


class NameWords(msgspec.Struct, frozen=True):
    """The lists that names are told by."""

    titles: frozenset[str]
    surnames: frozenset[str]
    sounds: frozenset[str]  # characters that write foreign names
    organisations: frozenset[str]
    media: frozenset[str]
    stops: frozenset[str]  # function words and cues: no part of a name
    nouns: frozenset[str]  # common nouns of sources
    places: frozenset[str]
    territories: frozenset[str]
    inner: frozenset[str]  # verbs that stand inside the names of offices


@cache
def _name_words(language: Language) -> NameWords:
    def words(name: str) -> frozenset[str]:
        return frozenset(fold(word) for word in language.words(name))

    cues = words("cues")
    return NameWords(
        titles=words("titles"),
        surnames=words("surnames"),
        sounds=frozenset("".join(words("transliteration"))),
        organisations=words("organisations"),
        media=words("media"),
        stops=words("clause_words") | cues,
        nouns=words("source_nouns"),
        places=places(language.code),
        territories=frozenset(territories(language.code)),
        inner=words("office_words"),
    )


def find_names(article: Article, language: Language) -> tuple[Name, ...]:
    """Find the names of persons, places and organisations in an article, in order, none over another."""
    if not article.text:
        return ()
    if spaced.writes_spaces(language):
        return spaced.find_names(article, language)
    finder = _Finder(article.text, cut(fold(article.text), language.code), _name_words(language), language.code)
    return finder.names()


class _Finder:
    """One text's names, the surest kind of evidence first; a later kind never overwrites an earlier one."""

    def __init__(self, text: str, words: Words, lists: NameWords, code: str) -> None:
        self.text, self.words, self.lists, self.code = text, words, lists, code
        self.guessed = self._guesses(guess(words.shadow, code))
        self.found: list[Name] = []
        self.taken = bytearray(len(text))

    def names(self) -> tuple[Name, ...]:
        self._titled()
        self._dotted()
        self._organisations()
        self._bracketed()
        self._repeats()
        self._given()
        self._places()
        self._repeats()
        return tuple(sorted(self.found, key=lambda name: name.start))

    def _guesses(self, words: Words) -> dict[int, int]:
        """Names with a surname that the segmenter makes out: start -> end."""
        found = {}
        for start, word, tag in zip(words.starts, words.texts, words.tags, strict=True):
            if tag.startswith("nr") and 2 <= len(word) <= 4 and word[0] in self.lists.surnames:
                while len(word) > 2 and word[-1] in _NEVER_LAST:
                    word = word[:-1]
                known = word in self.lists.places or word in self.lists.stops or word in self.lists.nouns or is_title(word, self.lists)
                if not known and word[-1] not in _NEVER_LAST:
                    found[start] = start + len(word)
        return found

    # each kind of evidence

    def _titled(self) -> None:
        """总统托卡耶夫, 发言人Jane Doe: what follows a title."""
        for i, word in enumerate(self.words.texts):
            if not is_title(word, self.lists):
                continue
            end = self._person_from(i + 1)
            if end:
                role = self.words.starts[self._role_from(i)]
                self._add(self.words.starts[i + 1], end, "person", role=self.text[role : self.words.starts[i + 1]])
            elif i and (start := self._person_before(i)) is not None:
                self._add(start, self.words.starts[i], "person", role=self.text[self.words.starts[i] : self.words.ends[i]])

    def _dotted(self) -> None:
        """萨尔塔纳特・阿兹尔贝克: foreign names keep a dot between their parts."""
        for dot in DOTS:
            at = self.words.shadow.find(dot)
            while at >= 0:
                if not self.taken[at]:
                    start, end = self._sounds_before(at), self._sounds_after(at + 1)
                    if start < at and end > at + 1:
                        self._add(start, end, "person")
                at = self.words.shadow.find(dot, at + 1)

    def _bracketed(self) -> None:
        """帕什尼扬(Nikol Pashinyan): a Latin form in brackets behind a run of name characters."""
        for opening, inner in self._brackets():
            if (opening and self.taken[opening - 1]) or not _LATIN_ALIAS.fullmatch(inner):
                continue
            start = self._sounds_before(opening)
            if opening - start < 2:
                continue
            ended = self.words.shadow[opening + len(inner) + 2 : opening + len(inner) + 4]
            placed = self.text[start:opening].endswith(_PLACE_ENDS) or ended.startswith(_PLACE_ENDS)
            person = " " in inner.strip() and inner.strip()[0].isupper() and not placed
            self._add(start, opening, "person" if person else "place")

    def _organisations(self) -> None:
        words, lists = self.words, self.lists
        for i, word in enumerate(words.texts):
            if len(word) < 2 and word not in lists.organisations:
                continue
            known = word in lists.media
            if not known and not (words.tags[i] == "nt" or self._ends_organisation(i)):
                continue
            j = i if known and len(word) > 2 else self._organisation_from(i)
            long_enough = words.ends[i] - words.starts[j] > 2 or words.tags[i] in ("nt", "eng")
            if known or (long_enough and (j < i or (word not in lists.organisations and word not in lists.nouns))):
                self._add(words.starts[j], words.ends[i], "organisation")

    def _given(self) -> None:
        """Names that are known or made out by a surname (王毅, 张小明), and runs of name characters before a verb of saying."""
        words, lists = self.words, self.lists
        for start, end in self.guessed.items():
            following = words.texts[words.index(end)] if words.index(end) < len(words.texts) else ""
            if (end - start == 3 or following in lists.stops) and not self._sounded(words.index(end)):
                self._add(start, end, "person")
        for i, word in enumerate(words.texts):
            if word not in lists.stops or i == 0 or self.taken[words.starts[i] - 1] or words.tags[i][0] not in "vpd":
                continue
            start = self._sounds_before(words.starts[i])
            run = words.shadow[start : words.starts[i]]
            if run not in lists.places and (len(run) > 2 or (len(run) == 2 and words.tags[i - 1].startswith("nr") and words.starts[i - 1] == start)):
                self._add(start, words.starts[i], "person")

    def _places(self) -> None:
        words, lists = self.words, self.lists
        for _, start, end in automaton(self.code).find_matches_as_indexes(words.shadow):
            if words.bounds(start, end):
                self._add(start, end, "place")
        for i, word in enumerate(words.texts):
            if words.tags[i] == "ns" and len(word) > 1 and word not in lists.nouns:
                self._add(words.starts[i], words.ends[i], "place")

    def _repeats(self) -> None:
        """Further mentions of persons already introduced, by the whole name or by its last part."""
        forms: dict[str, None] = {}
        for name in sorted(self.found, key=lambda n: n.start):
            if name.kind == "person":
                shadow = self.words.shadow[name.start : name.end]
                forms[shadow] = None
                last = re.split(f"[{re.escape(DOTS)} ]", shadow)[-1]
                if len(last) > 1:
                    forms[last] = None
        for form in forms:
            at = self.words.shadow.find(form)
            while at >= 0:
                if len(form) > 3 or self.words.bounds(at, at + len(form)):
                    self._add(at, at + len(form), "person")
                at = self.words.shadow.find(form, at + len(form))

    # where a name begins and ends

    def _person_from(self, i: int) -> int:
        """End of the person's name that starts with word i; 0 where none does."""
        words, lists = self.words, self.lists
        if i >= len(words.texts):
            return 0
        start = words.starts[i]
        latin = self._latin_from(i)
        if latin:
            return latin
        first = words.texts[i]
        if start in self.guessed and not self._sounded(words.index(self.guessed[start])):
            return self.guessed[start]
        if words.tags[i] == "nr" and 2 <= len(first) <= 4 and self._may_name(i) and not self._sounded(i + 1):
            return words.ends[i]
        given = self._surnamed(i)
        if given:
            return given
        end, sounds = start, True
        for j in range(i, min(i + 8, len(words.texts))):
            word = words.texts[j]
            if not self._may_name(j) and not (word in DOTS and end > start):
                break
            end = words.ends[j]
            sounds = sounds and all(c in lists.sounds or c in DOTS for c in word)
        shadow = words.shadow[start:end]
        if shadow[-1:] and shadow[-1] in DOTS:
            end, shadow = end - 1, shadow[:-1]
        if shadow in lists.places:
            return 0
        if 2 <= len(shadow) <= 4 and (shadow[0] in lists.surnames or shadow[:2] in lists.surnames):
            return end
        if 2 <= len(shadow) <= 4 and self._may_follow(words.index(end)):
            return end
        return end if sounds and 2 <= len(shadow) <= _PERSON_LONGEST else 0

    def _surnamed(self, i: int) -> int:
        """陈 | 时 | 中 | 宣布: end of a surname with one or two characters that the dictionary leaves single; 0 where it is none."""
        words = self.words
        if words.texts[i] not in self.lists.surnames:
            return 0
        for parts in (2, 1):
            given = words.texts[i + 1 : i + 1 + parts]
            plain = len(given) == parts and all(len(c) == 1 and "一" <= c <= "鿿" for c in given)
            if plain and given[-1] not in _NEVER_LAST and given[0] not in _NEVER_LAST and self._may_follow(i + 1 + parts):
                return words.ends[i + parts]
        return 0

    def _may_follow(self, i: int) -> bool:
        """Whether word i plainly ends a name: a verb of saying, a function word or a mark."""
        return i >= len(self.words.texts) or self.words.texts[i] in self.lists.stops or self.words.tags[i][0] in "xpdctrmv"

    def _sounded(self, i: int) -> bool:
        """Whether word i goes on with a foreign name."""
        if i >= len(self.words.texts):
            return False
        word = self.words.texts[i]
        return word in DOTS or (self._may_name(i) and all(c in self.lists.sounds for c in word))

    def _latin_from(self, i: int) -> int:
        words, end = self.words, 0
        for j in range(i, min(i + 8, len(words.texts))):
            if words.tags[j] == "eng" and (end or words.texts[j][:1].isupper()):
                end = words.ends[j]
            elif words.texts[j] not in (" ", "-", ".", "·"):
                break
        return end

    def _may_name(self, j: int) -> bool:
        word, tag = self.words.texts[j], self.words.tags[j]
        if word in self.lists.stops or word in self.lists.territories or is_title(word, self.lists) or word in self.lists.nouns:
            return False
        if tag.startswith("nr") or tag == "zg":
            return True
        if all(c in self.lists.sounds for c in word):
            return len(word) == 1 or tag[0] not in _STOP_TAGS
        return len(word) == 1 and tag[0] not in _STOP_TAGS and tag[0] not in "mu" and "一" <= word <= "鿿"

    def _person_before(self, i: int) -> int | None:
        """Start of the name that stands right before a title: 习近平主席."""
        word = self.words.texts[i - 1]
        if self.words.tags[i - 1].startswith("nr") and 2 <= len(word) <= 3 and word[0] in self.lists.surnames and self._may_name(i - 1):
            return self.words.starts[i - 1]
        return None

    def _role_from(self, i: int) -> int:
        """The word with which the role that ends in word i begins: 美国国务院发言人."""
        while i and (self._part_of_organisation(i - 1) or is_title(self.words.texts[i - 1], self.lists)):
            i -= 1
        return i

    def _ends_organisation(self, i: int) -> bool:
        word, tag = self.words.texts[i], self.words.tags[i]
        if word in self.lists.organisations:
            return True
        return len(word) > 2 and tag in _ORG_TAGS and any(word.endswith(s) for s in self.lists.organisations if len(s) > 1)

    def _organisation_from(self, i: int) -> int:
        j = i
        while j and i - j < 6 and self._part_of_organisation(j - 1):
            j -= 1
        return j

    def _part_of_organisation(self, j: int) -> bool:
        word, tag = self.words.texts[j], self.words.tags[j]
        if word in self.lists.inner:
            return True
        return tag in _ORG_TAGS and word not in self.lists.stops and not is_title(word, self.lists) and word != "\n"

    def _sounds_before(self, at: int) -> int:
        """Start of the run of name characters that ends at an offset, at a word's edge and behind any title or place."""
        words = self.words
        j = words.index(at) - 1
        start = at
        while j >= 0 and at - start < _PERSON_LONGEST:
            word = words.texts[j]
            sounded = all(c in self.lists.sounds or c in DOTS for c in word)
            if not sounded or words.ends[j] > at or word in self.lists.stops or word in self.lists.territories or is_title(word, self.lists):
                break
            start, j = words.starts[j], j - 1
        return start

    def _sounds_after(self, at: int) -> int:
        words = self.words
        j, end = words.index(at), at
        while j < len(words.texts) and end - at < _PERSON_LONGEST:
            word = words.texts[j]
            if not all(c in self.lists.sounds or c in DOTS for c in word) or word in self.lists.stops:
                break
            end, j = words.ends[j], j + 1
        return end

    def _brackets(self) -> Iterator[tuple[int, str]]:
        for opening, closing in _BRACKETS.items():
            at = self.text.find(opening)
            while at >= 0:
                end = self.text.find(closing, at + 1, at + _ALIAS_LONGEST + 2)
                if end > at + 1:
                    yield at, self.text[at + 1 : end]
                at = self.text.find(opening, at + 1)

    def _alias(self, end: int) -> str | None:
        """The other form in brackets right behind a name."""
        opening = self.text[end : end + 1]
        if opening not in _BRACKETS or not opening:
            return None
        close = self.text.find(_BRACKETS[opening], end, end + _ALIAS_LONGEST + 2)
        inner = self.text[end + 1 : close].strip() if close > 0 else ""
        if _LATIN_ALIAS.fullmatch(inner):
            return re.split(r"[,，]", inner)[0].strip()
        given = _GIVEN_ALIAS.match(fold(inner))
        return inner[given.start(1) : given.end(1)] if given else None

    def _add(self, start: int, end: int, kind: str, *, role: str | None = None) -> None:
        if end <= start or any(self.taken[start:end]):
            return
        self.taken[start:end] = b"\1" * (end - start)
        self.found.append(Name(start=start, end=end, text=self.text[start:end], kind=kind, role=role, alias=self._alias(end)))


def is_title(word: str, lists: NameWords) -> bool:
    """Whether a word is a title, or ends in one (德国总理)."""
    return word in lists.titles or (len(word) > 2 and (word[-2:] in lists.titles or word[-3:] in lists.titles or word[-4:] in lists.titles))


__all__ = ["DOTS", "LATIN", "NameWords", "find_names", "is_title"]
