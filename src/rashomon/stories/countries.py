"""Names of countries and territories in all scripts, folded."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from rashomon.languages import codes, fold, language

_LOCALES = ("zh", "zh_Hant", "zh_Hant_HK", "en")
_REGION = re.compile(r"(?:中国)?(.+?)(?:特别行政区| sar china)")  # Hong Kong's and Macao's names


@cache
def name_countries() -> Mapping[str, str]:
    """Folded names in lower case to ISO 3166-1 codes, CLDR's names first, then what the languages' own lists add."""
    names: dict[str, str] = {}
    for locale in _LOCALES:
        for code, name in Locale.parse(locale).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "QO", "UN", "ZZ"):
                names.setdefault(_strip(fold(name).lower()), code)
    for one in codes():
        known = language(one)
        for row in known.entries("country_names") if known else ():
            if len(row) == 2:
                names.setdefault(fold(row[0]).lower(), row[1])
    return names


def _strip(name: str) -> str:
    region = _REGION.fullmatch(name)
    return region[1] if region else name
