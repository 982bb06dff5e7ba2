"""Names of countries and territories in a language, with their ISO 3166 codes."""

from functools import cache

from babel import Locale

from rashomon.languages import fold, language

_LOCALES = {"zh": ("zh_Hans", "zh_Hant", "zh_Hant_HK")}


@cache
def countries(code: str) -> dict[str, str]:
    """Folded name -> ISO 3166 code, from CLDR and the language's own list of short, regional and former names."""
    found: dict[str, str] = {}
    for locale in _LOCALES.get(code, (code,)):
        for iso, name in sorted(Locale.parse(locale).territories.items()):
            if len(iso) == 2 and iso.isalpha():
                found.setdefault(fold(name), iso)
    known = language(code)
    for row in known.entries("country_names") if known else ():
        found.setdefault(fold(row[0]), row[1])
    return found
