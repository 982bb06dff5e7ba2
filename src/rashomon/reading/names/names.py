"""Persons, places and organisations as they stand in a text, each with its role and the other form given beside it."""

import re
from collections.abc import Iterator

from rashomon.languages import Language
from rashomon.model import Article, Name
from rashomon.reading.ground import spaced
from rashomon.reading.ground.gazetteer import automaton
from rashomon.reading.ground.lexicon import OFFICE, PLACE, STOP, TITLE, NameWords, name_words
from rashomon.reading.ground.words import Words, cut, shadow_of
from rashomon.reading.names.edges import ALIAS_LONGEST, BRACKETS, DOTS, LATIN_ALIAS, Edges

_DOTTED_LONGEST = 40  # characters of a dotted name
_REPEATED = 200  # persons of one article whose further mentions are looked for


def find_names(article: Article, language: Language) -> tuple[Name, ...]:
    """Find the names of persons, places and organisations in an article, in order, none over another."""
    if not article.text:
        return ()
    if language.spaced:
        return spaced.find_names(article, language)
    finder = _Finder(article.text, cut(shadow_of(article.text), language.code), name_words(language), language.code)
    return finder.names()


class _Finder(Edges):
    """One text's names, the surest kind of evidence first; a later kind never overwrites an earlier one."""

    def __init__(self, text: str, words: Words, lists: NameWords, code: str) -> None:
        super().__init__(text, words, lists, code)
        self.found: list[Name] = []
        self.repeated: set[str] = set()
        self.wholes: dict[str, bool] = {}
        self.taken = bytearray(len(text))

    def names(self) -> tuple[Name, ...]:
        self._dotted()
        self._titled()
        self._organisations()
        self._bracketed()
        self._repeats()
        self._given()
        self._places()
        self._repeats()
        return tuple(sorted(self.found, key=lambda name: name.start))

    # each kind of evidence

    def _titled(self) -> None:
        """总统布伦斯基, 发言人Jane Doe: what follows a title."""
        for i in [i for i, flags in self.marked if flags & TITLE]:
            end = self._person_from(i + 1)
            if end:
                role = self.words.starts[self._role_from(i)]
                self._add(self.words.starts[i + 1], end, "person", role=self.text[role : self.words.starts[i + 1]])
            elif i and (start := self._person_before(i)) is not None:
                self._add(start, self.words.starts[i], "person", role=self.text[self.words.starts[i] : self.words.ends[i]])

    def _dotted(self) -> None:
        """阿利亚·贝伦科夫: foreign names keep a dot between their parts."""
        for dot in DOTS:
            at = self.words.shadow.find(dot)
            while at >= 0:
                end = self._parts_from(at, dot) if not self.taken[at] else 0
                start = self._dotted_from(at) if end else at
                if start < at and not (dot == "-" and (at - start < 2 or self.words.shadow[start:at] in self.lists.places)):
                    self._add(start, end, "person", role=self._role_before(start))
                at = self.words.shadow.find(dot, max(end, at + 1))

    def _parts_from(self, at: int, dot: str) -> int:
        """End of the parts that follow a dot at an offset; 0 where none does."""
        end, shadow = self._dotted_to(at + 1), self.words.shadow
        if end < at + 2 or (dot == "-" and (end < at + 3 or shadow[at + 1 : end] in self.lists.places)):
            return 0
        while end < len(shadow) and shadow[end] in DOTS and end - at < _DOTTED_LONGEST and (longer := self._dotted_to(end + 1)) > end + 1:
            end = longer
        return end

    def _role_before(self, start: int) -> str | None:
        """The role that ends where a name begins: 港务部长 | 安卡·贝伦."""
        title = self._title_before(start)
        if not title:
            return None
        i = self.words.index(title)
        if i >= len(self.words.starts) or self.words.starts[i] != title:
            i -= 1
        return self.text[self.words.starts[self._role_from(i)] : start]

    def _bracketed(self) -> None:
        """贝伦科夫(Aliya Berenkova): a Latin form in brackets behind a run of name characters."""
        for opening, inner in self._brackets():
            if (opening and self.taken[opening - 1]) or not LATIN_ALIAS.fullmatch(inner):
                continue
            start = self._titled_before(opening) if " " in inner.strip() else opening
            start = self._sounds_before(opening) if start == opening else start
            if opening - start < 2:
                continue
            ended = self.words.shadow[opening + len(inner) + 2 : opening + len(inner) + 4]
            placed = self.text[start:opening].endswith(self.edge.place_ends) or ended.startswith(self.edge.place_ends)
            person = " " in inner.strip() and inner.strip()[0].isupper() and not placed
            self._add(start, opening, "person" if person else "place")

    def _titled_before(self, at: int) -> int:
        """Start of the two to four characters, a surname first, between a title and an offset; the offset where there are none."""
        for size in (4, 3, 2):
            start = at - size
            if start > 0 and self.words.shadow[start] in self.lists.surnames and self._title_before(start):
                return start
        return at

    def _organisations(self) -> None:
        words, lists = self.words, self.lists
        for i in [i for i, flags in self.marked if flags & OFFICE]:
            word = words.texts[i]
            if (len(word) < 2 and word not in lists.organisations) or words.tags[i][0] in "pcdxtrm":
                continue
            known = word in lists.media
            if not known and not (words.tags[i] == "nt" or self._ends_organisation(i)):
                continue
            j = i if known and len(word) > 2 else self._organisation_from(i)
            long_enough = words.ends[i] - words.starts[j] > 2 or words.tags[i] in ("nt", "eng")
            if known or (long_enough and self._is_organisation(j, i)):
                self._add(words.starts[j], words.ends[i], "organisation")

    def _given(self) -> None:
        """Names that are known or made out by a surname (何远, 张小明), and runs of name characters before a verb of saying."""
        words, lists = self.words, self.lists
        for start, end in self.guessed.items():
            at = words.index(start)
            if at < len(words.ends) and words.ends[at] == end and not words.tags[at].startswith("nr"):
                continue  # the dictionary has it as another word
            following = words.texts[words.index(end)] if words.index(end) < len(words.texts) else ""
            if (end - start == 3 or following in lists.stops) and not self._sounded(words.index(end)):
                self._add(start, end, "person")
        for i in self._after_sounds():
            word = words.texts[i]
            dated = words.tags[i] == "t" or (
                words.tags[i] == "m" and word.isdigit() and not self.edge.dated.isdisjoint(words.texts[i + 1 : i + 2])
            )
            if not (dated or (word in lists.stops and words.tags[i][0] in "vpd")) or i == 0 or self.taken[words.starts[i] - 1]:
                continue
            start = self._sounds_before(words.starts[i])
            run = words.shadow[start : words.starts[i]]
            if run not in lists.places and (
                len(run) > 2 or (len(run) == 2 and words.tags[i - 1].startswith("nr") and words.starts[i - 1] == start)
            ):
                self._add(start, words.starts[i], "person")

    def _after_sounds(self) -> list[int]:
        """Words behind which no name goes on, where name characters stand before them."""
        words, sounds = self.words, self.lists.sounds
        return [i for i, flags in self.marked if flags & STOP and words.shadow[words.starts[i] - 1] in sounds]

    def _whole(self, start: int, end: int) -> int:
        """何远 + 山: a name that one character follows wherever it stands has that character in it."""
        shadow, at = self.words.shadow, self.words.index(end)
        if end - start != 2 or at >= len(self.words.texts) or len(self.words.texts[at]) != 1 or self.words.tags[at][0] == "x":
            return end
        whole = shadow[start : end + 1]
        if whole not in self.wholes:
            told = shadow.count(whole)
            self.wholes[whole] = told > 1 and told == shadow.count(whole[:-1]) and whole[-1] not in self.edge.never_last
        return end + self.wholes[whole]

    def _places(self) -> None:
        words, lists = self.words, self.lists
        for _, start, end in automaton(self.code).find_matches_as_indexes(words.shadow):
            if not self.taken[start] and words.bounds(start, end):
                self._add(start, end, "place")
        for i in [i for i, flags in self.marked if flags & PLACE]:
            word = words.texts[i]
            if len(word) > 1 and word not in lists.nouns and word not in lists.common:
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
        for form in [form for form in list(forms)[:_REPEATED] if form not in self.repeated]:
            self.repeated.add(form)
            at = self.words.shadow.find(form)
            while at >= 0:
                if len(form) > 3 or self.words.bounds(at, at + len(form)):
                    self._add(at, at + len(form), "person")
                at = self.words.shadow.find(form, at + len(form))

    def _brackets(self) -> Iterator[tuple[int, str]]:
        for opening, closing in BRACKETS.items():
            at = self.text.find(opening)
            while at >= 0:
                end = self.text.find(closing, at + 1, at + ALIAS_LONGEST + 2)
                if end > at + 1:
                    yield at, self.text[at + 1 : end]
                at = self.text.find(opening, at + 1)

    def _add(self, start: int, end: int, kind: str, *, role: str | None = None) -> None:
        end = self._whole(start, end) if kind == "person" else end
        if end <= start or any(self.taken[start:end]):
            return
        self.taken[start:end] = b"\1" * (end - start)
        self.found.append(Name(start=start, end=end, text=self.text[start:end], kind=kind, role=role, alias=self._alias(end)))
