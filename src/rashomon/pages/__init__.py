"""Templates and charts that the report and the desk share."""

from rashomon.pages.figures import gravity, spell_origins
from rashomon.pages.interface import INTERFACES, Interface, interface, prevailing_language
from rashomon.pages.render import (
    ArticlePage,
    Shelf,
    Site,
    name_figures,
    render_article,
    render_day,
    render_front,
    render_story,
    style_sheet,
)
from rashomon.pages.selection import keep_steps

__all__ = [
    "INTERFACES",
    "ArticlePage",
    "Interface",
    "Shelf",
    "Site",
    "gravity",
    "interface",
    "keep_steps",
    "name_figures",
    "prevailing_language",
    "render_article",
    "render_day",
    "render_front",
    "render_story",
    "spell_origins",
    "style_sheet",
]
