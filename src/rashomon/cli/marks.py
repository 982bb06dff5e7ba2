"""An article in the terminal, its findings in colour."""

from rich.console import Console
from rich.text import Text

from rashomon.model import Article, Reading

STYLES = {"times": "cyan", "figures": "bold red", "attributions": "green", "names": "underline"}


def show_article(article: Article, reading: Reading) -> None:
    """Print one article: its fields, then its text with times, figures, attributions and names marked."""
    console = Console(highlight=False)
    console.rule(Text(article.path))
    for name in (
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
            console.print(Text(f"{name:<16}{value}", style="dim"))
    console.print(marked_text(article, reading))
    for kind, style in STYLES.items():
        console.print(Text(f"{kind}: {len(getattr(reading, kind))}", style=style), end="  ")
    console.print()
    if article.captions:
        console.print(Text("captions: " + " / ".join(article.captions), style="dim"))


def marked_text(article: Article, reading: Reading) -> Text:
    """The text with a style on every finding's span."""
    text = Text(article.text)
    for kind in ("attributions", "names", "times", "figures"):
        for found in getattr(reading, kind):
            text.stylize(STYLES[kind], found.start, found.end)
    for start, end in article.furniture:
        text.stylize("dim strike", start, end)
    return text
