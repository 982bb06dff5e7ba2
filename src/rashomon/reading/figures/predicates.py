"""What happens to those whom news counts: the words of a language for it, and how they stand to their number."""

import re
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from rashomon.languages import language

SIGHT = "sight"  # the side of a word that only tells that a sentence is worth reading
ALONG = "along"  # of one that stands before its count, where the sentence tells its measure otherwise: 开设收容所，安置253人
TOWARD = "toward"  # of one that needs to be told where behind it: 送往北塬医院, 涌入北塬街头
SCENE = "scene"  # of one that counts nothing, and lets those that need their measure spoken of count: 庇护中心
_FAR, _FAR_SPACED = 24, 72  # characters between a predicate and the number behind it; of letters a word takes more
STOP = "-"  # the measure of a word that takes its count away: 接种, 投票


class Cue(NamedTuple):
    """A word that says what happened to those counted beside it."""

    start: int
    end: int
    measure: str  # a figure's measure, or STOP
    side: str  # before, after, either, noun, short, with, stop: where the word stands with respect to its count


class Grammar(msgspec.Struct, frozen=True, kw_only=True):
    """How number, classifier and predicate are put together in one language: the patterns of `figures.toml`, compiled."""

    code: str
    spaced: bool  # the language writes spaces between words
    far: int  # characters between a predicate and the number behind it
    of: str  # what joins a number to its noun: 数以千计的示威者
    classifier: re.Pattern[str]  # what may stand behind a number, by what it counts
    whole: re.Pattern[str]  # behind a number of things, where a part of them is told next: 57架中的43架
    household: re.Pattern[str]  # behind a number, households whose people are counted next: 38户112人
    more: re.Pattern[str]
    remote: re.Pattern[str]  # a qualifier that stands before the verb: 至少出动了200人
    aside: re.Pattern[str]  # before a single place: 在一个停车场
    share: re.Pattern[str]  # what looks like a number and tells a share: 大多数
    agent: re.Pattern[str]  # before the one who did it: 被一名枪手
    person: re.Pattern[str]  # what counts people only before a noun that names them
    modifier: re.Pattern[str]  # between a bare number and its noun
    including: re.Pattern[str]  # before who is counted in or left out, and is not all of them: 连同枪手共7人死亡
    telling: re.Pattern[str]  # behind who tells a count, and is not counted: 警方通报的受伤人数
    nation: re.Pattern[str]  # a noun for people by their country
    clause: re.Pattern[str]
    filler: re.Pattern[str]  # what may stand between a word and the number behind it
    placed: re.Pattern[str]  # between a total and its first number, with the place that this one counts
    nominal: re.Pattern[str]
    reach: re.Pattern[str]
    beside: re.Pattern[str]
    passive: re.Pattern[str]
    negated: re.Pattern[str]
    denied: re.Pattern[str]
    recalled: re.Pattern[str]  # behind a number: what is withdrawn is a statement, and they are not
    owned: re.Pattern[str]  # behind a number: 57人的身份 counts no one
    marching: re.Pattern[str]  # from a number to what so many gathered for, in the next clause
    deferred: re.Pattern[str]  # what puts a predicate off to the next clause
    listing: re.Pattern[str]  # what is told between a number and its predicate, without numbers
    between: re.Pattern[str]  # opens what is told between a number and its predicate
    opened: re.Pattern[str]  # a bracket about parts
    shut: re.Pattern[str]  # its end
    resumed: re.Pattern[str]  # where the predicate then comes
    within: re.Pattern[str]  # between a part and its whole: 包括3名儿童在内的12人
    presence: re.Pattern[str]  # before a number that says only how many were there
    rival: re.Pattern[str]  # before a number that somebody else gives of the same
    absent: re.Pattern[str]  # and behind it: nothing more is told
    remains: re.Pattern[str]  # words for those found dead
    national: re.Pattern[str]  # opens the name of an office of all the land
    abroad: re.Pattern[str]  # behind a country in the name of an office, what seats it in another
    identified: re.Pattern[str]  # of those counted, whose names are known
    in_all: re.Pattern[str]  # before bodies found: these are all so far
    running: re.Pattern[str]  # before a count that is the whole so far
    supposed: re.Pattern[str]
    spills: re.Pattern[str]  # behind such a word: it reaches into a clause that opens with a number
    is_so: re.Pattern[str]  # at the head of that clause: what it counts is so already
    during: re.Pattern[str]  # behind a word that tells only while what it was
    because: re.Pattern[str]  # before a word that tells why and not what
    charged: re.Pattern[str]  # behind a crime: what befell those charged with it follows
    amid: re.Pattern[str]  # between those of whom some are told and the verb of these
    tried: re.Pattern[str]  # between those accused and the crime: none was killed or gathered
    onto: re.Pattern[str]  # right before a word for people: something is done to them
    lump: re.Pattern[str]  # dead and injured as one number, before their parts: 伤亡近300人，其中
    part: re.Pattern[str]
    parts: re.Pattern[str]  # at the head of a sentence: parts of the count before
    aboard: re.Pattern[str]  # around a number: all whom it befell
    listed: re.Pattern[str]  # one more part of a list
    further: re.Pattern[str]
    fresh: re.Pattern[str]  # between a bare number and the noun that it counts
    ward: re.Pattern[str]  # behind a word of bringing, the hospital that it needs
    shelter: re.Pattern[str]  # behind a word of moving people, the shelter
    lifeless: re.Pattern[str]  # behind those who were found: none of them lived
    comprising: re.Pattern[str]  # between a number and its parts, before what befell them all
    square: re.Pattern[str]  # behind a word of crowding in, the place where
    opens_short: re.Pattern[str]  # before 伤 with its number behind it
    topic: re.Pattern[str]  # behind a word, what makes it the topic of a clause that has no number
    alone_end: re.Pattern[str]  # behind the number that then counts it
    named_parts: re.Pattern[str]  # from such a word to its parts: 确诊病例，包括12名职员
    new: re.Pattern[str]
    joined: re.Pattern[str]
    changed: re.Pattern[str]  # from an old value to a new one
    stepped: re.Pattern[str]  # before a number by which a count grew, with the new count behind it
    up_to: re.Pattern[str]  # between the two: 增加6人至122人
    former: re.Pattern[str]  # before an old value
    series: re.Pattern[str]  # joins two counts in a list
    both: re.Pattern[str]  # what joins two verbs with one object
    adverb: re.Pattern[str]
    equals: re.Pattern[str]  # between a number and what those counted are
    relative: re.Pattern[str]
    beyond: re.Pattern[str]  # before a word that describes others: 在阵亡士兵墓前
    brief: re.Pattern[str]  # longer words right behind a bare number: 3失踪
    among: re.Pattern[str]  # behind a noun: the number counts some of those
    carries: re.Pattern[str]  # opens a sentence that goes on with the one before
    short: re.Pattern[str]  # 死, 伤 right behind a number
    total: re.Pattern[str]  # what lets a bare number count people: 死亡人数升至40
    closed: re.Pattern[str]  # what then must follow it
    difference: re.Pattern[str]  # before a number of cases: by how many they are more or fewer than on another day
    alone: re.Pattern[str]  # what may follow a bare number that counts people
    outbreak: re.Pattern[str]  # what makes 个案 a case of illness
    sent: re.Pattern[str]  # behind a number, what those sent are to do
    troops: re.Pattern[str]
    strength: re.Pattern[str]  # before a number, what is so many strong
    lost: re.Pattern[str]  # before a number of soldiers, what makes them dead: 损失17名士兵
    crewed: re.Pattern[str]  # before a number, the vehicles and teams with which those were sent: 出动6车16人
    senders: re.Pattern[str]  # before the number of its own whom a force sends: 警方出动200人
    sought: re.Pattern[str]  # behind a number, those who are still looked for: 剩余4人仍在搜救
    crowd: re.Pattern[str]
    member: re.Pattern[str]  # behind a number, one of those named right before it: 陆军5名队员
    owner: re.Pattern[str]  # behind a place, what belongs to it: 岚国部队
    origin: re.Pattern[str]  # behind a place where people are only from, where others met, or where a journey begins
    people_of: re.Pattern[str]  # before a place, how many are from there: 两名岚国人
    bound: tuple[str, ...]  # before a place, what only leads there: 开往
    together: re.Pattern[str]  # behind the last of several places, what counts them together: 北塬、澜口两县
    counted: re.Pattern[str]  # behind a place, the number of those there
    itemised: re.Pattern[str]  # before it, what makes it one of a list
    everywhere: re.Pattern[str]  # before a count, what says that it holds for the whole country
    ours: re.Pattern[str]  # what newsrooms call their own land, whatever else the article names: 本港
    nationwide: re.Pattern[str]  # what names the whole country by its parts
    saints: re.Pattern[str]  # places by whose like a hospital or school is called, wherever it stands: 圣约翰医院
    nowhere: re.Pattern[str]  # no place of its own: 山区
    press: re.Pattern[str]
    called: re.Pattern[str]  # an organisation's name in quotation marks
    described: re.Pattern[str]  # before a day: a clause opens that only describes somebody or something
    period: re.Pattern[str]  # from a past year or month to a count that is told of it
    in_period: re.Pattern[str]  # and before it
    period_behind: re.Pattern[str]  # from a count to a past year or month told of it behind it
    since: re.Pattern[str]  # behind a day from which on is counted
    from_day: re.Pattern[str]  # before it
    onward: re.Pattern[str]  # and behind it


@cache
def grammar(code: str) -> Grammar | None:
    """The grammar of a language; None where it has none."""
    tongue = language(code)
    table = tongue.table("figures") if tongue else {}
    if not table:
        return None
    text, classifiers, around = dict(table["text"]), dict(table["classifiers"]), dict(table["around"])
    person = classifiers.pop("person")
    kinds = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in classifiers.items())
    words = "|".join(re.escape(word) for word in sorted(text.pop("filler"), key=lambda word: (-len(word), word)))
    dates, bound = text.pop("dates"), tuple(around.pop("bound"))
    patterns: dict[str, Any] = {name: re.compile(pattern) for name, pattern in (text | table["nouns"] | around).items()}
    return Grammar(
        code=code,
        spaced=tongue is not None and tongue.spaced,
        far=_FAR_SPACED if tongue is not None and tongue.spaced else _FAR,
        of=table.get("of", ""),
        bound=bound,
        classifier=re.compile(rf"\s?(?:{kinds})"),
        person=re.compile(person),
        filler=re.compile(rf"(?:{dates}|{words})*+"),
        **patterns,
    )


@cache
def _lexicon(code: str) -> tuple[AhoCorasick, tuple[tuple[str, str], ...]] | None:
    tongue = language(code)
    if tongue is None or not (rows := tongue.entries("figures")):
        return None
    kinds = {word: (measure, side) for word, measure, side, *_ in rows}
    for group in tongue.table("figures").get("together", ()):
        kinds |= {"".join(parts): (group["measure"], group["side"]) for parts in product(*group["words"])}
    return AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest), tuple(kinds.values())


def find_cues(shadow: str, code: str) -> tuple[Cue, ...]:
    """All words of the lexicon in a folded text, the longest at each place, in order."""
    lexicon, rules = _lexicon(code), grammar(code)
    if lexicon is None or rules is None:
        return ()
    automaton, kinds = lexicon
    found = automaton.find_matches_as_indexes(shadow)
    if rules.spaced:
        found = [(index, start, end) for index, start, end in found if _whole(shadow, start, end)]
    cues = [Cue(start, end, *kinds[index]) for index, start, end in found if kinds[index][1] != "blank"]
    return _arrived(cues, shadow, rules)


def _arrived(cues: list[Cue], shadow: str, rules: Grammar) -> tuple[Cue, ...]:
    """Words of bringing and crowding in with the place that they need, and without those that have none: 送往北塬医院, 送往殓房."""
    if not any(cue.side == TOWARD for cue in cues):
        return tuple(cues)
    told: list[Cue] = []
    end = -1
    for cue in cues:
        if cue.start < end:
            continue
        if cue.side == TOWARD:
            goals = {"crowd": rules.square, "evacuated": rules.shelter}
            goal = goals.get(cue.measure, rules.ward).match(shadow, cue.end)
            if goal is None:
                continue
            end = goal.end()
            cue = cue._replace(end=end, side="after")
        told.append(cue)
    return tuple(told)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a span is not cut out of a longer word."""
    return not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum())
