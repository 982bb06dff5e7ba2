"""The words that open a dispatch: agency, place, day, reporter; parsed, then kept out of the text."""

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import msgspec
from babel import Locale

from rashomon.cleaning.bylines import any_surname
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
_LONG_NAME = 12  # names of media that a dateline opens with are short
_EDGES = " 　、/／·"
_SEPARATORS = " 　,，:：-–—"
_FOLLOWING = 3  # brackets and signatures that may follow one another
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)}


class Opening(NamedTuple):
    """A dateline and where the text after it begins."""

    dateline: Dateline
    end: int


def find_dateline(text: str, published: str | None) -> Opening | None:
    """The dateline that opens a paragraph; its day is the nearest such day not after `published` (an ISO day or instant).

    Years are as printed; None where the paragraph opens with its text.
    """
    if text[:1] not in _OPENING and _manner(text[:1]) == "open" and _mark("dated").search(text, 0, NEAR) is None:
        return None
    shadow = shade(text[:HEAD])
    for form in _forms(outlets_in_force())[_manner(shadow[:1])]:
        found = form.match(shadow)
        if found and (opening := _opening(text, found, published)):
            return _go_on(text, opening)
    return None


def _go_on(text: str, opening: Opening) -> Opening:
    """The opening with what else stands before the text: a second bracket, the names of the reporters."""
    dateline, end = opening
    for _ in range(_FOLLOWING):
        shadow = shade(text[end : end + HEAD])
        found = next((found for form in _forms(outlets_in_force())["after"] if (found := form.match(shadow))), None)
        if found is None:
            break
        words = {
            name: text[end + found.start(name) : end + found.end(name)].strip(_EDGES) for name, value in found.groupdict().items() if value
        }
        dateline = msgspec.structs.replace(
            dateline,
            place=dateline.place or words.get("place"),
            agency=dateline.agency or words.get("agency"),
            reporter=dateline.reporter or words.get("reporter"),
        )
        end = _text_after(text, end + found.end())
    return Opening(dateline, end)


def _text_after(text: str, end: int) -> int:
    while end < len(text) and text[end] in _SEPARATORS:
        end += 1
    return end


def _manner(first: str) -> str:
    """How a text that starts with this character can open with a dateline: in brackets, in Latin letters or in others."""
    if first in _BRACKETS:
        return "bracket"
    return "latin" if first.isascii() and first.isalpha() else "open"


def _opening(text: str, found: re.Match[str], published: str | None) -> Opening | None:
    parts = found.groupdict()
    words = {name: text[found.start(name) : found.end(name)].strip(_EDGES) for name, value in parts.items() if value}
    reporter, place = words.get("reporter") or words.get("reporter2"), words.get("place")
    if "run" in words:
        reporter, place = _part(words["run"])
    if reporter and (told := _mark("told").fullmatch(reporter)):
        reporter, place = told["names"], place or told["place"]
    if reporter and not place and fold(reporter.rpartition(" ")[2]) in _places():  # a place that reads like a name: 某某 金边报道
        reporter, _, place = reporter.rpartition(" ")
    if (seat := words.get("seat")) and (fold(seat) not in _places() or fold(seat) in _territories()):
        return None
    if place and place[0] > "\u2e80" and not {"agency", "reporter"} & found.re.groupindex.keys():
        place = _known_end(place)
        if place is None:
            return None
    head = Dateline(
        place=place or seat or words.get("spot"),
        date=_day(parts, published),
        agency=None if fold(words.get("agency", "")) in _own_words() else words.get("agency"),
        reporter=_mark("roles").sub("、", reporter).strip(_EDGES) or None if reporter else None,
    )
    return Opening(head, _text_after(text, found.end()))


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
    day, month = _number(day), _number(str(month)) if month else None
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


def _number(text: str) -> str:
    """A day or month in digits; in characters it is written up to 三十一."""
    if text[:1].isdigit():
        return text.rstrip("日")
    tens, ten, ones = text.rstrip("日").rpartition("十")
    return str((_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0))


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _mark(name: str) -> re.Pattern[str]:
    """What any language's datelines list under [marks] by a name."""
    tables = (spoken.table("datelines") for code in codes() if (spoken := language(code)))
    found = [table["marks"][name] for table in tables if table and name in table.get("marks", {})]
    return re.compile("|".join(found) or r"(?!)")


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(place) for code in codes() if (spoken := language(code)) for place in spoken.words("dateline_places"))


@cache
def _countries() -> frozenset[str]:
    """Names of countries in English, as datelines abroad have them behind the city."""
    spoken = language("en")
    known = [name for code, name in Locale.parse("en").territories.items() if len(code) == 2 and code.isalpha()]
    return frozenset([*known, *(entry[0] for entry in spoken.entries("country_names"))] if spoken else known)


@cache
def _territories() -> frozenset[str]:
    return frozenset(fold(name) for name in Locale.parse("zh").territories.values()) - {"新加坡"}


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
    after: list[re.Pattern[str]] = []
    for code in codes():
        spoken = language(code)
        table = spoken.table("datelines") if spoken else None
        if spoken is None or not table:
            continue
        parts = dict(table["parts"])
        parts["surname"] = any_surname(spoken.words("surnames"))
        parts["places"] = "|".join(sorted(_places(), key=lambda name: (-len(name), name)))
        parts["countries"] = "|".join(sorted(_countries(), key=lambda name: (-len(name), name)))
        parts["known"], parts["outlets"] = known, LATIN_OUTLETS
        parts["agency"] = f"{known}|{parts['ours']}|{parts['agency']}"
        forms += [(code == "en", _fill(form, parts)) for form in table["forms"].values()]
        after += [re.compile(_fill(form, parts)) for form in table.get("after", {}).values()]
    bracket = tuple(re.compile(form) for _, form in forms if form.startswith("["))
    others = [(latin, re.compile(form)) for latin, form in forms if not form.startswith("[")]
    return {
        "bracket": bracket,
        "latin": tuple(form for _, form in others),
        "open": tuple(form for latin, form in others if not latin),
        "after": tuple(after),
    }


def _fill(form: str, parts: dict[str, str]) -> str:
    for _ in range(4):  # parts stand in parts
        for name, value in parts.items():
            form = form.replace("{" + name + "}", value if name in ("agency", "known", "wire", "day") else f"(?:{value})")
    return form
