"""Years and months as expressions name them: in digits, by an era, or by their distance from the anchor."""

from rashomon.reading.times import calendar
from rashomon.reading.times.ledger import Groups, Ledger, Words


def find_year(groups: Groups, prefix: str, ledger: Ledger, words: Words) -> int | None:
    """The year an expression names: in digits, by an era (民国111年), or by its distance (去年)."""
    if year := words.whole(groups.get(f"{prefix}year")):
        return year
    if era := groups.get(f"{prefix}era"):
        return int(words.look("eras", era)) + (words.whole(groups.get(f"{prefix}eyear")) or 0)
    roc = words.whole(groups.get(f"{prefix}roc"))
    if roc is not None:
        return roc + 1911 if 80 <= roc <= 200 else None
    shifted = groups.get(f"{prefix}shift") or groups.get("yshift" if not prefix else f"{prefix}yshift")
    shift = words.look("years", shifted)
    if shift is not None:
        return ledger.anchor.year + int(shift) if ledger.anchor else None
    if words.look("told_years", shifted) is not None:
        return ledger.year_told
    if (prior := words.look("prior_years", shifted)) is not None:
        return prior_year(int(prior), ledger)
    shift = words.look("same_years", shifted)
    return ledger.year + int(shift) if shift is not None and ledger.year else None


def prior_year(shift: int, ledger: Ledger) -> int | None:
    """上年: the year before the one told right before it, else before the anchor's."""
    base = ledger.year if ledger.year and ledger.year_named else ledger.anchor.year if ledger.anchor else None
    return base + shift if base else None


def number_month(text: str | None, words: Words) -> int:
    """1 to 12 of a month in digits, characters or by its name; 0 where it is none."""
    named = words.look("month_names", text)
    return int(named) if named else words.whole(text) or 0


def shift_to_month(text: str | None, ledger: Ledger, words: Words) -> tuple[int, int] | None:
    shift = words.look("months", text)
    if shift is not None:
        return calendar.shift_month(ledger.anchor.year, ledger.anchor.month, int(shift)) if ledger.anchor else None
    return ledger.month_told if words.look("same_months", text) is not None else None
