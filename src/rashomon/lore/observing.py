"""Counts taken from one article, and their sum."""

import hashlib

from rashomon.languages import fold
from rashomon.model import Article, Document, Observations, Reading

LONGEST = 80  # code points: what templates repeat is short; longer lines that recur are background that desks reuse
SHORTEST = 4
FOOT = 3  # last lines of an article: a month of eight outlets had headings and tables recur anywhere, furniture at the foot alone
UNKNOWN = ""  # the outlet of articles whose outlet is not known: counted, never used


def hash_line(line: str) -> str:
    """12 hex digits of the SHA-256 of a line's shadow without white space: one template, one hash, in either script."""
    return hashlib.sha256("".join(fold(line).split()).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def name_outlet(article: Article) -> str:
    """The key under which an article's outlet is counted."""
    return article.outlet_code or article.outlet or UNKNOWN


def countable_lines(article: Article) -> dict[str, tuple[int, int]]:
    """Hash of each line at the foot of an article that may be furniture -> its span; never a heading, never all of the text."""
    starts = [len(article.title) + 1]
    lines = article.text[starts[0] :].split("\n")
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found: dict[str, tuple[int, int]] = {}
    for number in range(max(1, len(lines) - FOOT), len(lines)):
        line = lines[number]
        if SHORTEST <= len(line) <= LONGEST and not line.endswith(("：", ":")):
            found.setdefault(hash_line(line), (starts[number], starts[number] + len(line)))
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
