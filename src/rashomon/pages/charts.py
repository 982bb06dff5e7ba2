"""Charts: SVG that stands in the page, made offline by Vega-Lite; each mark links to its receipt."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import vl_convert

from rashomon.model import Point, Series
from rashomon.pages.figures import is_vague, status_of
from rashomon.pages.interface import Interface

WIDTH, HEIGHT = 400, 140  # drawn at the size it is read at beside its words; on a phone it shrinks by a third and can still be read
TICKS = 5
TEXT = 13  # pixels
INK, RED, BAND, GREY = "#1a1a1a", "#a82a1e", "#d9b5aa", "#6b665d"
FONT = "sans-serif"  # the page's own style sheet sets the face
DAY = re.compile(r"\b(\d{1,2})M(\d{1,2})D\b")  # Han text costs Vega 120 ms a chart to measure: months and days are put in Han afterwards
ARIA = re.compile(
    r' (?:aria-[a-z]+|role)="[^"]*"'
)  # Vega names each mark by its data's field names; the table beside the chart says it in words
BASE = "https://vega.github.io/vega-datasets/"  # Vega puts it before every relative address; ours lead to pages beside this one
LINKED = {"first", "repeated", "corroborated", "updated"}
"""Statuses of the points that stand as they were told."""
MOVES = {"first", "updated"}
"""Statuses of the points that move the line."""
MARKS = {
    "said": ("circle", INK, INK),
    "precision": ("circle", None, INK),
    "differs_in_scope": ("triangle-up", None, GREY),
    "disputed": ("diamond", None, RED),
    "withdrawn": ("M-1,-1L1,1M1,-1L-1,1", None, RED),
}
"""Kind of mark -> its shape, filling and stroke: told apart without colour."""


def draw_series(series: Series, words: Interface, link: Callable[[Point], str]) -> str | None:
    """A series over its as-of days as an <svg> element: a step line, a bar for a range, a mark for each value of a day.

    None where the points with a number stand on fewer than two days: there is no movement to show.
    """
    rows = _rows([point for point in series.points if point.as_of and (point.low is not None or point.high is not None)], link)
    if len({row["day"] for row in rows}) < 2:
        return None
    svg: str = vl_convert.vegalite_to_svg(_spec(rows, _steps(series, sorted(row["day"] for row in rows)), words), allowed_base_urls=[])
    svg = ARIA.sub("", DAY.sub(r"\1月\2日", svg).replace(BASE, ""))
    return svg.replace("<a ", '<a tabindex="-1" ').replace("<svg ", '<svg aria-hidden="true" ', 1)


def kinds_of(series: Series) -> tuple[str, ...]:
    """Kinds of marks that a series' chart holds, for its legend."""
    found = {_kind(point.status) for point in series.points}
    ranges = ("range",) if any(_is_range(point) for point in series.points) else ()
    return (*(kind for kind in MARKS if kind in found), *ranges)


def _is_range(point: Point) -> bool:
    return point.low is not None and point.high is not None and point.low < point.high


def _kind(status: str) -> str:
    return "said" if status in LINKED or status not in MARKS else status


def _rows(points: Sequence[Point], link: Callable[[Point], str]) -> list[dict[str, Any]]:
    """One mark a day and value, as large as there are outlets that tell it."""
    told: dict[tuple[str, int | None, int | None], list[Point]] = {}
    for point in points:
        told.setdefault((point.as_of or "", point.low, point.high), []).append(point)
    return [_row(day, same, link(same[0])) for (day, _, _), same in told.items()]


def _row(day: str, points: Sequence[Point], href: str) -> dict[str, Any]:
    low, high = points[0].low, points[0].high
    outlets = len({point.outlet for point in points})
    status = status_of(points)
    return {
        "day": day,
        "low": low if low is not None else high,
        "high": high if high is not None else low,
        "kind": _kind(status),
        "size": 40 + 22 * min(outlets, 8),
        "href": href,
        "range": _is_range(points[0]),
        "label": words_of(low, high),
    }


def words_of(low: int | None, high: int | None) -> str:
    """A value as a chart labels it: in digits alone, which are cheap to measure."""
    if low is None:
        return f"<{high:,}" if high is not None else ""
    return f"{low:,}+" if high is None or is_vague(low, high) else f"{low:,}"


def _steps(series: Series, days: Sequence[str]) -> list[dict[str, Any]]:
    """Where the series stood day by day: values that were new and nobody disputes or withdraws; what stands at its end to the last day.

    A value told again does not move the line: late papers repeat old states.
    """
    held: dict[str, int] = {}
    withdrawn = {point.low for point in series.points if point.status == "withdrawn"}
    for point in series.points:
        low = point.low if point.low is not None else point.high
        if low in withdrawn:
            continue
        if point.as_of and low is not None and (point.status in MOVES or (point.status == "precision" and point.low == point.high)):
            held[point.as_of] = max(held.get(point.as_of, 0), low)
    steps = [{"day": day, "low": low, "label": ""} for day, low in sorted(held.items())]
    current = series.current
    low = (current.low if current.low is not None else current.high) if current else None
    if current and low is not None:
        since = min((p.as_of for p in series.points if p.as_of and (p.low, p.high) == (current.low, current.high)), default=days[-1])
        steps = [step for step in steps if str(step["day"]) < since]
        steps += [{"day": day, "low": low, "label": words_of(current.low, current.high)} for day in dict.fromkeys((since, days[-1]))]
    return steps


def _spec(rows: Sequence[dict[str, Any]], steps: Sequence[dict[str, Any]], words: Interface) -> dict[str, Any]:
    # UTC on both sides: a day is a day wherever the chart is drawn
    month_day = "%b %-d" if words.code == "en" else "%-mM%-dD"
    x = {
        "field": "day",
        "type": "temporal",
        "scale": {"type": "utc"},
        "axis": {"title": None, "format": month_day, "grid": False, "values": _ticks([row["day"] for row in rows])},
    }
    top = max(row["low"] if is_vague(row["low"], row["high"]) else row["high"] for row in rows)
    y = {
        "field": "low",
        "type": "quantitative",
        "axis": {"title": None, "tickCount": 3, "format": ",d"},
        "scale": {"domain": [0, top], "nice": True},
    }
    bands = [{**row, "high": min(row["high"], 1.1 * top)} for row in rows if row["range"]]  # a word for a size must not dwarf the numbers
    loud = _labelled(rows)
    marks = [_marks(kind, [row for row in rows if row["kind"] == kind], x, y) for kind in MARKS]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": HEIGHT,
        "padding": {"left": 4, "top": 6, "right": 34, "bottom": 4},
        "background": None,
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {"gridColor": "#e4dfd5", "domain": False, "tickColor": "#cfc8ba", "labelColor": GREY, "labelFontSize": TEXT},
        },
        "layer": [
            _layer({"type": "line", "interpolate": "step-after", "color": INK, "strokeWidth": 1.5}, steps, {"x": x, "y": y}),
            _layer(
                {"type": "rule", "strokeWidth": 7, "strokeCap": "round", "color": BAND},
                bands,
                {"x": x, "y": y, "y2": {"field": "high"}},
            ),
            *(layer for layer in marks if layer),
            _label(steps[-1:], x, y, mark={"align": "left", "dx": 9, "fontSize": 16, "fontWeight": "bold", "color": INK}),
            _label(loud, x, y, mark={"align": "left", "dx": 9, "fontSize": TEXT, "color": RED}),
        ],
    }


def _layer(mark: dict[str, Any], rows: Sequence[dict[str, Any]], encoding: dict[str, Any]) -> dict[str, Any]:
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def _marks(kind: str, rows: Sequence[dict[str, Any]], x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any] | None:
    shape, fill, stroke = MARKS[kind]
    mark = {"type": "point", "shape": shape, "fill": fill or "transparent", "stroke": stroke, "strokeWidth": 2, "opacity": 1}
    size = {"field": "size", "type": "quantitative", "scale": None}
    encoding = {"x": x, "y": y, "size": size, "href": {"field": "href", "type": "nominal"}}
    return _layer(mark, rows, encoding) if rows else None


def _label(rows: Sequence[dict[str, Any]], x: dict[str, Any], y: dict[str, Any], *, mark: dict[str, Any]) -> dict[str, Any]:
    return _layer({"type": "text", **mark}, rows, {"x": x, "y": y, "text": {"field": "label", "type": "nominal"}})


def _labelled(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Marks that bear their number: each value taken back once, and a disputed one where it is alone; the words beside tell all."""
    first: dict[tuple[str, str], dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: str(row["day"])):
        if row["kind"] in ("withdrawn", "disputed"):
            first.setdefault((row["kind"], row["label"]), row)
    disputed = [row for row in first.values() if row["kind"] == "disputed"]
    return [row for row in first.values() if row["kind"] == "withdrawn" or len(disputed) == 1]


def _ticks(days: Sequence[str]) -> list[str]:
    """At most TICKS days between the first and the last, evenly spaced: more would run into each other."""
    first, last = date.fromisoformat(min(days)[:10]), date.fromisoformat(max(days)[:10])
    step = max(1, -(-(last - first).days // (TICKS - 1)))
    return [(first + timedelta(days=i)).isoformat() for i in range(0, (last - first).days + 1, step)]


def draw_pace(counts: Sequence[int], label: str) -> str:
    """A sparkline of articles a day as an <svg> element; "" for a single day."""
    if len(counts) < 2:
        return ""
    top, width, height = max(counts), 4, 22
    bars = "".join(
        f'<rect x="{i * (width + 1)}" y="{height - round(height * n / top)}" width="{width}" height="{round(height * n / top)}"/>'
        for i, n in enumerate(counts)
        if n
    )
    across = len(counts) * (width + 1)
    return (
        f'<svg class="pace" role="img" aria-label="{label}" width="{across}" height="{height}" viewBox="0 0 {across} {height}">{bars}</svg>'
    )


def draw_mark(kind: str) -> str:
    """A mark of the charts for the legend."""
    drawn = {
        "said": f'<circle cx="7" cy="7" r="4" fill="{INK}"/>',
        "precision": f'<circle cx="7" cy="7" r="4" fill="none" stroke="{INK}" stroke-width="2"/>',
        "differs_in_scope": f'<path d="M7 2L12 11H2Z" fill="none" stroke="{GREY}" stroke-width="2"/>',
        "disputed": f'<path d="M7 1L12 7L7 13L2 7Z" fill="none" stroke="{RED}" stroke-width="2"/>',
        "withdrawn": f'<path d="M3 3L11 11M11 3L3 11" fill="none" stroke="{RED}" stroke-width="2"/>',
        "range": f'<path d="M7 1V13" stroke="{BAND}" stroke-width="6" stroke-linecap="round"/>',
    }
    return f'<svg aria-hidden="true" width="14" height="14">{drawn[kind]}</svg>'
