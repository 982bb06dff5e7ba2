"""One article as a JSON object with columns of the usual names."""

import json

import msgspec

from rashomon.errors import Unreadable
from rashomon.intake.fields import gather, make_document
from rashomon.intake.format import Saved
from rashomon.intake.markup import tell_markup
from rashomon.model import Basis, Document, Markup


def read_record(saved: Saved, format: str) -> Document:
    """What a record says of itself. format: the name of the format it is saved in.

    Raises Unreadable where it is no JSON object, or has neither a title nor a text.
    """
    record = read_json(saved.text)
    if not isinstance(record, dict):
        raise Unreadable(f"a JSON {type(record).__name__}, where an object with named columns is needed")
    fields = gather(record)
    body = fields.html or fields.text
    if not fields.title and not body:
        columns = ", ".join(sorted(map(repr, record))[:12]) or "none"
        raise Unreadable(f"no column holds a title or a text (columns: {columns}); name them title and text, or 标题 and 正文")
    markup = Markup.HTML if fields.html else tell_markup(body, Markup.TEXT)
    return make_document(saved, fields, format=format, basis=Basis.RECORD, body=body, markup=markup)


def read_json(text: str) -> object:
    """A JSON value: strictly, then with what exports often hold all the same: NaN, halves of a broken emoji, raw tabs.

    Raises Unreadable where it is none.
    """
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, ValueError) as strict:
        try:
            return _mend(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            raise Unreadable(f"not JSON: {strict}") from strict


def _mend(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_mend(item) for item in value]
    return {str(_mend(name)): _mend(item) for name, item in value.items()} if isinstance(value, dict) else value
