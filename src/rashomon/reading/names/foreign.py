"""Foreign names by their own characters: a dot between their parts, a Latin form in brackets, a verb of saying behind them."""

import re

from rashomon.reading.ground.kinds import CUE, DOT, FOREIGN, SPEAKS
from rashomon.reading.ground.lexicon import DASHES, DOTS
from rashomon.reading.names.edges import Edges

_HAN = re.compile(r"[\u4e00-\u9fff]")
_INITIALS = re.compile(f"(?:[A-Z]{{1,2}}[{re.escape(DOTS.rstrip(DASHES))}]){{1,3}}$")
_INITIALS_LONGEST = 9
_DOTTED_LONGEST = 40  # characters of a dotted name
_PERSON_LONGEST = 16
TAGGED = ("nr", "ns")  # the dictionary has names of persons among its places; those that are places are told before


class Foreign(Edges):
    """Finds the foreign persons of one text, and the places and bodies that are written alike."""

    def find_dotted(self) -> None:
        """阿利亚·贝伦科夫: foreign names keep a dot between their parts."""
        over = 0
        for match in self.lists.dotted.finditer(self.words.shadow):
            at, dot = match.start(), match.group()
            if at < over or self.taken[at]:
                continue
            over = self._parts_from(at, dot)
            start = self._initials_from(at) if over else at
            alone = dot in DASHES and self.lists.dotted.search(self.words.shadow, at + 1, over) is None  # 让-吕克·贝伦 has a surer dot
            if start < at and not (
                alone and ((at - start < 2 and self.title_before(start) is None) or self.words.shadow[start:at] in self.lists.places)
            ):
                named_for = self._head_from(over)
                self.add(start, named_for or over, "organisation" if named_for else "person", role=self.role_before(start))

    def _initials_from(self, at: int) -> int:
        """S·K·贝伦, 林登·B·贝伦: start of what stands before a dot at an offset, letters that stand for names among it."""
        low = max(0, at - _INITIALS_LONGEST)
        letters = _INITIALS.search(self.words.shadow[low : at + 1])
        if letters is None:
            return self.sounds_from(at)
        start = low + letters.start()
        return self.sounds_from(start - 1) if start and self.words.shadow[start - 1] in DOTS else start

    def _head_from(self, end: int) -> int:
        """End of the word for a body that stands right behind a person's name: 阿利亚·贝伦科夫 | 研究所; 0 where none does."""
        for start in (end - 1, end):
            for size in (2, 3, 4):
                head = self.words.shadow[start : start + size]
                if head in self.edge.common and len(head) == size:
                    return start + size
        return 0

    def _parts_from(self, at: int, dot: str) -> int:
        """End of the parts that follow a dot at an offset; 0 where none does."""
        end, shadow = self.sounds_to(at + 1), self.words.shadow
        if end < at + 2 or (dot in DASHES and (end < at + 3 or shadow[at + 1 : end] in self.lists.places)):
            return 0
        while end < len(shadow) and shadow[end] in DOTS and end - at < _DOTTED_LONGEST and (longer := self.sounds_to(end + 1)) > end + 1:
            end = longer
        return end

    def find_bracketed(self) -> None:
        """贝伦科夫(Aliya Berenkova): a Latin form in brackets behind a run of name characters."""
        for opening, bracket in self.brackets.items():
            if not opening or self.taken[opening - 1] or not bracket.alias.isascii():
                continue
            several = " " in bracket.alias.strip()
            start = self._titled_before(opening) if several else opening
            start = self._sounds_before(opening) if start == opening else start
            kind = self._bracket_kind(start, opening, bracket.forms[-1][1] + 1, several and bracket.alias[0].isupper())
            if opening - start > 1 and kind and not self.nobody(self.words.shadow[start:opening]):
                self.add(start, opening, kind)

    def _bracket_kind(self, start: int, opening: int, closed: int, several: bool) -> str | None:
        """What a name with a Latin form is, by a title, the word for a place or firm, a preposition; several words are a person's."""
        shadow, edge = self.words.shadow, self.edge
        behind = shadow[closed : closed + 4]
        if self.title_before(start) is not None:
            return "person"
        if shadow[start:opening].endswith(edge.place_ends) or behind.startswith(edge.place_ends):
            return "place"
        if behind.startswith(edge.firms) or shadow[:start].endswith(edge.firms):
            return "organisation"
        if several:
            return "person"
        i = self.words.index(start)
        if i and (self.words.texts[i - 1] in edge.at or self.words.texts[i - 1] in self.lists.well_known):
            return "place"
        return "person" if self.words.has(self.words.index(closed), CUE) else None

    def _titled_before(self, at: int) -> int:
        """Start of the two to four characters, a surname first, between a title and an offset; the offset where there are none."""
        for size in (4, 3, 2):
            start = at - size
            if start > 0 and self.words.shadow[start] in self.lists.surnames and self.title_before(start) is not None:
                return start
        return at

    def _sounds_before(self, at: int) -> int:
        """Start of the run of words that ends at an offset and may be a foreign name."""
        words, j, start = self.words, self.words.index(at) - 1, at
        while j >= 0 and at - start < _PERSON_LONGEST and words.ends[j] == start and words.has(j, FOREIGN | DOT):
            start, j = words.starts[j], j - 1
        within = 0 < start < at and words.shadow[start - 1] in self.edge.inner  # 里亚布科夫: nothing is in what opens a clause
        return start - 1 if within and (start == 1 or not _HAN.match(words.shadow[start - 2])) else start

    def nobody(self, word: str) -> bool:
        """Whether a word that looks like a name is known to be none: a people, the dwellers of a country."""
        return word in self.lists.no_persons or (word[-1] in self.edge.dwellers and word[:-1] in self.lists.well_known)

    def find_saying(self) -> None:
        """贝伦科夫说: a run of name characters before a verb of saying or another word that no name goes on with."""
        words, lists = self.words, self.lists
        for i in words.find("{}(?<={}.)", SPEAKS, FOREIGN):
            numbered = words.tags[i] == "m" and self.edge.dated.isdisjoint(words.texts[i + 1 : i + 2])
            if numbered or self.taken[words.starts[i] - 1]:
                continue
            start = self._sounds_before(words.starts[i])
            run = words.shadow[start : words.starts[i]]
            alone = words.starts[i - 1] == start
            if (
                run
                and run not in lists.places
                and not self.nobody(run)
                and (
                    (len(run) > 2 and not (alone and words.tags[i - 1][:2] not in TAGGED))
                    or (len(run) == 2 and alone and words.tags[i - 1] in TAGGED)
                )
            ):
                self.add(start, words.starts[i], self._kind(run, start))

    def _kind(self, run: str, start: int) -> str:
        """Person, or organisation where the text says so of the same name: 兰德维公司; place where one acts in it: 市长在兰德维宣布."""
        shadow = self.words.shadow
        if any(run + firm in shadow or firm + run in shadow for firm in self.edge.firms):
            return "organisation"
        at = self.words.index(start)
        return "place" if at and self.words.texts[at - 1] in self.edge.at else "person"
