"""Cities of the world, and the lists that scripts/ writes for languages."""

from pathlib import Path

import characters
import cities
import pytest

import rashomon
from rashomon.languages.cities import list_cities

LANGUAGES = Path(rashomon.__file__).parent / "languages"


def test_cities_are_those_of_geonames() -> None:
    assert (LANGUAGES / "cities.txt").read_text(encoding="utf-8") == cities.write()


def test_a_city_bears_its_names_in_han_script() -> None:
    (beijing,) = [city for city in list_cities() if city.name == "Beijing"]

    assert beijing.country == "CN"
    assert "北京" in beijing.names


def test_the_largest_come_first() -> None:
    people = [city.population for city in list_cities()]

    assert people == sorted(people, reverse=True)


@pytest.mark.parametrize("name", ["variants.txt", "simplified.txt"])
def test_characters_are_those_of_opencc(name: str) -> None:
    assert (LANGUAGES / "zh" / name).read_text(encoding="utf-8") == characters.write()[name]
