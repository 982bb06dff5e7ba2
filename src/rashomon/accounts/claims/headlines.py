"""Headlines: who a headline calls by a word is whom its article calls by more of them."""

from collections import defaultdict
from collections.abc import Mapping

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording
from rashomon.languages import fold

SHORTEST = 2  # characters of a word that may be short for something
GAPS = frozenset(" \u3000")
NOTHING_SHORT: Mapping[str, str] = {}


def body_start(witness: Witness) -> int:
    """Where the text under the headline begins."""
    sentences = witness.article.sentences
    return sentences[0][1] if sentences else 0


def find_in_full(witness: Witness) -> Mapping[str, str]:
    """A headline's sources -> the source of the text that holds all the words of one: 人权组织 -> 总部设在北塬的人权组织“北塬观察”.

    Only where a single source of the text does, and of no name: 民主党 is not its spokesman, nor 官方 an 官方媒体.
    """
    start = body_start(witness)
    said = [attribution for attribution in witness.reading.attributions if attribution.chain]
    names = tuple({name.text for name in witness.reading.names if name.start < start})
    short = {source for one in said if one.start < start and not (source := one.chain[-1]).endswith(names)}
    if not short:
        return NOTHING_SHORT
    longer: dict[str, set[str]] = defaultdict(set)
    media = wording(witness.article.language).media
    for attribution in said:
        if attribution.start >= start:
            source = fold(attribution.chain[-1])
            if media and media.search(source):
                continue
            for name in short:
                if len(name) >= SHORTEST and len(source) > len(name) and fold(name) in source:
                    longer[name].add(attribution.speaker or attribution.chain[-1])
    return {name: min(sources) for name, sources in longer.items() if len(sources) == 1}


def is_parted(witness: Witness, start: int, end: int) -> bool:
    """Whether a headline's gap stands between two offsets: 市长誓言应对 死亡人数升至41人."""
    return end <= body_start(witness) and not GAPS.isdisjoint(witness.article.text[start:end])
