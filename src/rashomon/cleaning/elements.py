"""What the elements and attributes of HTML say of the text inside them."""

import re
from functools import lru_cache

_BLOCK_NAMES = (
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html li main nav ol option p pre section summary table tbody tfoot thead tr ul"
)
_SKIPPED_NAMES = (
    "applet area audio base button canvas datalist dialog embed frame frameset head iframe input ins link map menu meta nav object output "
    "param progress rp rt script select source style svg template textarea title track video"
)
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
BLOCK = frozenset(_BLOCK_NAMES.split())
SKIPPED = frozenset(_SKIPPED_NAMES.split())
VOID = frozenset(_VOID_NAMES.split())
UNSEEN = frozenset(("datalist", "head", "meta", "script", "style", "svg", "template", "title"))  # what they hold was never on the page
HEADING = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MARKS = frozenset(("b", "strong", "em", "i"))  # elements that say nothing of what their text is, nor do their attributes
BARE = frozenset(("img", "br"))  # elements that hold no text, whose attributes say nothing
PLAIN = frozenset(("p", "div"))
NAMED = ("class", "id", "role", "aria-labelledby")  # attributes whose values say what an element is for
LIST = frozenset(("ol", "ul", "menu"))
TRACKED = frozenset(("a", "blockquote", "figcaption", "figure", "li", "tr", *HEADING))  # what surrounds a text and says what it is
EMBED = re.compile(r"\b(?:twitter-(?:tweet|video)|instagram-media|fb-(?:post|video)|tiktok-embed|bluesky-embed|reddit-embed)")
HIDDEN = re.compile(r"(?:display ?: ?none|visibility ?: ?hidden)", re.IGNORECASE)
SMALL = re.compile(
    r"font-size ?: ?(?:small|x-small|smaller|1[0-3]px|0?\.[5-9]\d?r?em)|color ?: ?(?:#(?:[5-9a-b]{3}){1,2}\b|gr[ae]y)", re.IGNORECASE
)
CENTRED = re.compile(r"text-align ?: ?center", re.IGNORECASE)
_CAMEL = re.compile(r"([a-z])([A-Z])")
_HINT = re.compile(
    r"(?:^|[\s_-])(?:shar(?:e|ing)|social|related|recommend\w*|more-?(?:articles?|stories|news)|newsletter|subscri(?:be|ption)|selfpromo|promo|"
    r"advert\w*|ads?|adsbygoogle|sponsor(?:ed)?|breadcrumbs?|comments?|qr-?code|copyright|podcast|outbrain|taboola|paywall|toolbar|"
    r"pagination|navigation|complementary|dictionary-box|glossary|tooltip|popover|modal|lightbox|health-warning|visually-hidden|sr-only|hashtags?)(?:$|[\s_-])"
)


@lru_cache(maxsize=4096)  # a site's pages share the names of their elements
def find_hint(name: str) -> str | None:
    """The word by which an element's names say that it holds furniture."""
    found = _HINT.search(_CAMEL.sub(r"\1-\2", name).lower())
    return found[0].strip(" _-") if found else None
