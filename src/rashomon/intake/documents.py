"""Documents of one source: opened, told apart, decoded, read; what can't be read is a Rejected."""

import codecs
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from hashlib import sha256
from io import BytesIO
from typing import IO

import msgspec

from rashomon.errors import Unreadable
from rashomon.intake.archives import BROKEN, is_archive, open_members
from rashomon.intake.decoding import Decoded, decode, reject_binary
from rashomon.intake.fields import find_address
from rashomon.intake.format import Format, Saved
from rashomon.intake.lines import split_lines
from rashomon.intake.markup import flatten
from rashomon.intake.onefile import is_one_file, read_one_file
from rashomon.intake.registry import find_format, formats
from rashomon.intake.warc import MAGIC as WARC
from rashomon.intake.warc import Saving, read_pages
from rashomon.model import Document, Rejected

STDIN = "-"
LIMIT = 32 * 2**20  # bytes of one document; a container may have any size
HEAD = 65536  # bytes that are looked at to tell a format
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)  # the little-endian UTF-32 mark begins as UTF-16's

_TOO_LARGE = f"larger than {LIMIT >> 20} MB, which is no single article; a container of many has one JSON object a line"


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends

Keep = Callable[[str, bytes], None]
"""keep(id, bytes): given the bytes of a document before it is read."""


def keep_none(id: str, data: bytes) -> None:
    """Keep nothing."""


def read_documents(source: str, *, keep: Keep = keep_none) -> Iterator[Document | Rejected]:
    """Read every document of one source; "-" is stdin.

    A container is streamed: one Document or Rejected for each of its lines, whose path is "SOURCE#LINE". Never raises on what it reads.
    """
    try:
        with nullcontext(sys.stdin.buffer) if source == STDIN else _open(source) as file:
            yield from _read(file, source, keep)
    except OSError as error:
        yield Rejected(path=source, reason=f"can't be opened: {error.strerror or error}")
    except ValueError:  # a NUL in the name
        yield Rejected(path=source, reason="can't be opened: that is no possible file name")


def _open(source: str) -> IO[bytes]:
    """A file, open; a small one is read at once, in half of the time."""
    descriptor = os.open(source, os.O_RDONLY | _BINARY)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size >= HEAD:
            return open(descriptor, "rb", buffering=HEAD)
        data = os.read(descriptor, HEAD)
        if len(data) == status.st_size:
            os.close(descriptor)
            return BytesIO(data)
        os.lseek(descriptor, 0, os.SEEK_SET)  # it is being written, or no real file
        return open(descriptor, "rb", buffering=HEAD)
    except BaseException:
        os.close(descriptor)
        raise


def read_kept(data: bytes, *, id: str, path: str) -> Document | Rejected:
    """Read one document again from bytes that were kept, as it was read under its path."""
    for found in _read(BytesIO(data), path, keep_none):
        if isinstance(found, Document) and found.id == id:
            return msgspec.structs.replace(found, path=path)
    return Rejected(path=path, reason=f"no document {id!r} is found in the bytes that were kept of it")


def _read(file: IO[bytes], source: str, keep: Keep, *, packed: bool = False) -> Iterator[Document | Rejected]:
    """packed: whether the file comes out of an archive, in which no other is unpacked."""
    head = file.read(HEAD)
    try:
        if is_archive(head) and not packed:
            yield from _read_archive(file, head, source, keep)
            return
        if not head.strip():
            raise Unreadable("empty file" if not head else "empty file: white space alone")
        if head.startswith(WARC):
            yield from _read_web_archive(head, file, source, keep)
            return
        if is_one_file(head):
            yield _read_page(read_one_file(_read_whole(head, file)), source, keep)
            return
        small = _decode_small(head)
        container = None if small else _find_container(head)
        if container:
            if head.startswith(_WIDE):  # line ends are two bytes or four there
                head, file = decode(_read_whole(head, file)).text.encode(), BytesIO()
            yield from _read_lines(head, file, source=source, format=container, keep=keep)
            return
        data = head if small else _read_whole(head, file)
        decoded, found = small or _decode_whole(data)
        if found is not None and found.split is not None:
            yield from _read_parts(decoded, found, found.split, source, keep)
        else:
            yield _read_decoded(decoded, found, data, source, keep)
    except Unreadable as error:
        yield Rejected(path=source, reason=str(error))


def _read_archive(file: IO[bytes], head: bytes, source: str, keep: Keep) -> Iterator[Document | Rejected]:
    """The documents of an archive's files; a file that can't be unpacked is one rejection."""
    for name, member in open_members(file, head):
        path = f"{source}#{name.encode('utf-8', 'replace').decode()}" if name else source
        try:
            yield from _read(member, path, keep, packed=True)
        except BROKEN as error:
            yield Rejected(path=path, reason=f"broken in its archive: {error or type(error).__name__}")


def _read_web_archive(head: bytes, file: IO[bytes], source: str, keep: Keep) -> Iterator[Document | Rejected]:
    """The pages of a web archive, numbered; each is kept as an archive of its own, so that its address stays with it."""
    number = 0
    for number, page in enumerate(read_pages(head, file, limit=LIMIT), 1):
        path = f"{source}#{number}"
        try:
            yield _read_page(page, path, keep)
        except Unreadable as error:
            yield Rejected(path=path, reason=f"page {number}: {error}")
    if not number:
        raise Unreadable("a web archive without a page; of what servers answered, HTML alone is read")


def _read_page(page: Saving | Unreadable, path: str, keep: Keep) -> Document | Rejected:
    if isinstance(page, Unreadable):
        raise page
    if not page.data.strip():
        raise Unreadable("an empty page")
    decoded = decode(page.data, declared=page.charset)
    found = find_format(decoded.text[:HEAD])
    if found and (found.lines or found.split):
        raise Unreadable(f"not a page, but several documents ({found.name}); save them as a file of their own")
    document = _read_decoded(decoded, found, page.write(), path, keep)
    if isinstance(document, Document) and document.url is None:
        return msgspec.structs.replace(document, url=find_address([page.address]))
    return document


def _decode_small(head: bytes) -> tuple[Decoded, Format | None] | None:
    """The text and format of a source that is one document and was read whole at once, as most are; None where it is anything else."""
    if len(head) >= HEAD or head.startswith(_WIDE):
        return None
    try:
        decoded = decode(head)
    except Unreadable:
        return None
    found = find_format(decoded.text)
    return None if found and found.lines else (decoded, found)


def _find_container(head: bytes) -> Format | None:
    """The container format that a source is in, told by its first bytes; None where it is one document."""
    try:
        cut = len(head) & ~3 if head.startswith(_WIDE) else head.rfind(b"\n") + 1  # never through a character
        text = decode(head[:cut] or head).text
    except Unreadable:
        reject_binary(head)
        text = head.decode("utf-8", errors="replace")
    found = find_format(text)
    return found if found and found.lines else None


def _read_whole(head: bytes, file: IO[bytes]) -> bytes:
    if len(head) < HEAD:
        return head
    if _measure(file) > LIMIT:
        reject_binary(head)  # says more than the size does
        raise Unreadable(_TOO_LARGE)
    data = head + file.read(LIMIT + 1 - len(head))
    if len(data) > LIMIT:
        raise Unreadable(_TOO_LARGE)
    return data


def _measure(file: IO[bytes]) -> int:
    """Bytes of a file; 0 where that can't be known beforehand."""
    if isinstance(file, BytesIO):
        return file.getbuffer().nbytes
    try:
        status = os.fstat(file.fileno())
    except OSError:  # a member of an archive
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _decode_whole(data: bytes) -> tuple[Decoded, Format | None]:
    decoded = decode(data)
    return decoded, find_format(decoded.text[:HEAD])


def _read_parts(
    decoded: Decoded, format: Format, split: Callable[[str], Iterator[str]], source: str, keep: Keep
) -> Iterator[Document | Rejected]:
    """The documents that one text holds, each of an id of its own; what was split off before a break stays read."""
    try:
        for number, part in enumerate(split(decoded.text), 1):
            data = part.encode("utf-8", "surrogatepass")
            id = name_bytes(data)
            keep(id, data)
            result = _apply(format, Saved(path=f"{source}#{number}", id=id, text=part, warnings=decoded.warnings))
            yield result if isinstance(result, Document) else Rejected(path=result.path, reason=f"record {number}: {result.reason}")
    except Unreadable as error:
        yield Rejected(path=source, reason=str(error))
    except Exception as error:
        yield Rejected(path=source, reason=f"the format {format.name} failed on it: {type(error).__name__}: {error}")


def _read_decoded(decoded: Decoded, found: Format | None, data: bytes, source: str, keep: Keep) -> Document | Rejected:
    if found is None:
        start = decoded.text.lstrip()[:40]
        known = ", ".join(sorted(f.name for f in formats()))
        hint = "; JSON is read with one object a line" if start.startswith(("{", "[")) else ""
        raise Unreadable(f"format not known: it begins with {start!r}; formats that can be read: {known}{hint}")
    id = name_bytes(data)
    keep(id, data)
    return _apply(found, Saved(path=source, id=id, text=decoded.text, warnings=decoded.warnings))


def name_bytes(data: bytes) -> str:
    """A document's id: the first 16 hex digits of the SHA-256 of its bytes."""
    return sha256(data).hexdigest()[:16]


def _apply(format: Format, saved: Saved) -> Document | Rejected:
    """Let a format read; formats may come from other packages, so whatever goes wrong in one is that document's failure alone."""
    try:
        flat = flatten(saved.text)
        if flat is not saved.text:
            saved = msgspec.structs.replace(saved, text=flat, warnings=(*saved.warnings, "elements nested too deep were laid flat"))
        return format.read(saved)
    except Unreadable as error:
        return Rejected(path=saved.path, reason=str(error))
    except Exception as error:
        return Rejected(path=saved.path, reason=f"the format {format.name} failed on it: {type(error).__name__}: {error}")


def _read_lines(head: bytes, file: IO[bytes], *, source: str, format: Format, keep: Keep) -> Iterator[Document | Rejected]:
    encoding: str | None = None
    for number, line in enumerate(split_lines(head, file, limit=LIMIT), 1):
        path = f"{source}#{number}"
        if line is None:
            yield Rejected(path=path, reason=f"line {number} is {_TOO_LARGE}")
            continue
        if not line.strip():
            continue
        try:
            decoded = decode(line, known=encoding)
        except Unreadable as error:
            yield Rejected(path=path, reason=f"line {number}: {error}")
            continue
        encoding = encoding or (decoded.encoding if not line.isascii() else None)
        id = name_bytes(line)
        keep(id, line)
        result = _apply(format, Saved(path=path, id=id, text=decoded.text, warnings=decoded.warnings))
        yield result if isinstance(result, Document) else Rejected(path=path, reason=f"line {number}: {result.reason}")
