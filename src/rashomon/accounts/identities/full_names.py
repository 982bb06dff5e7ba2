"""Full names of one story in two scripts, met by first and last name together: Dora Kun is 多拉·库恩, though each name has too few sounds.

Who holds one post may sound less alike: President Phiri is 总统皮里.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.accounts.identities.hearing import ARTICLE, PARTS, WORDS
from rashomon.accounts.identities.posts import Post, agree, are_one
from rashomon.languages import in_letters
from rashomon.languages.sounds import hear_part, hear_transcribed_part

ENOUGH = 4  # sounds of both names together that tell a person, one fewer where both hold such a post as many do
NEARLY = 5  # the same where one sound is another, or left out
SURE = 3  # sounds of the name that does not part
AMONG_MANY = 8  # and that among so many people that chance meets some
# of 29 people so met in two months' stories eight were two, seven of them in one of 1,430 articles; with the bar above one of 19
MANY = 10_000  # pairs of people of both scripts from which chance meets some
ONE = 2  # sounds of a last name alone that tell who holds one post

_Keys = tuple[str, ...]


class _Name(NamedTuple):
    """How a person's name sounds."""

    person: str
    first: _Keys  # () where it is told without a first name
    last: _Keys


class _Match(NamedTuple):
    """Two names that may be one: the more they part the worse."""

    apart: int
    latin: str
    han: str


def find_full(people: Mapping[str, str], posts: Mapping[str, Collection[Post]]) -> Iterator[tuple[str, str]]:
    """Pairs of persons, one in Latin and one in Han script, each the other's likeliest and no other as likely.

    people: folded name -> the name that stands for its person; posts: that name -> the posts that its person holds.
    """
    latin = [name for form, person in sorted(people.items()) if in_letters(form) and (name := _hear_latin(form, person)).last]
    han = [name for form, person in sorted(people.items()) if not in_letters(form) and (name := _hear_han(form, person)).last]
    near: dict[str, list[_Name]] = defaultdict(list)
    for name in han:
        for clipped in _clip(name.last):
            near[clipped].append(name)
    found: set[_Match] = set()
    nearly = AMONG_MANY if len({name.person for name in latin}) * len({name.person for name in han}) > MANY else NEARLY
    for one in latin:
        others = {other for clipped in _clip(one.last) for other in near.get(clipped, ())}
        for other in others:
            apart = _compare(one, other, posts.get(one.person, ()), posts.get(other.person, ()), nearly=nearly)
            if apart is not None:
                found.add(_Match(apart, one.person, other.person))
    yield from _choose(sorted(found))


def _choose(matches: Sequence[_Match]) -> Iterator[tuple[str, str]]:
    """The matches of which neither side has another that is as good."""
    best: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for match in matches:
        for side, (own, other) in enumerate(((match.latin, match.han), (match.han, match.latin))):
            best[side, own][other] = min(match.apart, best[side, own].get(other, match.apart))
    for latin, han in sorted({(match.latin, match.han) for match in matches}):
        apart = best[0, latin][han]
        rivals = [far for side, own, other in ((0, latin, han), (1, han, latin)) for name, far in best[side, own].items() if name != other]
        if all(far > apart for far in rivals):
            yield latin, han


def _compare(one: _Name, other: _Name, posts: Collection[Post], others: Collection[Post], *, nearly: int) -> int | None:
    """How far the sounds of two names part, 0 where not at all; None where they are not likely to be one person's.

    nearly: sounds that tell a person though one of them parts.
    """
    held, last = are_one(posts, others), _part(one.last, other.last)
    known = not last.apart and ((held and last.size >= ONE) or (last.size >= SURE and agree(posts, others)))
    if not (one.first and other.first):
        return 0 if known else None
    first = _part(one.first, other.first)
    apart, size = first.apart + last.apart, first.size + last.size
    if max(first.apart, last.apart) > 1:
        opens = {key[0] for key in one.first} & {key[0] for key in other.first}
        return apart if known and (opens or last.size >= SURE) else None
    if held:
        return apart if size >= ENOUGH or not apart else None
    if apart and posts and others and not agree(posts, others):
        return None
    sure = not apart or (apart == 1 and max(part.size for part in (first, last) if not part.apart) >= SURE)
    return apart if sure and size >= (nearly if apart else ENOUGH - agree(posts, others)) else None


class _Parted(NamedTuple):
    apart: int  # sounds; 2 for all that is more than one
    size: int


def _part(keys: _Keys, others: _Keys) -> _Parted:
    """How two names part where they sound most alike, and how many sounds that is."""
    return min((_Parted(_distance(a, b), max(len(a), len(b))) for a in keys for b in others), key=lambda found: (found.apart, -found.size))


def _distance(a: str, b: str) -> int:
    """0, 1 where one sound is another or left out, else 2."""
    if a == b:
        return 0
    short, long = sorted((a, b), key=len)
    start = next((at for at, sound in enumerate(short) if sound != long[at]), len(short))
    left = short[start + (len(short) == len(long)) :]
    return 1 if len(long) - len(short) <= 1 and left == long[start + 1 :] else 2


def _clip(keys: _Keys) -> set[str]:
    """Keys and what is left of each without one of its sounds: names that part in one sound share one of these."""
    return {key[:at] + key[at + 1 :] for key in keys for at in range(len(key))} | set(keys)


def _hear_latin(form: str, person: str) -> _Name:
    words = [ARTICLE.sub("", word) for word in WORDS.findall(form.lower())]
    return _Name(person, hear_part(words[0]) if words[1:] else (), hear_part(words[-1]) if words else ())


def _hear_han(form: str, person: str) -> _Name:
    parts = PARTS.split(form)
    return _Name(person, hear_transcribed_part(parts[0]) if parts[1:] else (), hear_transcribed_part(parts[-1]))
