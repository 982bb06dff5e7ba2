"""Grouping as a whole: what comes together, ids, the order law."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Article, Grouping
from rashomon.stories import Stream, group
from rashomon.stories.moments import order_key
from tests.stories.world import DAM, FERRY, OTHERS, make_article, make_articles

WORLD = make_articles(FERRY, DAM, OTHERS)


def stories_of(grouping: Grouping) -> set[frozenset[str]]:
    return {frozenset(story.paths) for story in grouping.stories}


def test_group_binds_two_scripts_and_keeps_matters_apart() -> None:
    found = stories_of(group(WORLD))
    assert frozenset({"00.txt", "01.txt", "02.txt", "03.txt"}) in found
    assert frozenset({"04.txt", "05.txt", "06.txt"}) in found
    assert all(frozenset({f"0{n}.txt"}) in found for n in (7, 8, 9))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_group_takes_tiny_inputs(count: int) -> None:
    grouping = group(WORLD[:count])
    assert len(grouping.placements) == count
    assert len(grouping.stories) == min(count, 1)


def test_every_input_has_a_story_and_an_event() -> None:
    grouping = group(WORLD)
    assert [p.path for p in grouping.placements] == sorted(a.path for a in WORLD)
    stories = {story.id: story for story in grouping.stories}
    assert len(stories) == len(grouping.stories)
    for placement in grouping.placements:
        story = stories[placement.story]
        assert placement.path in story.paths
        assert [placement.path in event.paths for event in story.events if event.id == placement.event] == [True]


def test_an_id_comes_from_the_first_article_and_stays() -> None:
    early, whole = group(WORLD[:1]), group(WORLD)
    assert early.stories[0].id == "s-a00.txt"
    assert early.stories[0].id in {story.id for story in whole.stories}


def test_a_story_is_titled_by_one_of_its_headlines() -> None:
    titles = {article.path: article.title for article in WORLD}
    for story in group(WORLD).stories:
        assert story.title in {titles[path] for path in story.paths}
        assert all(event.title in {titles[path] for path in event.paths} for event in story.events)


@given(st.permutations(WORLD))
@settings(max_examples=25)
def test_the_order_of_articles_never_matters(shuffled: list[Article]) -> None:
    assert msgspec.json.encode(group(shuffled)) == msgspec.json.encode(group(WORLD))


@given(st.integers(min_value=0, max_value=len(WORLD)))
@settings(max_examples=11)
def test_adding_later_articles_gives_what_adding_all_at_once_gives(cut: int) -> None:
    ordered = sorted(WORLD, key=order_key)
    stream = Stream()
    stream.add(ordered[:cut])
    stream.add(ordered[cut:])
    assert msgspec.json.encode(stream.grouping()) == msgspec.json.encode(group(WORLD))


def test_a_late_arrival_attaches_and_moves_nothing() -> None:
    stream = Stream()
    stream.add([article for article in WORLD if article.path != "01.txt"])
    before = {p.path: (p.story, p.event) for p in stream.grouping().placements}
    (late,) = stream.add([WORLD[1]])
    assert late.story == before["00.txt"][0]
    after = {p.path: (p.story, p.event) for p in stream.grouping().placements}
    assert {path: after[path] for path in before} == before


def test_adding_a_path_again_changes_nothing() -> None:
    stream = Stream()
    stream.add(WORLD)
    before = stream.grouping()
    assert stream.add(WORLD[:3]) == ()
    assert stream.grouping() == before


def test_articles_without_a_date_are_taken_last() -> None:
    undated = make_article("晨报", None, "青螺灣渡輪傾覆續報", "瀾口海巡隊在青螺灣打撈渡輪，市長何遠到場。", path="x.txt")
    placed = {p.path: p.story for p in group([undated, *WORLD]).placements}
    assert placed["x.txt"] == placed["00.txt"]


def test_among_few_articles_two_matters_that_share_their_place_stay_apart() -> None:
    nearby = (
        ("晨报", "2031-03-02T13:00:00+08:00", "瀾口圖書館夜間開放", "瀾口圖書館下月起開放到夜裡十一點，館長說先試行半年。"),
        ("北岸台", "2031-03-03T06:00:00+08:00", "澜口中学招聘教师", "澜口中学招聘三名数学教师，报名截止到本月底。"),
    )
    placed = {p.path: p.story for p in group(make_articles(FERRY, nearby)).placements}
    assert placed["00.txt"] == placed["01.txt"] == placed["02.txt"] == placed["03.txt"]
    assert len({placed["00.txt"], placed["04.txt"], placed["05.txt"]}) == 3


def test_among_few_articles_of_one_country_matters_weeks_apart_stay_apart() -> None:
    folder = (
        (
            "晨报",
            "2031-03-02T08:00:00+08:00",
            "智利一餐馆燃气爆炸 六人获救",
            "智利北部一家餐馆中午发生燃气爆炸，屋顶塌下，六人被消防员救出。当局说事故原因有待调查。",
        ),
        (
            "北岸台",
            "2031-03-02T19:00:00+08:00",
            "智利餐馆燃气爆炸：老板被传唤",
            "智利北部发生燃气爆炸的餐馆，其老板被警方传唤。当局说燃气管道多年没有检修。",
        ),
        (
            "晨报",
            "2031-03-19T08:00:00+08:00",
            "智利前税务局长受审",
            "智利前税务局长被控收受贿赂，今天出庭受审。当局说事情已经调查两年，他否认所有指控。",
        ),
        ("北岸台", "2031-03-20T08:00:00+08:00", "智利前税务局长否认受贿", "智利前税务局长在法庭上否认收受贿赂，说指控没有证据。"),
        (
            "晨报",
            "2031-04-09T08:00:00+08:00",
            "智利女教师被困山中小屋 网民追问",
            "智利一名女教师被人困在山中小屋的事情在网上传开，网民追问当局为什么没有调查。",
        ),
        ("北岸台", "2031-04-10T08:00:00+08:00", "智利女教师获释 小屋主人被捕", "智利被困在山中小屋的女教师获释，小屋主人被捕。"),
    )
    placed = {p.path: p.story for p in group(make_articles(folder)).placements}
    assert placed["00.txt"] == placed["01.txt"]
    assert placed["02.txt"] == placed["03.txt"]
    assert placed["04.txt"] == placed["05.txt"]
    assert len(set(placed.values())) == 3


def test_among_few_articles_a_matter_goes_on_after_weeks_and_from_what_it_told_first() -> None:
    folder = (
        (
            "晚报",
            "2031-03-01T10:00:00+08:00",
            "前市长韦康受审 被控受贿三千万",
            "霍明市前市长韦康涉嫌受贿案开庭，检方指控他收受地产商三千万元。",
        ),
        ("晚报", "2031-03-28T15:00:00+08:00", "韦康一审被判十五年", "法院判处霍明市前市长韦康有期徒刑十五年，他当庭表示上诉。"),
        (
            "晚报",
            "2031-05-06T10:30:00+08:00",
            "韦康上诉案开庭 律师称录音不合法",
            "霍明市前市长韦康受贿案二审开庭，律师说关键录音取证不合法。",
        ),
        ("晚报", "2031-05-07T10:30:00+08:00", "霍明市运动会开幕", "霍明市运动会今天开幕，两千名学生参加，新市长致辞。"),
    )
    placed = {p.path: p.story for p in group(make_articles(folder)).placements}
    assert placed["00.txt"] == placed["01.txt"] == placed["02.txt"] != placed["03.txt"]


def test_among_few_articles_rare_names_bind_what_is_told_in_other_words() -> None:
    folder = (
        (
            "晨报",
            "2031-03-02T08:00:00+08:00",
            "莱索托邮局职员罢工",
            "莱索托首都马塞卢的邮局职员要求加薪，柜台全部关门，信件堆在院子里，工会说不答应就不开门。",
        ),
        (
            "北岸台",
            "2031-03-03T20:00:00+08:00",
            "莱索托首相出面调停",
            "莱索托首相在马塞卢会见工会代表，双方对涨薪幅度各执一词，财政大臣称国库拿不出这笔钱，商会担心账单误期。",
        ),
        ("晨报", "2031-03-02T13:00:00+08:00", "美国一图书馆夜间开放", "美国一家图书馆下月起开放到夜里十一点，馆长说先试行半年。"),
        ("北岸台", "2031-03-03T06:00:00+08:00", "美国中学招聘教师", "美国一所中学招聘三名数学教师，报名截止到本月底。"),
    )
    placed = {p.path: p.story for p in group(make_articles(folder)).placements}
    assert placed["00.txt"] == placed["01.txt"]
    assert len(set(placed.values())) == 3


def test_among_few_articles_names_in_latin_letters_bind_too() -> None:
    folder = (
        (
            "The Courier",
            "2031-06-03T06:10:00+00:00",
            "Army seizes power in Orvenia, president detained",
            (
                "SALDEN — Soldiers in Orvenia said on Tuesday they had seized power and suspended the constitution, hours after "
                "gunfire was heard near the presidential palace in the capital, Salden. In a statement read on state television, "
                'Colonel Ruben Tasse said a "Council of National Renewal" would govern for 18 months. He announced that all borders '
                "were closed and imposed a nationwide curfew from 8 p.m. to 5 a.m. President Maro Intal was being held at a military "
                "base, two senior officials told The Courier. His whereabouts could not be independently verified. At least nine "
                "people were killed in the fighting, a doctor at Salden's main hospital said. The army put the toll at four. The "
                "African Union condemned the coup and demanded the president's immediate release. The United States said it was "
                "suspending $240 million in aid."
            ),
        ),
        (
            "The Courier",
            "2031-06-07T21:00:00+00:00",
            "Death toll in Orvenia protests rises to 17, union says",
            (
                "The number of people killed in protests against the military takeover in Orvenia has risen to 17, the students' union "
                "said on Saturday, while the junta insisted that only six had died. Colonel Ruben Tasse, speaking for the ruling "
                "council, said 212 people had been arrested since Thursday. Amnesty groups put the figure at more than 500. The "
                "council shortened the nightly curfew, which now runs from 11 p.m. to 4 a.m., and lifted a ban on flights. Former "
                'president Intal was released late on Friday and is at his home in Salden, his lawyer, Vera Anto, said. "He is well, '
                'but he is not free," she said.'
            ),
        ),
        (
            "Harbour Times",
            "2031-06-05T09:00:00+00:00",
            "Lesotho wool farmers expect a good year",
            ("Rain came early to the hills and the flocks are well, the growers' board said in its yearly outlook."),
        ),
    )
    placed = {p.path: p.story for p in group(make_articles(folder)).placements}
    assert placed["00.txt"] == placed["01.txt"] != placed["02.txt"]


def test_among_few_articles_one_that_fits_two_stories_binds_them() -> None:
    folder = (
        (
            "晨报",
            "2031-03-18T14:05:00+08:00",
            "北澤工業區化工廠爆炸釀5死 12人送醫仍有3人失聯",
            (
                "（望潮日報記者蘇以寧北澤縣18日電）北澤縣青埔工業區一間化工廠今天上午9時許發生爆炸，消防局獲報後出動38車、112人前往搶救"
                "。截至中午，已知5人罹難、12人送醫，其中2人到院前心肺功能停止（OHCA），另有3名移工失聯。 北澤縣消防局長劉冠廷表示，起火"
                "點疑為反應槽區，現場存放約20噸甲苯，火勢已於11時40分控制。他說，搜救人員將以生命探測器持續搜尋失聯者。 縣長鄭雅文上午"
                "趕抵現場，宣布一級開設災害應變中心，並要求半徑1公里內居民關閉門窗、避免外出。鄰近的青埔國小、青埔國中下午停課。 環保局"
                "指出，下風處測得微量揮發性有機物，未超過標準，請民眾不必恐慌。居民服務專線為05-5550-1199。 廠方發言人何世昌透過聲明致"
                "歉，強調該廠去年12月才通過消防安檢。但勞動檢查處證實，該廠近3年因違反職安法遭裁罰4次，累計罰鍰新台幣96萬元。"
            ),
        ),
        (
            "晨报",
            "2031-03-19T22:10:00+08:00",
            "北澤氣爆罹難者增至7人 檢方聲押廠長",
            (
                "北澤縣化工廠爆炸案死亡人數今天增至7人，2名失聯移工遺體傍晚尋獲，還有1人下落不明。 北澤地檢署指揮警方搜索廠區與負責人住"
                "處，訊後認廠長李文哲涉犯業務過失致死罪嫌重大，且有串證之虞，晚間向法院聲請羈押禁見；安全衛生主任蔡姓男子以新台幣50萬元"
                "交保。 檢方發言人指出，初步研判是員工清洗反應槽時未依規定排空，靜電引燃殘留溶劑。廠方則否認未依標準作業程序施工，稱將"
                "配合調查。 罹難的3名越南籍移工家屬預計21日抵台。越南駐台代表處要求廠方儘速賠償。總統府發言人表示，總統已指示行政院全面"
                "清查全國高風險工廠。 在野的新民黨立委批評，勞動部裁罰流於形式，要求部長下台。勞動部長周廷芳回應，願負政治責任，但現階"
                "段以善後為優先。"
            ),
        ),
        (
            "晨报",
            "2031-03-21T09:30:00+08:00",
            "北澤化工廠爆炸最後失聯者尋獲 8死9傷",
            (
                "北澤縣化工廠爆炸事故最後一名失聯者遺體今晨尋獲，全案共8人罹難、9人受傷。法院19日深夜裁定廠長李文哲羈押禁見2個月。 縣府"
                "宣布，21日起全縣降半旗3天，青埔國小22日恢復上課。 勞動部昨天公布專案檢查結果，全台143家同類工廠有61家不合格，其中5家勒"
                "令停工。勞動部長周廷芳今天請辭，行政院長已予慰留。"
            ),
        ),
    )
    assert len({p.story for p in group(make_articles(folder)).placements}) == 1
