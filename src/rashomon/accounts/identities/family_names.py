"""Family names: who is called by a family name of two characters is who bears it, where the story names one such person alone.

高桥 is 高桥龙介: an article that names him once by his post and his family name never gives the rest.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from rashomon.accounts.identities.posts import Post, are_one
from rashomon.languages import codes, fold, language

FAMILY = 2  # characters of such a family name; one alone is borne by too many
NAME = 5  # characters of the longest name that opens with it


def find_borne(people: Mapping[str, str], posts: Mapping[str, Collection[Post]]) -> Iterator[tuple[str, str]]:
    """Pairs of a family name and a full one: the only one of the story that opens with it, or that holds its post.

    people: folded name -> the name that stands for its person; posts: that name -> the posts that its person holds.
    """
    names = _family_names()
    bearers: dict[str, set[str]] = defaultdict(set)
    for form, person in people.items():
        if FAMILY < len(form) <= NAME and form[:FAMILY] in names:
            bearers[form[:FAMILY]].add(person)
    for family in sorted(form for form in people if form in names):
        found = bearers[family] - {people[family]}
        held = {person for person in found if are_one(posts.get(people[family], ()), posts.get(person, ()))}
        one = held if len(found) > 1 else found
        if len(one) == 1:
            yield family, min(one)


@cache
def _family_names() -> frozenset[str]:
    rows = [word for code in codes() if (known := language(code)) for word in known.words("surnames_japanese")]
    return frozenset(form for form in map(fold, rows) if len(form) == FAMILY)
