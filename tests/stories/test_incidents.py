"""Two incidents told alike are two where they befell in two places."""

from rashomon import pipeline
from rashomon.stories.incidents import Incident, Incidents


def tell(*sites: str, countries: tuple[str, ...] = ("CL",), script: str = "han") -> Incident:
    return Incident(countries=countries, script=script, sites=sites)


def hold(*told: Incident) -> Incidents:
    held = Incidents()
    for incident in told:
        held.add(incident)
    return held


def test_places_that_do_not_meet_are_apart() -> None:
    held = hold(tell("罗坎", "北岸"), tell("罗坎"))
    assert held.measure(tell("南溪"), 2) == 1.0
    assert held.measure(tell("南溪"), 4) == 0.5
    assert held.measure(tell("北岸"), 2) == 0.0
    assert held.measure(tell("罗坎港"), 2) == 0.0


def test_nothing_is_told_where_one_names_no_place() -> None:
    assert hold(tell("罗坎")).measure(tell(), 1) == 0.0
    assert hold(tell("罗港")).measure(tell("Southbrook", script="latin"), 1) == 0.0  # so few consonants are no key
    assert hold(tell("罗坎")).measure(None, 1) == 0.0


def test_places_in_two_scripts_meet_by_their_sound() -> None:
    assert hold(tell("白沙瓦")).measure(tell("peshawar", script="latin"), 1) == 0.0
    assert hold(tell("马尔洛夫斯克")).measure(tell("marlovsk", script="latin"), 1) == 0.0
    assert hold(tell("马尔洛夫斯克")).measure(tell("peshawar", script="latin"), 1) == 0.75


def test_a_place_is_one_however_a_region_spells_it() -> None:
    assert hold(tell("塔维尼亚")).measure(tell("塔尔维尼亚"), 1) == 0.0  # 尔 left out
    assert hold(tell("凯斯滕")).measure(tell("凯斯顿"), 1) == 0.0  # by its sound
    assert hold(tell("南溪")).measure(tell("南田溪"), 1) == 1.0
    assert hold(tell("lon", script="latin")).measure(tell("lorkin", script="latin"), 1) == 1.0


def test_countries_tell_in_every_script() -> None:
    assert hold(tell("罗坎")).measure(tell("Southbrook", script="latin", countries=("PE",)), 1) == 1.0
    assert hold(tell("罗坎")).compare(1, hold(tell(countries=("PE",)), tell(countries=("PE",))), 2) == 1.0


def test_two_blasts_in_one_country_are_two_stories(tmp_path: object) -> None:
    folder = str(tmp_path)
    texts = {
        "a1.txt": ("智利蒙特港一面粉厂爆炸 21人死亡", "晨报", "2031-05-06 09:00", "智利城市蒙特港一家面粉厂6日爆炸，21人死亡，40人受伤。"),
        "a2.txt": ("智利蒙特港麵粉廠爆炸21死", "南報", "2031-05-06 12:00", "智利蒙特港一間麵粉廠今日爆炸，21人死亡，40人受傷。"),
        "b1.txt": ("智利瓦尔迪维亚一糖厂爆炸 9人死亡", "晨报", "2031-05-07 09:00", "智利瓦尔迪维亚一家糖厂7日爆炸，9人死亡，15人受伤。"),
        "b2.txt": ("智利瓦爾迪維亞糖廠爆炸9死", "南報", "2031-05-07 12:00", "智利瓦爾迪維亞一間糖廠今日爆炸，9人死亡，15人受傷。"),
    }
    for name, (title, outlet, day, text) in texts.items():
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write(f"{title}\n来源：{outlet}\n日期：{day}\n\n{text}\n")
    grouping = pipeline.stories(pipeline.read([folder]))
    assert sorted(sorted(path[-6:] for path in story.paths) for story in grouping.stories) == [["a1.txt", "a2.txt"], ["b1.txt", "b2.txt"]]
