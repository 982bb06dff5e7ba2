"""All that is told of one story, every line with its evidence."""

import msgspec

RELATIONS = ("corroborates", "same_origin", "updates", "disputes", "differs_in_scope", "precision", "withdraws")
"""How two claims may stand."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A receipt: the words, where they stand, and enough around them to find them again (W3C TextQuoteSelector)."""

    path: str  # of the document, as it was given
    article: str  # id of the article
    document: str  # id of the document: the hash of its bytes
    outlet: str | None
    start: int  # of the span in the article's text, in code points
    end: int  # exclusive
    text: str  # the span itself
    sentence: str  # the whole sentence around it
    prefix: str  # what stands before the span
    suffix: str  # what stands behind it


class StoryArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article of the story."""

    path: str
    id: str
    outlet: str | None
    title: str
    published: str | None
    duplicate_of: str | None = None  # path of the first text that it repeats


class StoryHead(msgspec.Struct, frozen=True, kw_only=True):
    """Which story it is, and what it is told from."""

    id: str
    title: str
    first: str | None  # ISO 8601 day of the first article
    last: str | None  # and of the last
    outlets: tuple[str, ...]  # by name
    articles: tuple[StoryArticle, ...]  # by when they were written


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that leads the account."""

    text: str  # quoted, never composed
    origins: int  # independent sources that tell it
    evidence: tuple[Evidence, ...]  # the quoted sentence first


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet's first telling of a line."""

    outlet: str
    published: str | None  # ISO 8601
    after: int | None  # minutes after the first outlet's; None where either bears no instant


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline."""

    date: str  # ISO 8601 day
    text: str  # quoted
    type: str  # of happening
    weight: float  # ranks the lines of one story, and means nothing across stories
    origins: int  # independent sources that tell it
    outlets: tuple[str, ...]  # that tell it
    evidence: tuple[Evidence, ...]  # the quoted sentence first, one an article
    carried: tuple[Carried, ...] = ()  # outlets by when they told it; the first told it first


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a series on one as-of day, as one article gives it."""

    as_of: str | None  # ISO 8601 day that it holds for
    low: int | None  # the least that it says; None is open
    high: int | None  # the most; None is open
    chain: tuple[str, ...]  # sources, outermost first
    outlet: str | None
    origin: str | None  # whom it comes from in the end
    status: str  # first, repeated, corroborated, updated, disputed, withdrawn, differs_in_scope, precision
    evidence: Evidence


class Current(msgspec.Struct, frozen=True, kw_only=True):
    """Where a series stands at its end."""

    low: int | None  # the least; None is open
    high: int | None  # the most; None is open
    as_of: str | None  # the last day that it was given for
    origins: int  # independent sources that give it
    disputed: bool  # whether another figure of the time contradicts it
    evidence: tuple[Evidence, ...]


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Figures that may be compared: one measure, group, place and scope."""

    measure: str  # killed, injured, missing, ...
    group: str  # all, security, civilians, attackers, other
    place: str | None  # None is the whole of the story; of soldiers and arms that two nations lose, whose they were
    scope: str  # total, part, new, further, background
    things: str | None = None  # of what was destroyed aircraft, tanks, ships, ...; of a part of the people children, women, crew, ...
    points: tuple[Point, ...]  # by day
    current: Current | None  # where it stands; None where nowhere


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How two claims stand. Updates and withdraws: a is the earlier or retracted side."""

    kind: str  # corroborates, same_origin, updates, disputes, differs_in_scope, precision, withdraws
    a: tuple[Evidence, ...]
    b: tuple[Evidence, ...]
    why: dict[str, str | int | None]  # {"code": ..., parameters}; put into words by the interface's language


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What one speaker said, in all its wordings."""

    content: str  # what is said, in its first direct wording
    type: str  # direct, indirect, mixed
    date: str | None  # ISO 8601 day of its first report
    chain: tuple[str, ...]  # sources, outermost first
    outlets: tuple[str, ...]  # that carry it
    evidence: tuple[Evidence, ...]
    cue: str | None = None  # the verb, where it does more than say: denied, feared, demanded


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker, with what he said."""

    speaker: str  # as the articles spell it most
    entity: str | None  # id, where the name was linked
    said: tuple[Statement, ...]  # in the order of telling


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A stand that somebody takes."""

    actor: str  # as the articles spell it most
    stance: str  # supports, opposes, demands, offers, regrets, warns, denies
    evidence: tuple[Evidence, ...]


class InForce(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from"}):
    """A measure in force."""

    what: str  # is ordered, closed, cancelled or advised
    by: str | None  # who orders it
    place: str | None  # None is the story's own, or unknown
    since: str | None  # "from" in JSON
    until: str | None  # ISO 8601, as from
    hours: str | None  # daily, as 22:00-05:00
    status: str  # ordered, prolonged, lifted
    evidence: tuple[Evidence, ...]


class ContactLine(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to call."""

    office: str | None  # whose it is
    number: str  # a telephone number, a mail or street address
    evidence: Evidence


class Carriage(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet that carries an origin's claims."""

    outlet: str
    through: tuple[str, ...]  # who passed it on to the outlet


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody behind claims, with who carries them."""

    name: str  # as the articles spell it
    carried_by: tuple[Carriage, ...]
    claims: int  # sentences that come from it
    evidence: tuple[Evidence, ...]


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked for in vain in the sentences of the silent: one of the forms, the number, or an eighth of the words."""

    forms: tuple[str, ...] = ()  # folded, in lower case, as all below
    number: int | None = None  # in any writing
    words: tuple[str, ...] = ()  # those that who tells the fact has in common
    beside: tuple[str, ...] = ()  # names of the story: what stands near none of them is of another matter


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that several outlets tell, and who leaves it out."""

    fact: str  # quoted
    known_since: str  # ISO 8601 day
    carried_by: tuple[str, ...]  # outlets that tell it
    silent: tuple[str, ...]  # outlets that went on writing and do not
    sought: Sought = Sought()
    evidence: tuple[Evidence, ...]


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """How many sentences of an outlet hold a word."""

    outlet: str
    own: int  # in the outlet's own words
    quoted: int  # in words that it quotes or lays to somebody


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A word, and who uses it."""

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
