"""JSON lines: one object a line, with columns of the usual names."""

import re

import msgspec

from rashomon.errors import Unreadable
from rashomon.intake.fields import gather, stamps
from rashomon.intake.format import Format, Saved
from rashomon.intake.markup import tell_markup
from rashomon.model import Basis, Document, Markup

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_record(saved: Saved) -> Document:
    """Raises Unreadable where the line is no JSON object, or has neither a title nor a text."""
    try:
        record = msgspec.json.decode(saved.text)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise Unreadable(f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise Unreadable(f"a JSON {type(record).__name__}, where an object with named columns is needed")
    fields = gather(record)
    body = fields.html or fields.text
    if not fields.title and not body:
        columns = ", ".join(sorted(map(repr, record))[:12]) or "none"
        raise Unreadable(f"no column holds a title or a text (columns: {columns}); name them title and text, or 标题 and 正文")
    return Document(
        path=saved.path,
        id=saved.id,
        format=FORMAT.name,
        title=fields.title,
        url=fields.url or fields.origin,
        author=fields.author,
        labels=fields.labels,
        stamps=stamps(fields.dates, Basis.RECORD, saved.path),
        language=fields.language,
        through=fields.through,
        origin=fields.origin,
        body=body,
        markup=Markup.HTML if fields.html else tell_markup(body, Markup.TEXT),
        warnings=saved.warnings,
    )


FORMAT = Format(
    name="jsonl",
    description="JSON lines: one object a line with a column for the title, the text, the date, the address, the outlet",
    sniffs='begins with an object whose first name stands on the same line: {"',
    priority=60,
    sniff=lambda head: re.match(r'\{[ \t]{0,20}"', head) is not None,
    read=read_record,
    lines=True,
)
