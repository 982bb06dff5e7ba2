"""News: a lead whose headline the lines of its day have told has nothing of its own."""

from typing import Any

from rashomon.accounts.claims.claims import lay_out
from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.identities.identities import identify
from rashomon.accounts.timeline.news import News
from rashomon.accounts.timeline.salience import place_of


def test_a_lead_has_nothing_of_its_own_once_its_headline_is_told(scene: Any) -> None:
    known = "岚洲渡轮灰雁号在礁城外海翻沉，船员失踪，"
    heads = {"市长下令全市停渡": f"{known}市长其后表示遗憾。", "潜水队寻获救生衣": f"{known}搜寻仍在继续。"}
    for title, lead in heads.items():
        pen = scene.add("甲报", "2031-03-02", title, lead)
        pen.happens(title, "2031-03-02", anchored=False).happens(lead, "2031-03-02", anchored=False)
    told = "市长周日下令全市停渡一天。"
    scene.add("乙台", "2031-03-02", "岚洲简讯", "此前还有一句。", told).happens(told, "2031-03-02", anchored=False)
    witnesses = gather(scene.articles, scene.readings, scene.placements)
    claims = lay_out(witnesses, identify(witnesses)).happenings
    texts = [claim.witness.article.text[slice(*claim.sentence)] for claim in claims]
    news = News(claims, list(map(place_of, claims)), Likeness(Letters(texts)))
    leads = [texts.index(lead) for lead in heads.values()]
    assert [news.is_told(at) for at in leads] == [False, False]
    news.tell(texts.index(told))
    assert [news.is_told(at) for at in leads] == [True, False]
