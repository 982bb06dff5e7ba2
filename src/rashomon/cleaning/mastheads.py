"""The line under a title that says when a text was published, and by whom: 晨报 2031年5月4日 10:20; The Courier, 4 May 2031."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from rashomon.cleaning.blocks import Block, Page
from rashomon.cleaning.characters import shade
from rashomon.cleaning.publishers import reads_like_outlet
from rashomon.cleaning.stamps import DAY_OF_WEEK, LATIN_DAY_OF_WEEK, MONTHS, PART_OF_DAY, read_stamp
from rashomon.cleaning.taken import note
from rashomon.languages import codes, language
from rashomon.model import Basis, Document, Removed, Stamp
from rashomon.outlets import find_outlet

_PLACES = 4  # a masthead stands among the first blocks
_LONGEST = 100
_SHORT = 12  # characters before a day and a clock that need not read like an outlet's name
_YEAR = re.compile(r"\d{4}")
_CLOCKED = re.compile(r"\d[:时時点點.]\d{2}(?!\d)")
_CLOCK = (
    rf"(?:(?:{PART_OF_DAY}) ?)?\d{{1,2}}[:时点.]\d{{2}}分?(?::\d{{2}})?"
    r"(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:[A-Z]{1,4}|[+-]\d{2}:?\d{2}))?"
)
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
_DATE = rf"(?:\d{{4}}[-/.年] ?\d{{1,2}}[-/.月] ?\d{{1,2}}日?|{_MONTH} \d{{1,2}}, ?\d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})"
_WEEKDAY = rf"(?: ?[(]?{DAY_OF_WEEK}[)]?)"
_BETWEEN = r"(?:T|,? ?(?:at )?| )"


class Masthead(NamedTuple):
    """What a masthead says."""

    stamp: str  # as it stands
    outlet: str | None
    kept: str = ""  # what stands before it and is a dateline's: (Reporter Lin, Shimen)


def lift_masthead(document: Document, page: Page, taken: list[Removed] | None = None) -> tuple[Document, Page]:
    """A document dated by its masthead, and its page without such lines; one that bears a date of its own keeps it.

    taken: where the lines are listed.
    """
    dated = any(stamp.basis != Basis.FILE_NAME and read_stamp(stamp.raw) for stamp in document.stamps)
    blocks, changed = list(page.blocks), False
    for block in page.blocks[:_PLACES]:
        masthead = read_masthead(block.text) if _YEAR.search(block.text) else None
        if masthead is None or (dated and not (masthead.outlet or _CLOCKED.search(masthead.stamp))):
            continue
        note(taken, "masthead", "when and by whom it was published", block.text)
        place = blocks.index(block)
        blocks[place : place + 1] = [Block(masthead.kept)] if masthead.kept else []
        changed = True
        if not dated:
            stamps = (Stamp(raw=masthead.stamp, basis=Basis.PAGE), *document.stamps)
            document = replace(document, stamps=stamps, publisher=document.publisher or masthead.outlet)
            dated = True
    return document, page._replace(blocks=tuple(blocks)) if changed else page


def read_masthead(line: str) -> Masthead | None:
    """What a line says that gives a date and nothing else but an outlet; None where it says more."""
    if len(line) > _LONGEST:
        return None
    for pattern in _patterns():
        found = pattern.fullmatch(shade(line))
        if found is None:
            continue
        parts = found.groupdict()
        stamp = line[found.start("stamp") : found.end("stamp")]
        kind = next((kind for kind in ("named", "outlet") if parts.get(kind)), None)
        name = line[found.start(kind) : found.end(kind)].strip() if kind else None
        when = read_stamp(stamp)
        if when and (kind != "outlet" or _is_outlet(name or "") or ("T" in when and len(name or "") <= _SHORT)):
            return Masthead(stamp, name, line[found.start("kept") : found.end("kept")] if parts.get("kept") else "")
    return None


def _is_outlet(name: str) -> bool:
    return find_outlet(name=name) is not None or reads_like_outlet(name)


def _rows(table: Mapping[str, Any]) -> Iterator[str]:
    """The forms of one language, with its own parts filled in: {when} what stands before a date, {source}, {by}."""
    for row in table.get("mastheads", ()):
        for name, part in table.get("masthead_parts", {}).items():
            row = row.replace(f"{{{name}}}", part)
        yield row


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The forms of every language: {stamp} a date, {named} a name behind a label, {outlet} one that must be known or read like one."""
    stamp = rf"(?P<stamp>{_DATE}{_WEEKDAY}?(?:{_BETWEEN}{_CLOCK})?|{_CLOCK}, ?(?:on )?(?:{LATIN_DAY_OF_WEEK}[,.]? )?{_DATE})"
    rows = [row for code in codes() if (known := language(code)) for row in _rows(known.table("furniture"))]
    kinds = {"{stamp}": stamp, "{named}": r"(?P<named>[^|,:()]{2,30})", "{outlet}": r"(?P<outlet>[^|,:()\[\]【】/0-9]{2,30}?)"}
    for kind, pattern in kinds.items():
        rows = [row.replace(kind, pattern) for row in rows]
    return tuple(re.compile(row) for row in rows)
