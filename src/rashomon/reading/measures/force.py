"""Whether words of ordering tell what is in force, and whether it is ordered, prolonged or lifted."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.model import Attribution, Span
from rashomon.reading.measures.scene import Scene
from rashomon.reading.measures.when import ADVICE

BEFORE, AFTER = 18, 14  # characters between a verb of declaring and the state it declares
_SPACED = 2  # times as many where words are of letters
_NEXT = 8  # characters into the next clause where its verb may open that


def reach(scene: Scene) -> Span:
    """How far words before and behind are looked for."""
    times = _SPACED if scene.patterns.spaced else 1
    return BEFORE * times, AFTER * times


class Force(NamedTuple):
    """Words of ordering with what may tell that what they order is in force."""

    match: re.Match[str]
    clause: Span
    scene: Scene
    first: int  # where days are its own from
    said: Sequence[Attribution]  # of the article
    title: int  # where the title ends: what it says is news

    def status(self, *, carried: bool) -> tuple[str | None, Span]:
        """Whether it is ordered, prolonged or lifted, and where the verb stands that says so; None where nothing does.

        `carried`: its clause goes on with one that tells a measure in force.
        """
        match, clause, scene, patterns = self.match, self.clause, self.scene, self.scene.patterns
        before, after = reach(scene)
        short = match.lastgroup in ("state", "act") and match.end() <= match.start() + before
        over = short and clause[1] == match.end() and not patterns.spaced  # 特别安排，将会延长: its verb may open the next clause
        end = min(scene.sentence[1], clause[1] + _NEXT) if over else min(clause[1], match.end() + after)
        near = (max(clause[0], match.start() - before), end)
        whole = (clause[0] if match.lastgroup == "state" else near[0], end)  # 延长就十地航班实施的熔断机制
        done = match.lastgroup in ("reopening", "halt")  # what ends is not prolonged, and what is put off neither
        lasting = not done and not patterns.forbids.match(match[0])
        longer = (("prolonged", patterns.prolonged),) if lasting else ()
        for status, pattern in (*longer, ("lifted", patterns.lifted)):
            for verb in pattern.finditer(scene.shadow, *(near if status == "lifted" else whole)):
                inside = status == "lifted" and (match.start() <= verb.start() < match.end() or self._goes_on(verb))
                told = scene.shadow[clause[0] : verb.start()]
                ends = status == "lifted" and (patterns.until_before.search(told) or patterns.ended.search(told))
                if not inside and not ends and not self._dated_end(verb.start()):
                    wanted = status == "lifted" and patterns.asked.search(scene.shadow, clause[0], verb.start())  # 呼吁结束紧急状态
                    return None if wanted else status, verb.span()
        if match.lastgroup in (*ADVICE, "ban"):
            return "ordered", match.span()
        if match.lastgroup == "state":
            verbs = [verb for verb in patterns.declare.finditer(scene.shadow, *near) if not match.start() < verb.end() <= match.end()]
            verbs = [verb for verb in verbs if verb.start() < clause[1]] or verbs
            return ("ordered", verbs[-1].span()) if verbs else ("ordered" if self.is_timed() else None, match.span())
        status = "lifted" if match.lastgroup == "reopening" else "ordered"
        return (status if carried or self._told() else None), match.span()

    def is_timed(self) -> bool:
        """宵禁时间为每晚10时至次日5时: a curfew with its hours."""
        patterns = self.scene.patterns
        return bool(patterns.nightly.search(self.match[0]) and patterns.hours.search(self.scene.shadow, *self.clause))

    def _goes_on(self, verb: re.Match[str]) -> bool:
        """限制人数，也取消了晚会: whether a verb of the next clause lifts something of its own."""
        scene, end = self.scene, verb.end()
        return verb.start() >= self.clause[1] and end + 1 < scene.sentence[1] and not scene.patterns.clause.match(scene.shadow, end)

    def _told(self) -> bool:
        """Whether a day, an announcement, a cause or the title tells it as news."""
        match, clause, scene, patterns = self.match, self.clause, self.scene, self.scene.patterns
        first = scene.sentence[0] if match.lastgroup == "duty" else self.first  # a duty holds from the day that its sentence opens with
        dated = any(first <= time.start < clause[1] or scene.opens(time, clause[0], last=True) for time in scene.times)
        if dated or scene.sentence[1] <= self.title:
            return True
        announced = scene.sentence if match.lastgroup == "reopening" or patterns.spaced else clause
        if patterns.announce.search(scene.shadow, *announced) or patterns.decree.search(scene.shadow, scene.sentence[0], clause[0]):
            return True
        if patterns.asserted.search(scene.shadow, max(clause[0], match.start() - reach(scene)[0]), match.start()):
            return True
        if self._does_itself():
            return True
        if match.lastgroup == "reopening":
            return False
        if patterns.caused.search(scene.shadow, scene.sentence[0], match.start()):
            return True
        alone = match.lastgroup in ("act", "duty") or (match.lastgroup == "closure" and patterns.paused.match(match[0]) is not None)
        closes = alone and (clause[1] == match.end() or patterns.items.match(scene.shadow, match.end()) is not None)
        return closes and any(form.fullmatch(scene.shadow, clause[0], match.start()) for form in (patterns.bare, patterns.entry))

    def _does_itself(self) -> bool:
        """渡轮公司表示，取消往返航班: whether a body says that it does it."""
        scene, at = self.scene, self.match.start()
        return any(
            one.chain_spans
            and any(name.kind == "organisation" and name.end == one.chain_spans[-1][1] for name in scene.names)
            and scene.patterns.itself.fullmatch(scene.shadow, one.start, at)
            for one in self.said
            if one.start <= at < one.end
        )

    def _dated_end(self, position: int) -> bool:
        """至1月19日结束 tells when it ends, not that it has ended."""
        times, clause, patterns = self.scene.times, self.clause, self.scene.patterns
        last = [time for time in times if clause[0] <= time.start and time.end <= position and position - time.end <= 3]
        return bool(last) and patterns.until_before.search(self.scene.shadow[max(0, last[-1].start - 8) : last[-1].start]) is not None
