"""News: a lead whose headline the lines of its day have told has nothing of its own."""

from typing import Any

from rashomon.accounts.claims.claims import lay_out
from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.comparing.letters import Letters
from rashomon.accounts.comparing.likeness import Likeness
from rashomon.accounts.identities.identities import identify
from rashomon.accounts.timeline.news import News, find_reported
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


def test_a_lead_without_a_day_is_news_where_its_article_is_short_or_gives_one_at_its_top(scene: Any) -> None:
    short, report, feature = "港务局局长沈砚辞职。", "岚洲议会否决了停渡令。", "停渡令已把岚洲推到十字路口。"
    rest = [f"当地人谈到第{n}条航线的历史。" for n in range(9)]
    scene.add("甲报", "2031-03-04", "港务局局长辞职", short).happens(short, "2031-03-04", anchored=False)
    pen = scene.add("乙台", "2031-03-04", "议会否决停渡令", report, "表决周一举行。", *rest)
    pen.happens(report, "2031-03-04", anchored=False).happens("表决周一举行。", "2031-03-03")
    pen = scene.add("乙台", "2031-03-04", "岚洲往何处去", feature, "去年2月1日渡轮曾停航。", *rest)
    pen.happens(feature, "2031-03-04", anchored=False).happens("去年2月1日渡轮曾停航。", "2030-02-01")
    witnesses = gather(scene.articles, scene.readings, scene.placements)
    claims = lay_out(witnesses, identify(witnesses)).happenings
    found = find_reported(claims, list(map(place_of, claims)))
    assert {claims[at].witness.article.text[slice(*claims[at].sentence)] for at in found} == {short, report}
