"""Articles for the tests of reading."""

import re

from rashomon.model import Article


def article_of(text: str, *, tag: str = "zh", published: str | None = "2031-05-04") -> Article:
    """An article with the sentences of a text, one line a paragraph."""
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        ends = re.finditer(r"[^。！？]+[。！？]*" if tag == "zh" else r".+?(?:[.!?](?=\s|$)|$)", line[0])
        spans.extend((line.start() + m.start(), line.start() + m.end()) for m in ends)
    return Article(
        path="a.txt",
        document="d",
        article="a",
        outlet=None,
        title=text.split("\n")[0],
        published=published,
        language=tag,
        format="text",
        text=text,
        sentences=tuple(spans),
    )
