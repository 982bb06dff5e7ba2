"""Archives unpacked as they are read: zip, tar and its compressed kin, one file compressed with gzip, bzip2, xz or zstd."""

import sys
import tarfile
import zlib
from bz2 import BZ2File
from collections.abc import Callable, Iterator
from gzip import GzipFile
from io import BytesIO
from lzma import LZMAError, LZMAFile
from typing import IO, cast
from zipfile import BadZipFile, ZipFile

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdError, ZstdFile
else:
    from backports.zstd import ZstdError, ZstdFile

from rashomon.errors import Unreadable

_ZIP = b"PK\x03\x04"
_COMPRESSED: dict[bytes, Callable[[IO[bytes]], IO[bytes]]] = {
    b"\x1f\x8b": lambda file: cast(IO[bytes], GzipFile(fileobj=file)),
    b"BZh": BZ2File,
    b"\xfd7zXZ\x00": LZMAFile,
    b"\x28\xb5\x2f\xfd": lambda file: cast(IO[bytes], ZstdFile(file)),
}
_MAGIC = (_ZIP, *_COMPRESSED)
_TAR = (257, b"ustar")  # where a tar says what it is
_OFFICE = "[Content_Types].xml"  # what office documents, which are zips too, hold
BROKEN = (BadZipFile, tarfile.TarError, LZMAError, ZstdError, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError)
"""What reading a broken or encrypted archive raises."""

Member = tuple[str | None, IO[bytes]]
"""Name of a file in an archive, and its content; without a name the one file that is compressed."""


def is_archive(head: bytes) -> bool:
    """Whether a file's first bytes are an archive's."""
    return head.startswith(_MAGIC) or head.startswith(_TAR[1], _TAR[0])


def open_members(file: IO[bytes], head: bytes) -> Iterator[Member]:
    """Files of an archive, in its order; folders, links and hidden files are passed over. head: what was read of it already.

    Each has to be read before the next is asked for, and reading it may raise one of BROKEN. Raises Unreadable where the archive is broken,
    encrypted, empty or an office document.
    """
    empty = True
    try:
        for member in _open(file if _rewind(file) else BytesIO(head + file.read()), head):
            empty = False
            yield member
    except BROKEN as error:
        raise Unreadable(f"an archive that can't be unpacked: {error or type(error).__name__}; unpack it and give the folder") from error
    if empty:
        raise Unreadable("an archive without a readable file; hidden files are passed over")


def _rewind(file: IO[bytes]) -> bool:
    if not file.seekable():
        return False
    file.seek(0)
    return True


def _open(file: IO[bytes], head: bytes) -> Iterator[Member]:
    if head.startswith(_ZIP):
        with ZipFile(file) as packed:
            if _OFFICE in packed.namelist():
                raise Unreadable("binary: an office document, not text; save it as text or HTML")
            for entry in packed.infolist():
                if not entry.is_dir() and _is_shown(entry.filename):
                    with packed.open(entry) as content:
                        yield entry.filename, content
        return
    unpacked = next((unpack(file) for magic, unpack in _COMPRESSED.items() if head.startswith(magic)), file)
    if unpacked is not file:
        is_tar = unpacked.read(_TAR[0] + len(_TAR[1])).startswith(_TAR[1], _TAR[0])
        unpacked.seek(0)
        if not is_tar:
            yield None, unpacked
            return
    with tarfile.open(fileobj=unpacked, mode="r|") as tar:
        for member in tar:
            if member.isreg() and _is_shown(member.name) and (file_in := tar.extractfile(member)):
                yield member.name, file_in


def _is_shown(name: str) -> bool:
    return not any(part.startswith(".") or part == "__MACOSX" for part in name.removeprefix("./").split("/"))
