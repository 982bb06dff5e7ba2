"""Counts of people and things touched by what happened: who was counted, what happened to them, by whose word, where and when."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from itertools import pairwise

from rashomon.languages import Language
from rashomon.model import Article, Attribution, Figure, Name, Span, Time
from rashomon.reading.figures.circumstances import Circumstances
from rashomon.reading.figures.counts import read_counts, whole_of
from rashomon.reading.figures.groups import find_groups
from rashomon.reading.figures.lines import AHEAD, AHEAD_SPACED, Count, Line
from rashomon.reading.figures.predicates import ALONG, SCENE, SIGHT, STOP, Cue, Grammar, find_cues, grammar
from rashomon.reading.figures.sides import CROWD
from rashomon.reading.figures.slots import Slot, find_slots
from rashomon.reading.ground.numerals import read_number
from rashomon.reading.ground.shadow import shadow_of

_Told = tuple[list[Count], Span, Span | None]  # counts, their sentence, and the one that names whom they count where their own does not
_WHO = 24  # a noun phrase that names a group is no longer
_BESIDE = ("with", ALONG, SIGHT, SCENE)  # sides of words that tell of no crowd by themselves
_LEANING = ("with", ALONG)  # sides of words that count only where their sentence tells their measure otherwise
_OWNED = 8  # characters between things and the people of theirs who are counted
_NAMED = 3  # characters from which the last of a name may be a numeral
_SEIZED = 2  # characters between a verb of seizing and the number of things seized


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
    shadow = shadow_of(article.text)
    if rules.spaced and len(lower := shadow.lower()) == len(shadow):
        shadow = lower
    cues = _relevant(find_cues(shadow, language.code), shadow, rules)
    cues = _told_of(cues, names, shadow, rules)
    telling = [cue.start for cue in cues if cue.measure != STOP]
    if not telling:
        return ()
    starts = [cue.start for cue in cues]
    untimed: str | None = None
    told: list[_Told] = []
    last: Sequence[Count] = ()  # the counts of the sentence before, in its paragraph
    gathered: Span | None = None  # the sentence before, where it speaks of a crowd
    protest: frozenset[str] = frozenset()  # its measure, where more than who takes part tells so
    at = tell = 0
    for sentence in article.sentences:
        start, end = sentence
        low, at = at, bisect_left(starts, end, at)
        before, tell = tell, bisect_left(telling, end, tell)
        parent = whole_of(last)
        if before == tell and parent is None and gathered is None:
            continue  # most sentences
        own = cues[low:at]
        if gathered and (present := _present(shadow, sentence, rules)):
            told.append(([present], sentence, gathered))
            continue
        crowded = protest if gathered else frozenset[str]()  # …爆发示威。工会称有12万人参加
        protest = frozenset(cue.measure for cue in own if cue.measure == "crowd" and cue.side not in _BESIDE)
        gathered = sentence if any(cue.measure == "crowd" for cue in own) and shadow[end : end + 1] != "\n" else None
        follows = parent is not None and (parent.slot.kind == "cases" or rules.parts.match(shadow, start) is not None)
        follows = follows or (parent is not None and parent.measure == "infected" and rules.new.search(shadow, start, end) is not None)
        reads = follows or any(cue.measure != STOP and (cue.side not in _LEANING or cue.measure in crowded) for cue in own)
        counts: list[Count] = []
        if reads and not _covered(sentence, article.furniture):
            untimed = untimed or _blot(shadow, times, names)
            counts = _counts_of(shadow, sentence, own, rules, last, untimed, spoken=crowded)
        if counts:
            told.append((counts, sentence, None))
        last = counts if shadow[end : end + 1] != "\n" else ()
    if not told:
        return ()
    teller = _Teller(article, shadow, rules, Circumstances(article, shadow, rules, times=times, attributions=attributions, names=names))
    return tuple(figure for counts, sentence, of in told for figure in teller.figures(counts, sentence, of=of))


def _relevant(cues: Sequence[Cue], shadow: str, rules: Grammar) -> Sequence[Cue]:
    """个案 and 病例 count the ill only where the article speaks of an illness."""
    cases = {at for at, cue in enumerate(cues) if cue.measure == "infected" and cue.side == "noun"}
    if not cases or rules.outbreak.search(shadow):
        return cues
    return [cue._replace(measure=STOP, side="stop") if at in cases else cue for at, cue in enumerate(cues)]


def _told_of(cues: Sequence[Cue], names: Sequence[Name], shadow: str, rules: Grammar) -> Sequence[Cue]:
    """The words that stand in no organisation's name: 救助儿童会, 「拯救孤老基金会」 rescue nobody by their names."""
    called = [found.span() for found in rules.called.finditer(shadow)]
    spans = sorted([*((name.start, name.end) for name in names if name.kind == "organisation"), *called])
    starts = [start for start, _ in spans]
    return [cue for cue in cues if not ((at := bisect_right(starts, cue.start)) and cue.end < spans[at - 1][1])]


def _is_unit(character: str) -> bool:
    number = read_number(character)
    return number is not None and number < 10


def _blot(shadow: str, times: Sequence[Time], names: Sequence[Name]) -> str:
    """The shadow without its expressions of time, and without people whose names end in a number, as 林岸三 does: these count no one."""
    people = [name for name in names if name.kind == "person" and name.end - name.start >= _NAMED and _is_unit(shadow[name.end - 1])]
    pieces: list[str] = []
    at = 0
    spans = [(time.start, time.end) for time in times] + [(name.start, name.end) for name in people]
    for start, end in sorted(spans):
        if start >= at:
            pieces += [shadow[at:start], "\0" * (end - start)]
            at = end
    return "".join([*pieces, shadow[at:]])


def _counts_of(
    shadow: str,
    span: Span,
    cues: Sequence[Cue],
    rules: Grammar,
    last: Sequence[Count],
    untimed: str,
    *,
    spoken: Set[str],
) -> list[Count]:
    """The counts of a sentence; `last`: those of the one before; `spoken`: the measures that it speaks of."""
    start, end = span
    slots = find_slots(shadow, start, end, rules, untimed=untimed)
    if not slots:
        return []
    owners = _owners(shadow, slots, rules)
    slots = [slot for slot in slots if slot not in owners] if owners else slots
    told = {cue.measure for cue in cues if cue.side not in (*_LEANING, SIGHT)} | spoken
    cues = [cue for cue in cues if cue.side not in (SIGHT, SCENE) and (cue.side not in _LEANING or cue.measure in told)]
    cues = [cue._replace(side="before") if cue.side == ALONG else cue for cue in cues]
    breaks = [match.end() for match in rules.clause.finditer(shadow, start, end)]
    cues = [
        cue._replace(measure="destroyed") if cue.measure in ("detained", "abducted") and _takes(cue, slots, breaks) else cue for cue in cues
    ]
    return read_counts(Line(shadow, start, end, cues, slots, breaks, AHEAD_SPACED if rules.spaced else AHEAD), rules, last)


def _takes(cue: Cue, slots: Sequence[Slot], breaks: Sequence[int]) -> bool:
    """Whether it is things that are seized: 扣押两艘货船, and not 191人被捕，57辆汽车…."""
    clause = bisect_left(breaks, cue.end)
    end = breaks[clause] if clause < len(breaks) else cue.end + _SEIZED + 1
    return any(slot.kind == "things" and 0 <= slot.start - cue.end <= _SEIZED and slot.start < end for slot in slots)


def _owners(shadow: str, slots: Sequence[Slot], rules: Grammar) -> list[Slot]:
    """Those of whose people others count: 三间公司的五名职员."""
    if not rules.of:
        return []
    pairs = ((slot, other) for slot, other in pairwise(slots) if slot.kind == "things" and other.kind == "people")
    return [slot for slot, other in pairs if other.start - slot.end <= _OWNED and shadow.startswith(rules.of, other.start - len(rules.of))]


def _present(shadow: str, span: Span, rules: Grammar) -> Count | None:
    """目前大约有200人至250人: how many were there, told of the crowd in the sentence before."""
    if not (head := rules.presence.match(shadow, *span)):
        return None
    slots = find_slots(shadow, span[0], min(span[1], head.end() + _WHO), rules)
    if not slots or slots[0].kind != "people" or slots[0].start > head.end() or not rules.absent.match(shadow, slots[0].end):
        return None
    slot = slots[0]
    return Count(slot, "crowd", "total", slot.start, slot.end, None, slot.end) if slot.size >= CROWD else None


def _covered(span: Span, furniture: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in furniture)


class _Teller:
    """Turns the counts of one article into figures."""

    def __init__(self, article: Article, shadow: str, rules: Grammar, around: Circumstances) -> None:
        self.text, self.shadow, self.rules, self.around = article.text, shadow, rules, around

    def figures(self, counts: Sequence[Count], sentence: Span, *, of: Span | None = None) -> list[Figure]:
        """The counts of one sentence; parts and lists go on about those named first: 军警20人受伤、3人殉职,其中1人...

        of: the sentence that names whom they count, where their own does not.
        """
        self.around.enter(sentence)
        found: list[Figure] = []
        words = self.text[sentence[0] : sentence[1]]
        held: Span | None = None
        for at, count in enumerate(counts):
            who = self._who(count, sentence) or (self._first_named(of) if of else None)
            gap = self.shadow[counts[at - 1].end : count.start] if at else ""
            named_first = held is not None and at > 0 and held[1] <= counts[at - 1].slot.start  # 军警20人, and not 20名军警
            if who is None and at and count.slot.kind != "cases" and (count.scope == "part" or (gap in ("", "、") and named_first)):
                who = held
            if who is None and count.scope == "part" and count.slot.kind == "people":
                who = self._whole(count, sentence)
            held = who
            found.append(self._figure(count, words, who))
        self.around.leave(found[-1].chain)
        return found

    def _figure(self, count: Count, sentence: str, who: Span | None) -> Figure:
        return Figure(
            start=count.start,
            end=count.end,
            text=self.text[count.start : count.end],
            measure=count.measure,
            low=count.slot.low,
            high=count.slot.high,
            who=self.text[who[0] : who[1]] if who else None,
            group=self._group(count, who),
            where=self.around.where(count),
            when=self.around.when(count),
            chain=self.around.chain(count),
            sentence=sentence,
            scope=count.scope,
        )

    def _who(self, count: Count, sentence: Span) -> Span | None:
        """The noun phrase behind the classifier (18名安全官员死亡), else the noun right before the number (军警748人受伤)."""
        slot = count.slot
        if slot.noun:
            return slot.noun
        behind = slot.end
        if self.rules.member.match(self.shadow, behind) and (body := self._body(slot, sentence)):
            return body
        limit = min(count.limit, sentence[1], behind + _WHO)
        if count.cue and behind <= count.cue.start < limit:
            limit = count.cue.start
        if closing := self.rules.adverb.search(self.shadow, behind, limit):
            limit = closing.start()
        nouns = find_groups(self.shadow[behind:limit], self.rules.code)
        if nouns:
            return (behind, behind + nouns[-1][1])
        if equal := self.rules.equals.match(self.shadow, behind):  # 其中4人是渔民
            nouns = find_groups(self.shadow[equal.end() : max(equal.end(), count.limit)], self.rules.code)
            if nouns:
                return (equal.end(), equal.end() + nouns[-1][1])
        return self._before(count, sentence)

    def _body(self, slot: Slot, sentence: Span) -> Span | None:
        """The force or band named right before a number of its members."""
        start = max(sentence[0], slot.start - _WHO // 2)
        nouns = find_groups(self.shadow[start : slot.start], self.rules.code)
        return (start + nouns[-1][0], slot.start) if nouns and start + nouns[-1][1] == slot.start else None

    def _whole(self, count: Count, sentence: Span) -> Span | None:
        """Of whom a part is told, where the whole suffered nothing: 向三名游客开枪,其中两人死亡."""
        before = [slot for slot in find_slots(self.shadow, sentence[0], count.start, self.rules) if slot.kind == "people"]
        if not before:
            return None
        if before[-1].noun:
            return before[-1].noun
        start = before[-1].end
        close = self.rules.adverb.search(self.shadow, start, min(count.start, start + _WHO))
        nouns = find_groups(self.shadow[start : close.start() if close else min(count.start, start + _WHO)], self.rules.code)
        return (start, start + nouns[0][1]) if nouns else None

    def _first_named(self, sentence: Span) -> Span | None:
        nouns = find_groups(self.shadow[slice(*sentence)], self.rules.code)
        return (sentence[0] + nouns[0][0], sentence[0] + nouns[0][1]) if nouns else None

    def _before(self, count: Count, sentence: Span) -> Span | None:
        """The noun right before the number or before the predicate that leads it: 军警748人受伤, 军警死亡人数达18."""
        close = count.slot.start
        leads = count.cue is not None and count.cue.start < close and count.cue.side != "before"  # else they did it
        if count.cue and leads and not find_groups(self.shadow[count.cue.end : close], self.rules.code):
            close = count.cue.start
        start = max(sentence[0], close - 10)
        before = self.shadow[start:close]
        marks = (*self.rules.clause.finditer(before), *self.rules.part.finditer(before))  # 其中|学生, and no 中学生
        start += max((mark.end() for mark in marks), default=0)
        nouns = find_groups(self.shadow[start:close], self.rules.code)
        end = start + nouns[-1][1] if nouns else close
        first = start + nouns[-1][0] if nouns else close
        if nouns and self.rules.series.match(self.shadow, end) and self._is_fate(first, end):
            return None
        if nouns and self.rules.including.search(self.shadow, max(sentence[0], first - 10), first):
            return None
        if nouns and self.rules.filler.fullmatch(self.shadow, end, close) and not self.rules.telling.match(self.shadow, end):
            return (first, end)
        return None

    def _is_fate(self, start: int, end: int) -> bool:
        """Whether a word that tells of a side is what befell them: 18人阵亡、40人受伤."""
        told = find_cues(self.shadow[start:end], self.rules.code)
        return any(cue.side in ("after", "either", "before") and cue.end - cue.start == end - start for cue in told)

    def _group(self, count: Count, who: Span | None) -> str:
        if count.measure == "destroyed":
            return "other"
        if count.measure == "troops":
            return "security"
        groups = find_groups(self.shadow[who[0] : who[1]], self.rules.code) if who else ()
        did = count.cue and count.cue.side != "before" and not self.rules.passive.match(self.shadow, count.cue.start)  # 被警方拘捕
        if not groups and did and count.cue:
            groups = find_groups(self.shadow[count.cue.start : count.cue.end], self.rules.code)
        told = groups[-1][2] if groups else "all"
        return "civilians" if count.measure == "crowd" and told == "all" else told
