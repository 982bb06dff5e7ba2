"""The interface's own words, in each of its languages: data in words/."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel.dates import format_skeleton

from rashomon.errors import UsageError
from rashomon.languages import script_of
from rashomon.model import Carried
from rashomon.outlets import find_outlet

HOUR, DAY = 60, 1440  # minutes
INTERFACES = ("zh-Hans", "zh-Hant", "en")


class Interface:
    """One language of the interface."""

    def __init__(self, code: str, words: Mapping[str, Any]) -> None:
        self.code = code
        self._words = words

    def __call__(self, key: str, **values: object) -> str:
        """Words for a key ("timeline", "measure.killed"); the key itself where there are none."""
        found: Any = self._words
        for part in key.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        if not isinstance(found, str):
            return key.rpartition(".")[2].replace("_", " ")
        return found.format_map(_Blank(values)) if values else found

    def count(self, low: int | None, high: int | None) -> str:
        """A count for people: 18, 200–250, 1,000+, <200; 20 to 99 is how a reading holds the word 数十, and is told as the word."""
        if low is None:
            return f"<{high:,}" if high is not None else "?"
        if high is None:
            return f"{low:,}+"
        power = len(str(low)) - 1
        if low == 2 * 10**power and high == 10 ** (power + 1) - 1 and 0 < power < 9:
            return self(f"several.{power}")
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"

    def tell(self, key: str, n: int) -> str:
        """A number of things: 3 家媒体, 1 outlet, 3 outlets."""
        return f"{n:,} {self(f'one.{key}' if n == 1 else key)}"

    def listed(self, names: Sequence[str], *, most: int = 0) -> str:
        """Names one after the other; where there are more than `most`, that there are others."""
        comma = ", " if self.code == "en" else "、"
        if not most or len(names) <= most:
            return comma.join(names)
        return comma.join(names[:most]) + (" " if self.code == "en" else "") + self("and_more")

    def day(self, stamp: str | None) -> str:
        """An ISO 8601 date or date and time, its day worded: 1月6日, 6 Jan; as it stands where it is no day."""
        day = _parse(stamp)
        return _day(day, self.code, "MMMd") if day else stamp or self("unknown")

    def full_day(self, stamp: str | None) -> str:
        """The same with its year."""
        day = _parse(stamp)
        return _day(day, self.code, "yMMMd") if day else stamp or self("unknown")

    def day_in(self, year: str, stamp: str | None) -> str:
        """A day as told in a year: with its own year where that is another."""
        return self.day(stamp) if not stamp or stamp.startswith(year) else self.full_day(stamp)

    def days(self, first: str | None, last: str | None) -> str:
        """From one day to another, the year told once."""
        one, other = _parse(first), _parse(last)
        if one is None or other is None or one == other:
            return self.full_day(first or last)
        if self.code == "en" and one.year == other.year:
            return f"{self.day(first)} – {self.full_day(last)}"
        return f"{self.full_day(first)} – {self.day(last) if one.year == other.year else self.full_day(last)}"

    def moment(self, stamp: str) -> str:
        """A TIMEX3 value of a measure: its day, and the hour or the part of the day where it has one."""
        hour = stamp[11:16]
        if not hour:
            return self.day(stamp)
        return f"{self.day(stamp)} {hour if hour[0].isdigit() else self(f'part.{hour[:2]}')}"

    def period(self, since: str | None, until: str | None) -> str:
        """From when until when something holds; "" where neither is known."""
        values = {"from": self.moment(since) if since else "", "until": self.moment(until) if until else ""}
        if since and until:
            return self("from_until", **values)
        return self("since", **values) if since else self("until", **values) if until else ""

    def carried(self, carried: Sequence[Carried], *, most: int = 5) -> str:
        """Who told a line first, and how long after the others did."""
        first, *others = carried
        later = [self("told_after", outlet=one.outlet, delay=self.delay(one.after)) if one.after else one.outlet for one in others]
        return " · ".join([self("first_told", outlet=first.outlet), self.listed(later, most=most)])

    def delay(self, minutes: int | None) -> str:
        """A length of time in the largest unit that it fills."""
        for unit, length in (("days_after", DAY), ("hours", HOUR)):
            if minutes and minutes >= length:
                return self(unit, n=minutes // length)
        return self("minutes", n=minutes or 0)

    def origin(self, origin: str | None) -> str:
        """Whom a claim comes from, for people: an outlet by its name and not by its code."""
        if not origin:
            return self("unknown")
        return self("authorities") if origin == "authorities" else _outlet_name(origin) or origin

    def why(self, why: Mapping[str, str | int | None], *, names: Mapping[str, str] | None = None) -> str:
        """A relation's reason, in words; "" where the interface has none for its code.

        names: how the articles spell an origin, where the reason has it in the form that stands for it.
        """
        code = f"why.{why.get('code')}"
        words = self(code)
        return "" if words == code.rpartition(".")[2].replace("_", " ") else self(code, **self._values(why, names or {}))

    def _values(self, why: Mapping[str, str | int | None], names: Mapping[str, str]) -> dict[str, object]:
        """What a sentence on a relation may name."""

        def number(key: str) -> int | None:
            value = why.get(key)
            return value if isinstance(value, int) else None

        def who(key: str) -> str:
            origin = str(why[key]) if why.get(key) else None
            return names.get(origin or "") or self.origin(origin)

        return {
            "what": self.count_of(why.get("measure"), group=why.get("group"), place=why.get("place")),
            "speaker": names.get(str(why.get("speaker"))) or why.get("speaker") or self("unknown"),
            "value": self.count(number("low"), number("low")),
            "source": who("origin"),
            "from_origin": self("from_origin", who=who("origin")) if why.get("origin") else "",
            **{side: self.count(number(f"{side}_low"), number(f"{side}_high")) for side in ("a", "b")},
            **{f"{side}_day": self.day(str(why[f"{side}_day"]) if why.get(f"{side}_day") else None) for side in ("a", "b")},
            **{f"{side}_who": who(f"{side}_origin") for side in ("a", "b")},
            **{f"{side}_words": self._told(why, side) for side in ("a", "b")},
            "slot": self(f"slot.{why['slot']}") if why.get("slot") else "",
        }

    def _told(self, why: Mapping[str, str | int | None], side: str) -> str:
        """The words of one side, as its article has them, and whether it says that it was not so."""
        words = str(why.get(f"{side}_words") or "")
        return self("not_so", words=words) if why.get(f"{side}_denied") else words

    def count_of(self, measure: object, *, group: object = None, place: object = None, scope: object = None, things: object = None) -> str:
        """What a series counts: 死亡（军警）岚洲, Killed (security forces) Lanzhou."""
        kinds = [f"group.{group}"] if group not in (None, "all") else []
        kinds += [f"scope.{scope}"] if scope not in (None, "total") else []
        kinds += [f"things.{things}"] if things else []
        kind = self.listed([self(kind) for kind in kinds])
        named = self(f"measure.{measure}") if measure else ""
        named += (f" ({kind})" if self.code == "en" else f"（{kind}）") if kind else ""
        return f"{named} · {place}" if place else named


class _Blank(dict[str, object]):
    """A value that a sentence asks for and nobody gave is left blank."""

    def __missing__(self, key: str) -> str:
        return ""


def _parse(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _day(day: date, code: str, skeleton: str) -> str:
    worded: str = format_skeleton(skeleton, day, locale=code.replace("-", "_"))
    return worded


@cache
def _outlet_name(code: str) -> str | None:
    found = find_outlet(name=code)
    return found.name if found and found.code == code else None


def prevailing_language(titles: Iterable[str]) -> str:
    """The interface's language that most titles are in; of equally many the first of INTERFACES, which is also that of none."""
    counts = Counter(script_of(title) or "en" for title in titles)
    return max(INTERFACES, key=lambda code: (counts[code], -INTERFACES.index(code)))


@cache
def interface(code: str) -> Interface:
    """The interface in a language.

    Raises UsageError where there is none in that language.
    """
    if code not in INTERFACES:
        raise UsageError(f"interface language {code!r} is not known; allowed: {', '.join(INTERFACES)}")
    file = files(__package__) / "words" / f"{code}.toml"
    return Interface(code, tomllib.loads(file.read_text(encoding="utf-8")))
