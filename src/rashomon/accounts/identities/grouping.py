"""Grouping: which forms of the names of people and of places are one in a story, and which of them stands for the others."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from rashomon.accounts.claims.wording import in_all_languages
from rashomon.accounts.identities.cities import find_cities
from rashomon.accounts.identities.family_names import find_borne
from rashomon.accounts.identities.full_names import find_full
from rashomon.accounts.identities.hearing import PARTS, find_heard
from rashomon.accounts.identities.lands import is_country
from rashomon.accounts.identities.posts import Post, find_post
from rashomon.languages import in_letters
from rashomon.languages.sounds import spell_pinyin

_HAN = re.compile(r"[一-鿿]")
_SOUNDS_FROM = 3  # characters from which a likeness of sound is taken for one name: two-character names collide too often
_Key = tuple[str, str]
NO_ALIASES: Mapping[str, Collection[str]] = {}


class Groups:
    """Forms that are put together bit by bit."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._of = {form: form for form in forms}

    def find(self, form: str) -> str:
        """What stands for a form's group while it grows."""
        while self._of[form] != form:
            form = self._of[form]
        return form

    def join(self, pairs: Iterable[tuple[str, str]]) -> None:
        for one, other in pairs:
            self._of[self.find(one)] = self.find(other)

    def join_keyed(self, keyed: Iterable[tuple[_Key, str]]) -> None:
        """Put together whatever shares a key."""
        first: dict[_Key, str] = {}
        self.join([(form, first.setdefault(key, form)) for key, form in keyed])

    def listed(self) -> dict[str, str]:
        return {form: self.find(form) for form in self._of}

    def standards(self, counts: Counter[str]) -> dict[str, str]:
        """Form -> the form that stands for its group: the commonest, then the shortest."""
        members: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self._of):
            members[self.find(form)].append(form)
        chosen = {root: min(forms, key=lambda form: (-counts[form], len(form), form)) for root, forms in members.items()}
        return {form: chosen[root] for form, root in self.listed().items()}


def group_people(
    counts: Counter[str], aliases: Mapping[str, Collection[str]], entity: Mapping[str, str], roles: Collection[tuple[str, str]]
) -> dict[str, str]:
    """Form -> the form that stands for a person: by entity, by the Latin form beside a name, by its last part, by sound, by family name.

    aliases: Latin forms given beside a name; roles: (post, form) as they were read.
    """
    groups = Groups(counts)
    groups.join_keyed((key, form) for form in sorted(counts) for key in _keys(form, entity, aliases))
    groups.join(_last_words(groups.listed()))
    groups.join(find_heard(groups.listed()))
    groups.join(find_borne(groups.listed(), _posts_of(groups, counts, roles)))
    if len(set(map(in_letters, counts))) > 1:
        groups.join(find_full(_in_one_script(groups.listed()), _posts_of(groups, counts, roles)))
    return groups.standards(counts)


def _posts_of(groups: Groups, counts: Collection[str], roles: Collection[tuple[str, str]]) -> dict[str, set[Post]]:
    """What stands for a person now -> the posts that the person holds."""
    posts: dict[str, set[Post]] = defaultdict(set)
    for role, form in roles:
        if form in counts and (post := find_post(role)):
            posts[groups.find(form)].add(post)
    return posts


def group_places(counts: Counter[str], entity: Mapping[str, str]) -> dict[str, str]:
    """Form -> the form that stands for a place; names of places are translated as often as transcribed, so no sound joins them."""
    groups, cities = Groups(counts), find_cities(counts)
    own = ((form, (*_keys(form, entity), *((("city", str(cities[form])),) if form in cities else ()))) for form in sorted(counts))
    groups.join_keyed((key, form) for form, keys in own for key in keys)
    groups.join(_short_lands(counts, entity))
    return groups.standards(counts)


def _short_lands(counts: Collection[str], entity: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """葡国 is 葡萄牙, where the story names one country alone that begins so."""
    ends = in_all_languages("short_land")
    for form in sorted(form for form in counts if len(form) > 1 and form[1:] in ends and not is_country(entity.get(form))):
        begun = {entity[other]: other for other in sorted(counts) if other[0] == form[0] and other in entity and is_country(entity[other])}
        if len(begun) == 1:
            yield form, next(iter(begun.values()))


def _last_words(people: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """People in Latin letters called by the last word of one other's name alone: Kun is Dora Kun where no other is called so."""
    called: dict[str, set[str]] = defaultdict(set)
    for form in people:
        if " " in form and in_letters(form):
            called[form.rsplit(" ", 1)[1].lower()].add(form)
    for form in sorted(people):
        full = called.get(form.lower(), set())
        if len({people[other] for other in full}) == 1:
            yield form, min(full)


def _in_one_script(people: Mapping[str, str]) -> dict[str, str]:
    """The names of people who are told in one script alone: those of two have been met."""
    scripts: dict[str, set[bool]] = defaultdict(set)
    for form, person in people.items():
        scripts[person].add(in_letters(form))
    return {form: person for form, person in people.items() if len(scripts[person]) == 1}


def _keys(form: str, entity: Mapping[str, str], aliases: Mapping[str, Collection[str]] = NO_ALIASES) -> Iterator[_Key]:
    """Whatever makes two forms one."""
    if form in entity:
        yield "entity", entity[form]
    for alias in sorted(aliases.get(form, ())):
        if len(alias) >= _SOUNDS_FROM:
            yield "latin", alias
    last = PARTS.split(form)[-1]
    yield "last", last.lower()  # 某某·张三 is 张三; a name without parts is its own last
    if _HAN.search(last) and len(last) >= _SOUNDS_FROM:
        yield "sound", spell_pinyin(last)
