"""What surrounds the counts of an article: where and when each holds, and by whose word; one pass over its sentences, in order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from rashomon.model import Article, Attribution, Name, Span, Time
from rashomon.reading.anchor import anchor_day
from rashomon.reading.lines import Count

Chain = tuple[str, ...]


class Circumstances:
    """The places, days and statements around one sentence after the other."""

    def __init__(self, article: Article, times: Sequence[Time], attributions: Sequence[Attribution], names: Sequence[Name]) -> None:
        self.text = article.text
        day = anchor_day(article)
        self.day = day.isoformat() if day else None
        self.days = sorted((time.start, time.value[:10]) for time in times if _is_day(time))
        self.places = sorted((name.start, name.end) for name in names if name.kind == "place")
        self.said = sorted(attributions, key=lambda said: (said.start, -said.end))
        self._longest = max((said.end - said.start for said in attributions), default=0)
        self.sentence: Span = (0, 0)
        self.inside: list[Span] = []  # places of this sentence
        self.around: list[Attribution] = []  # statements that reach into this sentence
        self.carried: tuple[int, Chain] = (-1, ())  # end of the last sentence that held counts, and their chain
        self._place = self._statement = 0  # how many places and statements were passed
        self._named: Counter[str] = Counter()
        self._main: str | None = None  # the place named most so far

    def enter(self, sentence: Span) -> None:
        """Go on to a sentence behind the last."""
        self.sentence = sentence
        while self._place < len(self.places) and self.places[self._place][0] < sentence[0]:
            start, end = self.places[self._place]
            place = self.text[start:end]
            self._named[place] += 1
            if self._main is None or self._named[place] > self._named[self._main]:
                self._main = place
            self._place += 1
        self.inside = self.places[self._place : bisect_left(self.places, (sentence[1], 0))]
        while self._statement < len(self.said) and self.said[self._statement].start < sentence[1]:
            self.around.append(self.said[self._statement])
            self._statement += 1
        self.around = [said for said in self.around if said.end > sentence[0]]

    def where(self, count: Count) -> str | None:
        """The place named last before the count ends in its sentence, else the first behind it, else the one named most so far."""
        if not self.inside:
            return self._main
        at = bisect_left(self.inside, (count.end, 0))
        while at and self.inside[at - 1][1] > count.end:
            at -= 1
        start, end = self.inside[max(0, at - 1)]
        return self.text[start:end]

    def when(self, count: Count) -> str | None:
        """The day named last in its sentence before the count ends, else the article's own."""
        low, high = bisect_left(self.days, (self.sentence[0], "")), bisect_left(self.days, (count.end, ""))
        return self.days[high - 1][1] if high > low else self.day

    def chain(self, count: Count) -> Chain:
        """The chain of the shortest statement that holds the number.

        Where its sentence lays nothing to anyone, the chain of the counts right before goes on.
        """
        at = count.slot.start
        low = bisect_left(self.around, at - self._longest, key=lambda said: said.start)
        high = bisect_left(self.around, at + 1, key=lambda said: said.start)
        holding = [said for said in self.around[low:high] if at < said.end]
        if holding:
            return min(holding, key=lambda said: (said.end - said.start, said.start)).chain
        if self.around and self.around[-1].start >= self.sentence[0]:
            return ()
        end, chain = self.carried
        follows = 0 <= self.sentence[0] - end <= 1 and "\n" not in self.text[end : self.sentence[0]]
        return chain if follows else ()

    def leave(self, chain: Chain) -> None:
        """Keep the chain of this sentence's counts: the next may go on counting without naming anyone."""
        self.carried = (self.sentence[1], chain)


def _is_day(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and len(time.value) >= 10 and time.value[4] == time.value[7] == "-"
