"""Pronouns and short forms of a language, and what tells whom they mean."""

import msgspec


class Speaker(msgspec.Struct, frozen=True):
    """Pronouns and short forms, and what tells whom they mean."""

    he: frozenset[str]  # pronouns of one person
    deputies: tuple[str, ...]  # before a title, the one below its bearer
    familiar: str  # before a surname, what makes a name that acquaintances use: 老王
    suffixes: str  # characters behind a name that are no part of it
    others: tuple[str, ...]  # words that only look like it
    given: tuple[str, ...]  # between an office and what it published
    latter: frozenset[str]  # the one named last
    his: str  # the one that may also stand before a noun
    they: frozenset[str]  # pronouns of several, and of things
    it: str  # the one that means no people
    sexes: dict[str, str]  # pronouns that tell a man from a woman
    addresses: dict[str, str]  # forms of address behind a name, and which of both they tell
    other: dict[str, str]  # of either the other one
    this: tuple[str, ...]  # before a noun that was told of before
    near: tuple[str, ...]  # of these, before one person
    unnamed_folk: tuple[str, ...]  # of one who keeps his name back
    lone: frozenset[str]  # behind such a word, the one named last: 该报
    one: tuple[str, ...]  # before a noun: one person without a name
    reported: tuple[str, ...]  # open a sentence before its subject
    of: str  # between an owner and what is owned
    whose: tuple[str, ...]  # behind a name, someone else: 何远发言人
    oneself: tuple[str, ...]  # behind a name, and no part of it
    owners: tuple[str, ...]  # ends of those that own documents
    trades: tuple[str, ...]  # before a name: what bears it is
    unnamed: str  # characters that begin no name
    beside: str  # characters between names that stand beside each other
    folk: str  # the end of nouns that only say how someone is to be called: 消息人士
    side: str  # behind a country's short name: its government
