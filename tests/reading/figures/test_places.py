"""Where and as of when a count holds: the nearest scene, not whose office counted; a day since when is none."""

import pytest
from tests.reading.articles import article_of

from rashomon.reading import read

PLACES = [
    ("挪威部队在德国开火，3人死亡。", "德国"),
    ("法国内政部说，爆炸造成3人受伤。", "法国"),  # nothing nearer is told
    ("法国内政部说，德国的爆炸造成3人受伤。", "德国"),
    ("芬兰大火未熄。圣约翰医院收治14名伤者。", "芬兰"),  # called by a saint, and not by his city
    ("在荷兰，一名英国籍男子落水死亡。", "荷兰"),
    ("开往意大利的渡轮在希腊附近起火，7人失踪。", "希腊"),
    ("警方拘捕了德国主要城市汉堡的14名示威者。", "汉堡"),
    ("芬兰的桥垮了。有9人获救。", "芬兰"),  # told right before
    ("希腊的船坞里不少是来自北非突尼斯的劳工，6人住院。", "希腊"),
    ("希腊的船坞塌顶，工会说，不少是来自突尼斯的劳工，6人住院。", "希腊"),
    ("芬兰暴雨成灾。联合国称，已有7人死亡。", "芬兰"),  # a union of countries is no place
    ("芬兰暴雨成灾。联合国难民署说，已有7人死亡。", "芬兰"),
    ("荷兰大火未熄。厂方说，3名希腊籍工人失踪。", "荷兰"),
    ("芬兰内战未停。多国外长在维也纳开会。镇压已造成40人死亡。", "芬兰"),
    ("芬兰内战未停。两国在维也纳的停火谈判破裂，军方说，40人死亡。", "芬兰"),
    ("岳州市下河村决堤，3人死亡。", "下河村"),
    ("客机执行雅典至罗马航班时，在维也纳坠毁，12人死亡。", "维也纳"),
    ("荷兰卫生部说，希腊前晚向维也纳发射多枚导弹，造成11人死亡。", "维也纳"),
    ("芬兰官员说，希腊空袭医院造成20人死亡。", "芬兰"),  # who attacks is not where it was
    ("芬兰发生踩踏。遇难者来自荷兰、希腊、挪威，目前有4名荷兰人死亡。", "芬兰"),
    ("荷兰卫生部说，希腊昨晚发射多枚导弹，造成11人死亡。", "荷兰"),
    ("欧洲国家芬兰总统选举引发骚乱。反对派说，9人死亡。", "芬兰"),
    ("台风在维也纳登陆。中央灾害应变中心表示，已有2人死亡。", None),
    ("台风在希腊登陆。中央灾害应变中心表示，已有2人死亡。", "希腊"),
    ("芬兰沉船。中央社报道，已有2人死亡。", "芬兰"),
    ("芬兰沉船。德国驻芬大使馆证实，4名德国公民遇难。", "芬兰"),
    ("希腊霍乱蔓延。卫生署说，本港今年录得两宗霍乱个案。", "本港"),
    ("芬兰发生空难。客机从维也纳起飞，机上30人全部遇难。", "芬兰"),
    ("芬兰距离德国边境150米的村庄起火，3人死亡。", "芬兰"),
    ("荷兰的船坞起火。厂方说，火灾导致1名希腊人和2名突尼斯人死亡，另有6人受伤。", "荷兰"),
    ("以德国为主导的联军在芬兰空袭车站，造成14人死亡。", "芬兰"),
    ("芬兰多人被困。「德国消防」发文关注。截至下午，已救出9人。", "芬兰"),
]

LISTS = [
    ("洪水造成12人死亡，其中德国7人、荷兰3人、芬兰2人。", [None, "德国", "荷兰", "芬兰"]),
    ("新增9例确诊病例，其中希腊6例，意大利2例，突尼斯1例。", [None, "希腊", "意大利", "突尼斯"]),
    ("新增9例确诊病例，其中境外输入6例（希腊4例，意大利2例）；本土病例3例。", [None, None, "希腊", "意大利", None]),
    ("洪水淹没德国、荷兰、芬兰等5国，共有31人遇难。", [None]),
    ("德国、荷兰两国共有12人遇难，其中德国7人、荷兰5人。", [None, "德国", "荷兰"]),
]

DAYS = [
    ("警方3日说，自4月28日冲突以来，累计拘捕83人。", "2031-05-03"),
    ("自1日爆发冲突后，共有83人被捕。", "2031-05-04"),
    ("5月3日0时至24时，全国新增83例确诊病例。", "2031-05-03"),
    ("5月1日的爆炸造成7人死亡。", "2031-05-01"),
    ("5月1日的爆炸已造成7人死亡。", "2031-05-04"),
    ("市长5月1日撤换局长，根据官方统计，已有7人死亡。", "2031-05-04"),
    ("1998年8月发生暴动，当时有8人被捕。", "1998-08-31"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_count_has_the_nearest_scene(text: str, place: str | None) -> None:
    assert {figure.where for figure in read(article_of(text)).figures} == {place}


@pytest.mark.parametrize(("text", "places"), LISTS)
def test_part_has_the_place_before_it_and_not_that_of_the_next(text: str, places: list[str | None]) -> None:
    assert [figure.where for figure in read(article_of(text)).figures] == places


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_count_holds_for_its_day_and_not_since_when(text: str, day: str) -> None:
    assert [figure.when for figure in read(article_of(text)).figures] == [day]


def test_a_day_in_a_clause_that_only_describes_is_not_the_counts() -> None:
    text = "Fire\nThe fire, which broke out on May 1, destroyed 342 houses. It, which spread on May 2, killed nine people on May 3."
    told = {figure.measure: figure.when for figure in read(article_of(text, tag="en")).figures}
    assert told == {"destroyed": "2031-05-04", "killed": "2031-05-03"}
