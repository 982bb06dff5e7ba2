"""Offices without a name in a story told in two scripts: the coast guard and 海岸警卫队 are one source there, and those of one land."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import in_all_languages
from rashomon.accounts.identities.lands import list_lands, name_land
from rashomon.languages import codes, fold, in_letters, language

HERE = ""  # the land that a story names most: its offices stand without it
ANY = "@"  # in the table: what bodies of many names are called
NO_LANDS: Mapping[str, str] = {}


class Offices(msgspec.Struct, frozen=True, kw_only=True):
    """What offices are called in a story told in two scripts."""

    names: Mapping[str, str] = {}  # what one is called -> what stands for it in this story; {} where all are in one script
    lands: Mapping[str, str] = {}  # what a land and its people are called -> what stands for it before an office

    def find(self, form: str) -> str | None:
        """The office that a source's folded form is, or whose official it is; None where it is none that the table knows."""
        if not self.names:
            return None
        return self._named(form) or next(
            (self._named(form.removesuffix(words)) for words in in_all_languages("speakers") if form.endswith(words)), None
        )

    def _named(self, form: str) -> str | None:
        if found := self._bare(form):
            return found
        for land, bare in self._owners(form):
            if found := self._bare(bare):
                return f"{land} {found}" if land and in_letters(found) else land + found
        return None

    def _bare(self, form: str) -> str | None:
        return self.names.get(form) or next(
            (self.names.get(form.removeprefix(rank)) for rank in in_all_languages("ranks") if form.startswith(rank)), None
        )

    def _owners(self, form: str) -> Iterator[tuple[str, str]]:
        """The lands whose office it may be, and what it is called without them: Oremia's, Oremian, 奥里米亚, of Oremia."""
        for end in range(len(form) - 1, 1, -1):
            if form[:end] in self.lands:
                yield self.lands[form[:end]], form[end:].removeprefix("'s").removeprefix("’s").removeprefix("的").strip()
        office, of, word = form.rpartition(" of ")
        if of and word in self.lands:
            yield self.lands[word], office


def find_offices(witnesses: Sequence[Witness], countries: Mapping[str, str] = NO_LANDS, home: str | None = None) -> Offices:
    """The offices of a story, as most of its articles would call them.

    countries: standard form of a country in the story -> its code (ISO 3166-1); home: that which the story names most.
    """
    latin = sum(witness.spaced for witness in witnesses)
    if latin in (0, len(witnesses)):
        return Offices()
    side = 0 if 2 * latin > len(witnesses) else 1
    named = {code: HERE if form == home else form for form, code in countries.items()}
    lands = {word: named[code] if code in named else name_land(code, latin=side == 0) for word, code in list_lands().items()}
    lands |= {form.lower(): named[code] for form, code in countries.items()}
    return Offices(names={form: sides[side][0] for sides in list_offices() for forms in sides for form in forms}, lands=lands)


@cache
def list_offices() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The rows of the table: what each office is called in Latin and in Han script."""
    tables = [known for code in codes() if (known := language(code))]
    bodies = {in_letters(words[0]): words for known in tables if (words := tuple(known.table("accounts").get("bodies", ())))}
    rows = [row for known in tables for row in known.entries("offices")]
    return tuple((_forms(latin, bodies[True]), _forms(han, bodies[False])) for latin, han in rows)


def _forms(column: str, bodies: Sequence[str]) -> tuple[str, ...]:
    forms = [name.replace(ANY, body) for name in column.split("|") for body in (bodies if ANY in name else ("",))]
    return tuple(dict.fromkeys(fold(form).lower() for form in forms))
