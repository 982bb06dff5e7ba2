"""Where the dictionary's words run over the end of a name or into a verb of saying: 林岸|在, 涅哈默|认为."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise

from rashomon.languages import Language, fold
from rashomon.model import Name, Span
from rashomon.reading.ground.words import Words, recut

_SPEAKS = ("say", "hold", "announce")
_PLAIN_LENGTH = 2  # characters of the verbs that are looked for: longer ones are words by themselves


def at_seams(words: Words, names: tuple[Name, ...], language: Language) -> Words:
    """The words with a border at the end of every name, and with verbs of saying whole before the marks that follow them."""
    starts, last = words.starts, words.starts[-1]
    spans: list[Span] = [(end, end) for name in names if (end := name.end) <= last and starts[bisect_left(starts, end)] != end]
    verbs, longer, spoken = _verbs(language)
    for match in spoken.finditer(words.shadow):
        start, end = match.start() - _PLAIN_LENGTH, match.start()
        if words.shadow[start:end] not in verbs or words.texts[bisect_left(words.starts, end) - 1] in longer:
            continue  # 反驳称 is one word
        if not (_is_border(words, start) and _is_border(words, end)):
            spans.append((start, end))
    return recut(words, _apart(words, spans), language.code) if spans else words


def _is_border(words: Words, at: int) -> bool:
    i = bisect_left(words.starts, at)
    return i == len(words.starts) or words.starts[i] == at


def _apart(words: Words, spans: list[Span]) -> list[Span]:
    """Spans in order of which no two stand in one word: the first is kept."""
    kept = sorted(set(spans))
    first = [bisect_right(words.starts, start) - 1 for start, _ in kept]
    last = [bisect_left(words.ends, end) for _, end in kept]
    clash = {b for a, b in pairwise(range(len(kept))) if last[a] >= first[b]}
    return [span for i, span in enumerate(kept) if i not in clash]


@cache
def _verbs(language: Language) -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """Plain verbs of saying, longer ones, and the marks behind the last character of a plain one."""
    told = {fold(row[0]) for row in language.entries("cues") if row[1] in _SPEAKS}
    verbs = frozenset(verb for verb in told if len(verb) == _PLAIN_LENGTH)
    last = re.escape("".join(sorted({verb[-1] for verb in verbs})))
    return (
        verbs,
        frozenset(verb for verb in told if len(verb) > _PLAIN_LENGTH),
        re.compile(rf"[，：:“「\"](?<=[{last}].)" if verbs else r"(?!)"),
    )
