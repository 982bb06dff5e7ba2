"""The lines under a title that name who wrote: a reporter's name alone, a role with names."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.cleaning.blocks import Block
from rashomon.cleaning.characters import shade
from rashomon.cleaning.titles import names_site
from rashomon.languages import codes, fold, language
from rashomon.model import Dateline

_SIGNATURE = re.compile(r"(?P<reporter>[一-鿿·‧・•]{2,24}) ?[-–—] ?(?P<place>[一-鿿]{2,6})")
_REPORTER = re.compile(r"[(【]?(?:本报|本社|本台|特约|特派)?(?:记者|撰文|文) ?[:/]? ?([一-鿿·、/ ]{2,24}?) ?[)】]?")
_NAME = re.compile(
    r"(?:null |[Bb]y |BY |(?:作者|记者|記者|撰文|文)[:：/ ] ?)?"
    r"([一-鿿]{1,8}(?:[·‧・•][一-鿿]{1,8}){1,3}|(?!作者|记者|記者)[一-鿿]{2,4}(?=$|[ （(])"
    r"|[A-ZÀ-Þ][\w.'’-]{0,20}(?: [A-ZÀ-Þ][\w.'’-]{0,20}){1,3})(?=$|[ ,（(|·•–—-])"
)
_PEN_NAME = re.compile(r"[一-鿿·]{2,6}(?: ?[(（][A-Za-z .'’-]{3,40}[)）])?")
_PLACES = 5  # a byline stands among the first blocks
_LONGEST = 100
_SHORT = 50  # code points; a longer line that ends like a sentence is one
_FOLLOWED = 30  # code points: a paragraph follows, else the line may be a list's first item


def find_bylines(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Places of the first blocks that only name authors; () where an article begins with its text."""
    found = []
    for number, block in enumerate(blocks[:_PLACES]):
        if block.kind in ("caption", "soft", "heading"):
            continue
        if not is_byline(block.text) and not (number == 0 and _is_pen_name(block.text, blocks[1:2])):
            break
        found.append(number)
    following = blocks[found[-1] + 1 : found[-1] + 6] if found else ()
    return tuple(found) if any(len(block.text) >= _FOLLOWED for block in following if block.kind not in ("caption", "soft")) else ()


def _is_pen_name(line: str, following: Sequence[Block]) -> bool:
    """Whether a first line is a name by its place: short, without marks, and the next line says whose it is (某某网记者, 某某中文网)."""
    return (
        _PEN_NAME.fullmatch(line) is not None
        and bool(following)
        and name_signed(following[0].text) is None
        and is_byline(following[0].text)
    )


def is_byline(line: str) -> bool:
    """Whether a line names authors and says nothing else."""
    if len(line) > (_SHORT if line.endswith("。") else _LONGEST):
        return False
    return _patterns("bylines", "signatures").fullmatch(shade(line)) is not None or names_site(line)


def is_ending(line: str) -> bool:
    """Whether a line at the end of a page signs it, or is one of those that only end pages."""
    return len(line) <= _LONGEST and (_patterns("signatures", "endings").fullmatch(shade(line)) is not None or names_site(line))


def name_signed(line: str) -> str | None:
    """The name in a byline; None where it is a role, a day or an office alone."""
    found = _NAME.match(line)
    return found[1].strip() if found else None


def read_signature(line: str) -> Dateline | None:
    """The reporter and place of a byline like 某某·某某-某地; None where a byline names no place."""
    found = _SIGNATURE.fullmatch(line)
    return Dateline(reporter=found["reporter"], place=found["place"]) if found else None


def read_reporter(line: str) -> str | None:
    """The names in a line that says "reporter" before them: （记者 某某）, 记者：某某."""
    found = _REPORTER.fullmatch(shade(line))
    return line[found.start(1) : found.end(1)].strip() if found else None


def any_surname(surnames: Iterable[str]) -> str:
    """A pattern of all surnames; those of one character are a class, which is compiled in a twentieth of the time."""
    folded = {fold(name) for name in surnames}
    longer = sorted(map(re.escape, (name for name in folded if len(name) > 1)), key=lambda name: (-len(name), name))
    single = "".join(sorted(name for name in folded if len(name) == 1))
    return "|".join([*longer, f"[{single}]"] if single else longer) or "(?!)"


@cache
def _patterns(*kinds: str) -> re.Pattern[str]:
    rows = []
    for code in codes():
        spoken = language(code)
        if spoken is None:
            continue
        surnames = any_surname(spoken.words("surnames"))
        table = spoken.table("furniture")
        for row in (row for kind in kinds for row in table.get(kind, ())):
            for name, part in table.get("byline_parts", {}).items():
                row = row.replace(f"{{{name}}}", part)
            rows.append(row.replace("{surname}", surnames))
    return re.compile("|".join(f"(?:{row})" for row in rows) or "(?!)")
