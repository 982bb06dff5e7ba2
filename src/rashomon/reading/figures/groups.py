"""Which side those counted stand on, by the words that name them."""

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from rashomon.languages import language

NOBODY = "-"  # of words that only begin like one for people: 幼儿园


@cache
def _lexicon(code: str) -> tuple[AhoCorasick, tuple[str, ...]] | None:
    tongue = language(code)
    rows = {row[0]: row[1] for row in tongue.entries("groups")} if tongue else {}
    return (AhoCorasick(list(rows), matchkind=MatchKind.LeftmostLongest), tuple(rows.values())) if rows else None


def find_groups(shadow: str, code: str) -> tuple[tuple[int, int, str], ...]:
    """Words that name a group, with their group: (start, end, group), in order."""
    lexicon = _lexicon(code) if shadow else None
    if lexicon is None:
        return ()
    automaton, groups = lexicon
    found: list[tuple[int, int, str]] = []
    for index, start, end in automaton.find_matches_as_indexes(shadow):
        group = groups[index]
        if group == NOBODY:
            continue
        if found and found[-1][1] == start and ((group == "all" and found[-1][2] != "civilians") or found[-1][2] == "attackers"):
            start, _, group = found.pop()  # 国民警卫队人员, 叛军士兵: the first word says whose
        found.append((start, end, group))
    return tuple(found)
