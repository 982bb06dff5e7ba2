"""Plain text: the first line is the title; lines like 来源：... may stand above or below it."""

import re

from msgspec.structs import replace

from rashomon.intake.fields import gather, make_document, role_of
from rashomon.intake.format import Format, Saved
from rashomon.model import Basis, Document, Markup

HEADER_LINES = 12
TITLE_LENGTH = 200  # a longer first line is a paragraph, and the text has no title

_NAMED = re.compile(
    r"[ \t　]{0,20}(?:[【\[]([^【】\[\]\n]{1,24})[】\]][ \t　]{0,5}[:：]?"  # a name in brackets
    r"|([^\s:：【】\[\]](?:[^:：\n\[\]【】]{0,24}[^\s:：【】\[\]])?)[ \t　]{0,5}[:：])"  # or before a colon
    r"[ \t　]{0,5}(\S[^\n]{0,1000})?"
)
_RULE = re.compile(r"[ \t]{0,20}(?:[-=*_+~]{3,1000}|[—─═]{2,1000})[ \t]{0,20}")
_HEADING = re.compile(r"#{1,6}[ \t]{1,20}")
_HEADERS = frozenset(("title", "published", "modified", "url", "origin", "outlet", "author", "language", "label", "through"))


def read_text(saved: Saved) -> Document:
    """Title, header lines, then the body; nothing is required."""
    title, pairs, body = _split(saved.text)
    fields = gather(pairs)
    heading = _HEADING.match(title) if title else None
    if title and not fields.title:
        fields = replace(fields, title=title[heading.end() :].rstrip("# ") if heading else title)
    markup = Markup.MARKDOWN if heading else Markup.TEXT
    return make_document(saved, fields, format=FORMAT.name, basis=Basis.RECORD, body=body, markup=markup)


def _split(text: str) -> tuple[str | None, dict[str, object], str]:
    """Title line, named values and body; the body begins at the first line that is neither of the others."""
    lines = text.split("\n")
    pairs: dict[str, object] = {}
    title: str | None = None
    seen = 0
    for at, line in enumerate(lines):
        if not line.strip() or _RULE.fullmatch(line):
            continue
        named = _NAMED.fullmatch(line.rstrip()) if seen < HEADER_LINES else None
        name = (named[1] or named[2]).strip() if named else ""
        role = role_of(name)
        if named and role == "text":
            return title, pairs, "\n".join([named[3] or "", *lines[at + 1 :]])
        if named and role in _HEADERS:
            pairs.setdefault(name, named[3] or "")
        elif title is None and len(line.strip()) <= TITLE_LENGTH and not any(role_of(name) == "title" for name in pairs):
            title = line.strip()
        else:
            return title, pairs, "\n".join(lines[at:])
        seen += 1
    return title, pairs, ""


FORMAT = Format(
    name="text",
    description="Plain text or markdown; the first line is the title, lines such as `来源：...` or `Date: ...` beside it are fields",
    sniffs="what no other format knows, unless it begins with a bracket (<, {)",
    priority=0,
    sniff=lambda head: not head.startswith(("<", "{", "[{", "[\n")),
    read=read_text,
)
