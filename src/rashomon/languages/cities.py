"""Cities of the world, from GeoNames (CC BY 4.0), read once for whoever asks."""

from functools import cache
from importlib.resources import files

import msgspec


class City(msgspec.Struct, frozen=True, gc=False):
    """A city of 15,000 people and more."""

    name: str
    country: str  # ISO 3166
    population: int
    names: tuple[str, ...]  # in the scripts of the languages that tell what a city's name looks like, as they are written there


@cache
def list_cities() -> tuple[City, ...]:
    """All cities, the largest first, as scripts/cities.py wrote them."""
    lines = (files(__package__) / "cities.txt").read_text(encoding="utf-8").split("\n")[:-1]
    rows = (line.split("\t") for line in lines if line[0] != "#")
    return tuple([City(name, country, int(population), tuple(names)) for name, country, population, *names in rows])
