"""Front matter: the block between --- or +++ lines that opens a post."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, time

import msgspec
import yaml

from rashomon.errors import Unreadable
from rashomon.intake.fields import Value, role_of

LIMIT = 262_144  # characters; real front matter has a few hundred
DEPTH = 16

_OPEN = re.compile(r"\s{0,1000}(---|\+\+\+)[ \t]{0,40}\n")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]{0,40}$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]{0,40}$", re.MULTILINE),
}
_TOML_PAIR = re.compile(r"[\w.-]{1,80}[ \t]{0,20}=.*")
_PAIR = re.compile(r"([^\s:#'\"\[\]{}&*!|>%@`,?-][^\s:]{0,80}):(?:[ \t]+(.*))?")
_ITEM = re.compile(r"([ \t]{0,40})-[ \t]+([^ \t].*)")
_ODD = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff]")  # YAML breaks lines at some of these and refuses others
_SPECIAL = frozenset("[]{}&*!|>'\"%@`#,?:-")


class FrontMatter(msgspec.Struct, frozen=True, kw_only=True):
    """A post parted: its fields, and what follows them."""

    pairs: dict[str, Value]
    body: str
    warnings: tuple[str, ...] = ()  # that it is no YAML, and was read as it stands


class _NotPlainError(Exception):
    """The block needs a whole YAML reader."""


def opens(head: str) -> bool:
    """Whether a text begins as front matter does: its mark, then a key or, further down, the closing line."""
    start = _OPEN.match(head)
    if not start:
        return False
    first = next((line for line in head[start.end() :].split("\n", 20) if line.strip()), "")
    pair = _PAIR if start[1] == "---" else _TOML_PAIR
    return bool(pair.fullmatch(first.strip()) or _CLOSE[start[1]].search(head, start.end()))


def split(text: str) -> FrontMatter:
    """The front matter of a post and its body.

    Raises Unreadable where the block is not closed, or is neither YAML (TOML between +++) nor lines of `key: value`.
    """
    start = _OPEN.match(text)
    if not start:
        raise Unreadable("front matter expected: the post does not begin with a --- line")
    end = _CLOSE[start[1]].search(text, start.end(), start.end() + LIMIT)
    if not end:
        raise Unreadable(f"front matter is not closed: there is no second {start[1]} line; add one after the last field")
    if start[1] == "+++":
        return FrontMatter(pairs=_read_toml(text[start.end() : end.start()]), body=text[end.end() + 1 :])
    first = text.count("\n", 0, start.end()) + 1
    pairs, warnings = _read(text[start.end() : end.start()], first)
    return FrontMatter(pairs=pairs, body=text[end.end() + 1 :], warnings=warnings)


def _read(block: str, first: int) -> tuple[dict[str, Value], tuple[str, ...]]:
    """Plain lines first, since they are a hundred times as fast to read; then YAML; then, where YAML fails, key and value as they stand."""
    try:
        return _read_plain(block), ()
    except _NotPlainError:
        pass
    try:
        return _read_yaml(block), ()
    except (yaml.YAMLError, _NotPlainError) as error:
        pairs = _read_leniently(block)
        if pairs is None:
            raise Unreadable(f"{_explain(error, first)}; write one `key: value` a line between the --- lines") from error
        return pairs, (f"{_explain(error, first)}; its lines were read as they stand",)


def _read_toml(block: str) -> dict[str, Value]:
    """Hugo's front matter. TOML has dates of its own, which come back as ISO 8601."""
    try:
        return {key: _plain(value) for key, value in tomllib.loads(block, parse_float=str).items()}
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise Unreadable(f"front matter between +++ lines is not TOML: {error}") from error


def _plain(value: object) -> Value:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _explain(error: Exception, first: int) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    where = f" (line {mark.line + first})" if mark else ""
    return f"front matter is not YAML{where}: {problem}"


def _read_plain(block: str) -> dict[str, Value]:
    """Keys with plain or simply quoted values, and lists of them: what YAML says of these lines, and nothing more."""
    if _ODD.search(block):
        raise _NotPlainError
    pairs: dict[str, Value] = {}
    items: list[Value] | None = None  # the list that the key above opened
    indent = ""
    for line in block.split("\n"):
        if not line.strip(" \t"):
            continue
        pair = _PAIR.fullmatch(line)
        if pair:
            key, value = pair.groups()
            items = None
            if value is None or not value.strip(" \t"):
                items = []
                pairs[key] = items
            else:
                pairs[key] = _scalar(value)
        else:
            item = _ITEM.fullmatch(line)
            if item is None or items is None or (items and item[1] != indent):
                raise _NotPlainError
            indent = item[1]
            items.append(_scalar(item[2]))
    return pairs


def _scalar(raw: str) -> str:
    value = raw.strip(" \t")
    if value[0] not in _SPECIAL:
        if " #" in value or ": " in value or value[-1] == ":" or "\t" in value:
            raise _NotPlainError
        return value
    quote, inner = value[0], value[1:-1]
    if len(value) > 1 and value[-1] == quote:
        if quote == "'" and "'" not in inner.replace("''", ""):
            return inner.replace("''", "'")
        if quote == '"' and '"' not in inner and "\\" not in inner:
            return inner
    raise _NotPlainError


def _read_yaml(block: str) -> dict[str, Value]:
    """YAML by its events, every scalar kept as written: dates stay text, and aliases, which can blow up, are refused."""
    events = iter(yaml.parse(block, Loader=yaml.CBaseLoader))
    start = next((event for event in events if isinstance(event, yaml.NodeEvent)), None)
    value = _build(start, events, depth=0, anchors=set()) if isinstance(start, yaml.MappingStartEvent) else None
    if not isinstance(value, dict):
        raise _NotPlainError("there is no key in it")
    for _ in events:  # to the end, so that an error further down is not passed over
        pass
    return value


def _build(event: yaml.Event, events: Iterator[yaml.Event], *, depth: int, anchors: set[str]) -> Value:
    anchor = getattr(event, "anchor", None)
    if isinstance(event, yaml.AliasEvent):
        if anchor in anchors:
            raise Unreadable("front matter refers back to a part of itself (YAML alias *), which is refused; write the value out")
        raise _NotPlainError("an alias (*) without its anchor")
    if anchor:
        anchors.add(anchor)
    if isinstance(event, yaml.ScalarEvent):
        return str(event.value)
    if depth > DEPTH:
        raise Unreadable(f"front matter is nested more than {DEPTH} deep")
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Value] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_build(event, events, depth=depth + 1, anchors=anchors))
        return items
    pairs: dict[str, Value] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _build(event, events, depth=depth + 1, anchors=anchors)
        pairs[str(key)] = _build(next(events), events, depth=depth + 1, anchors=anchors)
    return pairs


def _read_leniently(block: str) -> dict[str, Value] | None:
    """Key and value as they stand, for titles whose colons or quotes YAML takes for its own; None where it is no front matter."""
    pairs: dict[str, Value] = {}
    last: str | None = None
    strange = 0
    for line in block.split("\n"):
        pair, item = _PAIR.fullmatch(line.rstrip()), _ITEM.fullmatch(line)
        if pair:
            last = pair[1]
            pairs[last] = _unquote(pair[2] or "")
        elif item and last is not None:
            before = pairs[last]
            pairs[last] = [*(before if isinstance(before, list) else [before] if before else []), _unquote(item[2])]
        elif line.strip() and not line.startswith("#"):
            strange += 1
    return pairs if strange <= len(pairs) and any(role_of(key) in ("title", "published") for key in pairs) else None


def _unquote(raw: str) -> str:
    """A value without the quotes around it, or without the one that was never closed."""
    value = raw.strip()
    if value[:1] in ("'", '"') and value.count(value[0]) < 3 and value.find(value[0], 1) in (-1, len(value) - 1):
        return value[1:].removesuffix(value[0])
    return value
