"""The words that open a dispatch: agency, place, day, reporter; parsed, then kept out of the text."""

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from rashomon.cleaning.characters import shade
from rashomon.cleaning.publishers import LATIN_OUTLETS
from rashomon.cleaning.stamps import MONTHS
from rashomon.languages import codes, fold, language
from rashomon.model import Dateline
from rashomon.outlets import Outlets, outlets_in_force

HEAD = 120  # code points in which a dateline ends
NEAR = 48  # code points in which a dateline without brackets has come to its day
_BRACKETS = "([【"
_OPENING = frozenset("([【（［〔")
_DATED = re.compile(r"[日电電讯訊](?:(?<=\d.)|(?<=[讯訊]))")  # without brackets, a dateline has a day, or says that it is one
_LONG_NAME = 12  # names of media that a dateline opens with are short
_EDGES = " 　、/·"


class Opening(NamedTuple):
    """A dateline and where the text after it begins."""

    dateline: Dateline
    end: int


def find_dateline(text: str, published: str | None) -> Opening | None:
    """The dateline that opens a paragraph; its day is the nearest such day not after `published` (an ISO day or instant).

    Years are as printed; None where the paragraph opens with its text.
    """
    if text[:1] not in _OPENING and _manner(text[:1]) == "open" and _DATED.search(text, 0, NEAR) is None:
        return None
    shadow = shade(text[:HEAD])
    for form in _forms(outlets_in_force())[_manner(shadow[:1])]:
        found = form.match(shadow)
        if found and (opening := _opening(text, found, published)):
            return opening
    return None


def _manner(first: str) -> str:
    """How a text that starts with this character can open with a dateline: in brackets, in Latin letters or in others."""
    if first in _BRACKETS:
        return "bracket"
    return "latin" if first.isascii() and first.isalpha() else "open"


def _opening(text: str, found: re.Match[str], published: str | None) -> Opening | None:
    parts = found.groupdict()
    words = {name: text[found.start(name) : found.end(name)].strip(_EDGES) for name, value in parts.items() if value}
    reporter, place = words.get("reporter"), words.get("place")
    if "run" in words:
        reporter, place = _part(words["run"])
    if place and place[0] > "\u2e80" and not {"agency", "reporter"} & found.re.groupindex.keys():
        place = _known_end(place)
        if place is None:
            return None
    end = found.end()
    while end < len(text) and text[end] in " 　,，:：-–—":
        end += 1
    head = Dateline(
        place=place or None,
        date=_day(parts, published),
        agency=None if fold(words.get("agency", "")) in _own_words() else words.get("agency"),
        reporter=reporter or None,
    )
    return Opening(head, end)


def _known_end(run: str) -> str | None:
    """The longest known place that ends a run, with at most two characters before it: a letter of the agency may have been left."""
    shadow = fold(run)
    return next((run[start:] for start in range(min(3, len(run) - 1)) if shadow[start:] in _places()), None)


def _part(run: str) -> tuple[str, str | None]:
    """Reporters and place of a run like 某某某台北: the longest known place that ends it, else by how long names are."""
    shadow = fold(run)
    for size in range(min(10, len(shadow) - 2), 1, -1):
        if shadow[-size:] in _places():
            rest = len(run) - size
            for more in range(min(10, rest - 2), 1, -1):  # a country before its city: 智利圣地亚哥
                if shadow[rest - more : rest] in _places():
                    rest -= more
                    break
            return run[:rest].strip(_EDGES), run[rest:].strip(_EDGES)
    pieces = re.split(r"[ /]+", run)
    if len(pieces) > 1:
        return "、".join(pieces[:-1]), pieces[-1]
    start = run.rfind("、") + 1  # the place follows the last name: two characters of four, three of more
    name = start + (2 if len(run) - start == 4 else 3)
    return (run[:name], run[name:]) if len(run) - name >= 2 else (run, None)


def _day(parts: dict[str, str | None], published: str | None) -> str | None:
    """The dateline's day as ISO 8601; month and year that it leaves out are those of the nearest such day before publication."""
    day = parts.get("day") or parts.get("day2")
    if not day:
        return None
    name = parts.get("name") or parts.get("name2")
    month = parts.get("month") or (MONTHS.get(name[:3]) if name else None)
    year = parts.get("year")
    saved = date.fromisoformat(published[:10]) if published else None
    if year and month:
        return _date(int(year), int(month), int(day))
    if saved is None:
        return None
    if month:
        same = _date(saved.year, int(month), int(day))
        late = same and date.fromisoformat(same) > saved + timedelta(days=2)
        return _date(saved.year - 1, int(month), int(day)) if late else same
    for back in range(-1, 62):  # a day ahead: the saved stamp may be of another zone
        near = saved - timedelta(days=back)
        if near.day == int(day):
            return near.isoformat()
    return None


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(place) for code in codes() if (spoken := language(code)) for place in spoken.words("dateline_places"))


@cache
def _own_words() -> frozenset[str]:
    """What a paper calls itself, or what it put together from others: nobody is named by it (本报, 综合)."""
    tables = (spoken.table("datelines") for code in codes() if (spoken := language(code)))
    return frozenset(word for table in tables if table for word in table["parts"]["ours"].split("|"))


@cache
def _forms(known_outlets: Outlets) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Every language's forms with the known agencies filled in, by the manner in which they open; in the order of their tables."""
    names = {fold(name) for one in known_outlets.members for name in (*one.agencies, *(one.all_names() if one.kind == "agency" else ()))}
    names |= {fold(name) for code in codes() if (spoken := language(code)) for name in spoken.words("media") if len(name) < _LONG_NAME}
    known = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    forms: list[tuple[bool, str]] = []
    for code in codes():
        table = (spoken := language(code)) and spoken.table("datelines")
        if not table:
            continue
        parts = dict(table["parts"])
        parts["known"], parts["outlets"] = known, LATIN_OUTLETS
        parts["agency"] = f"{known}|{parts['ours']}|{parts['agency']}"
        forms += [(code == "en", _fill(form, parts)) for form in table["forms"].values()]
    bracket = tuple(re.compile(form) for _, form in forms if form.startswith("["))
    others = [(latin, re.compile(form)) for latin, form in forms if not form.startswith("[")]
    return {
        "bracket": bracket,
        "latin": tuple(form for _, form in others),
        "open": tuple(form for latin, form in others if not latin),
    }


def _fill(form: str, parts: dict[str, str]) -> str:
    for _ in range(2):
        for name, value in parts.items():
            form = form.replace("{" + name + "}", value if name in ("agency", "known", "wire", "day") else f"(?:{value})")
    return form
