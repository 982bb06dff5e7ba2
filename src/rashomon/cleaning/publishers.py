"""Who published a document: an outlet of outlets/ where its address or names tell, else the name it gives itself."""

import re
from urllib.parse import urlsplit

from rashomon.cleaning.titles import site_of
from rashomon.model import Dateline, Document
from rashomon.outlets import Outlet, find_outlet

LATIN_OUTLETS = (
    "Times|Post|News|Courier|Herald|Journal|Daily|Agency|Tribune|Gazette|Chronicle|Observer|Guardian|Mail|Press|Standard|Review|Radio|TV"
    "|Wire|Telegraph|Independent|Globe|Dispatch|Examiner|Monitor|Bulletin|Sentinel|Argus|Network|Broadcasting"
)
# how outlets call themselves: a label that ends so is an outlet's name, another may be a section's
_OUTLET_LIKE = re.compile(
    r"(?:报|報|社|网|網|台|臺|电视|電視|新闻|新聞|周刊|週刊|杂志|雜誌|之声|之聲|在线|在線|客户端|传媒|傳媒|讯|訊)$"
    rf"|\b(?:{LATIN_OUTLETS})$"
)


def identify_outlet(document: Document, url: str | None) -> Outlet | None:
    """A cascade: the address, the field that names the publisher, the author's name, the labels, what stands after the title.

    A portal or aggregator is not the outlet where the publisher's field names another.
    """
    place = find_outlet(url=url)
    named = find_outlet(name=document.publisher)
    if place is None or (named and place.kind in ("aggregator", "portal")):
        place = named or place
    return place or find_outlet(name=document.author, labels=document.labels) or find_outlet(name=site_of(document.title or ""))


def reads_like_outlet(name: str) -> bool:
    """Whether a name ends as outlets' names do."""
    return _OUTLET_LIKE.search(name) is not None


def name_outlet(document: Document, url: str | None, dateline: Dateline | None) -> str | None:
    """The name of an outlet that no file describes, as the document gives it; None where it gives none.

    A cascade: the field that names the publisher, the author who is a label too (how collections name an outlet), a label that reads
    like an outlet's name, a dateline's own name, the address's host, what stands after the title.
    """
    if document.publisher:
        return document.publisher
    if document.author and document.author in document.labels:
        return document.author
    label = next(filter(reads_like_outlet, document.labels), None)
    if label:
        return label
    if _is_house(document.author):
        return document.author
    if dateline and dateline.agency and find_outlet(name=dateline.agency) is None:
        return dateline.agency
    return _host(url) or site_of(document.title or "")


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None


def name_through(through: str | None, outlet: Outlet | None, url: str | None = None) -> str | None:
    """The mirror, portal or aggregator by its own name; None where it is the outlet itself."""
    known = find_outlet(name=through, url=through if through and "." in through else None) if through else find_outlet(url=url)
    if known:
        return known.name if outlet and known != outlet else None
    return through


def name_author(document: Document, outlet: Outlet | None) -> str | None:
    """The author, where it is a person: collections put the outlet's name in the field."""
    author = document.author
    if not author or author in document.labels or (find_outlet(name=author) == outlet if outlet else _is_house(author)):
        return None
    return author


def _is_house(author: str | None) -> bool:
    """Whether an author is no person but an outlet that no file describes, by its name in Chinese."""
    return author is not None and author[:1] > "\u2e80" and reads_like_outlet(author)
