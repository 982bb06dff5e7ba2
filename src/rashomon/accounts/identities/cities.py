"""Cities of a story told in two scripts: Seoul is 首尔, as GeoNames knows."""

from collections.abc import Iterable, Mapping
from functools import cache

from rashomon.languages import fold, in_letters
from rashomon.languages.cities import list_cities


def find_cities(forms: Iterable[str]) -> dict[str, int]:
    """Folded names of places -> the number of the largest city of that name; {} where all of them are in one script."""
    told = list(forms)
    if len(set(map(in_letters, told))) < 2:
        return {}
    known = _by_name()
    return {form: known[form] for form in told if form in known}


@cache
def _by_name() -> Mapping[str, int]:
    """Every name of a city, folded, and the place of the largest that bears it."""
    numbers: dict[str, int] = {}
    for number, city in enumerate(list_cities()):
        for name in (city.name, *city.names):
            numbers.setdefault(fold(name), number)
    return numbers
