"""Counts taken from one article, and their sum.

What templates put at the foot of an article, or above its first paragraph, is the same line every time, or one with a part that varies: a
name after a label, a day, a section between fixed words. So each such line is counted whole, and by its shapes.
"""

import hashlib
import re
from collections.abc import Iterator

from rashomon.languages import fold
from rashomon.model import Article, Document, Observations, Reading

LONGEST = 80  # code points: what templates repeat is short; longer lines that recur are background that desks reuse
SHORTEST = 4
FOOT = 3  # last lines of an article: a month of eight outlets had headings and tables recur anywhere, furniture at the foot alone
HEAD = 2  # first lines
EDGE = 6  # code points at either end of a line whose middle varies
UNKNOWN = ""  # the outlet of articles whose outlet is not known: counted, never used
SHAPE = "~"  # opens the hash of a shape

# A sentence is never a shape: news tells the same thing every day in the same words (新增确诊病例12例。), and so do rows of tables with
# their numbers. Only days and hours may vary as digits.
_SENTENCE = re.compile(r"[。！？!?；;…]|[，,].{0,60}[，,]")
_NAME = "@" * EDGE  # stands for the outlet's own name, which may hold digits
_MOMENT = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.月]\d{1,2}(?:[-/.]\d{4}|日)|\d{1,2}:\d{2}(?::\d{2})?")
_LABEL = re.compile(r"[^\s:：|/／丨]{2,12}\s?[:：|/／丨]")


def hash_line(line: str) -> str:
    """12 hex digits of the SHA-256 of a line's shadow without white space: one template, one hash, in either script."""
    return hashlib.sha256("".join(fold(line).split()).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def find_shapes(line: str, outlet: str) -> Iterator[str]:
    """Hashes of what stays the same of a line when a part of it varies: its label, its beginning, its end, all but a day or an hour."""
    if _SENTENCE.search(line):
        return
    folded = fold(line).replace(fold(outlet), _NAME) if outlet else fold(line)
    dated = _MOMENT.sub("0", folded)
    if re.search(r"[1-9]", dated) or "00" in dated:
        return
    if dated != folded:
        if len(dated) >= SHORTEST:
            yield SHAPE + hash_line(f"day {dated}")
        return
    if label := _LABEL.match(folded):
        yield SHAPE + hash_line(f"label {label[0]}")
    if len(folded) > EDGE:
        yield SHAPE + hash_line(f"begins {folded[:EDGE]}")
        yield SHAPE + hash_line(f"ends {folded[-EDGE:]}")


def name_outlet(article: Article) -> str:
    """The key under which an article's outlet is counted."""
    return article.outlet_code or article.outlet or UNKNOWN


def countable_lines(article: Article) -> dict[str, tuple[int, int]]:
    """Hashes of the lines at the foot and head of an article that may be furniture -> their spans; never a heading, never all of the text.

    At the head only shapes count: what recurs there as a whole is one too.
    """
    starts = [len(article.title) + 1]
    lines = article.text[starts[0] :].split("\n")
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found: dict[str, tuple[int, int]] = {}
    foot = max(1, len(lines) - FOOT)
    for number in (*range(foot, len(lines)), *range(min(HEAD, foot, len(lines) - 1))):
        line = lines[number]
        if SHORTEST <= len(line) <= LONGEST and not line.endswith(("：", ":")):
            span = (starts[number], starts[number] + len(line))
            if number >= foot:
                found.setdefault(hash_line(line), span)
            for shape in find_shapes(line, article.outlet or ""):
                found.setdefault(shape, span)
    return found


def observe(document: Document, article: Article, reading: Reading | None = None) -> Observations:
    """What one article adds to the lore. A reading's names that stand beside another form of theirs become aliases."""
    outlet = name_outlet(article)
    day = (article.written or article.published or "")[:10]
    aliases: dict[str, dict[str, int]] = {}
    for name in reading.names if reading else ():
        if name.alias and name.alias != name.text:
            aliases.setdefault(name.text, {})[name.alias] = 1
    return Observations(
        lines={outlet: dict.fromkeys(sorted(countable_lines(article)), 1)},
        articles={outlet: 1},
        days={outlet: {day: 1}} if day else {},
        aliases=aliases,
    )


def merge(*observations: Observations) -> Observations:
    """The sum of observations; their order never matters."""
    lines: dict[str, dict[str, int]] = {}
    articles: dict[str, int] = {}
    days: dict[str, dict[str, int]] = {}
    aliases: dict[str, dict[str, int]] = {}
    for one in observations:
        _add_nested(lines, one.lines)
        _add(articles, one.articles)
        _add_nested(days, one.days)
        _add_nested(aliases, one.aliases)
    return Observations(lines=lines, articles=articles, days=days, aliases=aliases)


def _add(total: dict[str, int], counts: dict[str, int]) -> None:
    for key, count in counts.items():
        total[key] = total.get(key, 0) + count


def _add_nested(total: dict[str, dict[str, int]], counts: dict[str, dict[str, int]]) -> None:
    for key, inner in counts.items():
        _add(total.setdefault(key, {}), inner)
