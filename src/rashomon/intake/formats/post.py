"""Posts with front matter: Jekyll's, Hexo's, Hugo's, the body HTML or markdown."""

from rashomon.intake.fields import gather, make_document
from rashomon.intake.format import Format, Saved
from rashomon.intake.front_matter import opens, split
from rashomon.intake.markup import tell_markup
from rashomon.model import Basis, Document, Markup


def read_post(saved: Saved) -> Document:
    """Fields from the front matter, whatever their order; what follows it is the body.

    Raises Unreadable where the front matter can't be read.
    """
    pairs, body = split(saved.text)
    return make_document(
        saved, gather(pairs), format=FORMAT.name, basis=Basis.FRONT_MATTER, body=body, markup=tell_markup(body, Markup.MARKDOWN)
    )


FORMAT = Format(
    name="post",
    description="Posts with front matter (Jekyll, Hexo, Hugo), the body in HTML or markdown",
    sniffs="begins with a line ---, then `key: value` lines; or +++, then `key = value` lines",
    priority=90,
    sniff=opens,
    read=read_post,
)
