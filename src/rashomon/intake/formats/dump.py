"""Archive dumps: a time in a comment, a link for a title, a rule, then the page's HTML with what a template left in it."""

import re

from rashomon.errors import Unreadable
from rashomon.intake.fields import Fields, make_document
from rashomon.intake.format import Format, Saved
from rashomon.intake.markup import tell_markup
from rashomon.model import Basis, Document, Markup

_HEAD = re.compile(
    r"\s{0,1000}<!--\s{0,20}(\d{9,14})\s{0,20}-->\s{0,1000}"  # seconds or milliseconds since 1970
    r"\[([^\n]{0,2000})\]\(([^\s]{1,4000})\)[ \t]{0,40}\n\s{0,1000}-{3,1000}[ \t]{0,40}(?:\n|$)"
)
_DEBRIS = re.compile(r"(^\s{0,200}|>)\s{0,20}Array\s{0,20}(?=<|$)")  # a list that the template printed as its type's name


def read_dump(saved: Saved) -> Document:
    """Raises Unreadable where comment, link and rule do not follow each other."""
    head = _HEAD.match(saved.text)
    if not head:
        raise Unreadable("a dump whose head is broken: after <!--time--> a line [title](address) and a rule --- are needed")
    time, title, address = head.groups()
    body = _DEBRIS.sub(r"\1", saved.text[head.end() :])
    fields = Fields(title=title.strip() or None, url=address, dates=(time,))
    return make_document(saved, fields, format=FORMAT.name, basis=Basis.RECORD, body=body, markup=tell_markup(body, Markup.HTML))


FORMAT = Format(
    name="dump",
    description="Archive dumps: a comment with epoch milliseconds, a markdown link as title, a rule, an HTML body",
    sniffs="begins with an HTML comment that holds digits alone, then a markdown link",
    priority=80,
    sniff=lambda head: re.match(r"<!--\s{0,20}\d{9,14}\s{0,20}-->\s{0,100}\[", head) is not None,
    read=read_dump,
)
