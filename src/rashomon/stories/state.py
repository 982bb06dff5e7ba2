"""A stream put away and taken up again.

What lives is bounded and put away as a whole; what is kept of every article is only ever added to, so it is put away in pieces.
"""

import copy
import io
import pickle
from collections.abc import Iterable

import msgspec

from rashomon.stories.building import FORGOTTEN
from rashomon.stories.garbage import uncollected
from rashomon.stories.members import Member
from rashomon.stories.stream import Stream

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(tuple[Member, ...])
_ROOM = "rashomon.stories."
_BESIDE = {
    ("array", "array"),
    ("array", "_array_reconstructor"),
    ("msgspec._utils", "rebuild"),
    ("copyreg", "__newobj__"),
    ("collections", "Counter"),
}


class Packed(msgspec.Struct, frozen=True, kw_only=True):
    """A stream as bytes."""

    live: bytes  # all but the members
    members: bytes  # those that were not put away before
    size: int  # members that the stream has


class _Loader(pickle.Unpickler):
    """Makes values of this room and plain ones, and nothing else: bytes of a stranger can start no code."""

    def find_class(self, module: str, name: str) -> object:
        found = super().find_class(module, name) if module.startswith(_ROOM) or (module, name) in _BESIDE else None
        if found is None or (module.startswith(_ROOM) and not isinstance(found, type)):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a stream")
        return found


def pack(stream: Stream, *, since: int = 0) -> Packed:
    """A stream as bytes; its members from a number on, where those before were put away already."""
    live = copy.copy(stream)
    live._members, live._numbers = [], {}
    with uncollected():
        alive = pickle.dumps(live, protocol=5)
    return Packed(live=alive, members=_ENCODER.encode(tuple(stream._members[since:])), size=len(stream._members))


def unpack(live: bytes, members: Iterable[bytes]) -> Stream:
    """The stream that was packed, and all pieces of its members in order.

    Raises ValueError where the bytes are no stream of this version: group anew.
    """
    try:
        with uncollected():
            stream = _Loader(io.BytesIO(live)).load()
            known = [member for piece in members for member in _DECODER.decode(piece)]
    except Exception as error:  # whatever is wrong in bytes that can be made again, they are made again
        raise ValueError(f"the stream can't be taken up again: {error}") from error
    if not isinstance(stream, Stream):
        raise ValueError(f"a {type(stream).__name__} is no stream")
    stream._members = known
    stream._numbers = {member.path: number for number, member in enumerate(known) if member.path != FORGOTTEN}
    return stream
