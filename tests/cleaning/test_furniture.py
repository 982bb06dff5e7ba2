"""Furniture goes, sentences stay; all lines are invented in the manner of news sites."""

import pytest

from rashomon.cleaning.blocks import Block
from rashomon.cleaning.bylines import find_bylines
from rashomon.cleaning.furniture import cut_furniture
from rashomon.outlets import Outlet, find_outlet

STORY = Block("渡轮在石门港外搁浅，船上七十三人全部获救，港务局正在调查原因。")


def left(*lines: str, outlet: Outlet | None = None) -> list[str]:
    cut = cut_furniture([STORY, *(Block(line) for line in lines), STORY], outlet)
    return [block.text for block in cut.blocks][1:-1]


@pytest.mark.parametrize(
    "line",
    [
        "2031-04-09T00:36:13Z",
        "2031-04-09T11:51:12.546Z",
        "09/04/2031 - 13:39",
        "46 分钟前",
        "3小時前",
        "發布時間：2031-04-09 10:00",
        "Array",
        "分享到微信",
        "长按识别二维码，把这篇文章分享给朋友：",
        "長按識別二維碼",
        "https://go.example/abc",
        "go.example/abc",
        "原文链接：https://x.example/1",
        "点击阅读全文",
        "欢迎订阅我们的每日通讯，第一时间掌握要闻",
        "支持本台，訂閱電子報",
        "更多精彩内容请下载客户端",
        "【诚征读者会员】您的支持是我们前行的力量。",
        "© 2031年 望潮网版权声明：未经授权不得转载。",
        "版权所有，未经许可不得转载",
        "本文版权归望潮网所有。",
        "字号",
        "分享到：",
        "【纠错】",
        "原标题：渡轮搁浅始末",
        "《 望潮日报 》（ 2031年04月09日 02 版）",
        "图片编辑：林小满",
        "栏目主编：林小满",
        "[ 责编：林小满 ]",
        "值班编辑 林小满 周以安",
        "望潮社声明：文章内容仅供参考，不构成投资建议。投资者据此操作，风险自担。",
        "本文系望潮网独家稿件，未经授权，不得转载。",
        "望潮新闻报料：000-962866",
        "更多精彩资讯请在应用市场下载“望潮”客户端。欢迎提供新闻线索，热线400-000-0000。",
        "下载“望潮时报”官方APP，或关注官方微信公众号，即可随时了解航运动态。",
        "記得下載望潮App，第一時間掌握新聞",
        "☆飲酒過量 有害健康 禁止酒駕☆",
        "★《望潮週刊》關心您：若遭受暴力，請撥打000報案。",
        "加入望潮LINE好友",
        "出版：2031-04-09 20:30",
        "更新時間｜2031.04.09 20:30 臺北時間",
        "建立時間 20:30",
        "此文限望潮通会员阅读，试读结束。",
        "zhou@tide.example.org",
        "Tom Okoro contributed reporting from Salden.",
        "The Tidewatch Agency contributed to this report.",
        "Our Standards: The Tidewatch Trust Principles.",
        "Source: Tidewatch and news agencies",
        "Issued on: 09/04/2031 - 20:30",
        "PUBLISHED: 20:30 BST, 9 April 2031 | UPDATED: 21:30 BST, 9 April 2031",
        "Write to Ada Quill at ada.quill@tide.example",
        "This article originally appeared in the Harbour Courier.",
        "Enditem",
        "aq/bm (AFP, Reuters)",
        "3 minute read",
        "未成年请勿饮酒",
        "責任編輯：林小滿",
        "（来源：望潮社 责任编辑：林小满）",
        "记者 林小满；编辑 周以安",
        "（发稿 林小满；审校 周以安）",
        "（林小满对本文亦有贡献）",
        "图像来源，Harbour Images",
        "来源 : 望潮社",
        "广告",
        "01:23 / 04:56",
        "您的浏览器不支持视频播放",
        "延伸閱讀",
        "相关阅读：渡轮公司股价下跌",
        "延伸阅读——渡轮公司股价下跌",
        "本文仅代表作者个人观点，不代表本网立场。",
        "珍惜生命，請撥打生命專線「0000」、心理諮詢熱線「1111」。",
        "#石门港 #渡轮",
        "（完）",
        "吸煙有害身體健康。",
        "飲酒過量有礙健康，未滿18歲請勿飲酒。",
        "欲覽詳情，請點擊港務局網站連結",
        "要了解渡轮搁浅的经过，请单击此处。",
        "Published On 2031年4月9日",
        "采访记者：林小满",
        "望潮社致力于为您提供客观的港口新闻，以及多种角度的评论。",
        "Feed-URL: https://x.example/feed",
        "专题报道：渡轮搁浅",
        "----------",
        "最後更新：16:00 北京/台北時間",
        "Your device may not support this application",
        "（路透社等）",
        "（路透社、法新社）",
        "（綜合報導）",
        "Advertisement",
        "5 hours ago",
        "Share on Facebook",
        "Subscribe from 2 crowns a week",
        "Sign up for our morning newsletter",
        "Copyright 2031 Harbour Post. All rights reserved.",
        "Last updated: 9 April 2031, 10:05 pm",
        "Reporting by Ada Quill; editing by Ben Marsh",
    ],
)
def test_line_of_a_template_goes(line: str) -> None:
    assert left(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "港务局请乘客保留船票，分享现场照片者将获优先处理。",
        "他说，编辑部没有收到任何通知。",
        "图书馆周日重开。",
        "来源不明的油污出现在港口北侧。",
        "记者会推迟到周五。",
        "2031年4月9日，渡轮离港。",
        "火警电话：801，救护电话：802。",
        "侨民求助电话：+999-31-5550177",
        "08:44 抵达石门港。",
        "政府要求所有船员下载健康登记应用，否则不得上岸。",
        "船东支持者在港外集会。",
        "（四）谁之过",
        "请愿书已有两万人签名。",
        "关注航标的人越来越多。",
        "第一项",
        "分享经济受挫",
        "医生说，吸烟有害健康，应当在船上禁烟。",
        "如需改签船票，乘客可到港务局窗口办理。",
        "打印机厂起火",
        "你支持谁？",
        "更多用户下载了这款客户端。",
        "上午11时，望潮客户端报道了这一消息。",
        "关注公众号审查的组织说，海事署删去了三篇文章。",
        "下载这款应用程序的船员超过一百人。",
        "当局打击翻墙软件",
        "望潮社",
        "Shares of the owner fell on Friday.",
        "Watch officers said they saw nothing.",
        "Copyright lawyers called the ruling a surprise.",
        "Published in 1924, the list names the ferry.",
        "Written by hand in 1931, the bill was never paid.",
        "Email records show that the owner knew.",
        "如有查詢，市民可致電海事署熱線 0000 0000 與值班人員聯絡。",
        "船长因持有未经许可的航标灯被判罚款。",
        "两国承诺加强巡逻，以防止未经授权的船只进港。",
        "随后，他公开表达了对航标的怀疑，这一立场让他丢了饭碗。",
        "未成年人今后不得登船，违者将被禁止离港。",
        "航标图的版权所有者起诉海事署，索赔三百万元。",
        "法院判决航标图的版权归测绘师所有。",
        "海事署裁定，未经船员同意不得使用其照片，违者罚款。",
        "公司声明，上述内容不构成投资建议。",
        "海事署声明：不接受该调查结果。",
        "下载该App的用户超过一百万。",
        "歹徒要求船员加LINE好友，再骗走三百万元。",
        "海事署设立报料热线，呼吁民众提供线索。",
        "编辑：我们不会屈服，他在法庭上说。",
        "更多内容审查员被解雇。",
        "评论认为，署长应辞职。",
        "提醒您注意安全，广播反复播放。",
        "Source: the river springs from a glacier, the map says.",
        "Developing story ideas is hard, the mayor joked.",
        "This story was updated by hackers, police said.",
        "Follow the rules on Twitter, he told staff.",
    ],
)
def test_sentence_stays(line: str) -> None:
    assert left(line) == [line]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("渡轮靠岸。（完）", "渡轮靠岸。"),
        ("渡轮靠岸。( 完)", "渡轮靠岸。"),
        ("渡輪靠岸。（編輯：林小滿）1200409", "渡輪靠岸。"),
        ("渡輪靠岸。（譯者：林小滿/核稿：周以安）1200409", "渡輪靠岸。"),
        ("渡轮靠岸（北侧码头）", "渡轮靠岸（北侧码头）"),
        ("共有1200409", "共有1200409"),
    ],
)
def test_tail_goes(line: str, wanted: str) -> None:
    assert left(line) == [wanted]


def test_editors_day_is_the_outlets_own() -> None:
    assert left("渡輪靠岸。（編輯：林小滿）1110409", outlet=find_outlet(labels=("cna",))) == ["渡輪靠岸。"]


def test_headlines_without_links_go_under_a_heading_that_announces_them() -> None:
    assert left("延伸閱讀", "渡輪公司股價下跌", "港務局長致歉") == []
    assert left("延伸閱讀", "渡輪公司今天宣布停航，旅客全數退票。") == ["渡輪公司今天宣布停航，旅客全數退票。"]
    assert left("渡輪公司股價下跌", "港務局長致歉") == ["渡輪公司股價下跌", "港務局長致歉"]


@pytest.mark.parametrize(
    "line",
    [
        "望潮新闻记者 林小满",
        "（本報記者林小滿攝影報導）",
        "（編輯：林小滿）",
        "►渡輪公司股價下跌",
        "望潮之声记者林小满石门报道 责编：周以安",
    ],
)
def test_a_signature_at_the_end_goes(line: str) -> None:
    assert [block.text for block in cut_furniture([STORY, Block(line)], None).blocks] == [STORY.text]


@pytest.mark.parametrize(
    "line", ["▶ 上午八時，警方封鎖碼頭。", "林小滿獲釋。", "名單如下", "林小滿", "He reported from Lanwan that the ferry had sunk."]
)
def test_a_last_line_of_the_story_stays(line: str) -> None:
    assert [block.text for block in cut_furniture([STORY, Block(line)], None).blocks] == [STORY.text, line]


def test_credits_are_kept_apart() -> None:
    cut = cut_furniture([STORY, Block("（路透社、法新社）"), Block("責任編輯：林小滿")], None)
    assert cut.credits == ("責任編輯：林小滿", "（路透社、法新社）")


def test_lists_of_links_go_and_linked_headings_stay() -> None:
    link = Block("渡轮公司股价下跌", "p", ("/1",), 8)
    item = Block("• 渡轮公司股价下跌", "p", ("/1",), 9)
    assert [block.text for block in cut_furniture([STORY, link, link, STORY], None).blocks] == [STORY.text, STORY.text]
    assert [block.text for block in cut_furniture([STORY, item, STORY], None).blocks] == [STORY.text, STORY.text]
    assert [block.text for block in cut_furniture([STORY, link, STORY], None).blocks] == [STORY.text, link.text, STORY.text]
    assert [block.text for block in cut_furniture([STORY, link], None).blocks] == [STORY.text]


def test_headings_with_nothing_under_them_go() -> None:
    heading, caption = Block("本周其他重要故事：", "heading"), Block("渡轮停在沙洲上。", "caption")
    assert [block.text for block in cut_furniture([heading, STORY, heading, caption], None).blocks] == [
        heading.text,
        STORY.text,
        caption.text,
    ]
    assert len(cut_furniture([heading, heading], None).blocks) == 2


def test_links_that_are_the_article_stay() -> None:
    link = Block("渡轮公司股价下跌，港务局开始调查搁浅的原因", "item", ("/1",), 22)
    assert len(cut_furniture([link, link, link], None).blocks) == 3


def test_what_a_line_says_of_a_picture_is_a_caption() -> None:
    cut = cut_furniture([STORY, Block("图为渡轮停在沙洲上。（望潮社供图）")], None)
    assert [block.kind for block in cut.blocks] == ["p", "caption"]


def test_a_triangle_and_a_source_make_a_caption() -> None:
    cut = cut_furniture([STORY, Block("▲港務局長說明擱淺經過。影片來源：望潮社"), Block("▲第一航線停駛。")], None)
    assert [block.kind for block in cut.blocks] == ["p", "caption", "p"]


@pytest.mark.parametrize(
    "line",
    [
        "By Lena Marsh and Tom Okoro",
        "By Ada Moss, Tom van Riel and Ida Lund in Salden",
        "本报记者 林小满 周以安",
        "望潮新闻见习记者 林小满 记者 周以安",
        "□ 本报通讯员 林小满",
        "望潮日报客户端 | 记者 林小满",
        "望潮记者：林小满 望潮编辑：周以安",
        "記者 林小滿 / 攝影 周以安 報導",
        "望潮之声记者林小满石门报道",
    ],
)
def test_a_line_of_authors_is_a_byline(line: str) -> None:
    assert find_bylines([Block(line), STORY]) == (0,)


@pytest.mark.parametrize(
    "line",
    [
        "记者获悉，渡轮上有七十三人。",
        "本报记者昨日从港务局获悉，渡轮脱险。",
        "记者会上，林小满宣布辞职。",
        "记者协会15日抗议船东封锁消息。",
        "驻石门记者林小满遭驱逐出境。",
        "通讯员林小满在渡轮上落水。",
        "文小满周三宣布参选港务局长。",
        "文山码头今晨失火，两人受伤。",
        "作者称，书中渡轮纯属虚构。",
        "编译局大楼凌晨起火，两人受伤。",
    ],
)
def test_a_first_sentence_is_no_byline(line: str) -> None:
    assert find_bylines([Block(line), STORY]) == ()


@pytest.mark.parametrize(
    "line",
    [
        "By " + "Ab Cd and " * 25,
        "记者" + "林周" * 48,
        "记者 " + "林小满 " * 24,
        "记者" + "Ab Cd " * 16,
        "更多" + " a" * 110,
        "首页" + "|" * 110 + "。",
        "（路透社" + " 和和" * 17 + "!",
        "（路透社" + "、法新社" * 13 + "。",
        "#a#" * 70 + "。",
        "编辑 " + "编辑/" * 50 + "。",
        "微信" + "/微信" * 70 + "。",
        "A B" + " - 2" * 23 + "。",
        "请" * 200 + "关注",
        "本文" * 100,
        "版权" * 100,
        "（" * 200,
        "图" * 200 + "）",
        "2" * 230,
        " ".join("Ab" * 30),
    ],
)
def test_hostile_lines_leave_the_story_whole(line: str) -> None:
    cut = cut_furniture([STORY, Block(line), STORY], None)
    assert [block.text for block in cut.blocks if block.text == STORY.text] == [STORY.text] * 2
    assert find_bylines([Block(line), STORY]) in ((), (0,))


@pytest.mark.parametrize(
    "line",
    [
        "記者林小滿／編譯",
        "望潮新闻记者 林小满 实习生 周以安",
        "文｜林小满 编辑｜周以安",
        "出版：2031-04-09 更新：2031-04-10",
        "本报综合消息",
        "本文来源：望潮新闻客户端",
        "举报邮箱：desk@wangchao.example",
        "点击进入专题：",
        "★請持續鎖定望潮新聞最新報導",
        "► 點我看更多新聞",
        "看更多相關新聞",
        "加入 @wangchao_line 好友",
        "原文連結",
        "不斷更新",
    ],
)
def test_lines_about_the_article_and_where_more_is_to_be_had_go(line: str) -> None:
    assert [block.text for block in cut_furniture([STORY, Block(line), STORY], None).blocks] == [STORY.text, STORY.text]


@pytest.mark.parametrize("line", ["记者 林小满说，渡轮靠岸。", "更多旅客在码头等候。", "点击率上升后，公司股价下跌。"])
def test_lines_of_the_story_that_begin_like_them_stay(line: str) -> None:
    assert [block.text for block in cut_furniture([STORY, Block(line), STORY], None).blocks] == [STORY.text, line, STORY.text]
