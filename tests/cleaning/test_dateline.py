"""Datelines of the large agencies' and papers' styles, with invented places, days and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cleaning.dateline import find_dateline

PUBLISHED = "2031-04-09T12:00:00+08:00"


@pytest.mark.parametrize(
    ("text", "place", "day", "agency", "reporter", "rest"),
    [
        ("（中央社記者林小滿台北6日電）渡輪靠岸。", "台北", "2031-04-06", "中央社", "林小滿", "渡輪靠岸。"),
        ("（中央社記者林小滿、周以安高雄6日電）渡輪靠岸。", "高雄", "2031-04-06", "中央社", "林小滿、周以安", "渡輪靠岸。"),
        ("（中央社奧斯陸4日綜合外電報導）渡輪靠岸。", "奧斯陸", "2031-04-04", "中央社", None, "渡輪靠岸。"),
        ("（中央社智利聖地牙哥30日專電）渡輪靠岸。", "智利聖地牙哥", "2031-03-30", "中央社", None, "渡輪靠岸。"),
        ("（中央社記者林小滿東京6日專電）渡輪靠岸。", "東京", "2031-04-06", "中央社", "林小滿", "渡輪靠岸。"),
        ("【共同社4月4日电】渡轮靠岸。", None, "2031-04-04", "共同社", None, "渡轮靠岸。"),
        ("【共同社华盛顿4月4日电】渡轮靠岸。", "华盛顿", "2031-04-04", "共同社", None, "渡轮靠岸。"),
        ("【看中国2031年4月6日讯】渡轮靠岸。", None, "2031-04-06", "看中国", None, "渡轮靠岸。"),
        ("（德国之声中文网）渡轮靠岸。", None, None, "德国之声中文网", None, "渡轮靠岸。"),
        ("(德国之声中文网) 渡轮靠岸。", None, None, "德国之声中文网", None, "渡轮靠岸。"),
        ("路透莫斯科4月6日 - 渡轮靠岸。", "莫斯科", "2031-04-06", "路透", None, "渡轮靠岸。"),
        ("澎湃新闻石门4月6日 - 渡轮靠岸。", "石门", "2031-04-06", "澎湃新闻", None, "渡轮靠岸。"),
        ("= - 路透石门港4月6日 - 渡轮靠岸。", "石门港", "2031-04-06", "路透", None, "渡轮靠岸。"),
        ("路透4月6日 - 渡轮靠岸。", None, "2031-04-06", "路透", None, "渡轮靠岸。"),
        ("路透上海/北京12月30日 - 渡轮靠岸。", "上海/北京", "2030-12-30", "路透", None, "渡轮靠岸。"),
        ("（法新社莫斯科6日電）渡輪靠岸。", "莫斯科", "2031-04-06", "法新社", None, "渡輪靠岸。"),
        ("新华社北京4月5日电（记者林小满、周以安）渡轮靠岸。", "北京", "2031-04-05", "新华社", "林小满、周以安", "渡轮靠岸。"),
        ("中新网4月5日电 渡轮靠岸。", None, "2031-04-05", "中新网", None, "渡轮靠岸。"),
        ("人民网北京4月5日电（记者林小满）渡轮靠岸。", "北京", "2031-04-05", "人民网", "林小满", "渡轮靠岸。"),
        ("（望潮社石门港4月6日电）渡轮靠岸。", "石门港", "2031-04-06", "望潮社", None, "渡轮靠岸。"),
        ("（望潮社記者林小滿石門港6日電）渡輪靠岸。", "石門港", "2031-04-06", "望潮社", "林小滿", "渡輪靠岸。"),
        ("莫斯科4月6日 - 渡轮靠岸。", "莫斯科", "2031-04-06", None, None, "渡轮靠岸。"),
        ("透莫斯科4月6日 - 渡轮靠岸。", "莫斯科", "2031-04-06", None, None, "渡轮靠岸。"),
        ("莫斯科4月6日电 渡轮靠岸。", "莫斯科", "2031-04-06", None, None, "渡轮靠岸。"),
        ("【綜合報道】渡輪靠岸。", None, None, None, None, "渡輪靠岸。"),
        ("本报讯（记者林小满）渡轮靠岸。", None, None, None, "林小满", "渡轮靠岸。"),
        ("（本台記者林小滿台北6日電）渡輪靠岸。", "台北", "2031-04-06", None, "林小滿", "渡輪靠岸。"),
        ("【望潮日報石門港訊】渡輪靠岸。", "石門港", None, "望潮日報", None, "渡輪靠岸。"),
        ("LANWAN, April 6 (Tidewatch) - The ferry is back.", "LANWAN", "2031-04-06", "Tidewatch", None, "The ferry is back."),
        ("MOSCOW, April 6 (Reuters) - The ferry is back.", "MOSCOW", "2031-04-06", "Reuters", None, "The ferry is back."),
        ("LANWAN, Talvia (AP) — The ferry is back.", "LANWAN, Talvia", None, "AP", None, "The ferry is back."),
        ("LANWAN (Harbour Courier) - The ferry is back.", "LANWAN", None, "Harbour Courier", None, "The ferry is back."),
        ("〔記者林小滿／石門報導〕渡輪靠岸。", "石門", None, None, "林小滿", "渡輪靠岸。"),
        ("【望潮日報記者林小滿／石門報導】渡輪靠岸。", "石門", None, "望潮日報", "林小滿", "渡輪靠岸。"),
        ("〔即時新聞／綜合報導〕渡輪靠岸。", None, None, None, None, "渡輪靠岸。"),
        ("［國際新聞組／綜合外電報導］渡輪靠岸。", None, None, None, None, "渡輪靠岸。"),
        ("（望潮社／綜合報導）渡輪靠岸。", None, None, "望潮社", None, "渡輪靠岸。"),
        ("（望潮早訊綜合報導）渡輪靠岸。", None, None, "望潮早訊", None, "渡輪靠岸。"),
        ("望潮晨报讯　渡轮靠岸。", None, None, "望潮晨报", None, "渡轮靠岸。"),
        ("（石门／南港综合电）渡轮靠岸。", "石门", None, None, None, "渡轮靠岸。"),
        ("（吉隆坡5日讯）渡轮靠岸。", "吉隆坡", "2031-04-05", None, None, "渡轮靠岸。"),
        ("LANWAN — The ferry is back.", "LANWAN", None, None, None, "The ferry is back."),
        ("LANWAN, April 6 - The ferry is back.", "LANWAN", "2031-04-06", None, None, "The ferry is back."),
        ("LANWAN—The ferry is back.", "LANWAN", None, None, None, "The ferry is back."),
        ("April 6 (Reuters) - The ferry is back.", None, "2031-04-06", "Reuters", None, "The ferry is back."),
        ("Lanwan, April 6 (AFP) The ferry is back.", "Lanwan", "2031-04-06", "AFP", None, "The ferry is back."),
        ("LANWAN, April 6. /TASS/. The ferry is back.", "LANWAN", "2031-04-06", "TASS", None, "The ferry is back."),
        ("Lanwan, Kenya – The ferry is back.", "Lanwan, Kenya", None, None, None, "The ferry is back."),
        ("【2031年4月6日讯】渡轮靠岸。", None, "2031-04-06", None, None, "渡轮靠岸。"),
        ("《望潮通訊社6日專訊》渡輪靠岸。", None, "2031-04-06", "望潮通訊社", None, "渡輪靠岸。"),
        ("（望潮英文新聞／林小滿 綜合外電報導）渡輪靠岸。", None, None, "望潮英文新聞", "林小滿", "渡輪靠岸。"),
        ("中新社石门四月六日电（记者林小满）渡轮靠岸。", "石门", "2031-04-06", "中新社", "林小满", "渡轮靠岸。"),
        ("【中新社石門三月三十一日電】渡輪靠岸。", "石門", "2031-03-31", "中新社", None, "渡輪靠岸。"),
        ("央广网石门4月6日消息（记者林小满）渡轮靠岸。", "石门", "2031-04-06", "央广网", "林小满", "渡轮靠岸。"),
        ("望潮网4月6日报道 渡轮靠岸。", None, "2031-04-06", "望潮网", None, "渡轮靠岸。"),
        ("塔斯社莫斯科4月6日电。渡轮靠岸。", "莫斯科", "2031-04-06", "塔斯社", None, "渡轮靠岸。"),
        ("莫斯科4月6日电 /卫星社/. 渡轮靠岸。", "莫斯科", "2031-04-06", "卫星社", None, "渡轮靠岸。"),
        ("新华社快讯：渡轮靠岸。", None, None, "新华社", None, "渡轮靠岸。"),
        ("央视网消息（晚间新闻）：渡轮靠岸。", None, None, "央视网", None, "渡轮靠岸。"),
        ("【明報專訊】渡輪靠岸。", None, None, "明報", None, "渡輪靠岸。"),
        ("【大公報訊】記者林小滿石門報道：渡輪靠岸。", "石門", None, "大公報", "林小滿", "渡輪靠岸。"),
        ("【on.cc東網專訊】 渡輪靠岸。", None, None, "on.cc東網", None, "渡輪靠岸。"),
        ("香港文匯報訊（記者 林小滿 北京報道）渡輪靠岸。", "北京", None, "香港文匯報", "林小滿", "渡輪靠岸。"),
        ("【望潮网报道 记者 林小满】渡轮靠岸。", None, None, "望潮网", "林小满", "渡轮靠岸。"),
        ("【环球时报驻石门特派记者 林小满】渡轮靠岸。", None, None, "环球时报", "林小满", "渡轮靠岸。"),
        ("【财新网】（记者 林小满）渡轮靠岸。", None, None, "财新网", "林小满", "渡轮靠岸。"),
        ("【看中国2031年4月6日讯】（看中国记者林小满综合报导）渡轮靠岸。", None, "2031-04-06", "看中国", "林小满", "渡轮靠岸。"),
        ("新京报讯（记者 林小满 通讯员 周以安）渡轮靠岸。", None, None, "新京报", "林小满、周以安", "渡轮靠岸。"),
        ("（早报讯）渡轮靠岸。", None, None, "早报", None, "渡轮靠岸。"),
        ("（石门港15日讯）渡轮靠岸。", "石门港", "2031-03-15", None, None, "渡轮靠岸。"),
        ("（石门综合讯）渡轮靠岸。", "石门", None, None, None, "渡轮靠岸。"),
        ("（石门法新电）渡轮靠岸。", "石门", None, "法新", None, "渡轮靠岸。"),
        ("（獨媒報導）渡輪靠岸。", None, None, "獨媒", None, "渡輪靠岸。"),
        ("【望潮新聞台】渡輪靠岸。", None, None, "望潮新聞台", None, "渡輪靠岸。"),
        ("【記者林小滿紐約6日報導】渡輪靠岸。", "紐約", "2031-04-06", None, "林小滿", "渡輪靠岸。"),
        ("記者林小滿／石門報導", "石門", None, None, "林小滿", ""),
        ("社會中心／林小滿報導", None, None, None, "林小滿", ""),
        ("中央社／ 石門6日電", "石門", "2031-04-06", "中央社", None, ""),
        ("望潮日报记者林小满 金边报道 渡轮靠岸。", "金边", None, "望潮日报", "林小满", "渡轮靠岸。"),
        ("华盛顿 — 渡轮靠岸。", "华盛顿", None, None, None, "渡轮靠岸。"),
        ("越通社河内——越南渡轮靠岸。", "河内", None, "越通社", None, "越南渡轮靠岸。"),
    ],
)
def test_dateline_is_parsed(text: str, place: str | None, day: str | None, agency: str | None, reporter: str | None, rest: str) -> None:
    found = find_dateline(text, PUBLISHED)
    assert found is not None
    head = found.dateline
    assert (head.place, head.date, head.agency, head.reporter) == (place, day, agency, reporter)
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "路透社今天报道说，渡轮靠岸。",
        "法新社4月6日报道称，渡轮靠岸。",
        "据新华社北京4月6日电，渡轮靠岸。",
        "法新社莫斯科站4月6日消息说，渡轮靠岸。",
        "新华社北京4月6日电称，渡轮靠岸。",
        "（渡轮公司提供）渡轮靠岸。",
        "（渡轮公司／港务局）渡轮靠岸。",
        "【渡轮搁浅／快讯】七十三人获救",
        "（图／港务局提供）渡轮靠岸。",
        "LANWAN (Monday) - The ferry is back.",
        "4月6日，渡轮靠岸。",
        "",
        "莫斯科4月6日 - 4月9日休市。",
        "渡轮公司4月6日 - 渡轮靠岸。",
        "央视新闻消息，渡轮靠岸。",
        "望潮晚报4月6日发布消息，渡轮靠岸。",
        "北京7月15日电影节开幕。",
        "华盛顿——北京的航线恢复。",
        "越南——渡轮出口大国。",
        "记者林小满报道称，渡轮靠岸。",
        "【獨家】渡輪靠岸。",
        "（綜合資訊）渡輪靠岸。",
        "NATO — the alliance of 31 states — is meeting.",
        "Ada Quill, the mayor — who was away — apologised.",
        "Lanwan (population 3,000) is without power.",
    ],
)
def test_sentence_is_no_dateline(text: str) -> None:
    assert find_dateline(text, PUBLISHED) is None


@given(st.text(max_size=200))
def test_any_text_is_looked_at(text: str) -> None:
    found = find_dateline(text, PUBLISHED)
    assert found is None or 0 < found.end <= len(text)
