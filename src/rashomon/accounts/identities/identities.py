"""Identities: within one story, the several forms of one person, place or office are one.

A story is a narrow room: two names that sound alike there are one name in two spellings, which is not so of the world at large.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from rashomon.accounts.claims.witnesses import UNKNOWN, Witness
from rashomon.accounts.claims.wording import Wording, wording
from rashomon.accounts.identities.bodies import NO_BODIES, find_bodies
from rashomon.accounts.identities.grouping import group_people, group_places
from rashomon.accounts.identities.lands import is_country, is_within_a_word, list_lands
from rashomon.accounts.identities.offices import Offices, find_offices
from rashomon.accounts.identities.posts import is_of_many
from rashomon.languages import fold

BRACKET = re.compile(r"[（(][^（）()]{0,60}[)）]")
_FORM = re.compile(r"\W+")
IN_TITLE = 3  # articles that a place in one headline is worth when the story's main place is sought
HELD = 0.75  # share of a post's mentions with a name that must bear the same name
BREAK = "\x00"
"""What stands between texts that are read as one: cleaning leaves it in none, and no word holds it."""


class Identities(msgspec.Struct, frozen=True, kw_only=True):
    """Which form stands for each name of a story."""

    standard: dict[str, str]  # folded form -> the form that stands for it
    entity: dict[str, str]  # standard form -> entity id, where the names were linked
    places: dict[str, int]  # standard form of a place -> articles that hold it
    main: str | None  # the story's main place
    home: str | None = None  # the country that the story names most
    variants: AhoCorasick | None  # forms that another stands for, and those that hold one of them: the longest at a place wins
    forms: tuple[str, ...]  # what stands for each of them, in the same order
    people: AhoCorasick | None  # standard forms of people: the longest at a place wins
    posts: dict[str, str] = {}  # folded post -> the person who holds it in this story: 总统 -> 张三
    roles: dict[str, str] = {}  # person -> the post that stands before the name most often
    here: tuple[str, ...] = ()  # forms of the main place, longest first: 本国内政部 and 内政部 are one
    latin: bool = False  # most of the story's articles are in a language that sets spaces between words
    outlets: dict[str, str] = {}  # folded name of an outlet of the story that has no code -> the outlet as an origin
    bodies: Mapping[str, str] = NO_BODIES  # what a body is called -> what stands for it
    offices: Offices = Offices()  # what offices are called where a story is told in two scripts
    sources: dict[tuple[str, Wording], str] = {}  # what the words for a source came to, worked out once a story
    regions: dict[tuple[str, Wording], str | None] = {}  # and the words for a place
    speaking: dict[tuple[str, Wording], str] = {}  # and who speaks through a source

    def rewrite(self, shadow: str) -> str:
        """A folded text with every name in its standard form; offsets do not hold in it."""
        if not self.variants:
            return shadow
        parts: list[str] = []
        at = 0
        for form, start, end in self.variants.find_matches_as_indexes(shadow):
            if not is_within_a_word(shadow, start, end):
                parts += (shadow[at:start], self.forms[form])
                at = end
        return "".join((*parts, shadow[at:])) if parts else shadow

    def rewrite_all(self, shadows: Sequence[str]) -> list[str]:
        """Many texts at once, in a third of the time."""
        return self.rewrite(BREAK.join(shadows)).split(BREAK) if shadows else []

    def person_in(self, form: str, words: Wording) -> str | None:
        """The person a source's words name: 总统张三 is 张三, and 张三的律师 nobody by name."""
        found = self.people.find_matches_as_indexes(form) if self.people else ()
        own = [form[start:end] for _, start, end in found if not (words.owned and words.owned.match(form, end))]
        return max(own, key=len) if own else None

    def place(self, name: str | None, words: Wording) -> str | None:
        """The standard form of a figure's place; None where it is the story's main place, or the whole of it."""
        if not name:
            return None
        if (name, words) not in self.regions:
            self.regions[(name, words)] = self._place(name, words)
        return self.regions[(name, words)]

    def _place(self, name: str, words: Wording) -> str | None:
        told = fold(name).strip()
        form = self.rewrite(words.ours.get(told, told))
        if form in words.whole or not form or form.endswith(words.kinds_of_place):
            return None
        if self.main and (self.main.startswith(form) or form.startswith(self.main)) and len(form) <= len(self.main) + 2:
            return None
        openings = (form[:end] for end in range(len(form), 0, -1))
        known = next((place for place in openings if place in self.places and place != self.main), None)
        bare = known[:-1] if known and known.endswith(words.city) else None  # 岚洲市 is 岚洲 where both are named
        return (bare if bare in self.places and bare != self.main else known) or self._land(form)

    def _land(self, form: str) -> str | None:
        """A country that the story names in counts alone; None where it is the story's own."""
        code = list_lands().get(form.lower())
        own = {self.entity.get(place or "", "") for place in (self.main, self.home)}
        return form if code and f"place:{code}" not in own else None


class _Tally:
    """What is counted over the names of a story."""

    def __init__(self) -> None:
        self.people: Counter[str] = Counter()
        self.places: dict[str, set[str]] = defaultdict(set)  # place -> articles that hold it
        self.titles: Counter[str] = Counter()  # place -> headlines that hold it
        self.latin: dict[str, set[str]] = defaultdict(set)  # person -> Latin forms given beside the name
        self.roles: Counter[tuple[str, str]] = Counter()  # (post, person)
        self.entity: dict[str, str] = {}

    def add(self, witness: Witness) -> None:
        title = witness.article.sentences[0][1] if witness.article.sentences else 0
        for name in witness.reading.names:
            form = _form(witness.shadow[name.start : name.end])
            if len(form) < 2:
                continue
            if name.kind == "place":
                self.places[form].add(witness.root)
                self.titles[form] += name.start < title
            elif name.kind == "person":
                self.people[form] += 1
                if name.alias:
                    self.latin[form].add(_alias(name.alias))
                if name.role:
                    self.roles[(fold(name.role).lower(), form)] += 1
            if name.entity:
                self.entity[form] = name.entity


def identify(witnesses: Sequence[Witness]) -> Identities:
    """Find which names of a story are one: by entity id, by a Latin form given beside them, by sound."""
    tally = _Tally()
    for witness in witnesses:
        tally.add(witness)
    held = Counter({place: len(articles) for place, articles in tally.places.items()})
    for form in [form for form, count in tally.people.items() if held[form] >= count]:
        del tally.people[form]  # a place that was once read as a person
    people = group_people(tally.people, tally.latin, tally.entity, tally.roles)
    standard = group_places(held, tally.entity) | people
    naming: dict[str, set[str]] = defaultdict(set)  # place -> articles that name it
    weights: Counter[str] = Counter()
    for form, articles in held.items():
        naming[standard.get(form, form)] |= tally.places[form]
        weights[standard.get(form, form)] += articles + IN_TITLE * tally.titles[form]
    ends = tuple({end for witness in witnesses for end in wording(witness.article.language).city})
    for place in [place for place in naming if place.endswith(ends) and place[:-1] in naming]:
        naming[place[:-1]] |= naming[place]  # 岚洲省 is 岚洲
    counts = {place: len(articles) for place, articles in naming.items()}
    main = max(weights, key=lambda place: (weights[place], place), default=None)
    countries = [place for place in counts if is_country(tally.entity.get(place))]
    home = max(countries, key=lambda place: (weights[place], place), default=None)
    near = [place for place in counts if main and len(place) >= 2 and (place.startswith(main) or main.startswith(place))]
    here = tuple(sorted(near, key=lambda place: (-len(place), place)))
    forms = sorted(_rewritten(standard))
    return Identities(
        standard=standard,
        entity={standard.get(form, form): known for form, known in sorted(tally.entity.items())},
        places={place: count for place, count in sorted(counts.items()) if len(place) > 1},
        main=main,
        home=home,
        variants=_any(forms),
        forms=tuple(standard[form] for form in forms),
        posts=_posts(tally.roles, people, here),
        roles=_roles(tally.roles, people),
        here=here,
        latin=2 * sum(witness.spaced for witness in witnesses) > len(witnesses),
        outlets={name: witness.key for witness in witnesses if (name := witness.called) != UNKNOWN and not witness.article.outlet_code},
        bodies=find_bodies(witnesses, tally.entity[home].removeprefix("place:") if home else None),
        offices=find_offices(witnesses, {place: tally.entity[place].removeprefix("place:") for place in countries}, home),
        people=_any(sorted({form.lower() for form in people.values()})),
    )


def _posts(roles: Counter[tuple[str, str]], people: dict[str, str], here: Sequence[str]) -> dict[str, str]:
    """Posts that one person alone holds in the story, or nearly so.

    A post told without its country is held by whoever holds it where the story happens; where posts of several countries end in the
    same words and none of them is from there, nobody can say.
    """
    holders: dict[str, Counter[str]] = defaultdict(Counter)
    for (post, form), count in roles.items():
        if form in people and not is_of_many(post):
            holders[post][people[form]] += count
    sole = {}
    for post, held in holders.items():
        person, count = min(held.items(), key=lambda pair: (-pair[1], pair[0]))
        if len(post) > 1 and count >= HELD * sum(held.values()):
            sole[post] = person.lower()
    ending: dict[str, set[str]] = defaultdict(set)  # post -> who holds those that end in it
    for other in holders:
        for start in range(1, len(other)):
            ending[other[start:]].add(sole.get(other, ""))
    posts = {}
    for post, person in sorted(sole.items()):
        rivals = ending[post] - {person}
        local = next((sole[place + post] for place in here if place + post in sole), None)
        if local or not rivals:
            posts[post] = local or person
    return posts


def _roles(roles: Counter[tuple[str, str]], people: dict[str, str]) -> dict[str, str]:
    """The commonest post of each person, the longest among equals."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for (post, form), count in roles.items():
        if form in people:
            held[people[form].lower()][post] += count
    return {person: min(posts, key=lambda post: (-posts[post], -len(post), post)) for person, posts in held.items()}


def _rewritten(standard: dict[str, str]) -> set[str]:
    """The forms that another stands for, and the longer ones that open with such a form: 北岚 in 北岚岛 is no 北岚省."""
    variants = {form for form, other in standard.items() if form != other}
    opened = {form for form in standard if any(form[:end] in variants or form[end:] in variants for end in range(1, len(form)))}
    return variants | opened


def _any(forms: Sequence[str]) -> AhoCorasick | None:
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest) if forms else None


def _form(name: str) -> str:
    return BRACKET.sub("", name).strip()


def _alias(name: str) -> str:
    """The last word of a Latin form: given names are left out as often as not."""
    words = _FORM.sub(" ", fold(name).lower()).split()
    return words[-1] if words else ""
