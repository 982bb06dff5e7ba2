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
_MOST = 1000  # names kept of an event, those that stand again too


class Headline(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Whom the beginning of an article names, in hashes."""

    heads: tuple[int, ...] = ()  # persons with whom its title begins
    named: tuple[tuple[int, ...], ...] = ()  # all whom its title and lead name, each in the forms that they may be called by


NONE = Headline()


def find_headline(reading: Reading | None, title: str) -> Headline:
    """Whom the beginning of an article names."""
    if reading is None:
        return NONE
    head, lead = min(_HEAD, len(title)), len(title) + _LEAD
    told = [name for name in reading.names if name.start < lead and name.kind != "place"]
    heads = [_find_forms(name.text)[0] for name in told if name.start < head and name.kind == "person"]
    return Headline(heads=tuple(heads), named=tuple([_find_forms(text) for text in dict.fromkeys([name.text for name in told])]))


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
        self._named: dict[str, list[tuple[int, ...]]] = {}  # by script, since no name is met in another

    def add(self, headline: Headline, script: str) -> None:
        """Take in an article's."""
        named = self._named.setdefault(script, [])
        if len(named) < _MOST:
            named.extend(headline.named)

    def lack(self, headline: Headline, script: str) -> bool:
        """Whether a title begins with someone whom no article of the event names."""
        if not headline.heads:
            return False
        named = self._named.get(script)
        return bool(named) and any(not any(head in forms for forms in named or ()) for head in headline.heads)
