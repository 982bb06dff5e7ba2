"""Tables whose first line names the columns: CSV, and its kin with semicolons or tabs; one article a row."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from rashomon.errors import Unreadable
from rashomon.intake.fields import gather, make_document, role_of
from rashomon.intake.format import LONGEST_HEAD, Format, Saved
from rashomon.intake.markup import tell_markup
from rashomon.model import Basis, Document, Markup

LONGEST_CELL = 32 * 2**20  # code points; the reader's own bound, 131,072, is less than a long page
_DELIMITERS = ",;\t"
_NAMES = 2000  # characters in which the columns are named

csv.field_size_limit(LONGEST_CELL)


def sniff_table(head: str) -> bool:
    """Whether the first line names the columns of a table, which no text does."""
    cells = re.split(rf"[{_DELIMITERS}]", head.split("\n", 1)[0][:_NAMES])
    known = sum(1 for cell in cells if role_of(cell.strip(" \"'")))
    return known >= 2 and 2 * known >= len(cells)


def split_table(text: str) -> Iterator[str]:
    """Each row as a table of its own, under the names of the columns.

    Raises Unreadable where a quote is not closed, the names are too long, or no row follows the names.
    """
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter)
    names = next(rows)
    if sum(map(len, names)) > LONGEST_HEAD:
        raise Unreadable(f"a table whose names take more than {LONGEST_HEAD} characters; is a quote in the first line never closed?")
    empty = True
    for row in rows:
        empty = False
        piece = StringIO()
        csv.writer(piece, delimiter=delimiter, lineterminator="\n").writerows((names, row))
        yield piece.getvalue()
    if empty:
        raise Unreadable("a table without rows: its first line names columns, and nothing follows")


def read_row(saved: Saved) -> Document:
    """The article of a table's only row.

    Raises Unreadable where it has more cells than columns are named, or neither a title nor a text.
    """
    names, row = _rows(saved.text, _delimiter(saved.text))
    if len(row) > len(names):
        raise Unreadable(f"{len(row)} cells where {len(names)} columns are named; quote cells that hold the delimiter")
    fields = gather(dict(zip(names, row, strict=False)))
    body = fields.html or fields.text
    if not fields.title and not body:
        columns = ", ".join(map(repr, names[:12]))
        raise Unreadable(f"no column holds a title or a text (columns: {columns}); name them title and text, or 标题 and 正文")
    markup = Markup.HTML if fields.html else tell_markup(body, Markup.TEXT)
    return make_document(saved, fields, format=FORMAT.name, basis=Basis.RECORD, body=body, markup=markup)


def _delimiter(text: str) -> str:
    """What parts the names of the columns: of the known ones the most frequent."""
    first = text.lstrip().split("\n", 1)[0][:_NAMES]
    return max(_DELIMITERS, key=first.count)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Rows that hold anything, names first."""
    reader = csv.reader(StringIO(text.lstrip(), newline=""), delimiter=delimiter, strict=True)
    try:
        yield from (row for row in reader if any(cell.strip() for cell in row))
    except csv.Error as error:
        what = f"no table from line {reader.line_num} on: {error}"
        raise Unreadable(f"{what}; quote cells that hold quotes or line ends, and double the quotes in them") from error


FORMAT = Format(
    name="csv",
    description="Tables whose first line names the columns, one article a row: CSV, parted by commas, semicolons or tabs",
    sniffs="begins with a line of names, at least two of them and half of all known",
    priority=40,
    sniff=sniff_table,
    split=split_table,
    read=read_row,
)
