"""Charts: SVG that stands in the page, made offline by Vega-Lite; each mark links to its receipt."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import vl_convert

from rashomon.model import Point, Series
from rashomon.pages.interface import Interface

WIDTH, HEIGHT = 640, 150
TICKS = 8
INK, RED, BAND, GREY = "#1a1a1a", "#a82a1e", "#d9b5aa", "#8a857c"
FONT = "sans-serif"  # the page's own style sheet sets the face
DAY = re.compile(r"\b(\d{1,2})M(\d{1,2})D\b")  # Han text costs Vega 120 ms a chart to measure: months and days are put in Han afterwards
BASE = "https://vega.github.io/vega-datasets/"  # Vega puts it before every relative address; ours lead to pages beside this one
LINKED = {"first", "repeated", "corroborated", "updated"}
"""Statuses of the points through which the line is drawn."""


def draw_series(series: Series, words: Interface, link: Callable[[Point], str]) -> str | None:
    """A series over its as-of days as an <svg> element: a step line, a bar for a range, a mark an article.

    None where the points with a number stand on fewer than two days: there is no movement to show.
    """
    rows = [_row(point, link(point)) for point in series.points if point.as_of and (point.low is not None or point.high is not None)]
    if len({row["day"] for row in rows}) < 2:
        return None
    svg: str = vl_convert.vegalite_to_svg(_spec(rows, words), allowed_base_urls=[])
    return DAY.sub(r"\1月\2日", svg).replace(BASE, "").replace("<svg ", '<svg role="img" ', 1)


def _row(point: Point, href: str) -> dict[str, Any]:
    low = point.low if point.low is not None else point.high
    high = point.high if point.high is not None else point.low
    return {
        "day": point.as_of,
        "low": low,
        "high": high,
        "status": point.status,
        "outlet": point.outlet or "?",
        "href": href,
        "exact": point.low == point.high,
    }


def _steps(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The highest exact or least value of each day, among points that nobody disputes or withdraws."""
    best: dict[str, int] = {}
    for row in rows:
        if row["status"] in LINKED and row["low"] is not None:
            best[row["day"]] = max(best.get(row["day"], 0), row["low"])
    return [{"day": day, "low": low} for day, low in sorted(best.items())]


def _spec(rows: Sequence[dict[str, Any]], words: Interface) -> dict[str, Any]:
    # UTC on both sides: a day is a day wherever the chart is drawn
    month_day = "%b %-d" if words.code == "en" else "%-mM%-dD"
    x = {
        "field": "day",
        "type": "temporal",
        "scale": {"type": "utc"},
        "axis": {"title": None, "format": month_day, "grid": False, "values": _ticks([row["day"] for row in rows])},
    }
    y = {"field": "low", "type": "quantitative", "axis": {"title": None, "tickCount": 4, "format": ",d"}, "scale": {"zero": True}}
    colour = {
        "field": "status",
        "type": "nominal",
        "legend": None,
        "scale": {
            "domain": ["first", "repeated", "corroborated", "updated", "disputed", "withdrawn", "differs_in_scope", "precision"],
            "range": [INK, INK, INK, INK, RED, RED, GREY, GREY],
        },
    }
    marks = {"x": x, "color": colour, "href": {"field": "href", "type": "nominal"}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": HEIGHT,
        "background": None,
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {"gridColor": "#e4dfd5", "domainColor": "#cfc8ba", "tickColor": "#cfc8ba"},
        },
        "layer": [
            {
                "data": {"values": _steps(rows)},
                "mark": {"type": "line", "interpolate": "step-after", "color": INK, "strokeWidth": 1.5},
                "encoding": {"x": x, "y": y},
            },
            {
                "data": {"values": [row for row in rows if not row["exact"]]},
                "mark": {"type": "rule", "strokeWidth": 7, "opacity": 0.45, "strokeCap": "round"},
                "encoding": {**marks, "y": y, "y2": {"field": "high"}, "color": {"value": BAND}},
            },
            {
                "data": {"values": list(rows)},
                "mark": {"type": "point", "filled": True, "size": 60, "opacity": 1},
                "encoding": {**marks, "y": y, "shape": _shape()},
            },
        ],
    }


def _ticks(days: Sequence[str]) -> list[str]:
    """At most TICKS days between the first and the last, evenly spaced: more would run into each other on a phone."""
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    step = max(1, -(-(last - first).days // (TICKS - 1)))
    return [(first + timedelta(days=i)).isoformat() for i in range(0, (last - first).days + 1, step)]


def _shape() -> dict[str, Any]:
    """Withdrawn points are crosses: colour alone tells a colour-blind reader nothing."""
    return {
        "condition": {"test": "datum.status == 'withdrawn'", "value": "cross"},
        "value": "circle",
    }


def draw_pace(counts: Sequence[int]) -> str:
    """A sparkline of articles a day as an <svg> element."""
    if not counts:
        return ""
    top, width, height = max(counts), 4, 22
    bars = "".join(
        f'<rect x="{i * (width + 1)}" y="{height - round(height * n / top)}" width="{width}" height="{round(height * n / top)}"/>'
        for i, n in enumerate(counts)
        if n
    )
    return f'<svg class="pace" aria-hidden="true" width="{len(counts) * (width + 1)}" height="{height}">{bars}</svg>'
