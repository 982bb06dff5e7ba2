"""Posts with front matter: Jekyll's, Hexo's, Hugo's, the body HTML or markdown."""

import msgspec

from rashomon.intake.fields import gather, make_document
from rashomon.intake.format import Format, Saved
from rashomon.intake.front_matter import opens, split
from rashomon.intake.markup import tell_markup
from rashomon.model import Basis, Document, Markup


def read_post(saved: Saved) -> Document:
    """Fields from the front matter, whatever their order; what follows it is the body.

    Raises Unreadable where the front matter can't be read.
    """
    post = split(saved.text)
    told = msgspec.structs.replace(saved, warnings=(*saved.warnings, *post.warnings))
    markup = tell_markup(post.body, Markup.MARKDOWN)
    return make_document(told, gather(post.pairs), format=FORMAT.name, basis=Basis.FRONT_MATTER, body=post.body, markup=markup)


FORMAT = Format(
    name="post",
    description="Posts with front matter (Jekyll, Hexo, Hugo), the body in HTML or markdown",
    sniffs="begins with a line ---, then `key: value` lines; or +++, then `key = value` lines",
    priority=90,
    sniff=opens,
    read=read_post,
)
