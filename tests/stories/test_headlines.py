"""Two statements on one matter are two events where their headlines begin with two people."""

import pytest

from rashomon.model import Name, Reading
from rashomon.stories import group
from rashomon.stories.closeness import measure
from rashomon.stories.clusters import Cluster, Face
from rashomon.stories.headlines import NONE, Headline, Headlines, find_headline
from tests.stories.world import make_articles


def read(text: str, *names: tuple[str, str]) -> Reading:
    """A reading of a text with names of a kind, each where it stands first."""
    told = [Name(start=text.index(name), end=text.index(name) + len(name), text=name, kind=kind) for name, kind in names]
    return Reading(article="a", names=tuple(told))


def find(title: str, *names: tuple[str, str], body: str = "") -> Headline:
    return find_headline(read(f"{title}\n{body}", *names), title)


def lack(headline: Headline, *held: Headline, script: str = "han") -> bool:
    headlines = Headlines()
    for one in held:
        headlines.add(one, "han")
    return headlines.lack(headline, script)


def test_whom_nobody_names_is_lacked() -> None:
    mayor = find("何远：北塬堤坝守得住", ("何远", "person"), ("北塬", "place"))
    assert lack(find("段青：北塬堤坝要加高", ("段青", "person")), mayor)
    assert not lack(find("何远再巡北塬堤坝", ("何远", "person")), mayor)


@pytest.mark.parametrize(("short", "full"), [("安原", "安原文夫"), ("贝伦科夫", "伊利亚·贝伦科夫"), ("安原", "安原")])
def test_a_person_may_be_called_for_short(short: str, full: str) -> None:
    told = find("首相赴洛川港视察", (full, "person"), body=f"首相{full}今早赴洛川港。")
    assert not lack(find(f"{short}赴洛川港视察", (short, "person")), told)


@pytest.mark.parametrize(
    ("title", "name", "kind"),
    [
        ("安台暴雨成灾", "安台", "place"),
        ("北岸电力公司再停供三日", "北岸电力公司", "organisation"),  # it does and is done to, in ever other names
        ("北塬堤坝昨夜决口三四处，段青赶到", "段青", "person"),  # behind what befell
    ],
)
def test_only_a_person_at_the_head_tells(title: str, name: str, kind: str) -> None:
    assert find(title, (name, kind)).heads == ()


def test_nothing_is_lacked_where_nothing_is_named() -> None:
    someone = find("段青：北塬堤坝要加高", ("段青", "person"))
    assert not lack(someone, NONE)
    assert not lack(someone, find("何远：守得住", ("何远", "person")), script="latin")  # no name is met in another script
    assert find_headline(None, "段青：北塬堤坝要加高") == NONE


def test_it_is_asked_of_an_event_and_not_of_a_story() -> None:
    first = Face(words={"堤坝": 1.0}, title={}, places={}, hour=1.0, headline=find("何远巡堤", ("何远", "person")))
    later = Face(words={"堤坝": 1.0}, title={}, places={}, hour=2.0, headline=find("段青巡堤", ("段青", "person")))
    event, story = Cluster(1.0, None, event=True), Cluster(1.0, 48.0)
    event.join(first)
    story.join(first)
    assert measure(later, event, words=0.5).unnamed == 1
    assert measure(later, story, words=0.5).unnamed == 0
    assert measure(first, event, words=0.5).unnamed == 0


def test_names_are_kept_as_hashes() -> None:
    told = find("何远：北塬堤坝守得住", ("何远", "person"))
    assert all(isinstance(form, int) for forms in (told.heads, *told.named) for form in forms)


def test_another_speaker_at_the_head_makes_another_event() -> None:
    body = "北塬堤坝今晨渗水，官员到场查看险情，下游三个村庄准备转移，水位仍在上涨。"
    more = "段青说今晚开闸泄洪，请沿岸居民远离河道，船只回港避险，学校停课两天，电车改道，渡口关闭，医院加派护士，粮仓开放。"
    rows = (
        ("晨报", "2031-03-02T08:00:00+08:00", "何远：北塬堤坝守得住", f"{body}何远说堤坝守得住。"),
        ("海闻社", "2031-03-02T13:30:00+08:00", "段青：北塬水库泄洪", f"{body}{more}"),
    )
    articles = make_articles(rows)
    people = {"晨报": "何远", "海闻社": "段青"}
    named = {a.path: read(a.text, (people[a.outlet or ""], "person")) for a in articles}
    bare = {a.path: Reading(article="a") for a in articles}
    assert len(group(articles, bare).stories) == len(group(articles, named).stories) == 1
    assert len(group(articles, bare).stories[0].events) == 1
    assert len(group(articles, named).stories[0].events) == 2
