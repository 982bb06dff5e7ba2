"""Deeds: the day on which what an article opens with happened, where only a sentence below says so: 事发在当地周六傍晚."""

from datetime import date

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.claims.wording import wording

TOP = 5  # sentences among which it is looked for
NEAR = 8  # characters behind the words for it within which the day stands
AGO = 6  # days before the article's own that it may be
DEEDS = frozenset(("ACCIDENT", "ASSAULT", "HAZARD"))  # what happens so: an arrest or a search for it is of a later day


def find_deed_day(witness: Witness) -> tuple[str, int]:
    """The ISO day on which happened what the sentences before a place in the text tell, and that place; ("", 0) where none says so.

    In two months 33 articles named another day than their own so; what the lead of 24 tells, no later arrest or search, was of that day.
    """
    happened = wording(witness.article.language).happened
    if happened is None:
        return "", 0
    for start, end in witness.article.sentences[1:TOP]:
        found = happened.match(witness.lowered, start, end)
        if found:
            days = [time.value[:10] for time in witness.reading.times if 0 <= time.start - found.end() <= NEAR]
            return (days[0], start) if days and 0 < _age(days[0], witness.day) <= AGO else ("", 0)
    return "", 0


def _age(day: str, own: str) -> int:
    """Days from one ISO day to another; 0 where one of them is none."""
    try:
        return (date.fromisoformat(own) - date.fromisoformat(day)).days
    except ValueError:
        return 0
