"""Quantities: what the range of a figure admits, and how two ranges stand to each other."""

from rashomon.model import Figure

ANEW = frozenset({"infected"})  # measures that are told anew each day as often as in all
NEARLY = 0.9  # 近6千 admits what is at least nine tenths of it
OVER = 1.3  # 逾1000 admits up to this much more: beyond it a writer takes the next round number
ROUNDED = 0.01  # share by which a round number may miss the exact one
LOOSELY = 0.85  # 数十, whose range is a convention, admits what is a little under it


def bounds(low: int | None, high: int | None) -> tuple[float, float]:
    """What a figure admits: 近100 is 90 to 100, 逾100 is 100 to 130, 数十 begins a little under 20.

    A rough number is as fine as its last digit: 逾64万5千 is under 64万6千.
    """
    if low is not None and high is not None:
        return (low * LOOSELY if high > 2 * low else low), high
    if low is not None:
        return low, min(low * OVER, low + _last_digit(low))
    high = high or 0
    return max(high * NEARLY, high - _last_digit(high)), high


def _last_digit(number: int) -> int:
    """What one of a number's last digit counts that is no zero: 1000 of 645,000."""
    digit: int = 10 ** roundness(number)
    return digit


def is_exact(figure: Figure) -> bool:
    """Whether a figure gives one number and not a range."""
    return figure.low is not None and figure.low == figure.high


def is_word(figure: Figure) -> bool:
    """Whether a figure gives a word for a size, as 数十 is, and no number."""
    return figure.low is not None and figure.high is not None and figure.high > 2 * figure.low


def meet(a: Figure, b: Figure) -> bool:
    """Whether two figures admit a common value."""
    low_a, high_a = bounds(a.low, a.high)
    low_b, high_b = bounds(b.low, b.high)
    return low_a <= high_b and low_b <= high_a


def rounds(a: Figure, b: Figure) -> bool:
    """Whether a is b in round numbers: 550万 is 5,506,209."""
    low, exact = a.low or 0, b.low or 0
    return roundness(low) > roundness(exact) and abs(exact - low) <= ROUNDED * exact


def level(low: int | None, high: int | None) -> float:
    """One number to rank a range by: its lower bound, since a toll said as 数十 means at least that many."""
    return float(low if low is not None else (high or 0) * NEARLY)


def roundness(number: int) -> int:
    """How many zeros a number ends in: 2500 has two."""
    zeros = 0
    while number and number % 10 == 0:
        number //= 10
        zeros += 1
    return zeros
