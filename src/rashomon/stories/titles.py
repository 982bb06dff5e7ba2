"""A title and key names for a cluster: the headline that says most of what the others say, and whom and what they name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import zip_longest
from math import sqrt

from rashomon.languages import codes, fold, language
from rashomon.model import Reading
from rashomon.stories.words import find_words, unite

_MOST = 200  # headlines that are weighed; a story of years is titled by its latest
_TOLD = 1000  # articles whose names are weighed; a story of years is named by its latest
_KEPT = 6  # names kept of an article
_NAMED = 5  # names of a cluster
_MANY = 30  # headlines from which it counts how many use a word, and not only which outlets do
_LONE = 0.3  # what a name counts that a lone outlet of several gives: a slip of reading, or whom it alone asked
_COLUMN = re.compile(r"[^《》]{2,8}》|《[^《》]{2,8}》[：:]")  # a headline that begins with its column: a digest, or one writer's view
_SPOKEN = 0.8  # what a headline counts that gives somebody's words, against one that tells what happened
_OUTDATED = 0.72  # what one counts whose count the matter has moved on from
_ASKED = frozenset("？?")
_SPEAKER = 14  # characters of who speaks in a headline
_LEAD = 700  # characters whose names are an article's own


Counts = tuple[tuple[str, int], ...]
"""What a headline counts: (measure, how many)."""


def pick_title(headlines: Sequence[tuple[str, str | None]], counts: Sequence[Counts] = ()) -> str:
    """The most central headline, from (title, outlet): closest to the sum of all, long and short ones alike; the earliest among equals.

    A word weighs by how many outlets use it: what a lone outlet says, however often, is its own slant. counts: what each headline counts,
    in order of time; one that the matter has since moved on from gives way to any nearly as central; one that only asks or is a column's
    titles nothing, where another is left.
    """
    if len(headlines) == 1:
        return headlines[0][0]
    recent = headlines[-_MOST:]
    bags = [_read_headline(title) for title, _ in recent]
    told = Counter(word for bag in bags for word in bag)
    several = len({outlet for _, outlet in recent}) > 1
    users: dict[str, set[str | None]] = {}
    for bag, (_, outlet) in zip(bags, recent, strict=True):
        for word in bag:
            users.setdefault(word, set()).add(outlet)
    best, picked = -1.0, recent[0][0]
    outdated = _find_outdated(counts[-_MOST:])
    passed = {number for number, (title, _) in enumerate(recent) if _is_own(title)}
    passed = passed if len(passed) < len(recent) else set()
    for number, (bag, (title, _)) in enumerate(zip(bags, recent, strict=True)):
        if number in passed:
            continue
        weights = [_weigh(len(users[word]), told[word] / len(recent), len(recent)) if several else told[word] for word in bag]
        score = sum(weights) / sqrt(len(bag)) if bag else 0.0
        score *= (_SPOKEN if _quotes(title) else 1.0) * (_OUTDATED if number in outdated else 1.0)
        if score > best:
            best, picked = score, title
    return picked


def _is_own(title: str) -> bool:
    """Whether a headline asks, is a column's, or bears the label of a dispatch's kind (快讯：)."""
    if not _ASKED.isdisjoint(title) or _COLUMN.match(title) is not None:
        return True
    folded = fold(title)
    return _labelled().match(folded) is not None or any(asks.search(folded) for asks in _asking())


def _quotes(title: str) -> bool:
    """Whether a headline gives somebody's words, named before its colon: 消息人士：…; a colon behind a matter (银行风波：…) is another."""
    speaker, colon, _ = fold(title).replace("：", ":").partition(":")
    return bool(colon) and len(speaker) <= _SPEAKER and speaker.endswith(_speakers())


@cache
def _speakers() -> tuple[str, ...]:
    """What ends the name of who says something: posts, offices and words for sources, in each language."""
    tables = ("titles", "source_nouns")
    return tuple(sorted({fold(row[0]) for code in codes() if (known := language(code)) for name in tables for row in known.entries(name)}))


@cache
def _asking() -> tuple[re.Pattern[str], ...]:
    """How headlines ask without a mark, in each language."""
    tables = (known.table("headlines") for code in codes() if (known := language(code)))
    return tuple(re.compile(table["asks"]) for table in tables if "asks" in table)


@cache
def _labelled() -> re.Pattern[str]:
    """A label before a headline's colon that names no source."""
    labels = [label for code in codes() if (known := language(code)) for label in known.table("attributions").get("labels", ())]
    return re.compile(f"(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})\\d{{0,2}}[：:]")


def _weigh(outlets: int, share: float, headlines: int) -> float:
    """What a word of a headline tells, by how many outlets use it; of many headlines by its share of them too, for they use every word."""
    told = outlets - 1 + share
    return told * sqrt(sqrt(share)) if headlines >= _MANY else told


@lru_cache(maxsize=1 << 14)
def _read_headline(title: str) -> tuple[str, ...]:
    """The words of a headline, which titles an event and then a story."""
    return tuple(sorted(set(find_words(fold(title)))))


def _find_outdated(counts: Sequence[Counts]) -> frozenset[int]:
    """Which headlines count otherwise than the latest that counts the same; none where that is all of them."""
    latest: dict[str, set[int]] = {}
    for told in counts:
        latest.update({measure: {count for other, count in told if other == measure} for measure, _ in told})
    outdated = frozenset(number for number, told in enumerate(counts) if any(count not in latest[measure] for measure, count in told))
    return outdated if len(outdated) < len(counts) else frozenset()


def find_own_counts(reading: Reading, title: str) -> Counts:
    """What the headline of an article counts."""
    told = [(figure.measure, count) for figure in reading.figures if figure.start < len(title) and (count := figure.high or figure.low)]
    return tuple(dict.fromkeys(told))


def find_own_names(reading: Reading, title: str) -> tuple[str, ...]:
    """The names that an article is about: those of its title, then those that its lead names most."""
    counts = Counter(name.text for name in reading.names if name.start < _LEAD)
    return tuple(sorted(counts, key=lambda name: (name not in title, -counts[name], name))[:_KEPT])


def shadow_names(names: Iterable[str]) -> set[str]:
    """The names of an article in the shadow of their script, in which the names of all articles are counted."""
    return set(map(shadow_name, names))


@lru_cache(maxsize=1 << 17)
def shadow_name(name: str) -> str:
    """A name as all scripts and regions have it; the names of a large archive stand in it again and again."""
    return unite(fold(name).lower())


def pick_names(articles: Sequence[Sequence[str]], borne: Mapping[str, int], *, outlets: Sequence[str | None] = ()) -> tuple[str, ...]:
    """The names that tell a cluster's articles from all others, most telling first; each in the form that stands most often.

    articles: in order of time, outlets: theirs. borne: in how many articles of all each name stands. A name of one article among many tells
    nothing of all, and what a lone outlet of several names little.
    """
    if len(articles) == 1:
        return _pick_alone(articles[0], borne)
    articles, outlets = articles[-_TOLD:], outlets[-_TOLD:]
    forms: dict[str, dict[str, int]] = {}  # a dict, since most names stand in one form, and a Counter is slow to make
    users: dict[str, set[str | None]] = {}
    for names, outlet in zip_longest(articles, outlets):
        for key, name in {shadow_name(name): name for name in names}.items():
            counts = forms.setdefault(key, {})
            counts[name] = counts.get(name, 0) + 1
            users.setdefault(key, set()).add(outlet)
    least = 1 if len(articles) < 3 else 2
    held = {key: sum(counts.values()) for key, counts in forms.items()}
    several = len(set(outlets)) > 1

    def rank(key: str) -> tuple[float, str]:
        told = held[key] * sqrt(held[key] / max(held[key], borne.get(key, 0)))
        return (-told * (_LONE if several and len(users[key]) == 1 else 1.0), key)

    ranked = sorted((key for key in forms if held[key] >= least), key=rank)
    picked = _part(ranked)
    return tuple(min(forms[key], key=lambda name: (-forms[key][name], name)) for key in picked)


def _pick_alone(names: Sequence[str], borne: Mapping[str, int]) -> tuple[str, ...]:
    """The names of one article, the rarest first."""
    forms = {shadow_name(name): name for name in names}
    ranked = [key for _, key in sorted([(borne.get(key, 1), key) for key in forms])]
    return tuple(forms[key] for key in _part(ranked))


def _part(ranked: Iterable[str]) -> list[str]:
    """The first keys, without those that are part of one before."""
    picked: list[str] = []
    for key in ranked:
        if len(picked) < _NAMED and not any(key in other or other in key for other in picked):
            picked.append(key)
    return picked
