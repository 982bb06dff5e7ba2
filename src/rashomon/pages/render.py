"""Pages from accounts and articles."""

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup, escape

from rashomon.model import Account, Article, Point, Reading
from rashomon.pages.charts import draw_mark, draw_pace, draw_series, kinds_of
from rashomon.pages.compare import compare
from rashomon.pages.figures import MIXED, choose_boxes, gravity, spell_origins, stand
from rashomon.pages.framing import lay_words
from rashomon.pages.interface import Interface
from rashomon.pages.marks import mark_text, quote
from rashomon.pages.selection import (
    choose_contradictions,
    choose_saying,
    find_heavy,
    group_by_actor,
    group_by_day,
    group_reprints,
    keep_loudest,
    keep_telling,
    keep_weightiest,
    put_steps_first,
)

if TYPE_CHECKING:
    from jinja2 import Environment

CHARTS = 5  # series drawn: those whose values moved most; the rest are listed
SERIES_SHOWN, VALUES_SHOWN, LISTED = 30, 24, 6  # series told, values of each, series without a chart that stand open
RELATIONS_SHOWN = {"withdraws": 20, "disputes": 20, "updates": 12}  # the rest, as of all that follows, are in the account's JSON
QUIET_SHOWN = 8  # of each other kind
VOICES_SHOWN, OPEN_VOICES = 24, 4  # speakers, and those whose words stand open
ORIGINS_SHOWN, POSITIONS_SHOWN, SILENCES_SHOWN, IN_FORCE_SHOWN, CONTACTS_SHOWN = 16, 16, 12, 20, 20
WORDINGS = 5  # of one statement, beside the lead
LOUD = ("withdraws", "disputes", "updates", "differs_in_scope", "precision", "corroborates", "same_origin")


class ArticlePage(msgspec.Struct, frozen=True, kw_only=True):
    """Where an article's page lies, and what heads it."""

    href: str  # relative to the site's root
    outlet: str | None
    title: str
    published: str | None
    language: str | None = None  # BCP 47
    story: str | None = None  # href of its story's page, where it has one
    story_title: str | None = None
    sentences: tuple[int, ...] = ()  # starts, ascending: the addresses on its page

    def address(self, start: int) -> str:
        """The id on the article's page of the sentence around an offset."""
        return f"s{self.sentences[max(0, bisect_right(self.sentences, start) - 1)] if self.sentences else 0}"


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """One story on the front page."""

    href: str
    title: str
    language: str | None = None  # of the title
    state: str | None
    state_language: str | None = None
    figures: tuple[str, ...] = ()  # where its main figures stand, in words
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    articles: int
    pace: tuple[int, ...]  # articles a day, first day to last


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """What all pages of a site share."""

    language: str  # of the interface
    pages: Mapping[str, ArticlePage]  # by the article's path
    days: tuple[str, ...]  # ISO days that have a page
    quotes_only: bool = False


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to import, and only pages need it

    environment = Environment(
        loader=PackageLoader("rashomon.pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["quote"] = lambda evidence: quote(evidence.text, evidence.sentence)
    environment.globals["draw_pace"] = lambda counts, label: Markup(draw_pace(counts, str(escape(label))))
    environment.globals["draw_mark"] = lambda kind: Markup(draw_mark(kind))
    environment.filters["mark_id"] = mark_id
    environment.filters["shorten"] = shorten
    return environment


def mark_id(*parts: object) -> str:
    """A short, stable address for a line of a page, from what it says."""
    return "l" + hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:10]


def shorten(text: str, width: int = 40) -> str:
    """The beginning of a text: at most so many Han characters, twice as many letters."""
    left = 2 * width
    for at, character in enumerate(text):
        left -= 1 if character.isascii() else 2
        if left < 0:
            return text[:at].rstrip("，、, ") + "…"
    return text


def style_sheet() -> str:
    """The style sheet of every page."""
    return (files(__package__) / "templates" / "style.css").read_text(encoding="utf-8")


def render_front(shelves: Sequence[Shelf], words: Interface, site: Site, totals: Mapping[str, int]) -> str:
    """The front page: stories by weight."""
    return _environment().get_template("front.html").render(shelves=shelves, t=words, site=site, root="", totals=totals)


def render_day(day: str, paths: Sequence[str], words: Interface, site: Site) -> str:
    """All articles published on a day."""
    return _environment().get_template("day.html").render(day=day, paths=paths, t=words, site=site, root="../")


def render_story(account: Account, words: Interface, site: Site, *, json_href: str) -> str:
    """The page of one story."""
    told = [stand(one) for one in account.series[:SERIES_SHOWN]]
    moving = [one for one in told if one.series.scope == "total" and one.series.measure not in MIXED and len(one.values) > 1][:CHARTS]
    charts = [(one, draw_series(one.series, words, _Link(site))) for one in sorted(moving, key=lambda one: gravity(one.series))]
    drawn = [one for one, svg in charts if svg]
    relations = [(kind, put_steps_first([r for r in account.relations if r.kind == kind])) for kind in LOUD]
    timeline = keep_weightiest(account.timeline)
    shown = msgspec.structs.replace(account, timeline=tuple(timeline), series=account.series[:SERIES_SHOWN])
    return (
        _environment()
        .get_template("story.html")
        .render(
            account=account,
            title_language=_title_language(account, site),
            boxes=[stand(one) for one in choose_boxes(account.series)],
            drawn=[(one, Markup(svg), kinds_of(one.series)) for one, svg in charts if svg],
            listed=[one for one in told if one not in drawn],
            more_series=len(account.series) - len(told),
            comparison=compare(shown),
            relations=[(kind, listed, RELATIONS_SHOWN.get(kind, QUIET_SHOWN)) for kind, listed in relations if listed],
            cards=choose_contradictions(account.relations),
            saying=choose_saying(account),
            timeline=group_by_day(timeline),
            heavy=find_heavy(timeline),
            unshown=len(account.timeline) - len(timeline),
            reprints=group_reprints(account),
            origins=keep_telling(account.origins),
            positions=group_by_actor(account),
            framings=lay_words(account.framing),
            shown=_SHOWN,
            why=partial(words.why, names=spell_origins(account.series)),
            loudest=keep_loudest,
            on=partial(words.day_in, (account.story.last or "")[:4]),
            named=partial(_named, words=words, site=site),
            json_href=json_href,
            t=words,
            site=site,
            root="../",
        )
    )


def _named(outlets: Sequence[str], *, words: Interface, site: Site) -> list[str]:
    """Outlets for people: where an article names none, the account has its path in their place."""
    return list(dict.fromkeys(words("unknown_outlet") if outlet in site.pages else outlet for outlet in outlets))


_SHOWN = {
    "values": VALUES_SHOWN,
    "listed": LISTED,
    "voices": VOICES_SHOWN,
    "open": OPEN_VOICES,
    "origins": ORIGINS_SHOWN,
    "positions": POSITIONS_SHOWN,
    "silences": SILENCES_SHOWN,
    "in_force": IN_FORCE_SHOWN,
    "contacts": CONTACTS_SHOWN,
    "wordings": WORDINGS,
}


def _title_language(account: Account, site: Site) -> str | None:
    """The language of a story's title: that of the article it was taken from."""
    pages = (site.pages.get(article.path) for article in account.story.articles if article.title == account.story.title)
    return next((page.language for page in pages if page), None)


def name_figures(account: Account, words: Interface) -> tuple[str, ...]:
    """Where the main figures of a story stand, each in a few words; in a story of several outlets, those that two of them bear out."""
    told = []
    for series in choose_boxes(account.series):
        current = series.current
        if current and len({evidence.outlet for evidence in current.evidence}) >= min(2, len(account.story.outlets)):
            what = words.count_of(series.measure, group=series.group, place=series.place)
            disputed = words("in_brackets", words=words("disputed")) if current.disputed else ""
            told.append(f"{what} {words.count(current.low, current.high)}{disputed}")
    return tuple(told)


class _Link:
    """The address of the article behind a point of a chart."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __call__(self, point: Point) -> str:
        page = self._site.pages.get(point.evidence.path)
        return f"../{page.href}#{page.address(point.evidence.start)}" if page else ""


def render_article(article: Article, reading: Reading, words: Interface, site: Site) -> str:
    """The page of one article: its text with what was found in it marked."""
    return (
        _environment()
        .get_template("article.html")
        .render(
            article=article,
            reading=reading,
            page=site.pages[article.path],
            body=None if site.quotes_only else mark_text(article, reading, words),
            t=words,
            site=site,
            root="../",
        )
    )
