"""With whom headlines begin, by which the happenings of one matter are told apart.

What befalls in one matter is told in its words, whoever does or says it; who does stands at the head of the headline. Names are kept as
hashes, which show nothing of what was let go of.
"""

from functools import lru_cache
from zlib import crc32

import msgspec

from rashomon.model import Reading
from rashomon.stories.titles import shadow_name

_HEAD = 12  # characters of a title within which whoever acts or speaks is named
_LEAD = 250  # characters behind a title whose names tell whom an article names
_LEAST = 2  # characters by which a name may be called for short: 安原 for 安原文夫
_MOST = 1000  # forms of names kept of an event


class Headline(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Whom the beginning of an article names, in hashes."""

    heads: tuple[int, ...] = ()  # persons with whom its title begins
    named: tuple[int, ...] = ()  # all whom its title and lead name, in each form that they may be called by


NONE = Headline()


def find_headline(reading: Reading | None, title: str) -> Headline:
    """Whom the beginning of an article names."""
    if reading is None:
        return NONE
    heads: dict[int, None] = {}
    named: dict[int, None] = {}
    head, lead = min(_HEAD, len(title)), len(title) + _LEAD
    for name in reading.names:
        if name.kind != "place" and name.start < lead:
            forms = _find_forms(name.text)
            named.update(dict.fromkeys(forms))
            if name.kind == "person" and name.start < head:
                heads[forms[0]] = None
    return Headline(heads=tuple(heads), named=tuple(named))


@lru_cache(maxsize=1 << 15)
def _find_forms(name: str) -> tuple[int, ...]:
    """Hashes of a name, and of what it may be called for short: what each of its parts begins with."""
    whole = shadow_name(name)
    short = (part[:size] for part in whole.split("·") for size in range(_LEAST, len(part) + 1))
    return tuple(crc32(form.encode()) for form in dict.fromkeys((whole, *short)))


class Headlines:
    """Whom the articles of an event name."""

    __slots__ = ("_named",)

    def __init__(self) -> None:
        self._named: dict[str, dict[int, None]] = {}  # by script, since no name is met in another

    def add(self, headline: Headline, script: str) -> None:
        """Take in an article's."""
        named = self._named.setdefault(script, {})
        if len(named) < _MOST:
            named.update(dict.fromkeys(headline.named))

    def lack(self, headline: Headline, script: str) -> bool:
        """Whether a title begins with someone whom no article of the event names."""
        named = self._named.get(script, {})
        return bool(named) and any(head not in named for head in headline.heads)
