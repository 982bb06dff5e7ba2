"""Whether words stand behind a cue, and whether it only leads to the next one."""

import re

from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.cues import Cue
from rashomon.reading.ground.clauses import Clause
from rashomon.reading.ground.words import Words

_ADDRESSED_LONGEST = 14  # characters between an act and the verb that tells its words
_ADDRESSED = re.compile(r"[^，。；：:“”「」『』\"\n]{1,8}[：:][“「『\"]")  # 质问她：“…”
_MARKS = ("，", "：", ",", ":", "“", "「", '"', "『")


class Behind:
    """Asked of the cues of one text."""

    def __init__(self, words: Words, lists: CueWords) -> None:
        self.words, self.shadow, self.lists, self.wording = words, words.shadow, lists, lists.saying

    def marked(self, cue: Cue) -> bool:
        """Whether a mark behind a cue opens what is said."""
        return self.shadow[cue.end : cue.end + 1] in _MARKS or _ADDRESSED.match(self.shadow, cue.end) is not None

    def open(self, clause: Clause, cue: Cue) -> bool:
        """回忆，…; 询问是否…; “…，”市长回忆。: whether words stand behind a verb that is a noun as well, or quoted before its clause."""
        closes = self.shadow[clause.start - 1 : clause.start] in ("”", "」") and self.shadow[cue.end : cue.end + 1] in ("。", "\n")
        asked = self.shadow[cue.end : clause.end] if self.shadow[cue.start : cue.end] in self.wording.asking else ""
        return closes or any(word in asked for word in self.wording.questions) or self.marked(cue)

    def leads_to(self, cue: Cue, following: Cue) -> bool:
        """Whether a cue and the next one tell one statement, by the second verb."""
        return self._to_someone(cue, following) or self._issues(cue, following)

    def _to_someone(self, cue: Cue, following: Cue) -> bool:
        """警告支持者称，…: whether only who is warned or blamed stands between an act and the verb of saying that tells its words.

        “…，”他告诉电视台说。: or who is told, at the end of a sentence.
        """
        verb, between = self.shadow[cue.start : cue.end], self.shadow[cue.end : following.start]
        closes = self.shadow[following.end : following.end + 1] in ("。", "\n", "")
        if not (verb in self.wording.acts and self.marked(following)) and not (verb in self.wording.addressing and closes):
            return False
        told = self.shadow[following.start : following.end] in self.wording.telling
        return told and 0 < len(between) <= _ADDRESSED_LONGEST and not set(between) & self.wording.parting

    def _issues(self, cue: Cue, following: Cue) -> bool:
        """公布调查报告 | 指出，…: whether an office gives out the document that a verb of saying follows at once."""
        document = (
            cue.kind == "announce" and following.kind != "find" and self.lists.nouns.get(self.words.texts[following.first - 1]) == "text"
        )
        return document and not set(self.shadow[cue.end : following.start]) & self.wording.parting
