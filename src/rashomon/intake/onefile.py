"""Pages that a browser saved as one file, pictures and all: MHTML (RFC 2557) and Safari's web archives (a binary property list)."""

import plistlib
import re
from email import message_from_bytes
from email.message import Message
from plistlib import InvalidFileException

from rashomon.errors import Unreadable
from rashomon.intake.warc import Saving, is_page

_PLIST = b"bplist00"
_MAIN = b"WebMainResource"  # of a property list, the key that tells a web archive
_HEAD = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,20}){2,40}\r?\n")
_RELATED = re.compile(rb"(?mi)^content-type:\s{0,20}multipart/related\b")


def is_one_file(head: bytes) -> bool:
    """Whether a file's first bytes are those of a page with all that belongs to it: mail headers that say so, or a property list."""
    if head.startswith(_PLIST):
        return True
    fields = _HEAD.match(head.lstrip()[:20_000])
    return fields is not None and _RELATED.search(fields[0]) is not None


def read_one_file(data: bytes) -> Saving:
    """The page itself, without its pictures, frames and styles. Raises Unreadable where there is none."""
    return _read_plist(data) if data.startswith(_PLIST) else _read_mhtml(data)


def _read_mhtml(data: bytes) -> Saving:
    try:
        message = message_from_bytes(data.lstrip())
        page = next((part for part in message.walk() if is_page(part.get_content_type())), None)
        content = page.get_payload(decode=True) if page else None
    except (RecursionError, LookupError, ValueError) as error:
        raise Unreadable(f"a page saved as MHTML that is broken: {error or type(error).__name__}; save it again") from error
    if page is None or not isinstance(content, bytes):
        raise Unreadable("a page saved as MHTML without its HTML; save it again whole")
    address = next((found for part in (page, message) if (found := _location(part)).startswith("http")), "")
    return Saving(address, "", str(page.get("Content-Type", "text/html")).replace("\r", "").replace("\n", ""), content)


def _location(part: Message) -> str:
    """Where a part came from; browsers of Chromium's kind name the whole page's place apart."""
    return "".join(str(part.get("Snapshot-Content-Location") or part.get("Content-Location") or "").split())


def _read_plist(data: bytes) -> Saving:
    if _MAIN not in data:
        raise Unreadable("binary: a property list that is no web archive of Safari's")
    try:
        main = plistlib.loads(data, fmt=plistlib.FMT_BINARY)["WebMainResource"]
        media, content = str(main.get("WebResourceMIMEType", "")), main["WebResourceData"]
    except (InvalidFileException, RecursionError, LookupError, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise Unreadable(f"a web archive of Safari's that is broken: {type(error).__name__}; save it again") from error
    if not is_page(media) or not isinstance(content, bytes):
        raise Unreadable(f"a web archive of Safari's whose page is {media or 'of no kind'}, not HTML")
    encoding = str(main.get("WebResourceTextEncodingName", ""))
    return Saving(str(main.get("WebResourceURL", "")), "", f"{media}; charset={encoding}" if encoding else media, content)
