"""How far a speaker's words reach: to the full stop, the narrator's comment, the semicolon, or the end of a quotation."""

from rashomon.reading.attributions.cue_words import CueWords
from rashomon.reading.attributions.headings import Saying
from rashomon.reading.attributions.sources import Sources
from rashomon.reading.ground.clauses import Layout, Unit

CLOSE_MARKS = " 。.；;，,：:　、…—"
RELAYS = frozenset(("media", "hearsay", "text"))
_BARE_LONGEST = 10
_TURN_LONGEST = 8


class Reach:
    """Settles where the content of a saying ends."""

    def __init__(self, layout: Layout, lists: CueWords, sources: Sources) -> None:
        self.layout, self.lists, self.sources = layout, lists, sources
        self.shadow, self.said = layout.shadow, lists.saying

    def end(self, unit: Unit, saying: Saying, end: int) -> int:
        """Where a saying's content ends that can't run beyond `end`."""
        if unit.title:
            end = min(end, self._title_end(unit, saying))
        if saying.kind in ("judge", "demand") and saying.start == saying.cue[1]:
            end = self._to_semicolon(saying.start, end)
        if saying.framing:
            end = self._untimed(saying.start, min(end, unit.clauses[saying.clause].end))
        end = self._spoken_out(saying, self._commented(saying, self._conceded(unit, saying, end)))
        if saying.kind == "demand":
            unheard = self.sources.unheard.search(self.shadow, saying.start, end)
            end = unheard.start() if unheard and not self.layout.inside[unheard.start()] else end
        return self._without_turn(saying.start, self.trimmed(saying.start, end))

    def _to_semicolon(self, start: int, end: int) -> int:
        """Whom one judges and what one demands, right behind the verb, ends with its half of the sentence."""
        at = self.shadow.find("；", start, end)
        return at if at > start and not self.layout.inside[at] else end

    def _untimed(self, start: int, end: int) -> int:
        """Without the 后 or 之后 that makes the clause a time."""
        said = self.shadow[start:end]
        longest = max((word for word in self.lists.timing if said.endswith(word)), key=len, default="")
        return end - len(longest)

    def _conceded(self, unit: Unit, saying: Saying, end: int) -> int:
        """虽然某某说…，但…: what a clause that concedes something holds ends where the narrator turns against it."""
        if not self.sources.conceding.match(self.shadow, unit.start, saying.cue[0]):
            return end
        turn = self.sources.against.search(self.shadow, unit.start, end)
        return turn.start() if turn and turn.start() > saying.start and not self.layout.inside[turn.start()] else end

    def is_bare(self, saying: Saying, end: int) -> bool:
        """通报有关情况: told that there was something to tell, and not what."""
        said = self.shadow[saying.start : end]
        if self.sources.mention.fullmatch(self.shadow, saying.cue[0], end):
            return True
        if saying.kind == "demand" or self.shadow[saying.cue[0] : saying.cue[1]] in self.said.clausal:
            return False
        if len(said) > _BARE_LONGEST or self.shadow[saying.cue[1] : saying.start] not in self.said.aspects:
            return False
        noun = next((word for word in self.lists.bare if said.endswith(word)), None)
        return noun is not None and not set(said[: -len(noun)]) & set(self.said.finite)

    def _commented(self, saying: Saying, end: int) -> int:
        """The words end where the narrator takes over: …，但没有说明细节."""
        if saying.kind == "according":
            return end  # who refuses to comment is told of in the report
        if self.shadow[saying.cue[0] : saying.cue[1]] in self.said.pleading:
            charged = self.sources.charged.search(self.shadow, saying.start, end)
            end = charged.start() if charged and not self.layout.inside[charged.start()] else end
        act = saying.kind in ("announce", "demand", "judge")
        for pattern in (self.sources.comment, self.sources.aftermath) if act else (self.sources.comment,):
            match = pattern.search(self.shadow, saying.start - saying.behind, end)
            end = match.start() if match and not self.layout.inside[match.start()] else end
        return end

    def _spoken_out(self, saying: Saying, end: int) -> int:
        """某某说：“…！”，随后…: a quotation that a colon opens and a full stop closes is all that is said, unless another one follows."""
        quote = self.layout.quote_at(saying.start)
        if quote is None or quote[0] != saying.start or self.shadow[saying.cue[1] : saying.start].strip() not in ("：", ":"):
            return end
        over = self.shadow[quote[1] - 2] in "。！？!?" and self.shadow[quote[1] : quote[1] + 1] in "，,"
        return quote[1] if over and not self.layout.quotes_in(quote[1], end) else end

    def _without_turn(self, start: int, end: int) -> int:
        """Without the 与此同时 that opens what another one says."""
        match = self.sources.turning.search(self.shadow, max(start, end - _TURN_LONGEST), end)
        return self.trimmed(start, match.start()) if match and match.end() == end else end

    def _title_end(self, unit: Unit, saying: Saying) -> int:
        """A title's statement ends with it behind a colon, else at its space, a condition's at the one behind its main clause."""
        if unit.clauses[saying.clause].end == saying.cue[0]:
            return unit.end  # 海事局：东港今晨重开　渡轮明日复航
        start = saying.start
        open_ended = self.shadow.startswith(self.said.conditions, start)
        for clause in unit.clauses:
            if clause.end > start and clause.mark.strip(" 　") not in ("，", ",", "：", ":") and not self._goes_on(clause.end):
                if self.shadow[clause.end - 1] in self.said.unended:
                    continue  # 预计数日内 病例会大幅攀升
                if not open_ended:
                    return clause.end
                open_ended = False
        return unit.end

    def _goes_on(self, at: int) -> bool:
        """Whether what stands behind a title's space carries on the clause before it: 并…, 而…"""
        return self.shadow[at : at + 4].lstrip(" 　")[:1] in tuple(self.said.goes_on)

    def trimmed(self, start: int, end: int) -> int:
        """The end without the marks before it."""
        return start + len(self.shadow[start:end].rstrip(CLOSE_MARKS))
