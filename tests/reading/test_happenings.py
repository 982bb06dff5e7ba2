"""Happenings: what an article says happened, by day and type."""

import pytest
from tests.reading.articles import article_of

from rashomon.languages import language
from rashomon.model import Happening
from rashomon.reading.happenings import find_happenings
from rashomon.reading.names import find_names, outside_brackets
from rashomon.reading.times import find_times


def read(text: str, *, tag: str = "zh", published: str | None = "2031-05-04") -> tuple[Happening, ...]:
    tongue = language(tag)
    assert tongue is not None
    article = article_of(text, tag=tag, published=published)
    return find_happenings(article, tongue, times=find_times(article, tongue), names=outside_brackets(article, find_names(article, tongue)))


@pytest.mark.parametrize(
    ("sentence", "day", "kind", "cue"),
    [
        ("数千人3日在议会门前示威。", "2031-05-03", "PROTEST", "示威"),
        ("两国4月28日签署协议。", "2031-04-28", "AGREE", "签署协议"),
        ("警方昨天拘捕了六名男子。", "2031-05-03", "COERCE", "拘捕"),
        ("兩國外長2日舉行會談。", "2031-05-02", "CONSULT", "会谈"),
        ("5月1日凌晨发生6.1级地震。", "2031-05-01", "HAZARD", "地震"),
        ("一列货运列车3日脱轨。", "2031-05-03", "ACCIDENT", "脱轨"),
        ("股市3日收跌百分之二。", "2031-05-03", "ECONOMY", "收跌"),
        ("队长3日换上了新的球鞋。", "2031-05-03", "OTHER", None),
    ],
)
def test_a_dated_sentence_happens_on_its_day(sentence: str, day: str, kind: str, cue: str | None) -> None:
    found = read(f"标题在这里说\n开头一句话在这里。\n{sentence}")[-1]
    assert (found.date, found.type, found.anchored) == (day, kind, True)
    assert found.cue is None if cue is None else found.cue is not None


def test_a_day_before_which_something_stood_is_no_day_of_a_deed() -> None:
    found = read("标题在这里说\n开头一句话在这里。\n双方同意将部队撤回4月2日前的位置。")[-1]
    assert found.date == "2031-05-04"


def test_a_day_that_is_only_told_roughly_is_no_day_of_a_deed() -> None:
    found = read("标题在这里说\n开头一句话在这里。\n两周多前遭绑架的学生已获救。")[-1]
    assert (found.date, found.anchored) == ("2031-05-04", False)


def test_a_deed_without_a_day_happens_on_the_articles_day() -> None:
    found = read("标题在这里说\n开头一句话在这里。\n武装分子袭击了两座哨所。")[-1]
    assert (found.date, found.type, found.anchored) == ("2031-05-04", "ASSAULT", False)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("北塬阵线为4月30日的空袭负责。", ["2031-05-04"]),
        ("议会就4月30日的空袭展开调查。", []),
        ("4月30日的空袭造成七人丧生。", ["2031-04-30"]),
        ("2028年，一艘渡轮在石港沉没。", []),
        ("去年11月岚国军队袭击了哨所。", []),
        ("2028年当选的市长今早被捕。", ["2031-05-04"]),
    ],
)
def test_what_is_only_spoken_of_and_what_was_in_another_year_is_not_of_today(sentence: str, days: list[str]) -> None:
    found = [h for h in read(f"标题在这里说\n开头一句话在这里。\n{sentence}") if h.start > 10]
    assert [h.date for h in found] == days


@pytest.mark.parametrize(
    ("sentence", "day", "kind"),
    [
        ("Police arrested the mayor, who was sworn in on Friday.", "2031-05-04", "COERCE"),
        ("The minister said cases had fallen since a vaccination campaign started on Tuesday.", "2031-05-04", "HEALTH"),
        ("Gunmen have attacked twelve posts since they landed on Friday.", "2031-05-04", "ASSAULT"),
        ("A bus fell into a ravine on March 6.", "2031-03-06", "OTHER"),
        ("The port was closed by police starting May 6.", "2031-05-04", "COERCE"),
    ],
)
def test_a_day_in_a_clause_that_only_describes_is_not_the_sentences_own(sentence: str, day: str, kind: str) -> None:
    found = [h for h in read(f"Council meets\nThe council met in the town hall.\n{sentence}", tag="en") if h.start > 40]
    assert [(h.date, h.type) for h in found] == [(day, kind)]


def test_title_and_first_sentence_always_tell() -> None:
    assert [h.type for h in read("湖边的一天结束了\n人们收起了帐篷和椅子。\n孩子们睡着了，灯还亮着。")] == ["OTHER", "OTHER"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("更正启事\n本网5月2日的报道称渡轮载客150人，应为105人。", "zh"),
        ("更正啟事\n本報2日刊登的文章把船長的姓名誤植。", "zh"),
        ("Correction\nThe ferry carried 105 people and not 150 as our May 2 report said.", "en"),
    ],
)
def test_a_notice_of_correction_is_of_the_day_on_which_it_stands(text: str, tag: str) -> None:
    assert {found.date for found in read(text, tag=tag)} == {"2031-05-04"}


def test_a_sentence_with_two_days_tells_of_both() -> None:
    assert [h.date for h in read("标题在这里说\n示威者2日占领机场，3日撤出。") if h.anchored] == ["2031-05-02", "2031-05-03"]


def test_nothing_is_dated_where_no_day_is_known() -> None:
    assert read("标题在这里说\n武装分子袭击了两座哨所。", published=None) == ()


def test_english_is_read_by_the_same_rule() -> None:
    found = read("Ferry sinks off the coast\nPolice arrested six men on May 3.", tag="en")[-1]
    assert (found.type, found.date) == ("COERCE", "2031-05-03")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Prosecutors searched the offices on Sunday after the blast that killed 24 miners.", "ACCUSE"),
        ("The blast killed nine men on Sunday.", "ACCIDENT"),
        ("Police fired live rounds near the port, killing three students.", "ASSAULT"),
        ("Police fired tear gas on Sunday at relatives of missing miners.", "COERCE"),
        ("Mayor Ada Hollis resigned hours later.", "CONCEDE"),
        ("The company admitted on Sunday that alarms were off before the explosion.", "CONCEDE"),
    ],
)
def test_english_tells_the_deed_before_its_day(sentence: str, kind: str) -> None:
    assert read(f"Ferry sinks off the coast\nNothing is known yet.\n{sentence}", tag="en")[-1].type == kind


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        ("据北塬日报今天报道，议会2日否决了修正案。", "REJECT", "2031-05-02"),
        ("总统3日呼吁两国停火并恢复谈判。", "REQUEST", "2031-05-03"),
        ("由于暴雨，两列火车昨天相撞。", "ACCIDENT", "2031-05-03"),
        ("议员3日谴责入侵岚国的计划。", "ACCUSE", "2031-05-03"),
        ("随着疫情扩大，股市昨天收跌。", "ECONOMY", "2031-05-03"),
        ("法官周五驳回港务局要求停工的申请。", "REJECT", "2031-05-02"),
        ("纽约州议会的卡特琳娜·布雷迪3日参加了比赛。", "SPORT", "2031-05-03"),
        ("床位使用率较前一天上升，医院2日扩建病房。", "HEALTH", "2031-05-02"),
        ("央行周五将减息的时间提前至秋天。", "ECONOMY", "2031-05-02"),
    ],
)
def test_the_deed_that_a_sentence_is_about_gives_the_type(sentence: str, kind: str, day: str) -> None:
    first = next(found for found in read(f"标题在这里说\n开头一句话在这里。\n{sentence}") if found.anchored)
    assert (first.type, first.date) == (kind, day)


def test_what_is_to_come_is_planned() -> None:
    assert [h.planned for h in read("标题在这里说\n两国外长将于5月9日会谈。") if h.anchored] == [True]
    assert [h.planned for h in read("标题在这里说\n两国外长5月2日会谈。") if h.anchored] == [False]


def test_who_only_reports_it_does_nothing() -> None:
    found = read("标题在这里说\n开头一句话在这里。\n市长安卡·鲁韦尔3日对路透社说，警方已拘捕马雷克·索尔丹。")[-1]
    assert (found.who, found.whom) == ("安卡·鲁韦尔", "马雷克·索尔丹")
    assert read("标题在这里说\n开头一句话在这里。\n法新社3日发现，港口关闭。")[-1].who is None


def test_who_did_it_to_whom_and_where() -> None:
    found = read("标题在这里说\n内政部3日在巴黎拘捕了马雷克·索尔丹。")[-1]
    assert (found.who, found.whom, found.where) == ("内政部", "马雷克·索尔丹", "巴黎")


def test_the_day_on_which_something_named_begins_is_not_the_sentences_own() -> None:
    found = read("标题在这里说\n开头一句话在这里。\n仲裁庭2日驳回了岚队的申诉，岚队无缘5日开打的联赛。")
    assert [h.date for h in found if h.anchored] == ["2031-05-02"]
    (dated,) = [h for h in read("标题在这里说\n开头一句话在这里。\n5月1日开幕的大会上，主席宣布辞职。") if h.anchored]
    assert dated.date == "2031-05-01"


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("警方逮捕了5月2日越狱的囚犯。", ["2031-05-09"]),
        ("总统谴责5月2日在岚市发生的袭击。", []),
        ("5月2日在岚市失踪的渔船5月8日沉没。", ["2031-05-08", "2031-05-02"]),
        ("外长出席了5月8日举行的会议。", ["2031-05-08"]),
        ("市长赢得5月2日举行的选举，5月8日就职。", ["2031-05-08"]),
        ("5月2日骚乱案，三名被告5月8日被判监。", ["2031-05-08"]),
    ],
)
def test_a_day_that_only_describes_is_not_the_sentences_own(sentence: str, days: list[str]) -> None:
    found = [h for h in read(f"标题在这里说\n开头一句话在这里。\n{sentence}", published="2031-05-09") if h.start > 10]
    assert [h.date for h in found] == days


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("岚洲3日新增确诊82例，为去年9月2日以来最高。", ["2031-05-03"]),
        ("北塬3日發射探空火箭，是繼3月9日以來，時隔近兩個月再度發射。", ["2031-05-03"]),
        ("北塬3日发射火箭，是3月9日升空失败后第二次。", ["2031-05-03"]),
        ("自5月1日以来，数千人守在广场上示威。", ["2031-05-01"]),
        ("医院自4月20日以来已接收117具遗体。", []),
        ("自警方4月28日开始清场以来，共有236人被捕。", []),
        ("议会5月3日举行两周以来的第二次会谈。", ["2031-05-03"]),
        ("岚洲解除了5月1日发出的海啸警报。", []),
        ("据海岸社5月3日消息，消防局2日晚通报，大火造成27人死亡。", ["2031-05-02"]),
        ("他在5月1日获释后再次发表声明，谴责镇压。", ["2031-05-01"]),
    ],
)
def test_a_day_that_a_record_is_measured_against_is_not_the_sentences_own(sentence: str, days: list[str]) -> None:
    found = read(f"标题在这里说\n开头一句话在这里。\n{sentence}")
    assert [h.date for h in found if h.anchored] == days


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("海燕航空已取消飞往北塬的航班，直至5月30日。", [("2031-05-04", False)]),
        ("北塬法院把渡轮案押后至5月30日再讯，两名被告还押。", [("2031-05-04", False)]),
        ("北塬市政府宣布暂停渡轮服务至5月30日。", [("2031-05-04", False)]),
        ("北塬州自5月3日凌晨起进入紧急状态，至5月30日零时结束。", [("2031-05-03", False)]),
        ("全市学校停课至5月20日。", [("2031-05-04", False)]),
        ("州長宣布當地進入緊急狀態至12日。", [("2031-05-04", False)]),
        ("展览将于5月20日开幕。", [("2031-05-20", True)]),
    ],
)
def test_what_lasts_until_a_day_to_come_does_not_happen_on_it(sentence: str, days: list[tuple[str, bool]]) -> None:
    found = read(f"标题在这里说\n开头一句话在这里。\n{sentence}")
    assert [(h.date, h.planned) for h in found if h.start > 8] == days


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("岚洲警方3日说，圣诞节前拘捕了7名劫匪。", ["2031-05-03"]),
        ("渡轮公司預計農曆新年期間增開夜航，並逮捕逃票者。", []),
        ("春節檢疫專案引發示威，200人被拘捕。", []),
        ("除夕过后，示威者撤离了广场。", []),
        ("客人穿着万圣节服装逃离了大楼。", []),
        ("圣诞节当天，示威者占领了码头。", ["2030-12-25"]),
        ("元旦凌晨，两艘货轮相撞。", ["2031-01-01"]),
        ("3日晚9时过后，两艘货轮相撞。", ["2031-05-03"]),
    ],
)
def test_a_season_is_no_day(sentence: str, days: list[str]) -> None:
    found = read(f"标题在这里说\n开头一句话在这里。\n{sentence}")
    assert [h.date for h in found if h.anchored] == days


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("岚国部队可能在数日内入侵北塬。", []),
        ("岚国部长3日说，邻国可能在数日内入侵北塬。", ["OTHER"]),
        ("如果岚国再次袭击港口，北塬将会回应。", []),
        ("岚国部队当天入侵北塬。", ["ASSAULT"]),
        ("她在3日的采访中说，船期不变。", ["OTHER"]),
        ("检方3日暂控一名男子一项谋杀罪。", ["ACCUSE"]),
    ],
)
def test_what_may_come_does_not_happen(sentence: str, kinds: list[str]) -> None:
    found = read(f"标题在这里说\n开头一句话在这里。\n{sentence}")
    assert [h.type for h in found if h.start > 8] == kinds


def test_who_is_sent_to_an_office_acts_and_not_the_office() -> None:
    found = read("标题在这里说\n开头一句话在这里。\n法国驻联合国大使保罗·杜邦3日敦促英国停火。")[-1]
    assert found.who != "联合国"


def test_a_zones_time_is_no_place() -> None:
    found = read("标题在这里说\n开头一句话在这里。\n港务局3日宣布，格林威治标准时间21时开始宵禁。")[-1]
    assert found.where is None


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("海燕航空取消5月5日及6日往返北塬的航班。", ["2031-05-04"]),
        ("北塬总统取消了原定5月8日举行的会谈。", ["2031-05-04"]),
        ("北塬总统5月3日取消了原定8日举行的会谈。", ["2031-05-03"]),
        ("会谈5月3日取消。", ["2031-05-03"]),
    ],
)
def test_what_is_called_off_does_not_happen_on_its_day(sentence: str, days: list[str]) -> None:
    found = read(f"标题在这里说\n开头一句话在这里。\n{sentence}")
    assert [h.date for h in found if h.start > 8] == days


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("市长宣布5月8日为哀悼日。", []),
        ("北塬市政府将5月8日定为哀悼日。", []),
        ("市长在会上评价了5月1日事件，示威者随后离开。", [("2031-05-04", False)]),
        ("5月1日枪击事件造成3人死亡。", [("2031-05-01", False)]),
        ("北塬议会5月5日凌晨1时许通过决议，要求部队撤离。", [("2031-05-05", False)]),
    ],
)
def test_a_day_that_is_made_something_or_only_spoken_of(sentence: str, days: list[tuple[str, bool]]) -> None:
    found = read(f"标题在这里说\n开头一句话在这里。\n{sentence}")
    assert [(h.date, h.planned) for h in found if h.start > 8] == days


def test_who_takes_responsibility_for_an_attack_tells_of_it() -> None:
    assert read("标题在这里说\n开头一句话在这里。\n岚国解放阵线发表声明，宣称对袭击负责。")[-1].type == "ASSAULT"


@pytest.mark.parametrize(
    ("then", "day"),
    [
        ("当时一艘货轮撞上码头。", "2031-05-02"),
        ("随后，另一艘货轮与之相撞。", "2031-05-02"),
        ("另一艘货轮与之相撞。", "2031-05-04"),
        ("\n当时一艘货轮撞上码头。", "2031-05-04"),
    ],
)
def test_what_goes_on_with_the_sentence_before_it_happened_on_its_day(then: str, day: str) -> None:
    found = read(f"标题在这里说\n开头一句话在这里。\n渡轮2日晚在北塬起火，3人受伤。{then}")
    assert (found[-1].date, found[-1].anchored) == (day, False)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("警方逮捕了何远，他1977年5月13日出生，曾在北塬居住。", ["2031-05-04"]),
        ("被捕者的出生日期为“1969年6月6日”。", ["2031-05-04"]),
        ("大熊猫5月2日在北塬动物园出生。", ["2031-05-02"]),
    ],
)
def test_a_birthday_of_years_ago_is_no_day_of_what_is_told(sentence: str, days: list[str]) -> None:
    assert [h.date for h in read(f"标题在这里说\n开头一句话在这里。\n{sentence}") if h.start > 8] == days
