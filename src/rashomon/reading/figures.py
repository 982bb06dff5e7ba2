"""Counts of people and things touched by what happened: who was counted, what happened to them, by whose word, where and when."""

from bisect import bisect_left
from collections.abc import Sequence

from rashomon.languages import Language, fold
from rashomon.model import Article, Attribution, Figure, Name, Span, Time
from rashomon.reading.anchor import anchor_day
from rashomon.reading.counts import Count, Line, read_counts
from rashomon.reading.groups import find_groups
from rashomon.reading.predicates import STOP, Cue, Grammar, find_cues, grammar
from rashomon.reading.slots import find_slots

_WHO = 24  # a noun phrase that names a group is no longer


def find_figures(
    article: Article,
    language: Language,
    *,
    times: Sequence[Time] = (),
    attributions: Sequence[Attribution] = (),
    names: Sequence[Name] = (),
) -> tuple[Figure, ...]:
    """Find the counts of an article in the order they stand; spans in code points of its text.

    `times` give the day a figure holds for, `attributions` its chain, `names` its place; without them these stay as the article's own day,
    () and None.
    """
    rules = grammar(language.code)
    if rules is None or not article.text:
        return ()
    shadow = fold(article.text)
    if rules.spaced and len(lower := shadow.lower()) == len(shadow):
        shadow = lower
    cues = _relevant(find_cues(shadow, language.code), shadow, rules)
    if not cues:
        return ()
    day = anchor_day(article)
    setting = _Setting(article, shadow, language.code, times, attributions, names, day.isoformat() if day else None)
    figures: list[Figure] = []
    parent: Count | None = None
    starts = [cue.start for cue in cues]
    for start, end in article.sentences:
        own = cues[bisect_left(starts, start) : bisect_left(starts, end)]
        follows = parent is not None and (parent.slot.kind == "cases" or rules.parts.match(shadow, start) is not None)
        if not (own or follows) or _covered((start, end), article.furniture):
            parent = None
            continue
        counts = _counts_of(shadow, (start, end), own, rules, parent)
        figures.extend(setting.figures(counts, (start, end)))
        parent = _whole_of(counts) if counts and shadow[end : end + 1] != "\n" else None
    return tuple(figures)


def _relevant(cues: Sequence[Cue], shadow: str, rules: Grammar) -> Sequence[Cue]:
    """个案 and 病例 count the ill only where the article speaks of an illness."""
    ill = rules.outbreak.search(shadow) is not None
    return cues if ill else [cue._replace(measure=STOP, side="stop") if cue[2:] == ("infected", "noun") else cue for cue in cues]


def _counts_of(shadow: str, span: Span, cues: Sequence[Cue], rules: Grammar, parent: Count | None) -> list[Count]:
    start, end = span
    slots = find_slots(shadow, start, end, rules)
    if not slots:
        return []
    breaks = [match.end() for match in rules.clause.finditer(shadow, start, end)]
    return read_counts(Line(shadow, start, end, cues, slots, breaks), rules, parent)


def _whole_of(counts: Sequence[Count]) -> Count:
    """The last count of a sentence that is no part of another."""
    wholes = [count for count in counts if count.scope != "part"]
    return wholes[-1] if wholes else counts[0]


def _covered(span: Span, furniture: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in furniture)


class _Setting:
    """What surrounds the counts of one article: its times, statements and places."""

    def __init__(
        self,
        article: Article,
        shadow: str,
        code: str,
        times: Sequence[Time],
        attributions: Sequence[Attribution],
        names: Sequence[Name],
        day: str | None,
    ) -> None:
        self.article, self.shadow, self.code, self.day = article, shadow, code, day
        rules = grammar(code)
        assert rules is not None
        self.rules = rules
        self.days = sorted((time.start, time.value[:10]) for time in times if _is_day(time))
        self.places = sorted((name.start, name.end) for name in names if name.kind == "place")
        self.said = sorted(attributions, key=lambda said: (said.start, -said.end))
        self.last: tuple[Span, tuple[str, ...]] = ((0, 0), ())  # the last sentence that held counts, and their chain

    def figures(self, counts: Sequence[Count], sentence: Span) -> list[Figure]:
        """The counts of one sentence; parts and lists go on about those named first: 军警20人受伤、3人殉职,其中1人..."""
        found: list[Figure] = []
        held: Span | None = None
        for at, count in enumerate(counts):
            who = self._who(count, sentence)
            gap = self.shadow[counts[at - 1].end : count.start] if at else ""
            if who is None and at and (count.scope == "part" or gap == "、"):
                who = held
            held = who
            found.append(self._figure(count, sentence, who))
        if found:
            self.last = (sentence, found[-1].chain)
        return found

    def _figure(self, count: Count, sentence: Span, who: Span | None) -> Figure:
        text = self.article.text
        return Figure(
            start=count.start,
            end=count.end,
            text=text[count.start : count.end],
            measure=count.measure,
            low=count.slot.low,
            high=count.slot.high,
            who=text[who[0] : who[1]] if who else None,
            group=self._group(count, who),
            where=self._where(count, sentence),
            when=self._when(count, sentence),
            chain=self._chain(count, sentence),
            sentence=text[sentence[0] : sentence[1]],
            scope=count.scope,
        )

    def _who(self, count: Count, sentence: Span) -> Span | None:
        """The noun phrase behind the classifier (18名安全官员死亡), else the noun right before the number (军警748人受伤)."""
        slot = count.slot
        if slot.noun:
            return slot.noun
        behind = slot.end
        limit = min(count.limit, sentence[1], behind + _WHO)
        if count.cue and behind <= count.cue.start < limit:
            limit = count.cue.start
        if closing := self.rules.adverb.search(self.shadow, behind, limit):
            limit = closing.start()
        nouns = find_groups(self.shadow[behind:limit], self.code)
        if nouns:
            return (behind, behind + nouns[-1][1])
        before = self.shadow[max(sentence[0], slot.start - 10) : slot.start]
        before = before[max((mark.end() for mark in self.rules.clause.finditer(before)), default=0) :]
        nouns = find_groups(before, self.code)
        if nouns and self.rules.filler.fullmatch(before[nouns[-1][1] :]):
            start = slot.start - len(before)
            return (start + nouns[-1][0], start + nouns[-1][1])
        return None

    def _group(self, count: Count, who: Span | None) -> str:
        if count.measure == "destroyed":
            return "other"
        if count.measure == "troops":
            return "security"
        groups = find_groups(self.shadow[who[0] : who[1]], self.code) if who else ()
        if not groups and count.cue:
            groups = find_groups(self.shadow[count.cue.start : count.cue.end], self.code)
        if groups:
            return groups[-1][2]
        return "civilians" if count.measure == "crowd" else "all"

    def _where(self, count: Count, sentence: Span) -> str | None:
        """The place named last before the count in its sentence, else the first behind it, else the one the article is about."""
        inside = [place for place in self.places if sentence[0] <= place[0] < sentence[1]]
        before = [place for place in inside if place[1] <= count.slot.start or place[1] <= count.end]
        place = before[-1] if before else inside[0] if inside else self._standing(sentence)
        return self.article.text[place[0] : place[1]] if place else None

    def _standing(self, sentence: Span) -> Span | None:
        """The place that the article has named most so far, the first of equals: what it is about."""
        counts: dict[str, int] = {}
        first: dict[str, Span] = {}
        for start, end in self.places:
            if start < sentence[0]:
                word = self.shadow[start:end]
                counts[word] = counts.get(word, 0) + 1
                first.setdefault(word, (start, end))
        return first[max(counts, key=lambda word: (counts[word], -first[word][0]))] if counts else None

    def _when(self, count: Count, sentence: Span) -> str | None:
        low, high = bisect_left(self.days, (sentence[0], "")), bisect_left(self.days, (count.end, ""))
        return self.days[high - 1][1] if high > low else self.day

    def _chain(self, count: Count, sentence: Span) -> tuple[str, ...]:
        """The chain of the shortest statement that holds the number, else of the one that plainly runs on into its sentence."""
        at = count.slot.start
        holding = [said for said in self.said if said.start <= at < said.end]
        if holding:
            return min(holding, key=lambda said: (said.end - said.start, said.start)).chain
        if any(sentence[0] <= said.start < sentence[1] for said in self.said):
            return ()
        return self._running(sentence)

    def _running(self, sentence: Span) -> tuple[str, ...]:
        """The chain of the counts in the sentence before, where a statement closes it and the count goes on in the same paragraph."""
        last, chain = self.last
        if chain and "\n" not in self.shadow[last[1] : sentence[0]] and sentence[0] - last[1] <= 1:
            return chain
        return ()


def _is_day(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and len(time.value) >= 10 and time.value[4] == time.value[7] == "-"
