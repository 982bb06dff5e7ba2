"""A document made an article: main text without furniture, dateline, language, sentences; pure in the document and the outlets' data."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import PurePath
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from rashomon.cleaning.blocks import Block, Page, read_text
from rashomon.cleaning.bylines import find_bylines, is_byline, name_signed, read_reporter, read_signature
from rashomon.cleaning.characters import tidy
from rashomon.cleaning.dateline import find_dateline
from rashomon.cleaning.furniture import Cut, cut_furniture
from rashomon.cleaning.language import tell_language
from rashomon.cleaning.markdown import read_markdown
from rashomon.cleaning.markup import read_html
from rashomon.cleaning.mastheads import lift_masthead
from rashomon.cleaning.publishers import identify_outlet, name_author, name_outlet, name_through
from rashomon.cleaning.sentences import find_sentences
from rashomon.cleaning.stamps import find_published, find_written
from rashomon.cleaning.taken import note
from rashomon.cleaning.titles import clean_title, repeats
from rashomon.model import Article, Dateline, Document, Explained, Markup, Rejected, Removed
from rashomon.outlets import Outlet, find_outlet

__all__ = ["AT_ONCE", "clean", "clean_all", "explain"]

AT_ONCE = 128  # documents cleaned side by side
_LEADS = 3  # paragraphs in which a dateline may stand: a standfirst may come before it
_TABLES = 30  # a table of what was asked may come before an agency's own
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|at_\w+|maca|xtor|ref|ref_src|spm|from|cmpid|ocid|share\w*|traffic_source)$")

# an address without anything that would have to be left out, as most are: host and path
_PLAIN = re.compile(r"https?://(?:www\.)?+([a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?)((?:/[A-Za-z0-9._~%-]{1,500}){1,40})/?")


def clean(document: Document) -> Article | Rejected:
    """The article a document holds.

    Rejected where there is neither a title nor a text. What was missing and made good is told in `warnings`.
    """
    return _clean((document,))[0]


def clean_all(documents: Iterable[Document]) -> Iterator[Article | Rejected]:
    """Clean documents, each as `clean` does, in five sixths of the time."""
    rest = iter(documents)
    while some := list(islice(rest, AT_ONCE)):
        yield from _clean(some)


def _clean(documents: Sequence[Document]) -> list[Article | Rejected]:
    """One step after the other for all: steps that take turns push each other's tables out of the processor's caches."""
    dated = [lift_masthead(document, _read_page(document, None)) for document in documents]
    documents, pages = [document for document, _ in dated], [page for _, page in dated]
    outlets = [identify_outlet(document, _address(document)) for document in documents]
    cuts = [cut_furniture(page.blocks, outlet) for page, outlet in zip(pages, outlets, strict=True)]
    return [_compose(*parts, None) for parts in zip(documents, outlets, pages, cuts, strict=True)]


def explain(document: Document) -> Explained | Rejected:
    """The same article, and all that was taken out to make it, by kind and rule."""
    taken: list[Removed] = []
    for line in document.injected:
        note(taken, "injected", f"{document.format} lines", line)
    document, page = lift_masthead(document, _read_page(document, taken), taken)
    outlet = identify_outlet(document, _address(document))
    article = _compose(document, outlet, page, cut_furniture(page.blocks, outlet, taken), taken)
    return article if isinstance(article, Rejected) else Explained(article=article, removed=tuple(taken))


def _address(document: Document) -> str | None:
    return document.origin or document.url


def _compose(document: Document, outlet: Outlet | None, page: Page, cut: Cut, taken: list[Removed] | None) -> Article | Rejected:
    """The article of what is left of a page: its fields, its text without dateline and bylines, its sentences."""
    warnings: list[str] = list(document.warnings)
    url = _address(document)
    zone = outlet.zone if outlet else None
    bylines = find_bylines(cut.blocks)
    blocks = [block for number, block in enumerate(cut.blocks) if number not in bylines] if bylines else cut.blocks
    texts, captions = _part_captions(blocks)
    credits = (*(cut.blocks[number].text for number in bylines), *cut.credits)
    title = _find_title(document, outlet, texts, warnings)
    if title is None:
        return Rejected(path=document.path, reason="there is neither a title nor a text in it")
    texts = _without_title(texts, title, taken)
    if taken is not None:
        _note_fields(document, title, [cut.blocks[number].text for number in bylines], captions, taken)
    stamped = find_published(document.stamps, dateline=None, url=None, path="", zone=zone)
    lines = [block.text for block in texts]
    paragraphs, dateline = _lift_dateline(lines, stamped.value, outlet, taken)
    earlier = find_written(stamped.value, url, dateline.date) if dateline and dateline.date else None
    if earlier:  # a re-post: the dateline's day is the one before its address's, not before the saved one
        dateline = _lift_dateline(lines, earlier, outlet, None)[1]
    if dateline is None and cut.opening and outlet:
        dateline = _read_alone(cut.opening, outlet, stamped.value)
    signatures = [cut.blocks[number].text for number in bylines]
    for line in (cut.opening, *signatures):
        dateline = _sign(dateline, line)
    dateline = dateline or next((signed for line in signatures if (signed := _read_signed(line, stamped.value))), None)
    day = dateline.date if dateline else None
    published = stamped if stamped.value else find_published(document.stamps, dateline=day, url=url, path=document.path, zone=zone)
    if published.value is None:
        warnings.append("no date")
    if not paragraphs:
        warnings.append("no text: the title stands alone")
    text = "\n".join([title, *paragraphs])
    return Article(
        path=document.path,
        document=document.id,
        article=_identify(url, text),
        outlet=outlet.name if outlet else name_outlet(document, url, dateline),
        outlet_code=outlet.code if outlet else None,
        through=name_through(document.through, outlet, url),
        url=url,
        title=title,
        author=name_author(document, outlet) or (name_signed(cut.blocks[bylines[0]].text) if bylines else None),
        published=published.value,
        published_raw=published.raw,
        published_basis=published.basis,
        written=find_written(published.value, url, day),
        zone=zone,
        language=tell_language(text[len(title) + 1 :] or title, document.language),
        format=document.format,
        dateline=dateline,
        text=text,
        sentences=find_sentences(text),
        captions=captions,
        links=tuple(dict.fromkeys([link for block in texts if block.links for link in block.links])),
        embeds=page.embeds,
        credits=credits,
        warnings=tuple(warnings),
    )


def _note_fields(document: Document, title: str, bylines: list[str], captions: tuple[str, ...], taken: list[Removed]) -> None:
    """List what is kept beside the text: the rest of the title, bylines, captions."""
    raw = tidy(document.title or "")
    if title in raw:
        before, after = raw.split(title, 1)
        note(taken, "title", "site names and media marks", before)
        note(taken, "title", "site names and media marks", after)
    for line in bylines:
        note(taken, "byline", "names under the title", line)
    for line in captions:
        note(taken, "caption", "words about a picture", line)


def _read_page(document: Document, taken: list[Removed] | None) -> Page:
    if document.markup == Markup.HTML:
        return read_html(document.body, taken)
    return read_markdown(document.body, taken) if document.markup == Markup.MARKDOWN else read_text(document.body)


def _part_captions(blocks: Sequence[Block]) -> tuple[Sequence[Block], tuple[str, ...]]:
    """Text and captions apart. Captions told by their place alone go back where they would be most of the article."""
    if {block.kind for block in blocks}.isdisjoint(("caption", "soft")):
        return blocks, ()
    soft = sum(len(block.text) for block in blocks if block.kind == "soft")
    rest = sum(len(block.text) for block in blocks if block.kind not in ("soft", "caption"))
    outside = ("caption", "soft") if soft <= rest else ("caption",) if rest + soft else ()
    texts = [block for block in blocks if block.kind not in outside]
    return texts, tuple(dict.fromkeys(block.text for block in blocks if block.kind in outside))


def _find_title(document: Document, outlet: Outlet | None, texts: Sequence[Block], warnings: list[str]) -> str | None:
    """A cascade: the document's title, the first heading of its body, its file's name where there is a text to name."""
    title = clean_title(document.title, outlet, sites=document.labels) if document.title else ""
    if title:
        return title
    heading = next((block.text for block in texts if block.kind == "heading"), None)
    if heading:
        warnings.append("no title: the first heading stands for it")
        return heading
    if not texts:
        return None
    warnings.append("no title: the file's name stands for it")
    return tidy(PurePath(document.path.partition("#")[0]).stem) or document.id


def _without_title(texts: Sequence[Block], title: str, taken: list[Removed] | None) -> list[Block]:
    """Paragraphs without the title above them, and without a last line that says it again."""
    kept = [block for number, block in enumerate(texts) if block.text != title or (number and block.kind != "heading")]
    if len(kept) > 1 and repeats(kept[-1].text, title):
        note(taken, "title", "says the title again", kept.pop().text)
    return kept


def _lift_dateline(
    paragraphs: list[str], anchor: str | None, outlet: Outlet | None, taken: list[Removed] | None
) -> tuple[list[str], Dateline | None]:
    """Paragraphs without the dateline that opens one of the first of them; further down only the outlet's own counts."""
    own = outlet.agencies if outlet else ()
    lifted: Dateline | None = None
    kept: list[str] = []
    looked_at = _TABLES if own else _LEADS
    for number, text in enumerate(paragraphs[:looked_at]):
        opening = None
        if number < _LEADS or (lifted is None and text.startswith(own)):
            opening = find_dateline(text, anchor)
        if opening is None:
            kept.append(text)
            continue
        rest = text[opening.end :]
        note(taken, "dateline", "opens a dispatch", text[: opening.end] if rest and not is_byline(rest) else text)
        if rest and not is_byline(rest):
            return [*kept, rest, *paragraphs[number + 1 :]], _fuller(lifted, opening.dateline)
        lifted = _fuller(lifted, opening.dateline)
    return [*kept, *paragraphs[looked_at:]], lifted


def _read_alone(line: str, outlet: Outlet, anchor: str | None) -> Dateline | None:
    """A dateline that stood alone on a line before the text: the outlet's own name in brackets."""
    opening = find_dateline(line, anchor)
    return opening.dateline if opening and find_outlet(name=opening.dateline.agency) == outlet else None


def _read_signed(line: str, anchor: str | None) -> Dateline | None:
    """The dateline that a byline is: 某报记者某某 某地报道, 某某·某某-某地."""
    opening = find_dateline(line, anchor)
    return opening.dateline if opening and opening.end == len(line) else read_signature(line)


def _sign(dateline: Dateline | None, opening: str | None) -> Dateline | None:
    """A dateline that names no reporter, with the one whom a line before the text names: （记者 某某）."""
    if dateline is None or dateline.reporter or opening is None:
        return dateline
    reporter = read_reporter(opening)
    return msgspec.structs.replace(dateline, reporter=reporter) if reporter else dateline


def _fuller(first: Dateline | None, second: Dateline) -> Dateline:
    """Of two datelines of one article the one that names the place; the first where both or neither do."""
    return first if first and (first.place or not second.place) else second


def _identify(url: str | None, text: str) -> str:
    """The article's id: 16 hex digits of the SHA-256 of its canonical url, else of its main block."""
    return hashlib.sha256((_canonical(url) or text if url else text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _canonical(url: str) -> str | None:
    """An address without scheme, www., fragment and tracking parameters, so that one article keeps one id; None for a site's front page.

    Fragments that name a page (#!/news/1) stay.
    """
    if plain := _PLAIN.fullmatch(url):
        return f"//{plain[1]}{plain[2]}"
    try:
        parts = urlsplit(url.strip())
        query = parse_qsl(parts.query, keep_blank_values=True) if parts.query else ()
        kept = [(key, value) for key, value in query if not _TRACKING.match(key)]
        host = (parts.hostname or "").removeprefix("www.")
        place = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
        if not (parts.path.strip("/") or kept or place):
            return None
        return urlunsplit(("", host, parts.path.rstrip("/"), urlencode(kept) if kept else "", place))
    except ValueError:
        return url.strip()
