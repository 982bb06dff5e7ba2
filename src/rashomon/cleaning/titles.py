"""Titles without the marks of the site and of the media that come with the article."""

import html
import re
from collections.abc import Iterable
from functools import cache

from rashomon.cleaning.characters import shade, tidy
from rashomon.languages import fold
from rashomon.outlets import Outlet, Outlets, outlets_in_force

_MEDIA = (
    r"(?:附|多|组|动|高清|现场)?(?:图|组图|多图|图集|影|影音|影片|视频|视讯|音频|直播|短片|动画|慢直播|图辑|图文|片|VIDEO|Video|video|AUDIO|LIVE)"
    r"(?:辑|集|速递|新闻|报道|报导|回顾|精选)?"
)
_MARK = re.compile(rf"^\s*[(（【\[『]{_MEDIA}(?:[/、+]{_MEDIA})?[)）】\]』]\s*|\s*[(（【\[『]{_MEDIA}(?:[/、+]{_MEDIA})?[)）】\]』]\s*$")
_BRACKET = re.compile(r"[(（【\[『]")  # no mark is without one
_DIVIDER = re.compile(r"[|｜_–—-]")  # no site's name after a title is without one
_LEAST = 8  # code points of a line that can be told to repeat a title
_REPEATED = 0.75  # of its pairs of characters
_STOPS = "。！？!?.…：:"
_NAMED = re.compile(r"\s*(?:[|｜]|\s[-–—]\s|[_-]{1,2})\s*([^|｜_]{2,24})$")


def clean_title(raw: str, outlet: Outlet | None, *, sites: Iterable[str] = ()) -> str:
    """A title as its desk wrote it: no site names, categories or media marks around it.

    sites: names that the document itself gives its site, beside those of the known outlets.
    """
    text = tidy(html.unescape(raw) if "&" in raw else raw)
    for _ in range(3):
        shadow = shade(text)
        start, end = 0, len(text)
        suffix = _suffixes(outlet.suffixes).search(shadow) if outlet else None
        if suffix and suffix.start() > 1:
            end = suffix.start()
        elif (
            _DIVIDER.search(shadow)
            and (named := _NAMED.search(shadow))
            and named.start() > 3
            and (names_site(named[1]) or named[1].strip().lower() in {fold(name).lower() for name in sites})
        ):
            end = named.start()
        mark = _MARK.search(shadow, start, end) if _BRACKET.search(shadow) else None
        if mark and mark.end() - mark.start() < end - start:
            start, end = (mark.end(), end) if mark.start() == start else (start, mark.start())
        if (start, end) == (0, len(text)):
            break
        text = text[start:end].strip(" \u3000")
    return text


@cache
def _suffixes(rows: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(rows)})\s*$" if rows else r"(?!)")


@cache
def _sites(known: Outlets) -> frozenset[str]:
    return frozenset(fold(name).lower() for one in known.members for name in one.all_names())


def names_site(name: str) -> bool:
    """Whether words are an outlet's name and nothing else."""
    return name.strip().lower() in _sites(outlets_in_force())


def site_of(raw: str) -> str | None:
    """What stands where sites put their name, after the last bar or underscore of a title."""
    found = _NAMED.search(fold(tidy(raw)))
    return found[1].strip() if found else None


def repeats(line: str, title: str) -> bool:
    """Whether a line says the title again, in nearly the same words and without a stop: a player's or a picture's own heading."""
    if not _LEAST <= len(line) <= 2 * len(title) or line[-1] in _STOPS:
        return False
    said, again = _pairs(title), _pairs(line)
    return len(again) >= _LEAST and len(said & again) >= _REPEATED * len(again)


def _pairs(text: str) -> set[str]:
    letters = "".join(filter(str.isalnum, fold(text)))
    return {letters[at : at + 2] for at in range(len(letters) - 1)}
