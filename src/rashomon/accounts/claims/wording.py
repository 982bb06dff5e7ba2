"""Wording: what the accounts know of a language, compiled once."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain

import msgspec

from rashomon.languages import codes, fold, language
from rashomon.languages.openings import Sought

ACTS = frozenset(("demand", "judge", "blame", "think"))  # classes of cues that do more than say


class Wording(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """The words of one language that decide in an account; all matched on folded, lower-cased text."""

    anonymous: frozenset[str]
    authorities: frozenset[str]
    media: re.Pattern[str] | None  # who only passes on what others know
    medium: re.Pattern[str] | None  # what says of an outlet, beside its name, which kind it is: 官媒新华社
    called: re.Pattern[str] | None  # a body and its `name` in quotation marks: 人权组织“北塬观察”
    determiners: tuple[str, ...]  # longest first
    states_of: tuple[str, ...]  # what a state is, between its name and its office: 萨兰达共和国卫生部
    whole: frozenset[str]
    worldwide: re.Pattern[str] | None  # words before a count of the whole world
    world: str | None  # its name
    lands: tuple[tuple[str, re.Pattern[str]], ...]  # kind, words before a count of all of such a land: 全省
    narrower_place: re.Pattern[str] | None  # words of a count of the place whose head speaks: 该市
    everywhere: re.Pattern[str] | None  # words by which a measure is in force in all of the land
    sought: re.Pattern[str] | None  # words of a sentence that asks for an order or weighs it
    resumes: Mapping[str, tuple[str, ...]]  # a word for going on again, and what it ends: 复课, 停课
    ours: Mapping[str, str]  # what newsrooms call their own land, and its name: 本港
    kinds_of_place: tuple[str, ...]  # words that end what names no place: 港口城市
    titles_behind: tuple[str, ...]  # that stand behind a name, whatever its spelling: 菲利普亲王
    city: tuple[str, ...]  # what a city's name ends in or leaves out: 岚洲市
    owned: re.Pattern[str] | None  # behind a name: who speaks is another one, and its bearer's: 张三的律师
    offices: tuple[tuple[str, str], ...]  # variant, standard; longest first
    office_post: re.Pattern[str] | None  # an office (group 1) and a post in it
    withdrawn: Sought | None
    corrected: re.Pattern[str] | None
    renewed: re.Pattern[str] | None
    rather: re.Pattern[str] | None  # between a count set right and the wrong one
    risen: re.Pattern[str] | None
    planned: re.Pattern[str] | None
    supposed: re.Pattern[str] | None  # words in the clause of a count that is only thought of
    conditional: re.Pattern[str] | None  # and before it in its sentence
    known: re.Pattern[str] | None  # right before a count of those told of before: 该64宗
    concealed: re.Pattern[str] | None  # right before a count of those that were kept from the public
    in_all: re.Pattern[str] | None  # words of a count of all so far
    cases: re.Pattern[str] | None  # what ends a word for any of the ill
    ever: re.Pattern[str] | None  # words of a count since an outbreak began
    daily: re.Pattern[str] | None  # words of a count of one day
    long_since: re.Pattern[str] | None  # words of a count of all since a day or deed long ago
    up_to: re.Pattern[str] | None  # words of a count of all up to a day
    about: re.Pattern[str] | None  # words of a rough number
    since: re.Pattern[str] | None  # words between a year and a count of all since then
    things: tuple[tuple[str, re.Pattern[str]], ...]  # kind, words of a count of such things
    people: tuple[tuple[str, re.Pattern[str]], ...]  # kind, words of a count of such people
    ill: tuple[tuple[str, re.Pattern[str]], ...]  # kind of cases, words around their number
    grades: tuple[tuple[str, re.Pattern[str]], ...]  # how badly they are, words of a count of such
    with_doer: re.Pattern[str] | None  # words by which the dead are counted with whoever did it
    critics: re.Pattern[str] | None  # who counts the dead apart from the authorities
    independent: re.Pattern[str] | None  # they, and who else counts for himself
    official: re.Pattern[str] | None  # those, and who speaks for them
    strikes: re.Pattern[str] | None  # what is done to soldiers and arms by those named before it
    caused: re.Pattern[str] | None  # such a verb that an event takes too
    both: re.Pattern[str] | None  # both armies together
    struck: re.Pattern[str] | None  # what stands before such a verb where it is done to those named before it
    enemy: re.Pattern[str] | None  # what an army calls the other
    ourselves: re.Pattern[str] | None  # and itself
    untrue: re.Pattern[str] | None  # what calls a number told before untrue
    hidden: re.Pattern[str] | None  # what says that a true number is hidden, or higher than what offices give
    organisers: re.Pattern[str] | None  # who calls a crowd together, and counts it
    narrower: re.Pattern[str] | None  # words of the injured who are some of them
    besides: re.Pattern[str] | None  # words before a count of others than those told before
    died: Sought | None  # words by which somebody has died
    found: re.Pattern[str] | None  # words behind a count of missing people who were found
    more: re.Pattern[str] | None  # the same of so many more since
    superlative: re.Pattern[str] | None  # how a sentence opens that says what something is among its like
    happened: re.Pattern[str] | None  # how a sentence opens that says when what stands before it happened
    leans: re.Pattern[str] | None  # how a sentence opens that leans on the one before it
    links: re.Pattern[str] | None  # what of such an opening may be left out where the sentence is quoted
    denied: re.Pattern[str] | None  # cues by which someone says that it is not so
    states: re.Pattern[str] | None  # a sentence that reports words
    acts: tuple[str, ...]  # cues that do more than say: deny, demand, blame, fear
    stances: tuple[tuple[str, str], ...]  # cue, stance; longest first
    vows: frozenset[str]  # cues that take their stance only where what is said threatens: 誓言
    threats: re.Pattern[str] | None  # words of what threatens somebody
    not_stances: re.Pattern[str] | None  # nouns that such a verb begins: 反对派
    no_stand: re.Pattern[str] | None  # such words where they are nouns: 引发担忧
    unstands: re.Pattern[str] | None  # what stands before such a verb where no stand is taken
    turns: re.Pattern[str] | None  # the same where the opposite one is
    relays: re.Pattern[str] | None  # where somebody else's words begin inside somebody's
    positions: tuple[tuple[str, re.Pattern[str]], ...]  # stance, what takes it inside somebody's words; the first that is found wins
    opening_position: re.Pattern[str] | None  # what takes any of them at the head of what is said
    any_position: Sought | None  # and anywhere in it
    stands: tuple[tuple[str, str], ...]  # those that take the stance at the head of what is said too, since they are no nouns


@cache
def wording(tag: str | None) -> Wording:
    """The words of a BCP 47 tag's language; an empty set of words where there is no such language."""
    return _wording((tag or "").split("-")[0])


@cache
def _wording(code: str) -> Wording:
    known = language(code)
    table = known.table("accounts") if known else {}
    counts, positions = table.get("counts", {}), table.get("positions", {})
    stances = known.entries("stances") if known else ()
    taken = list(chain.from_iterable(positions.values()))
    return Wording(
        anonymous=frozenset(in_all_languages("anonymous")),
        authorities=frozenset(in_all_languages("authorities")),
        media=_any(table.get("media", ())),
        medium=re.compile(table["medium"]) if "medium" in table else None,
        called=re.compile(table["called"]) if "called" in table else None,
        determiners=tuple(sorted(table.get("determiners", ()), key=lambda w: (-len(w), w))),
        states_of=tuple(table.get("states_of", ())),
        whole=frozenset(table.get("whole", ())),
        worldwide=re.compile(table["worldwide"]) if "worldwide" in table else None,
        world=table.get("world"),
        lands=_kinds(table.get("lands", {})),
        narrower_place=re.compile(table["narrower_place"]) if "narrower_place" in table else None,
        everywhere=_any(table.get("everywhere", ())),
        sought=_any(table.get("sought", ())),
        resumes={fold(again): tuple(map(fold, halted)) for again, halted in table.get("resumes", {}).items()},
        ours=table.get("ours", {}),
        kinds_of_place=tuple(table.get("kinds_of_place", ())),
        titles_behind=tuple(table.get("titles_behind", ())),
        city=tuple(table.get("city", ())),
        owned=re.compile(table["owned"]) if "owned" in table else None,
        offices=tuple(sorted(table.get("offices", {}).items(), key=lambda pair: (-len(pair[0]), pair))),
        office_post=re.compile(table["office_post"]) if "office_post" in table else None,
        withdrawn=_sought(counts.get("withdrawn", ())),
        risen=_any([re.escape(word) for word in counts.get("risen", ())]),
        corrected=_any([re.escape(word) for word in counts.get("corrected", ())]),
        rather=_any(counts.get("rather", ())),
        renewed=_any(counts.get("renewed", ())),
        in_all=_any(counts.get("in_all", ())),
        cases=_any([f"(?:{word})$" for word in counts.get("cases", ())]),
        ever=_any(counts.get("ever", ())),
        daily=_any(counts.get("daily", ())),
        long_since=_any(counts.get("long_since", ())),
        up_to=_any(counts.get("up_to", ())),
        about=_any(counts.get("about", ())),
        since=_any([re.escape(word) for word in counts.get("since", ())]),
        planned=_any([re.escape(word) for word in counts.get("planned", ())]),
        supposed=_any(counts.get("supposed", ())),
        conditional=_any(counts.get("conditional", ())),
        known=_any(counts.get("known", ())),
        concealed=_any(counts.get("concealed", ())),
        things=_kinds(table.get("things", {})),
        people=_kinds(table.get("people", {})),
        ill=_kinds(table.get("ill", {})),
        grades=_kinds(table.get("grades", {})),
        with_doer=_any(counts.get("with_doer", ())),
        critics=_any(counts.get("critics", ())),
        independent=_any([*counts.get("critics", ()), *counts.get("independent", ())]),
        official=_any(counts.get("official", ())),
        strikes=_any(counts.get("strikes", ())),
        caused=_any(counts.get("caused", ())),
        both=_any(counts.get("both", ())),
        struck=_any(counts.get("struck", ())),
        enemy=_any(counts.get("enemy", ())),
        ourselves=_any(counts.get("ourselves", ())),
        untrue=_any(counts.get("untrue", ())),
        hidden=_any(counts.get("hidden", ())),
        organisers=_any([re.escape(word) for word in counts.get("organisers", ())]),
        narrower=_any([re.escape(word) for word in counts.get("narrower", ())]),
        besides=_any([re.escape(word) for word in (*counts.get("besides", ()), *counts.get("more", ()))]),
        died=_sought(counts.get("died", ())),
        found=_any(counts.get("found", ())),
        more=_any([re.escape(word) for word in counts.get("more", ())]),
        superlative=re.compile(table["superlative"]) if "superlative" in table else None,
        happened=re.compile(table["happened"]) if "happened" in table else None,
        leans=re.compile(table["leans"]) if "leans" in table else None,
        links=re.compile(table["links"]) if "links" in table else None,
        denied=_any([re.escape(word) for word in table.get("denied", ())]),
        states=_any([re.escape(word) for word in table.get("states", ())]),
        unstands=re.compile(table["unstands"]) if "unstands" in table else None,
        turns=re.compile(table["turns"]) if "turns" in table else None,
        relays=re.compile(table["relays"]) if "relays" in table else None,
        vows=frozenset(row[0] for row in stances if "threat" in row[2:]),
        threats=re.compile(table["threats"]) if "threats" in table else None,
        not_stances=_any([re.escape(word) for word in table.get("not_stances", ())]),
        no_stand=_any(table.get("no_stand", ())),
        positions=tuple((stance, re.compile("|".join(found))) for stance, found in positions.items()),
        opening_position=_any([pattern for pattern in taken if pattern.startswith("^")]),
        any_position=_sought([pattern for pattern in taken if not pattern.startswith("^")]),
        acts=tuple(sorted({fold(row[0]).lower() for row in known.entries("cues") if row[1] in ACTS})) if known else (),
        stances=tuple(sorted(((row[0], row[1]) for row in stances), key=lambda row: (-len(row[0]), row))),
        stands=tuple(sorted(((row[0], row[1]) for row in stances if len(row) < 3), key=lambda row: (-len(row[0]), row))),
    )


@cache
def in_all_languages(name: str) -> tuple[str, ...]:
    """Words that count whatever the language, since a story in two scripts calls an office as most of its articles do."""
    return tuple(word for code in codes() if (known := language(code)) for word in known.table("accounts").get(name, ()))


def _sought(patterns: Sequence[str]) -> Sought | None:
    return Sought("|".join(patterns)) if patterns else None


def _kinds(words: Mapping[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in words.items())


def _any(patterns: list[str] | tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None
