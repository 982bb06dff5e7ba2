"""Pages from accounts and articles."""

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model import Account, Article, Line, Point, Reading, Series
from rashomon.pages.charts import draw_pace, draw_series
from rashomon.pages.interface import Interface
from rashomon.pages.marks import mark_text, quote

BOXES = 4  # figures told in numbers under a story's title
CHARTS = 8  # series drawn; the rest stand in one table
RELATIONS_SHOWN = 20  # of each kind; the rest, as of all that follows, are in the account's JSON
LINES_SHOWN = 80  # of the timeline, the weightiest
VOICES_SHOWN, STATEMENTS_SHOWN = 40, 12  # speakers, and statements of each
ORIGINS_SHOWN = 30
LOUD = ("withdraws", "disputes", "updates", "differs_in_scope", "precision", "corroborates", "same_origin")


class ArticlePage(msgspec.Struct, frozen=True, kw_only=True):
    """Where an article's page lies, and what heads it."""

    href: str  # relative to the site's root
    outlet: str | None
    title: str
    published: str | None
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
    state: str | None
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
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon.pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["quote"] = lambda evidence: quote(evidence.text, evidence.sentence)
    environment.globals["draw_pace"] = lambda counts: Markup(draw_pace(counts))
    environment.filters["mark_id"] = mark_id
    return environment


def mark_id(*parts: object) -> str:
    """A short, stable address for a line of a page, from what it says."""
    return "l" + hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:10]


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
    series = [(one, draw_series(one, words, _Link(site)) if i < CHARTS else None) for i, one in enumerate(account.series)]
    relations = [(kind, [r for r in account.relations if r.kind == kind]) for kind in LOUD]
    return (
        _environment()
        .get_template("story.html")
        .render(
            account=account,
            boxes=_boxes(account.series),
            drawn=[(one, Markup(svg)) for one, svg in series if svg],
            listed=[one for one, svg in series if not svg],
            relations=[(kind, listed) for kind, listed in relations if listed],
            timeline=_weightiest(account.timeline),
            shown={"relations": RELATIONS_SHOWN, "voices": VOICES_SHOWN, "said": STATEMENTS_SHOWN, "origins": ORIGINS_SHOWN},
            json_href=json_href,
            t=words,
            site=site,
            root="../",
        )
    )


def _weightiest(timeline: Sequence[Line]) -> list[Line]:
    """The lines that weigh most, in their own order."""
    kept = sorted(range(len(timeline)), key=lambda i: (-timeline[i].weight, i))[:LINES_SHOWN]
    return [timeline[i] for i in sorted(kept)]


class _Link:
    """The address of the article behind a point of a chart."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __call__(self, point: Point) -> str:
        page = self._site.pages.get(point.evidence.path)
        return f"../{page.href}#{page.address(point.evidence.start)}" if page else ""


def _boxes(series: Sequence[Series]) -> list[Series]:
    """The series that say most of where things stand: one a measure and group, by the number of their points."""
    best: dict[tuple[str, str], Series] = {}
    for candidate in series:
        key = (candidate.measure, candidate.group)
        if candidate.current and (key not in best or len(candidate.points) > len(best[key].points)):
            best[key] = candidate
    order = {id(s): i for i, s in enumerate(series)}
    ranked = sorted(best.values(), key=lambda s: (-len(s.points), order[id(s)]))[:BOXES]
    return sorted(ranked, key=lambda s: order[id(s)])


def render_article(article: Article, reading: Reading, words: Interface, site: Site) -> str:
    """The page of one article: its text with what was found in it marked."""
    return (
        _environment()
        .get_template("article.html")
        .render(
            article=article,
            reading=reading,
            page=site.pages[article.path],
            body=None if site.quotes_only else mark_text(article, reading),
            t=words,
            site=site,
            root="../",
        )
    )
