"""A story that holds most of what is told of a country is likely what else comes from there is on."""

import msgspec

from rashomon.stories.closeness import STORY, measure, prefer
from rashomon.stories.clusters import Cluster, Face
from rashomon.stories.matters import OUTBREAK, Matter
from rashomon.stories.owners import Owners

CRISIS, OTHER = 3, 8


def make_owners(articles: int, others: int = 2) -> Owners:
    owners = Owners()
    for _ in range(articles):
        owners.add(CRISIS, {"FJ": 1.0})
    for _ in range(others):
        owners.add(OTHER, {"FJ": 0.8, "NZ": 0.6})
    return owners


def test_a_story_owns_a_country_once_it_holds_most_of_many_articles() -> None:
    assert make_owners(40).find({"FJ": 1.0}, None)[CRISIS] > 0.2
    assert make_owners(4).find({"FJ": 1.0}, None) == {}
    assert make_owners(40, others=50).find({"FJ": 1.0}, None) == {}


def test_the_home_of_an_outlet_tells_of_everything_and_a_place_in_passing_of_nothing() -> None:
    assert make_owners(40).find({"FJ": 1.0}, "FJ") == {}
    assert make_owners(40).find({"FJ": 0.2, "NZ": 0.98}, None) == {}


def test_what_becomes_one_is_owned_as_one_and_what_rests_owns_nothing() -> None:
    owners = make_owners(15, others=15)
    assert owners.find({"FJ": 1.0}, None) == {}
    owners.bind(CRISIS, OTHER)
    assert owners.find({"FJ": 1.0}, None).keys() == {CRISIS}
    owners.drop([CRISIS])
    assert owners.find({"FJ": 1.0}, None) == {}


def test_owning_brings_an_article_in_but_decides_little_and_an_outbreak_owns_nothing() -> None:
    face = Face(words={"渡轮": 1.0}, title={"渡轮": 1.0}, places={"FJ": 1.0}, hour=1.0)
    cluster = Cluster(0.0, None)
    cluster.join(face)
    owned, plain = (measure(face, cluster, words=0.1, owned=share) for share in (0.4, 0.0))
    assert owned.sum(STORY) - plain.sum(STORY) > 1.5
    assert owned.sum(prefer(STORY)) - plain.sum(prefer(STORY)) < 0.5
    cluster.join(msgspec.structs.replace(face, matter=Matter(field=OUTBREAK, subject="FJ", strength=1.0)))
    assert measure(face, cluster, words=0.1, owned=0.4).owned == 0.0
