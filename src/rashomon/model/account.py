"""All that is told of one story, every line with its evidence."""

import msgspec

RELATIONS = ("corroborates", "same_origin", "updates", "disputes", "differs_in_scope", "precision", "withdraws")
"""How two claims may stand."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A receipt: the words, where they stand, and enough around them to find them again (W3C TextQuoteSelector)."""

    path: str
    article: str
    document: str  # id of the document: the hash of its bytes
    outlet: str | None
    start: int
    end: int
    text: str  # the span itself
    sentence: str  # the whole sentence around it
    prefix: str
    suffix: str


class StoryArticle(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    id: str
    outlet: str | None
    title: str
    published: str | None
    duplicate_of: str | None = None


class StoryHead(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    title: str
    first: str | None
    last: str | None
    outlets: tuple[str, ...]
    articles: tuple[StoryArticle, ...]


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    text: str  # quoted, never composed
    origins: int
    evidence: tuple[Evidence, ...]


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet's first telling of a line."""

    outlet: str
    published: str | None  # ISO 8601
    after: int | None  # minutes after the first outlet's; None where either bears no instant


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline."""

    date: str  # ISO 8601 day
    text: str
    type: str
    weight: float
    origins: int
    outlets: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    carried: tuple[Carried, ...] = ()  # outlets by when they told it; the first told it first


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a series on one as-of day, as one article gives it."""

    as_of: str | None
    low: int | None
    high: int | None
    chain: tuple[str, ...]
    outlet: str | None
    origin: str | None
    status: str  # first, repeated, corroborated, updated, disputed, withdrawn, differs_in_scope, precision
    evidence: Evidence


class Current(msgspec.Struct, frozen=True, kw_only=True):
    """Where a series stands at its end."""

    low: int | None
    high: int | None
    as_of: str | None
    origins: int
    disputed: bool
    evidence: tuple[Evidence, ...]


class Series(msgspec.Struct, frozen=True, kw_only=True):
    measure: str
    group: str
    place: str | None
    scope: str
    # of what was destroyed: aircraft, ships, vehicles, buildings; of a part of the people: children, women, crew, identified; else None
    things: str | None = None
    points: tuple[Point, ...]
    current: Current | None


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How two claims stand. Updates and withdraws: a is the earlier or retracted side."""

    kind: str
    a: tuple[Evidence, ...]
    b: tuple[Evidence, ...]
    why: dict[str, str | int | None]  # {"code": ..., parameters}; put into words by the interface's language


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    content: str
    type: str
    date: str | None
    chain: tuple[str, ...]
    outlets: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    cue: str | None = None  # the verb, where it does more than say: denied, feared, demanded


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    speaker: str
    entity: str | None
    said: tuple[Statement, ...]


class Position(msgspec.Struct, frozen=True, kw_only=True):
    actor: str
    stance: str  # supports, opposes, demands, offers, regrets, warns, denies
    evidence: tuple[Evidence, ...]


class InForce(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from"}):
    what: str
    by: str | None
    place: str | None
    since: str | None  # "from" in JSON
    until: str | None
    hours: str | None
    status: str
    evidence: tuple[Evidence, ...]


class ContactLine(msgspec.Struct, frozen=True, kw_only=True):
    office: str | None
    number: str
    evidence: Evidence


class Carriage(msgspec.Struct, frozen=True, kw_only=True):
    outlet: str
    through: tuple[str, ...]


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    carried_by: tuple[Carriage, ...]
    claims: int
    evidence: tuple[Evidence, ...]


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked for in vain in the sentences of the silent: one of the forms, the number, or an eighth of the words."""

    forms: tuple[str, ...] = ()  # folded, in lower case, as all below
    number: int | None = None  # in any writing
    words: tuple[str, ...] = ()  # those that who tells the fact has in common
    beside: tuple[str, ...] = ()  # names of the story: what stands near none of them is of another matter


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    fact: str
    known_since: str
    carried_by: tuple[str, ...]
    silent: tuple[str, ...]
    sought: Sought = Sought()
    evidence: tuple[Evidence, ...]


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """How many sentences of an outlet hold a word."""

    outlet: str
    own: int  # in the outlet's own words
    quoted: int  # in words that it quotes or lays to somebody


class Term(msgspec.Struct, frozen=True, kw_only=True):
    word: str  # as the language's list has it, in simplified characters
    usage: tuple[Usage, ...]
    evidence: tuple[Evidence, ...]


class Framing(msgspec.Struct, frozen=True, kw_only=True):
    """Rival words for the same people or acts, and who uses which."""

    of: str  # name of the set in the language's framing.toml: protesters, unrest, crackdown, fighters, war, foreign_troops, killing, ...
    terms: tuple[Term, ...]


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One story, reconciled."""

    story: StoryHead
    lead: tuple[Lead, ...]
    timeline: tuple[Line, ...]
    series: tuple[Series, ...]
    relations: tuple[Relation, ...]
    voices: tuple[Voice, ...]
    positions: tuple[Position, ...]
    in_force: tuple[InForce, ...]
    contacts: tuple[ContactLine, ...]
    origins: tuple[Origin, ...]
    silences: tuple[Silence, ...]
    framing: tuple[Framing, ...] = ()
    lore: str | None = None  # version of the Lore that names were linked and furniture was hidden with
