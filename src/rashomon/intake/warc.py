"""Web archives (WARC 1.0 and 1.1, ISO 28500): the pages among their records, one record at a time."""

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import IO, NamedTuple

from rashomon.errors import Unreadable

MAGIC = b"WARC/1."
_CHUNK = 2**20
_LONGEST_HEAD = 262_144  # bytes of a record's or an answer's header fields
_TYPES = ("response", "resource")  # of the kinds of records those that hold what a reader saw
_PAGES = ("text/html", "application/xhtml+xml")
_STATUS = re.compile(rb"HTTP/\d[.\d]{0,4} {1,4}(\d{3})\b")
_SIZE = re.compile(rb"[ \t]{0,8}([0-9A-Fa-f]{1,12})[^\r\n]{0,400}\r?\n")
_CHARSET = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_GZIP, _ZLIB = b"\x1f\x8b", 47  # 32 + 15: zlib tells gzip from deflate by itself
_CUT = "a web archive that is cut off in the middle of a record; save it again whole"


class Saving(NamedTuple):
    """One page as a web archive holds it."""

    address: str
    date: str  # when it was fetched
    media: str  # its Content-Type, as the server gave it
    data: bytes

    @property
    def charset(self) -> str | None:
        found = _CHARSET.search(self.media)
        return found[1].lower() if found else None

    def write(self) -> bytes:
        """The page as a web archive of its own: one `resource` record, the same for the same page wherever it was read."""
        fields = ("WARC/1.1", "WARC-Type: resource", f"WARC-Target-URI: {self.address}", f"WARC-Date: {self.date}")
        head = "\r\n".join((*fields, f"Content-Type: {self.media}", f"Content-Length: {len(self.data)}", "", ""))
        return head.encode("utf-8", "surrogateescape") + self.data + b"\r\n\r\n"


def read_pages(head: bytes, file: IO[bytes], *, limit: int) -> Iterator[Saving | Unreadable]:
    """The pages of a web archive that servers answered with; pictures, programs, redirects and errors are passed over.

    head: what was read of it already. limit: bytes of the largest page. An Unreadable is one page that can't be read; one is raised where
    the archive itself is broken.
    """
    stream = _Stream(head, file)
    while (fields := _read_head(stream)) is not None:
        length = fields.get("content-length", "")
        if not length.isdecimal() or len(length) > 15:
            raise Unreadable(f"a web archive whose record has no length: {length!r}")
        size = int(length)
        if fields.get("warc-type") not in _TYPES:
            stream.skip(size)
            continue
        block = stream.take(min(size, limit + _LONGEST_HEAD))
        stream.skip(size - len(block))
        try:
            page = _read_page(fields, block, limit)
        except Unreadable as error:
            yield error
        else:
            if page:
                yield page if len(page.data) <= limit else Unreadable("a page that is too large for a single article")


def is_page(media: str) -> bool:
    """Whether a Content-Type is a page's."""
    return media.partition(";")[0].strip().lower() in _PAGES


def _read_head(stream: "_Stream") -> dict[str, str] | None:
    """The fields of the next record, their names in lower case; None at the end."""
    line = stream.line()
    while line in (b"\r\n", b"\n"):
        line = stream.line()
    if not line:
        return None
    if not line.startswith(MAGIC):
        raise Unreadable(f"a web archive that is broken: a record begins with {line[:40]!r}, not with WARC/; what came before it was read")
    lines = []
    while (line := stream.line()) not in (b"\r\n", b"\n"):
        if not line:
            raise Unreadable(_CUT)
        lines.append(line)
    return _fields(lines)


def _fields(lines: list[bytes]) -> dict[str, str]:
    """Named fields (RFC 2822), the first of a name; a line that begins with white space goes on."""
    found: dict[str, str] = {}
    for name, _, value in (line.partition(b":") for line in b"".join(lines).replace(b"\r", b"").replace(b"\n ", b" ").split(b"\n")):
        if name.strip():
            found.setdefault(name.strip().decode("latin-1").lower(), value.strip().decode("utf-8", "surrogateescape"))
    return found


def _read_page(fields: Mapping[str, str], block: bytes, limit: int) -> Saving | None:
    """The page in a record; None where it is none."""
    media, data = fields.get("content-type", ""), block
    if fields["warc-type"] == "response":
        head, gap, data = block.partition(b"\r\n\r\n")
        if not gap:
            head, _, data = block.partition(b"\n\n")
        status = _STATUS.match(head)
        told = _fields(head.splitlines(keepends=True)[1:])
        media = told.get("content-type", "")
        if not status or status[1] != b"200" or not is_page(media):
            return None
        data = _decode(_join(data) if "chunked" in told.get("transfer-encoding", "").lower() else data, told, limit)
    if not is_page(media):
        return None
    address = fields.get("warc-target-uri", "").strip("<>")  # WARC 1.0 wrote it in angle brackets
    return Saving(address, fields.get("warc-date", ""), media, data)


def _join(data: bytes) -> bytes:
    """A body without the sizes between its chunks; as it stands where there are none: some archives take them out and keep the field."""
    pieces: list[bytes] = []
    at = 0
    while size := _SIZE.match(data, at):
        length = int(size[1], 16)
        if not length:
            return b"".join(pieces)
        pieces.append(data[size.end() : size.end() + length])
        at = size.end() + length + (2 if data[size.end() + length :][:2] == b"\r\n" else 0)
    return data


def _decode(data: bytes, told: Mapping[str, str], limit: int) -> bytes:
    """A body uncompressed; as it stands where it is so already."""
    coding = told.get("content-encoding", "").lower().strip()
    if coding in ("", "identity", "utf-8") or data[:1] == b"<":
        return data
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise Unreadable(f"a page compressed with {coding!r}, which can't be unpacked; save the archive with its content decoded")
    if coding != "deflate" and not data.startswith(_GZIP):
        return data
    try:
        unpacked = (inflate := zlib.decompressobj(_ZLIB)).decompress(data, limit + 1)
    except zlib.error as error:
        raise Unreadable(f"a page that can't be unpacked: {error}") from error
    if len(unpacked) > limit or not inflate.eof:
        raise Unreadable("a page that is cut off or too large when unpacked")
    return unpacked


class _Stream:
    """Lines and blocks of a stream, of which some was read already."""

    def __init__(self, head: bytes, file: IO[bytes]) -> None:
        self._held = head
        self._at = 0  # what stands before it is done with
        self._file = file

    def _fill(self) -> bool:
        """Whether there was more."""
        more = self._file.read(_CHUNK)
        self._held = self._held[self._at :] + more
        self._at = 0
        return bool(more)

    def _give(self, size: int) -> bytes:
        given = self._held[self._at : self._at + size]
        self._at += size
        return given

    def line(self) -> bytes:
        """The next line with its end; what is left at the end of the stream, b"" after it."""
        while (end := self._held.find(b"\n", self._at)) < 0:
            if len(self._held) - self._at > _LONGEST_HEAD:
                raise Unreadable("a web archive that is broken: a header without an end")
            if not self._fill():
                end = len(self._held)
                break
        return self._give(end + 1 - self._at)

    def take(self, size: int) -> bytes:
        while len(self._held) - self._at < size:
            if not self._fill():
                raise Unreadable(_CUT)
        return self._give(size)

    def skip(self, size: int) -> None:
        while (held := len(self._held) - self._at) < size:
            size -= held
            self._at = len(self._held)
            if not self._fill():
                raise Unreadable(_CUT)
        self._at += size
