"""A trace: who said a thing first, who repeats it, through whom."""

import msgspec

from rashomon.model.account import Evidence


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One article that tells the thing."""

    outlet: str | None
    published: str | None  # ISO 8601
    after: int | None  # minutes after the first telling; None where either bears no instant
    chain: tuple[str, ...]  # outermost source first; empty where the article names none
    likeness: float  # 0 to 1: how much of what was asked the sentence holds
    copy_of: str | None  # path of the article that holds the same sentence word for word, or whose text this one repeats
    denied: bool  # the sentence tells the thing as denied or taken back
    evidence: Evidence


class Strand(msgspec.Struct, frozen=True, kw_only=True):
    """All that comes from one origin, the earliest first."""

    origin: str
    outlets: tuple[str, ...]
    tellings: tuple[Telling, ...]


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """Where a thing comes from: its origins, the one that is heard first before the others."""

    text: str  # what was asked
    first: Telling | None
    outlets: tuple[str, ...]
    strands: tuple[Strand, ...]
