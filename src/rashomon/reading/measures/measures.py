"""Orders, closures, cancellations and advice in force: what, by whom, where, from when until when, at what hours."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from rashomon.languages import Language
from rashomon.model import Article, Attribution, Measure, Name, Span, Time
from rashomon.reading.ground.anchor import anchor_day
from rashomon.reading.ground.shadow import shadow_of
from rashomon.reading.measures.doubts import befell, is_bygone, is_supposed, is_view
from rashomon.reading.measures.force import Force
from rashomon.reading.measures.patterns import Patterns, patterns_of
from rashomon.reading.measures.rules import Rules, find_rules
from rashomon.reading.measures.scene import Scene, between
from rashomon.reading.measures.structure import BID, STATUS, is_governed, may_bid, may_order
from rashomon.reading.measures.when import ADVICE, DUE, find_hours, find_lifted, find_span, last_day
from rashomon.reading.measures.who import find_agent, find_announcer, find_place, is_lay

_HALTED = 30  # characters between what is halted and the verb that closes its clause
_OPEN = ("closure", "act", "reopening")  # whose noun may go on behind their words
_BOUND = 80  # characters between who is bound and the verb that binds them
_JUDGED = (*ADVICE, "state", "act", "reopening")  # what scholars and physicians speak of, and do not order
_ASKED = 3  # characters of adverbs between a country and what is demanded of it
_ENDS = "。！？ \n”」"  # what may stand behind the last words of a sentence
_SEQUEL = 12  # characters between a rule and what it allows
_RULED = 2  # lines on from one rule that the next may stand in
_DAY = len("2031-05-04")
_WINDOW = 240  # characters of a sentence that are looked at on either side


def find_measures(
    article: Article,
    language: Language,
    *,
    times: Sequence[Time] = (),
    attributions: Sequence[Attribution] = (),
    names: Sequence[Name] = (),
) -> tuple[Measure, ...]:
    """Find the measures in force of an article, in order; `times` give from and until, `names` who ordered and where, `attributions`
    who announced it where no name tells."""
    patterns = patterns_of(language.code)
    if patterns is None or not article.text:
        return ()
    shadow = shadow_of(article.text)
    triggers = list(patterns.trigger.finditer(shadow))
    built = list(patterns.built.finditer(shadow)) if patterns.built else []
    if not (triggers or built):
        return ()
    finder = _Finder(article, patterns, times, names, attributions)
    found = _whole(list(finder.measures(triggers)))
    further = finder.further(built, triggers, found)
    return tuple(finder.with_orderers(sorted((*found, *further), key=lambda one: one.start)))


def _whole(found: list[Measure]) -> tuple[Measure, ...]:
    """Measures without those that are the beginning of the next: 延长围封, 延长围封强检."""
    kept = [one for one, after in pairwise(found) if after.start != one.start or after.end <= one.end]
    return (*kept, *found[-1:])


class _Finder:
    """The measures of one article."""

    def __init__(
        self, article: Article, patterns: Patterns, times: Sequence[Time], names: Sequence[Name], said: Sequence[Attribution]
    ) -> None:
        self.text, self.shadow, self.patterns = article.text, shadow_of(article.text), patterns
        furniture = article.furniture
        self.sentences = [span for span in article.sentences if not furniture or not any(a < span[1] and span[0] < b for a, b in furniture)]
        self.title = len(article.title) if article.text.startswith(article.title) else 0  # what a title says is news
        self.starts = [start for start, _ in self.sentences]
        self.times = [time for time in times if time.type == "DURATION" or time.value[4:5] == "-"]
        self.names = names
        self.said = sorted(said, key=lambda one: one.start)
        day = anchor_day(article)
        self.day = day.isoformat() if day else None

    @cached_property
    def rules(self) -> Rules:
        return find_rules(self.shadow, self.patterns, sentences=self.sentences, times=self.times, names=self.names)

    def measures(self, triggers: Sequence[re.Match[str]]) -> Iterator[Measure]:
        seen: dict[tuple[int, str, str, str | None], set[str | None]] = {}  # with the days from which each was told
        starts = [match.start() for match in triggers]
        advised = -1  # the sentence that advice was last found in
        told = -1  # where the words of the last measure end
        for match in triggers:
            scene = self._scene(match.span(), starts)
            measure = self._measure(match, scene, told) if scene else None
            if scene is None or measure is None or match.start() < told:
                continue
            if told > scene.clause(match.span())[0] and self.patterns.sequel.match(match[0]):
                continue
            told = measure.end if match.lastgroup in ("advice", *_OPEN) else match.end()
            days = seen.setdefault((scene.half(match.start()), measure.status, measure.what, measure.place), set())
            again = days and (measure.since is None or measure.since in days)
            if not again and not (match.lastgroup == "behest" and advised == scene.sentence[0]):
                days.add(measure.since)
                yield self.rules.lend(measure, between(self.said, scene.sentence), advice=match.lastgroup in ADVICE)
            advised = scene.sentence[0] if match.lastgroup == "advice" else advised

    def further(self, built: Sequence[re.Match[str]], triggers: Sequence[re.Match[str]], found: Sequence[Measure]) -> Iterator[Measure]:
        """Those that only their structure tells, in what the words of ordering left: who is bound, by what verb, who announces it."""
        starts = [match.start() for match in triggers]
        taken = [(one.start, one.end) for one in found]
        for match in built:
            if self.patterns.sequel.match(match[0]) and any(0 <= match.start() - end <= _SEQUEL for _, end in taken):
                continue  # 须持许可证，方可驶入 is one rule
            if any(start < match.end() and match.start() < end for start, end in taken) or not may_order(match, self.shadow, self.patterns):
                continue
            scene = self._scene(match.span(), starts)
            if scene is None:
                continue
            clause, said = scene.clause(match.span()), between(self.said, scene.sentence)
            told = max((end for _, end in taken if end <= match.start()), default=-1)
            if not is_governed(match, clause, scene, said, told=told) or is_supposed(match, clause, scene):
                continue
            if is_bygone(match, scene, self.day):
                continue
            status = STATUS[match.lastgroup or ""]
            measure = self._made(match, clause, scene, verb=match.span(), thing=match.start(), behind=match.end(), status=status)
            if measure and (match.lastgroup not in BID or may_bid(match, scene, measure.by, told=told)):
                taken.append((measure.start, measure.end))
                yield self.rules.lend(measure, said, advice=False)

    def with_orderers(self, found: Iterable[Measure]) -> Iterator[Measure]:
        """Measures, each duty that names nobody with who ordered what is told right before it: 政府将…列为受限区域。住户须留在屋内."""
        before: Measure | None = None
        for measure in found:
            told = before and before.by and self._near(before.end, measure.start) and self.patterns.obliging.match(shadow_of(measure.what))
            before = msgspec.structs.replace(measure, by=before.by) if before and told and not measure.by else measure
            yield before

    def _heads(self, match: re.Match[str], clause: Span) -> bool:
        """3.暂停…: whether it opens its sentence, or an item of a list, and goes to its end."""
        if clause[0] not in self.starts or self.shadow[self._behind(match, clause) : clause[1]].strip(_ENDS):
            return False
        return match.start() == clause[0] or self.patterns.entry.fullmatch(self.shadow, clause[0], match.start()) is not None

    def _called(self, office: str, position: int) -> str:
        """An office, or, where it is called by its kind alone, the last one named before it whose name ends so: 署方 of 水务署."""
        if self.patterns.called.fullmatch(shadow_of(office)) is None:
            return office
        ends = shadow_of(office)[0]
        named = (name.text for name in reversed(self.names) if name.end <= position and name.kind == "organisation")
        told = next((name for name in named if shadow_of(name).endswith(ends)), None)
        spans = [found.span() for found in self.patterns.agent.finditer(self.shadow, 0, position) if found[0].endswith(ends)]
        return told or (self.text[slice(*spans[-1])] if spans else office)

    def _near(self, told: int, position: int) -> bool:
        """Whether the words of the last measure end in the paragraph of a position, or right before it."""
        return told >= 0 and self.shadow.count("\n", told, position) < _RULED

    def _scene(self, span: Span, triggers: Sequence[int]) -> Scene | None:
        """Its sentence, as far as it is looked at."""
        at = bisect_right(self.starts, span[0]) - 1
        if at < 0 or span[1] > self.sentences[at][1]:
            return None
        sentence = max(self.sentences[at][0], span[0] - _WINDOW), min(self.sentences[at][1], span[1] + _WINDOW)
        return Scene(
            text=self.text,
            shadow=self.shadow,
            patterns=self.patterns,
            sentence=sentence,
            times=between(self.times, sentence),
            names=between(self.names, sentence),
            triggers=triggers,
            breaks=[mark.span() for mark in self.patterns.clause.finditer(self.shadow, *sentence)],
        )

    def _measure(self, match: re.Match[str], scene: Scene, told: int) -> Measure | None:
        """`told`: where the words of the last measure end."""
        clause, advice = scene.clause(match.span()), match.lastgroup in ADVICE
        joined = self._joined(match, clause, scene)
        carried = joined is not None and joined[0] <= told
        planned = joined and not carried and not advice and self.patterns.pending.search(self.shadow, scene.sentence[0], joined[1])
        if is_supposed(match, clause, scene) or (planned and not self.patterns.decree.match(self.shadow, match.start())):
            return None
        listed = clause[0] < told <= match.start() and self.patterns.items.match(self.shadow, told) is not None  # 停工、停课
        listed = listed or (match.lastgroup in (*_OPEN, "halt") and clause[0] > scene.sentence[0] and scene.before(clause)[1] == told)
        heads = match.lastgroup in ("duty", "barred") or (match.lastgroup in (*_OPEN, "halt") and self._heads(match, clause))
        ruled = heads and self._near(told, match.start())  # one rule behind another
        if is_bygone(match, scene, self.day):
            return None
        force = Force(match, clause, scene, first=joined[0] if joined else clause[0], said=self.said, title=self.title)
        status, verb = force.status(carried=carried or ruled or listed)
        mentioned = not advice and self.patterns.mention.match(self.shadow[match.end() : match.end() + 6])
        if status is None or (mentioned and not force.is_timed()):
            return None
        thing = self._halted(match, clause, scene.sentence, told)
        if thing is None:
            return None
        return self._made(match, clause, scene, verb=verb, thing=thing, behind=self._behind(match, clause), status=status)

    def _made(
        self, match: re.Match[str], clause: Span, scene: Scene, *, verb: Span, thing: int, behind: int, status: str
    ) -> Measure | None:
        """A measure with its fields; None where it befell or somebody tells of it who orders nothing."""
        advice = match.lastgroup in ADVICE
        start, end = min(verb[0], thing), max(verb[1], behind)
        said = between(self.said, scene.sentence)
        by = find_agent(scene, start, clause, halted=match.lastgroup == "halt")
        far = (name for name in scene.names if name.kind == "place" and start - name.end > _ASKED)
        if by is None or any(scene.text.endswith(by, 0, name.end) for name in far):
            by = find_announcer(scene, match.span(), said) or by  # 总统宣布北塬、澜口封城
        if match.lastgroup in _JUDGED and ((by and is_lay(scene, by)) or is_view(match, scene, said)):
            return None
        if befell(match, (thing, behind), clause, scene):
            return None
        since, until = find_span(scene, clause, match.span(), kind=match.lastgroup or "", lifted=status == "lifted", today=self.day)
        if status == "lifted" and not (since or until):
            since = find_lifted(scene, clause, start)
        told = clause[1] if self.patterns.spaced else min(verb[0], match.start())  # …with immediate effect
        own = any(clause[0] <= time.start < clause[1] for time in scene.times)
        if not (since and own) and match.lastgroup not in DUE and self.patterns.at_once.search(self.shadow, clause[0], told):
            since = self._announced(scene, clause) or self.day
        if not (since or until or advice):
            since = self._same_day(scene, clause, verb[0])
        return Measure(
            start=start,
            end=end,
            text=self.text[start:end],
            what=self.text[thing:behind],
            by=self._called(by, start) if by else None,
            place=find_place(scene, (start, end), clause, advice=advice),
            since=since,
            until=until,
            hours=find_hours(scene, match[0], clause),
            status=status,
        )

    def _announced(self, scene: Scene, clause: Span) -> str | None:
        """The one day that its sentence tells before it, of the week up to the article's own: 13日宣布，即日起…"""
        days = {time.value[:_DAY] for time in scene.times if time.end <= clause[1] and time.type != "DURATION" and len(time.value) >= _DAY}
        return days.pop() if len(days) == 1 and self.day and min(days) <= self.day <= (last_day(min(days), "P7D") or "") else None

    def _same_day(self, scene: Scene, clause: Span, verb: int) -> str | None:
        """The day told last before 当天 in a clause or at the head of its sentence, in its paragraph or the one before."""
        same_day = self.patterns.same_day
        word = same_day.match(self.shadow, scene.sentence[0]) or same_day.search(self.shadow, clause[0], verb)
        if word is None:
            return None
        told = [time for time in self.times[: bisect_right(self.times, word.start(), key=lambda one: one.start)] if time.type != "DURATION"]
        return told[-1].value[:10] if told and len(told[-1].value) >= _DAY and self._near(told[-1].end, word.start()) else None

    def _joined(self, match: re.Match[str], clause: Span, scene: Scene) -> Span | None:
        """The clause before, where its own goes on with it: 关闭边界，并停止进口"""
        if clause[0] == scene.sentence[0] or self.patterns.joining.fullmatch(self.shadow, clause[0], match.start()) is None:
            return None
        return scene.before(clause)

    def _behind(self, match: re.Match[str], clause: Span) -> int:
        """Where its words end: advice goes on, and a noun that it closes, cancels or eases to the end of its clause."""
        pattern = self.patterns.rest if match.lastgroup in ADVICE else self.patterns.tail if match.lastgroup in _OPEN else None
        rest = pattern.match(self.shadow, match.end(), clause[1] + 1) if pattern else None
        return rest.end() if rest else match.end()

    def _halted(self, match: re.Match[str], clause: Span, sentence: Span, told: int) -> int | None:
        """Where what is ordered begins: at its verb, or before one that halts it (服务由明日起暂停); None if nothing or nobody is.

        `told`: where the words of the last measure end, which are none of its own (服务暂停、聆讯延期).
        """
        if match.lastgroup == "duty" and not self.patterns.bound.search(self.shadow, max(sentence[0], match.start() - _BOUND), match.end()):
            return None
        if match.lastgroup != "halt":
            return match.start()
        first = sentence[0] if self.patterns.alone.fullmatch(self.shadow, clause[0], match.start()) else clause[0]
        first = told if clause[0] < told <= match.start() else first
        things = list(self.patterns.halted.finditer(self.shadow, max(first, match.start() - _HALTED), match.start()))
        of_it = things and not self.patterns.part.search(self.shadow, things[-1].end(), match.start())
        return things[0].start() if of_it else None  # 列车的传感器被关闭 halts no train
