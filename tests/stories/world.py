"""Invented articles on invented matters, for the tests of this room."""

from rashomon.model import Article

FERRY = (
    (
        "晨报",
        "2031-03-02T08:10:00+08:00",
        "瀾口渡輪傾覆 12人罹難",
        "瀾口市長何遠今早說，一艘載有八十人的渡輪在青螺灣傾覆，已有12人罹難，海巡隊仍在青螺灣搜救。",
    ),
    (
        "海闻社",
        "2031-03-02T10:00:00+08:00",
        "澜口渡轮倾覆，海巡队在青螺湾搜救",
        "澜口市长何远表示，渡轮在青螺湾倾覆，12人死亡，海巡队派出九艘船搜救失踪乘客。",
    ),
    (
        "北岸台",
        "2031-03-02T19:30:00+08:00",
        "青螺湾渡轮倾覆：死亡人数升至17人",
        "澜口海巡队说，青螺湾渡轮倾覆事故死亡人数升至17人，何远市长赶到码头慰问家属。",
    ),
    (
        "晨报",
        "2031-03-03T09:00:00+08:00",
        "何遠：澜口渡輪船長已被帶走調查",
        "瀾口市長何遠說，在青螺灣傾覆的渡輪船長已被帶走調查，海巡隊今天打撈起船身。",
    ),
)
DAM = (
    (
        "北岸台",
        "2031-03-02T09:00:00+08:00",
        "乌岭水坝移民争补偿 拒绝搬迁",
        "乌岭水坝库区的移民拒绝搬迁，要求水务局把每户补偿提高一倍，工程已停工三天。",
    ),
    (
        "海闻社",
        "2031-03-02T15:00:00+08:00",
        "水务局：乌岭水坝补偿标准不变",
        "水务局局长段青回应乌岭水坝移民的诉求说，补偿标准不变，工程下周复工。",
    ),
    (
        "晨报",
        "2031-03-03T11:00:00+08:00",
        "烏嶺水壩移民代表與水務局談判破裂",
        "烏嶺水壩庫區移民代表與水務局局長段青談判補償，談判破裂，工程繼續停工。",
    ),
)
OTHERS = (
    ("晨报", "2031-03-02T12:00:00+08:00", "央行下調存款準備金率", "央行下調存款準備金率半個百分點，銀行股收市上揚。"),
    ("海闻社", "2031-03-03T07:00:00+08:00", "新种兰花在植物园开放", "植物园培育的新种兰花本周起向游客开放，花期约二十天。"),
    ("北岸台", "2031-03-03T20:00:00+08:00", "青年队点球取胜晋级四强", "青年队门将扑出两记点球，以四比三取胜，晋级足球杯赛四强。"),
)


def make_articles(*groups: tuple[tuple[str, str, str, str], ...]) -> list[Article]:
    """Articles of the rows (outlet, published, title, text), each with a path and an id of its own."""
    rows = [row for group in groups for row in group]
    return [make_article(*row, path=f"{index:02}.txt") for index, row in enumerate(rows)]


def make_article(outlet: str, published: str | None, title: str, text: str, *, path: str, **fields: object) -> Article:
    """One article; its id follows from its path unless given."""
    values = {"article": f"a{path}", "document": f"d{path}", "format": "text", "language": "zh-Hans", **fields}
    return Article(path=path, outlet=outlet, published=published, title=title, text=f"{title}\n{text}", **values)  # type: ignore[arg-type]
