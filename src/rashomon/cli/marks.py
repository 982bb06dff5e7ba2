"""An article in the terminal as a reader gets it, its findings in colour, and what was taken out of it."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from rashomon.model import Article, Reading, Removed

STYLES = {"times": "cyan", "figures": "bold red", "attributions": "green", "names": "underline"}


def show_article(article: Article, reading: Reading, removed: Sequence[Removed] = ()) -> None:
    """Print one article: path and fields, each whole on its line, its text with the findings marked, then what was taken out of it."""
    console = Console(highlight=False)
    console.rule()
    for name in (
        "path",
        "title",
        "outlet",
        "through",
        "url",
        "author",
        "published",
        "published_basis",
        "written",
        "language",
        "format",
        "dateline",
    ):
        value = getattr(article, name)
        if value is not None:
            console.print(Text(f"{name:<16}{value}", style="dim"), soft_wrap=True)
    console.print(marked_text(article, reading))
    for kind, style in STYLES.items():
        console.print(Text(f"{kind}: {len(getattr(reading, kind))}", style=style), end="  ")
    console.print()
    if removed:
        console.print(Text("taken out:", style="bold"))
    for one in removed:
        console.print(Text.assemble((f"  {one.kind:<12}", "yellow"), (f"{one.rule:<26}", "dim"), one.text), soft_wrap=True)


def marked_text(article: Article, reading: Reading) -> Text:
    """The text with a style on every finding's span, without the lines that recur across its outlet's articles."""
    text = Text(article.text)
    for kind in ("attributions", "names", "times", "figures"):
        for found in getattr(reading, kind):
            text.stylize(STYLES[kind], found.start, found.end)
    for start, end in sorted(article.furniture, reverse=True):
        text = text[:start].append_text(text[end + 1 :] if text.plain[end : end + 1] == "\n" else text[end:])
    return text
