"""Mirrored pages: markdown around a page's HTML, with links of the mirror's own before, inside and after it, and the origin at the foot."""

import re
from urllib.parse import urlsplit

import msgspec

from rashomon.errors import Unreadable
from rashomon.intake.fields import Fields, find_address, make_document, role_of
from rashomon.intake.format import Format, Saved
from rashomon.intake.markup import tell_markup
from rashomon.model import Basis, Document, Markup

SHARE_BLOCK = 12  # lines; a share block has three to six
SHARE_LINE = 40  # characters of a line that asks to share; longer ones hold an address
LINE = 8000  # characters of a line that may be the mirror's own

_TITLE = re.compile(r"\s{0,1000}#{1,6}[ \t]{1,20}([^\n]{1,2000})\n\s{0,1000}(?:[-=*_]{3,1000}[ \t]{0,20}\n\s{0,1000})?")
_LINK = re.compile(r"!?\[[^\[\]\n]{0,400}\]\([^\s()]{0,2000}\)")
_FILLER = re.compile(r"(?:[\s|·•/>#*\-]|&nbsp;)*")
_TO_NEIGHBOUR = re.compile(r"\]\((?:\.{1,2}/|/(?!/))[^\s()]{0,2000}\)")  # a link to another page of the same mirror
_RULE = re.compile(r"[ \t]{0,20}(?:-{3,1000}|\*{3,1000}|_{3,1000})[ \t]{0,20}")
_NAMED = re.compile(
    r"\s{0,20}([^\s:：（(](?:[^:：（(\n]{0,30}[^\s:：（(])?)\s{0,5}(?:[（(][^）)\n]{0,40}[）)])?\s{0,5}[:：]\s{0,5}"  # name, remark
    r"(?:<[^>]{0,200}>|\[[^\]]{0,200}\]\()?(https?://[^\s<>)\"']{1,4000})"  # an address, perhaps as a link
)
_RULER = re.compile(r"\s{0,20}(?:<hr\b[^>]{0,200}>|-{3,1000})\s{0,20}", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>)\"']{1,4000}")
_FORGE = re.compile(r"^/([^/]+/[^/]+)/(?:-/)?(?:blob|tree|raw|src)/")  # where a code forge shows a file of a repository


def _is_own(line: str) -> bool:
    """Whether a line is the mirror's, not the page's: markdown links and nothing else, or a rule."""
    if len(line) > LINE or _RULE.fullmatch(line):
        return len(line) <= LINE
    rest, links = _LINK.subn("", line)
    return links > 0 and _FILLER.fullmatch(_LINK.sub("", rest)) is not None  # a second time: an image may stand inside a link


def sniff_mirror(head: str) -> bool:
    """A heading, perhaps a rule, then a line of links alone that lead to neighbouring pages."""
    title = _TITLE.match(head)
    if not title:
        return False
    line = head[title.end() :].split("\n", 1)[0][:LINE]
    return bool(_TO_NEIGHBOUR.search(line)) and _is_own(line)


def read_mirror(saved: Saved) -> Document:
    """Raises Unreadable where there is no heading."""
    title = _TITLE.match(saved.text)
    if not title:
        raise Unreadable("a mirrored page whose heading is missing: it needs a line `### title`")
    lines = saved.text[title.end() :].split("\n")
    foot = _find_foot(lines)
    origin, own = _read_foot(lines[foot:])
    body = "\n".join(line for line in lines[:foot] if not _is_own(line)).strip("\n")
    fields = Fields(title=title[1].strip(), origin=origin, through=_name_mirror(own) if own else None)
    injected = tuple(line.strip() for number, line in enumerate(lines) if (number >= foot or _is_own(line)) and line.strip())
    document = make_document(saved, fields, format=FORMAT.name, basis=Basis.PAGE, body=body, markup=tell_markup(body, Markup.MARKDOWN))
    return msgspec.structs.replace(document, injected=injected)


def _find_origin(line: str) -> str | None:
    """The address on a line that says where the original stands (原文地址：https://...)."""
    named = _NAMED.match(line)
    return named[2] if named and role_of(named[1]) in ("origin", "outlet", "url") else None


def _find_foot(lines: list[str]) -> int:
    """Index of the first line of the foot.

    The ruler above the line that names the origin, else that line; where no origin is named, the links that end the page.
    """
    last = max((i for i, line in enumerate(lines) if len(line) <= LINE and _find_origin(line)), default=None)
    if last is None:
        end = len(lines)
        while end and (not lines[end - 1].strip() or _is_own(lines[end - 1])):
            end -= 1
        return end
    for at in range(last - 1, max(last - SHARE_BLOCK, -1), -1):
        if _RULER.fullmatch(lines[at]):
            return at
        if len(lines[at]) > SHARE_LINE and not _ADDRESS.search(lines[at][:LINE]):
            break  # a sentence: the article goes on down to here
    return last


def _read_foot(lines: list[str]) -> tuple[str | None, str | None]:
    """The original's address and the mirrored page's own, which the share block gives."""
    origin = next((address for line in reversed(lines) if (address := _find_origin(line[:LINE]))), None)
    addresses = [found for line in lines for found in _ADDRESS.findall(line[:LINE])]
    return origin, next((a for a in addresses if a != origin and find_address([a])), None)


def _name_mirror(address: str) -> str | None:
    """Host of a mirror; with the repository where a code forge is the host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    forge = _FORGE.match(parts.path)
    return f"{parts.netloc}/{forge[1]}" if forge else parts.netloc or None


FORMAT = Format(
    name="mirror",
    description="Mirrored pages: markdown links of the mirror before, inside and after an HTML body, the origin named at the foot",
    sniffs="begins with a heading, then a line of nothing but links to neighbouring pages",
    priority=70,
    sniff=sniff_mirror,
    read=read_mirror,
)
