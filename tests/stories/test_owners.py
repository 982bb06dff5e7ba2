"""A story that holds most of what is told of a country is likely what else comes from there is on."""

import msgspec

from rashomon.stories.binding import Binder
from rashomon.stories.closeness import measure
from rashomon.stories.clusters import Cluster, Face
from rashomon.stories.live import Live
from rashomon.stories.marks import HAN, Source
from rashomon.stories.matters import OUTBREAK, Matter
from rashomon.stories.owners import Owners
from rashomon.stories.settings import Settings
from rashomon.stories.sums import STORY, prefer
from rashomon.stories.weights import Frequencies

CRISIS, OTHER = 3, 8
SOURCE = Source(script=HAN, lead="", title=0, words=(), facts=())


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
    assert make_owners(40, others=60).find({"FJ": 1.0}, None) == {}


def test_the_home_of_an_outlet_tells_of_everything_and_a_place_in_passing_of_nothing() -> None:
    assert make_owners(40).find({"FJ": 1.0}, "FJ") == {}
    assert make_owners(40).find({"FJ": 0.2, "NZ": 0.98}, None) == {}


def test_what_becomes_one_is_owned_as_one_and_what_rests_owns_nothing() -> None:
    owners = make_owners(15, others=20)
    assert owners.find({"FJ": 1.0}, None) == {}
    owners.bind(CRISIS, OTHER)
    assert owners.find({"FJ": 1.0}, None).keys() == {CRISIS}
    owners.drop([CRISIS])
    assert owners.find({"FJ": 1.0}, None) == {}


def test_owning_brings_an_article_in_but_decides_little_and_an_outbreak_owns_nothing() -> None:
    face = Face(words={"渡轮": 1.0}, title={"渡轮": 1.0}, places={"FJ": 1.0}, hour=1.0)
    cluster = Cluster(0.0, None)
    cluster.join(face)
    owned, plain = (measure(face, cluster, words=0.1, owned=share, shared=5.0) for share in (0.4, 0.0))
    assert owned.sum(STORY) - plain.sum(STORY) > 1.5
    assert owned.sum(prefer(STORY)) - plain.sum(prefer(STORY)) < 0.75
    cluster.join(msgspec.structs.replace(face, matter=Matter(field=OUTBREAK, subject="FJ", strength=1.0)))
    assert measure(face, cluster, words=0.1, owned=0.4, shared=5.0).owned == 0.0


def test_what_shares_little_more_than_a_country_with_its_story_is_hardly_owned() -> None:
    face = Face(words={"渡轮": 1.0}, title={"渡轮": 1.0}, places={"FJ": 1.0}, hour=1.0)
    cluster = Cluster(0.0, None)
    cluster.join(face)
    one, several = (measure(face, cluster, words=0.1, owned=0.4, shared=shared).owned for shared in (1.0, 4.0))
    assert one < several / 2
    assert several == 0.4


def test_a_story_left_apart_in_its_first_hours_becomes_part_of_the_one_that_owns_its_country() -> None:
    settings = Settings()
    words = {"斐济": 0.6, "叛军": 0.5, "港口": 0.5, "炮击": 0.37}
    face = Face(words=words, title={"叛军": 1.0}, places={"FJ": 1.0}, hour=9.0)
    others = {"斐济": 0.15, "叛军": 0.1, "港口": 0.1, "侨民": 0.7, "包机": 0.68}
    small = msgspec.structs.replace(face, words=others, title={"侨民": 1.0})
    for owning in (False, True):
        live = Live(settings)
        for number in range(12):
            live.join(0, number, face, SOURCE, number=number)
            if not owning:
                olives = msgspec.structs.replace(face, words={"橄榄": 1.0})
                live.join(90 + number, 90 + number, olives, SOURCE, number=90 + number)
        live.join(50, 50, small, SOURCE, number=50)
        Binder(live, Frequencies(settings), settings).bind(0, [50])
        assert (live.trace(50) == 0) is owning
