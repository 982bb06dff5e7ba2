"""The timeline: told once, the widely told first."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from rashomon.accounts.claims.claims import lay_out
from rashomon.accounts.claims.sentences import Sentences
from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.identities.identities import identify
from rashomon.accounts.telling import tell
from rashomon.accounts.timeline import salience
from rashomon.accounts.timeline.astray import find_strangers
from rashomon.accounts.timeline.timeline import find_facts, survey
from rashomon.model import Contact


def account_of(scene: Any) -> Any:
    return tell(scene.story, scene.articles, scene.readings, placements=scene.placements)


def test_one_happening_in_two_scripts_is_one_line(blast: Callable[[], Any]) -> None:
    lines = [line for line in account_of(blast()).timeline if line.date == "2031-03-02"]
    assert [line.outlets for line in lines if "9人死亡" in line.text] == [("北岸电台", "海潮报")]


def test_widely_told_outweighs_told_once(scene: Any) -> None:
    for outlet in ("甲报", "乙报", "丙台"):
        sentence = f"岚洲港化学品仓库2日凌晨爆炸，消防车赶到港区（{outlet}）。"
        scene.add(outlet, "2031-03-02", f"岚洲爆炸（{outlet}）", sentence).happens(sentence, "2031-03-02", "ACCIDENT")
    lone = "岚洲歌剧院2日宣布下个演季的全部剧目和客座指挥。"
    scene.add("丁网", "2031-03-02", "岚洲歌剧院演季", lone).happens(lone, "2031-03-02")
    weights = {line.text[:5]: line.weight for line in account_of(scene).timeline}
    assert weights["岚洲港化学"] > weights["岚洲歌剧院"]


def test_one_thing_under_two_days_is_one_line_where_a_sentence_tells_of_both(scene: Any) -> None:
    ruled = "岚洲海事庭5日裁定扣押货轮灰雁号，船东须缴保证金三百万元。"
    looked_back = "海事庭9日回顾，5日的裁定扣押货轮灰雁号，船东须缴保证金三百万元。"
    scene.add("甲报", "2031-03-05", "灰雁号被扣", ruled).happens(ruled, "2031-03-05", "COERCE")
    pen = scene.add("乙报", "2031-03-20", "灰雁号案", looked_back).happens(looked_back, "2031-03-20", "CONSULT")
    assert {line.date for line in account_of(scene).timeline} == {"2031-03-05", "2031-03-20"}
    pen.happens(looked_back, "2031-03-05", "COERCE")
    (line,) = account_of(scene).timeline
    assert line.outlets == ("乙报", "甲报")


def test_what_was_still_to_come_weighs_less_than_what_came(scene: Any) -> None:
    for at, outlet in enumerate(("甲报", "乙报")):
        came, comes = f"渡轮公司2日恢复全部夜航班次（{outlet}）。", f"博物馆9日展出修复完毕的古船（{outlet}）。"
        pen = scene.add(outlet, "2031-03-02", f"岚洲简讯{at}", came, comes)
        pen.happens(came, "2031-03-02", "CONCEDE").happens(comes, "2031-03-09", "CONCEDE")
    weights = {line.date: line.weight for line in account_of(scene).timeline}
    assert weights["2031-03-02"] > 1.5 * weights["2031-03-09"]


def test_questions_and_what_was_long_over_are_no_lines(scene: Any) -> None:
    for at, outlet in enumerate(("甲报", "乙报")):
        news = f"岚洲港两座龙门吊2日清晨倒塌（{outlet}）。"
        asked, past, since = "这样的大吊为何会倒？", "2019年，岚洲港也倒塌过一座旧吊。", "自2019年以来，港务局已更换九座旧吊。"
        pen = scene.add(outlet, "2031-03-02", f"龙门吊倒塌{at}", news, "港区停工一天。", asked, past, since)
        pen.happens(news, "2031-03-02", "ACCIDENT").time("2019年", "2019")
        for sentence in (asked, past, since):
            pen.happens(sentence, "2031-03-02", "ACCIDENT", anchored=False)
        pen.time("自2019年", "2019")
    told = {line.text for line in account_of(scene).timeline}
    assert {asked, past} & told == set()
    assert since in told


def test_where_somebody_can_be_reached_is_no_line(scene: Any) -> None:
    news, only = "岚洲港两座龙门吊倒塌，港务局开设热线12345供家属查询。", "港务局求助热线：12345。"
    for outlet in ("甲报", "乙报"):
        pen = scene.add(outlet, "2031-03-02", f"龙门吊倒塌（{outlet}）", news, "港区停工一天。", only)
        for sentence in (news, only):
            pen.happens(sentence, "2031-03-02", "ACCIDENT", anchored=False)
            start = pen.article.text.index("12345", pen.article.text.index(sentence))
            pen._mark("contacts", Contact(start=start, end=start + 5, text="12345", office="港务局", number="12345"))
    told = {line.text for line in account_of(scene).timeline}
    assert news in told
    assert only not in told


def test_an_article_on_another_matter_is_a_stranger(scene: Any) -> None:
    for at, outlet in enumerate("甲乙丙丁戊己"):
        scene.add(f"{outlet}报", f"2031-03-0{at + 2}", f"岚洲渡轮船长沈致远受审{at}", f"岚洲法院第{at + 2}庭传召渡轮船长沈致远作证。")
    other = scene.add("庚网", "2031-03-09", "礁城流感病人再增", "礁城郊外有流感病人九百名，学校停课一周。")
    assert find_strangers(gather(scene.articles, scene.readings, scene.placements)) == {other.path}


def test_lines_stand_by_date(blast: Callable[[], Any]) -> None:
    dates = [line.date for line in account_of(blast()).timeline]
    assert dates == sorted(dates)


def test_lone_article_keeps_its_own_order(scene: Any) -> None:
    first, second = "市府大楼周一傍晚起火，火势一小时后扑灭。", "市长下令彻查起火原因，并慰问受伤员工。"
    scene.add("甲报", "2031-05-05", "市府起火", first, second).happens(first, "2031-05-05").happens(second, "2031-05-05")
    lines = account_of(scene).timeline
    assert [line.text for line in lines] == [first, second]
    assert lines[0].weight > lines[1].weight


def test_lead_quotes_sentences_of_the_articles(blast: Callable[[], Any]) -> None:
    scene = blast()
    texts = [article.text for article in scene.articles]
    leads = account_of(scene).lead
    assert leads
    assert all(any(lead.text in text for text in texts) for lead in leads)


def test_a_line_tells_who_carried_it_first_and_how_long_the_others_took(blast: Callable[[], Any]) -> None:
    scene = blast()
    by_outlet = {article.path: article for article in scene.articles}
    late = next(path for path, article in by_outlet.items() if article.outlet == "北岸电台" and "2031-03-02" in path)
    scene.articles = [
        msgspec.structs.replace(article, published="2031-03-02T11:00:00+08:00") if article.path == late else article
        for article in scene.articles
    ]
    (line,) = [line for line in account_of(scene).timeline if line.date == "2031-03-02" and "9人死亡" in line.text]
    assert [(one.outlet, one.after) for one in line.carried] == [("海潮报", 0), ("北岸电台", 180)]
    assert {one.outlet for one in line.carried} == set(line.outlets)


def test_one_happening_in_other_words_is_told_once(scene: Any) -> None:
    told = "岚洲市议会2日表决撤销港口扩建合同。"
    again = "岚洲市議會2日投票取消港口擴建的合約。"
    scene.add("甲报", "2031-03-02", "市议会表决", told).happens(told, "2031-03-02")
    scene.add("乙台", "2031-03-02", "市議會投票", again, language="zh-Hant").happens(again, "2031-03-02")
    for n in range(12):
        other = f"第{n}号公告说明另一件琐事，与此无关的居民{n}日前往{n}号窗口。"
        scene.add(f"丙网{n}", "2031-03-02", f"公告{n}", other).happens(other, "2031-03-02")
    lines = [line for line in account_of(scene).timeline if "港口" in line.text]
    assert [line.outlets for line in lines] == [("乙台", "甲报")]


def test_one_wording_under_two_dates_is_one_line(scene: Any) -> None:
    told = "岚洲示威者攻占市政厅并纵火焚毁两间办公室。"
    scene.add("甲报", "2031-03-02", "市政厅遭攻占", told).happens(told, "2031-03-02", "PROTEST")
    scene.add("乙台", "2031-03-03", "市政廳遭攻佔", told).happens(told, "2031-03-03", "PROTEST")
    lines = [line for line in account_of(scene).timeline if line.text == told]
    assert len(lines) == 1


def test_dated_telling_stands_for_one_without_a_date(scene: Any) -> None:
    dated, later = "渡轮公司3月2日宣布停驶全部夜航班次并退还票款。", "渡轮公司宣布停驶全部夜航班次，并会退还票款。"
    scene.add("甲报", "2031-03-03", "岚洲渡轮", dated).happens(dated, "2031-03-02", "CONCEDE")
    scene.add("乙报", "2031-03-05", "岚洲交通", later).happens(later, "2031-03-05", "CONCEDE", anchored=False)
    for outlet in ("丙台", "丁社"):
        filler = f"歌剧院四日起彩排新剧目，{outlet}记者到场。"
        scene.add(outlet, "2031-03-04", f"岚洲文化（{outlet}）", filler).happens(filler, "2031-03-04")
    lines = [line for line in account_of(scene).timeline if "夜航" in line.text]
    assert [(line.date, line.outlets) for line in lines] == [("2031-03-02", ("乙报", "甲报"))]


def test_of_two_without_a_date_the_earlier_day_stands(scene: Any) -> None:
    first, later = "渡轮公司总经理和港务局局长就沉船事故请辞。", "渡轮公司总经理和港务局局长就沉船事故请辞，二人已停职。"
    scene.add("甲报", "2031-03-03", "岚洲渡轮", first).happens(first, "2031-03-03", "RETREAT", anchored=False)
    for outlet in ("乙报", "丙台", "丁社"):
        scene.add(outlet, "2031-03-04", f"岚洲交通（{outlet}）", later).happens(later, "2031-03-04", "RETREAT", anchored=False)
        filler = f"歌剧院五日起彩排新剧目，{outlet}记者到场。"
        scene.add(outlet, "2031-03-05", f"岚洲文化（{outlet}）", filler).happens(filler, "2031-03-05")
    lines = [line for line in account_of(scene).timeline if "请辞" in line.text]
    assert [(line.date, line.text) for line in lines] == [("2031-03-03", first)]


def test_a_lead_that_opens_with_what_its_outlet_told_before_is_a_line(scene: Any) -> None:
    known = "岚洲渡轮灰雁号在礁城外海翻沉，船员失踪，"
    news = ("市长下令全市停渡。", "潜水队寻获救生衣。", "公司股票停牌。", "家属抵达码头。")
    for at, new in enumerate(news):
        lead, more = f"{known}{new}", f"岚洲渡轮灰雁号翻沉后，礁城外海仍有第{at}批船只搜寻失踪船员。"
        pen = scene.add("甲报", "2031-03-02", f"灰雁号{at}", lead, more)
        for sentence in (lead, more):
            pen.happens(sentence, "2031-03-02", "ACCIDENT", anchored=False)
    told = " ".join(line.text for line in account_of(scene).timeline)
    assert all(new in told for new in news)


def test_item_of_another_matter_weighs_little(scene: Any) -> None:
    own, other = "岚洲港仓库2日起火，消防局出动二十辆车。", "歌剧院2日公布下个演季的剧目和客座指挥。"
    for at, outlet in enumerate(("甲报", "乙报", "丙台")):
        pen = scene.add(outlet, "2031-03-02", f"岚洲仓库起火{at}", own.replace("二十", f"{at + 3}")).name("岚洲", "place")
        pen.happens(own.replace("二十", f"{at + 3}"), "2031-03-02")
    plain = scene.add("丁网", "2031-03-02", "一日简讯", "岚洲仓库起火，数人送医。", "中间隔着一句别的话，说的是天气转凉。", other)
    plain.name("岚洲", "place").happens(other, "2031-03-02")
    near = scene.add("戊报", "2031-03-02", "岚洲之夜", "岚洲歌剧院2日取消当晚演出并疏散观众和乐手。").name("岚洲", "place")
    near.happens("岚洲歌剧院2日取消当晚演出并疏散观众和乐手。", "2031-03-02")
    weights = {line.text[:5]: line.weight for line in account_of(scene).timeline}
    assert weights["岚洲歌剧院"] > 2 * weights["歌剧院2日"]


def test_the_lead_needs_no_sentence_before_it(scene: Any) -> None:
    told = (
        "岚洲议会2日凌晨通过弹劾案，市长随即停职。",
        "然而，市长的支持者2日占领了岚洲议会的会议厅和前院。",
        "反对党3日提名岚洲港务局长出任代理市长。",
    )
    for outlet in ("甲报", "乙台"):
        pen = scene.add(outlet, "2031-03-03", f"岚洲市长遭弹劾（{outlet}）", *told)
        for sentence, day in zip(told, ("2031-03-02", "2031-03-02", "2031-03-03"), strict=True):
            pen.happens(sentence, day)
    assert [lead.text for lead in account_of(scene).lead] == [told[0], told[2]]


@pytest.mark.parametrize(("outlet", "days"), [("乙台", ["2031-03-02"]), ("甲报", ["2031-03-02", "2031-03-03"])], ids=["another", "its own"])
def test_other_words_of_the_next_day_are_told_once_where_another_outlets_keep_one_company(scene: Any, outlet: str, days: list[str]) -> None:
    told, again = "岚洲歌剧院工会宣布罢演。", "歌剧院乐手停工，抗议减薪。"
    beside = ("岚洲歌剧院工会罢演，乐手停工抗议减薪", "乐手抗议减薪，歌剧院工会罢演", "工会宣布罢演，停工的乐手抗议减薪")
    scene.add("甲报", "2031-03-02", "歌剧院罢演", told).happens(told, "2031-03-02", "PROTEST")
    scene.add(outlet, "2031-03-03", "乐手停工", again).happens(again, "2031-03-03", "PROTEST")
    for at, other in enumerate(("丙网", "丁社", "戊报", "己台")):
        pen = scene.add(other, f"2031-03-0{2 + at % 2}", f"岚洲文化{at}", *(f"{words}（{other}）。" for words in beside))
        for words in beside:
            pen.happens(f"{words}（{other}）。", f"2031-03-0{2 + at % 2}", "PROTEST", anchored=False)
        port = f"礁城{other}港务局添购第{at + 3}艘拖船并修缮码头。"
        scene.add(other, "2031-03-02", f"礁城{at}", port).happens(port, "2031-03-02")
    lines = [line for line in account_of(scene).timeline if line.text in (told, again)]
    assert [line.date for line in lines] == days
    assert outlet in lines[-1].outlets


def test_an_old_text_posted_again_gives_a_line_only_where_no_other_does(scene: Any) -> None:
    sentences = {"甲报": "岚洲军官2日占领电视台并宣读公报。", "乙台": "岚洲总理2日在机场遭士兵扣留审问。"}
    for outlet, sentence in sentences.items():
        scene.add(outlet, "2031-03-02", f"岚洲政变（{outlet}）", sentence).happens(sentence, "2031-03-02")
    scene.articles[1] = msgspec.structs.replace(scene.articles[1], written="2031-01-02")
    assert [line.text for line in account_of(scene).timeline] == [sentences["甲报"]]
    scene.articles[0] = msgspec.structs.replace(scene.articles[0], written="2031-01-02")
    assert {line.text for line in account_of(scene).timeline} == set(sentences.values())


@pytest.mark.parametrize(("past", "days"), [("2019-06-04", {"2031-03-02"}), ("2031-02-04", {"2031-02-04"})])
def test_what_tells_of_today_stands_under_no_day_long_past(scene: Any, past: str, days: set[str]) -> None:
    told = "岚洲检察院控告船东在那年的一篇文章里煽动码头工人罢工。"
    pen = scene.add("甲报", "2031-03-02", "船东被控", told)
    pen.happens(told, past).happens(told, "2031-03-02")
    other = "岚洲气象台发布大雾警告，渡轮停航。"
    scene.add("乙台", "2031-03-02", "大雾停航", other).happens(other, "2031-03-02")
    assert {line.date for line in account_of(scene).timeline if line.text == told} == days


@pytest.mark.parametrize(("counts", "less"), [(("9", "9"), True), (("9", "12"), False)])
def test_what_gives_no_day_weighs_less_where_a_dated_line_of_the_day_before_is_close_to_it(scene: Any, counts: Any, less: bool) -> None:
    weights = []
    for anchored in (True, False):
        made = type(scene)()
        first = f"渡轮公司宣布夜航停驶，{counts[0]}名船员在北岸码头被捕，总督签署搜查令并封锁全部栈桥。"
        again = f"岚洲市议员质疑搜查程序，并到医院探望被捕的{counts[1]}名船员的家属，要求法院公开庭审记录和证词。"
        made.add("甲报", "2031-03-02", "夜航停驶", first).happens(first, "2031-03-02", "COERCE", anchored=anchored)
        made.add("乙台", "2031-03-03", "议员质疑", "岚洲议会开会。", again).happens(again, "2031-03-03", "ACCUSE", anchored=False)
        for n in range(9):
            other = f"第{n}号告示列出博物馆{n}层的展品与导览时间。"
            made.add(f"丙网{n}", "2031-03-05", f"告示{n}", other).happens(other, "2031-03-05")
        weights.append(next(line.weight for line in account_of(made).timeline if line.text == again))
    assert (weights[0] < 0.9 * weights[1]) is less


@pytest.mark.parametrize(
    ("first", "then", "lines"),
    [
        ("岚洲口岸办公布，从本月4日起累计66名司机检测呈阳性。", "岚洲口岸办公布，从本月4日起累计129名司机检测呈阳性。", 2),
        ("岚洲口岸办公布，从本月4日起累计66名司机检测呈阳性。", "岚洲口岸办公布，从本月4日起有司机检测呈阳性。", 1),
    ],
)
def test_two_days_share_no_number_by_the_day_that_they_name(scene: Any, first: str, then: str, lines: int) -> None:
    for day, told in (("2031-03-12", first), ("2031-03-13", then)):
        pen = scene.add(f"{day[-2:]}报", day, f"口岸检测{day[-1]}", told)
        pen.happens(told, day, "HEALTH").time("本月4日", "2031-03-04")
    assert len(account_of(scene).timeline) == lines


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("此外，市议会3月2日否决了夜航税。", "市议会3月2日否决了夜航税。"),
        ("但市议会3月2日否决了夜航税。", "市议会3月2日否决了夜航税。"),
        ("而今市议会3月2日否决了夜航税。", "而今市议会3月2日否决了夜航税。"),
        ("据悉，市议会3月2日否决了夜航税。", "据悉，市议会3月2日否决了夜航税。"),
        ("但丁协会3月2日否决了夜航税。", "但丁协会3月2日否决了夜航税。"),
    ],
)
def test_what_only_links_a_sentence_to_the_one_before_is_left_out_of_its_line(scene: Any, told: str, shown: str) -> None:
    scene.add("甲报", "2031-03-02", "市议会表决", told).happens(told, "2031-03-02")
    assert [line.text for line in account_of(scene).timeline] == [shown]


def test_of_two_tellings_the_one_that_leans_on_no_other_sentence_is_the_line(scene: Any) -> None:
    leaning, whole = "当天，渡轮公司宣布停驶全部夜航班次并退还票款。", "渡轮公司宣布停驶全部夜航班次并退还票款。"
    scene.add("甲报", "2031-03-02", "岚洲渡轮", leaning).happens(leaning, "2031-03-02")
    scene.add("乙台", "2031-03-02", "渡轮停驶", whole).happens(whole, "2031-03-02")
    assert [line.text for line in account_of(scene).timeline] == [whole]


def test_news_of_the_month_before_is_no_line_beneath_an_opening_though_its_figures_are(scene: Any) -> None:
    past, figures = "渡轮工会主席上月辞去了全部职务。", "渡轮公司上月营业额下跌两成。"
    for outlet in ("甲报", "乙台"):
        pen = scene.add(outlet, "2031-03-05", "岚洲渡轮停航", "渡轮停航三天。", "乘客改乘火车。", past, figures)
        pen.happens(past, "2031-03-05", "OTHER", anchored=False).happens(figures, "2031-03-05", "ECONOMY", anchored=False)
        pen.happens("渡轮停航三天。", "2031-03-05", anchored=False)
        pen.time("上月辞去", "2031-02").time("上月营业额", "2031-02")
    told = {line.text for line in account_of(scene).timeline}
    assert past not in told
    assert figures in told


def test_a_headline_is_no_line_beside_the_sentence_that_opens_its_article(scene: Any) -> None:
    title, opening = "船厂夜班停工抗议减薪", "岚洲船厂四百名夜班工人3月4日放下工具，抗议减薪一成。"
    scene.add("甲报", "2031-03-05", title, opening).happens(title, "2031-03-05", anchored=False).happens(opening, "2031-03-04")
    for n in range(6):
        other = f"第{n}号公告说明另一件琐事，与此无关的居民{n}日前往{n}号窗口。"
        scene.add(f"乙网{n}", "2031-03-05", f"公告{n}", other).happens(other, "2031-03-05")
    told = {line.text for line in account_of(scene).timeline}
    assert opening in told
    assert title not in told


def test_a_correction_of_a_count_is_a_line_beside_what_it_corrects(scene: Any) -> None:
    first = "卫生厅5月3日通报，岚洲港仓库爆炸造成27人死亡。"
    second = "卫生厅5月4日更正，岚洲港仓库爆炸造成25人死亡，先前公布的27人死亡有误。"
    for outlet, day, told, number in (("甲报", "2031-05-03", first, 27), ("乙台", "2031-05-04", second, 25)):
        pen = scene.add(outlet, day, f"岚洲仓库爆炸（{outlet}）", told).happens(told, day, "ACCIDENT")
        pen.figure(f"{number}人死亡", "killed", number, number)
    assert [line.text for line in account_of(scene).timeline] == [first, second]


def test_a_correction_stands_on_its_own_day_and_not_on_that_of_what_it_counts(scene: Any) -> None:
    first = "岚洲港仓库5月3日凌晨爆炸，港区一片火海。"
    told = "卫生厅今天把3日爆炸的死亡人数更正为25人，称有两人被重复统计。"
    for outlet in ("甲报", "丙网"):
        scene.add(outlet, "2031-05-03", f"岚洲仓库爆炸（{outlet}）", first).happens(first, "2031-05-03", "ACCIDENT")
    pen = scene.add("乙台", "2031-05-05", "岚洲仓库爆炸（乙台）", told).happens(told, "2031-05-03", "ACCIDENT").happens(told, "2031-05-05")
    pen.figure("死亡人数更正为25人", "killed", 25, 25)
    assert [(line.date, line.text) for line in account_of(scene).timeline] == [("2031-05-03", first), ("2031-05-05", told)]


def test_where_there_is_room_a_count_of_its_own_is_a_line_though_its_other_words_are_told(
    scene: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(salience, "FRESH", 1.1)  # whatever holds a shared word is told before
    toll = "岚洲地震的死亡人数已升至338人，搜救工作已结束。"
    after = "上午10时又发生5.4级余震，造成2人死亡，钟楼倒塌。"
    other = "市政府在体育场搭建帐篷，钟楼旁的居民领取毛毯。"
    for outlet in ("甲报", "乙台"):
        pen = scene.add(outlet, "2031-05-04", f"岚洲地震（{outlet}）", toll).happens(toll, "2031-05-04", "HAZARD")
        pen.figure("338人", "killed", 338, 338)
    pen = scene.add("丁报", "2031-05-04", "岚洲见闻", "记者到达岚洲。", "灾民排队。", other, after)
    pen.happens(other, "2031-05-04").happens(after, "2031-05-04", "HAZARD").figure("2人死亡", "killed", 2, 2)
    assert {line.text for line in account_of(scene).timeline} == {toll, after}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("岚国是全球最大的海盐出口国，海盐多由这里装船。", False),
        ("岚国是全球最大的海盐出口国，爆炸使12人死亡。", True),  # it counts
        ("岚国海盐公司的仓库被夷为平地，出口停顿。", True),
    ],
)
def test_what_something_is_among_its_like_is_no_line(scene: Any, sentence: str, told: bool) -> None:
    first = "岚洲港盐库2日凌晨爆炸，消防车赶到港区。"
    pen = scene.add("甲报", "2031-03-02", "岚洲爆炸", first, sentence)
    pen.happens(first, "2031-03-02", "ACCIDENT").happens(sentence, "2031-03-02", "ACCIDENT", anchored=False)
    if "12人死亡" in sentence:
        pen.figure("12人死亡", "killed", 12, 12)
    scene.add("乙台", "2031-03-02", "岚洲盐库爆炸", first).happens(first, "2031-03-02", "ACCIDENT")
    assert any(line.text == sentence for line in account_of(scene).timeline) is told


@pytest.mark.parametrize(
    ("days", "dated", "lines"),
    [(("02", "03"), True, 1), (("02", "05"), False, 1), (("02", "05"), True, 2)],
    ids=["a day apart", "without a date", "of two days"],
)
def test_what_most_surely_tells_one_thing_is_one_line(scene: Any, days: tuple[str, str], dated: bool, lines: int) -> None:
    told = ("岚洲云渡大桥因桥墩开裂封闭。", "货车改走石溪隧道，两岸排起长队。")
    for outlet, day, sentence in zip(("甲报", "乙台"), days, told, strict=True):
        scene.add(outlet, f"2031-03-{day}", f"大桥（{outlet}）", sentence).happens(
            sentence, f"2031-03-{day}", anchored=dated or sentence == told[0]
        )
    witnesses = gather(scene.articles, scene.readings, scene.placements)
    identities = identify(witnesses)
    happenings = lay_out(witnesses, identities).happenings
    ground = survey(happenings, Sentences(witnesses, identities))
    pair = frozenset((claim.witness.article.path, claim.sentence[0]) for claim in happenings)
    assert [len(find_facts(ground, (), alike)) for alike in ((), (pair,))] == [2, lines]
