"""The words that cues are told by, and those around them, as a language lists them."""

import re
from functools import cache

import msgspec

from rashomon.languages import Language, fold
from rashomon.reading.ground.wording import wording


class Verb(msgspec.Struct, frozen=True):
    """What tells a verb that says something from one that does not, by the words around it."""

    taken: frozenset[str]  # behind another cue they belong to it: 强调说
    this: frozenset[str]  # before a document that speaks: 该份声明说
    supports: frozenset[str]  # behind a verb they make it a noun: 对批评予以驳斥
    tails: frozenset[str]  # right behind a verb they make it a modifier or part of a noun
    heads: frozenset[str]  # nouns that a verb of saying modifies
    moods: frozenset[str]  # nouns that a verb of thinking modifies
    refers: str  # explains what was meant, and says nothing: 他指的是…
    claimed: str  # what people call themselves: 一名自称是亲属的网友
    counters: str  # characters before it by which people are counted
    someone: frozenset[str]  # speaks where it opens its clause
    own: frozenset[str]  # before them: 其姓名
    particulars: frozenset[str]  # what is told or kept back of oneself: 不愿透露姓名
    undergone: frozenset[str]  # before the one who says it
    compared: frozenset[str]  # before a thought make it what something is measured by: 优于预期
    copulas: frozenset[str]  # behind a noun
    future: frozenset[str]  # before what is not said yet
    index: str  # what follows the sign of an index: a pattern
    manner: str  # in Taiwan makes an adverb of what stands before it, as a modifier elsewhere: 无奈的说
    former: str  # also stands before an office that someone held: 指前局长…
    vain: str  # a verb that ends in something, and tells nothing: a pattern
    spoken: str  # what follows a verb of speaking where a language is spoken: a pattern
    owned: str  # a verb that is another one as well, with what follows where it says something: a pattern
    emphatic: frozenset[str]  # behind a verb, and what is said follows all the same
    closing: str  # characters that a feeling ends before
    joining: str  # characters that join two feelings


class Said(msgspec.Struct, frozen=True):
    """What stands between a cue, its source and what is said."""

    relaying: frozenset[str]  # who reports in these words only relays
    addressing: frozenset[str]  # verbs whom the one who is told follows
    asking: frozenset[str]  # verbs that another one answers
    questions: tuple[str, ...]  # what a question holds: 询问是否…
    obliging: frozenset[str]  # what somebody must do, behind a clause that only tells when
    turning: str  # sets a clause against the one before
    behind: frozenset[str]  # behind a source that is relayed
    particles: tuple[str, ...]  # behind a cue, before what is said
    beyond: str  # characters behind a quotation with which its sentence goes on
    pointing: frozenset[str]  # before a verb, and what is said stands in the quotation before: 他这么说
    listing: str  # the one that parts the items of a list
    clausal: frozenset[str]  # cues that always take a clause
    between: str  # marks and words that join quotations
    plain: frozenset[str]  # cues that another one only leads to: 发出警告，称…
    data: frozenset[str]  # what an office goes by in what it tells, and no other one's words
    pleading: frozenset[str]  # verbs of a suspect, behind whose words the narrator tells what became of him
    topical: tuple[str, ...]  # open a clause that only names what the next one speaks of
    onward: frozenset[str]  # words that open a clause which carries on
    again: str  # their characters, where a speaker is carried on
    another: tuple[str, ...]  # before a source that is another one: 也有学者认为
    aspects: frozenset[str]  # what may stand between a cue and its object
    within: tuple[str, ...]  # open a clause that goes on with what someone told of did: 期间强调…
    finite: str  # characters of a clause that says something: 将加入此案
    acts: frozenset[str]  # verbs whose object may stand before the verb that tells the words: 警告支持者称
    telling: frozenset[str]  # that verb
    parting: frozenset[str]  # what can't stand between the two
    received: frozenset[str]  # what one does with a message that says something
    hindering: frozenset[str]  # whose object may not have spoken: 强制其披露
    causing: frozenset[str]  # whose object only came to think something: 让他担心
    goes_on: str  # characters that carry on a title's clause
    unended: str  # characters that end none
    conditions: tuple[str, ...]  # words that open one whose main clause stands behind a space


class Title(msgspec.Struct, frozen=True):
    """What tells a statement in a title."""

    stance: frozenset[str]  # words with which what a country says begins behind a colon
    behind: tuple[str, ...]  # marks between a title and who says it
    topics: tuple[str, ...]  # ends of what a title is about, and nobody's name
    brief: frozenset[str]  # of one character, who speaks in a title


class CueWords(msgspec.Struct, frozen=True):
    """The lists that cues are told by, folded."""

    verb: Verb
    saying: Said
    title: Title
    kinds: dict[str, str]
    clause: dict[str, str]
    nouns: dict[str, str]
    according: frozenset[str]
    markers: frozenset[str]
    hearsay: frozenset[str]
    relayed: frozenset[str]
    carriers: frozenset[str]
    carried: frozenset[str]
    passive: frozenset[str]
    feelings: frozenset[str]
    framing: frozenset[str]
    timing: frozenset[str]
    bare: tuple[str, ...]
    things: frozenset[str]
    person_ends: tuple[str, ...]
    reasons: frozenset[str]
    invoked: tuple[str, ...]
    labels: frozenset[str]
    utterances: frozenset[str]
    owned: re.Pattern[str]  # a weak verb with what shows that something is said
    idle: re.Pattern[str]  # a verb and what follows it where nothing is said


@cache
def cue_words(language: Language) -> CueWords:
    table = language.table("attributions")

    def fixed(name: str) -> frozenset[str]:
        return frozenset(fold(word) for word in table.get(name, ()))

    verb: Verb = wording(Verb, language, "attributions")
    return CueWords(
        verb=verb,
        saying=wording(Said, language, "attributions"),
        title=wording(Title, language, "attributions"),
        kinds={fold(row[0]): row[1] for row in reversed(language.entries("cues"))},
        clause={fold(row[0]): row[1] for row in language.entries("clause_words")},
        nouns={fold(row[0]): row[1] for row in language.entries("source_nouns")},
        according=fixed("according"),
        markers=fixed("markers"),
        hearsay=fixed("hearsay"),
        relayed=fixed("relayed"),
        carriers=fixed("carriers"),
        carried=fixed("carried"),
        passive=fixed("passive"),
        feelings=fixed("feelings"),
        framing=fixed("framing"),
        timing=fixed("timing"),
        bare=tuple(sorted(fixed("bare"))),
        things=fixed("things"),
        person_ends=tuple(sorted(fixed("person_ends"))),
        reasons=fixed("reasons"),
        invoked=tuple(sorted(fixed("invoked"))),
        labels=fixed("labels"),
        utterances=fixed("utterances"),
        owned=re.compile(verb.owned or r"(?!)"),
        idle=re.compile("|".join(filter(None, (verb.spoken, verb.index, verb.vain))) or r"(?!)"),
    )
