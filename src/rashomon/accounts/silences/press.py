"""Press: what each outlet published of its own on a story, and whose reports it had it from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from rashomon.accounts.claims.claims import Claim, outlet_key
from rashomon.accounts.claims.counted import days_between
from rashomon.accounts.claims.witnesses import Witness
from rashomon.languages import fold
from rashomon.model import Figure

WROTE = 2  # articles of its own that an outlet must have published on the story since
SOON = 10  # days after it was known within which it must have published them


class Press(msgspec.Struct, frozen=True, kw_only=True):
    """What each outlet published of its own on the story."""

    articles: dict[str, tuple[Witness, ...]]
    heard: dict[str, tuple[Witness, ...]]  # what it took over from others too: who carries a fact so is not silent on it
    figures: dict[str, tuple[tuple[str, Figure], ...]]  # every figure it gives, with the day
    cited: dict[str, tuple[tuple[int, str], ...]]  # path -> where the article cites which outlet; -1 for the whole of it

    def since(self, outlet: str, first: Witness) -> list[Witness]:
        """What an outlet published after an article that was the first to tell a thing: what it wrote that morning knew nothing of it."""
        return [w for w in self.articles[outlet] if w.instant >= first.instant]

    def wrote(self, outlet: str, first: Witness) -> bool:
        """Whether an outlet went on with the story soon enough after an article for its silence on that to mean something."""
        return len([w for w in self.since(outlet, first) if days_between(first.day, w.day) <= SOON]) >= WROTE


def gather_press(witnesses: Sequence[Witness]) -> Press:
    """What each outlet of a story published of its own, copies left out."""
    articles: dict[str, list[Witness]] = defaultdict(list)
    heard: dict[str, list[Witness]] = defaultdict(list)
    figures: dict[str, list[tuple[str, Figure]]] = defaultdict(list)
    for witness in witnesses:
        heard[witness.name].append(witness)
        figures[witness.name] += [(witness.day, figure) for figure in witness.reading.figures]
        if witness.root == witness.article.path:
            articles[witness.name].append(witness)
    names = {key: witness.name for witness in witnesses for key in (witness.called, witness.key)}
    return Press(
        cited={witness.article.path: _cited(witness, names) for witness in witnesses},
        articles={outlet: tuple(own) for outlet, own in sorted(articles.items())},
        heard={outlet: tuple(all_of) for outlet, all_of in sorted(heard.items())},
        figures={outlet: tuple(found) for outlet, found in sorted(figures.items())},
    )


def independent(claims: Sequence[Claim]) -> int:
    """Outlets that carry a fact, copies of one text counted once."""
    return min(len({claim.witness.root for claim in claims}), len({claim.outlet for claim in claims}))


def _cited(witness: Witness, names: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
    """Which of the story's outlets an article has something from, and where: who reported it first is not silent on it."""
    dateline = witness.article.dateline
    links = [(said.start, link) for said in witness.reading.attributions for link in said.chain]
    links += [(figure.start, link) for figure in witness.reading.figures for link in figure.chain]
    links += [(-1, link) for link in (*witness.article.credits, *([dateline.agency] if dateline and dateline.agency else []))]
    found = [(at, names.get(_medium(link))) for at, link in links]
    return tuple((at, name) for at, name in (*found, (-1, names.get(witness.root_key))) if name)


@lru_cache(maxsize=1 << 14)
def _medium(link: str) -> str:
    form = fold(link).lower().strip(" ()（）")
    return outlet_key(form) or form
