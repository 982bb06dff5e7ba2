"""A cleaned article against its marks."""

import msgspec
from marks import seal
from score_cleaning import score

from rashomon.cleaning import clean
from rashomon.model import Article, Document, Markup

BODY = (
    "<p>（白沙社石門2日電）渡輪在石門港外擱淺，無人受傷。</p><p>責任編輯：林小滿</p>"
    "<figure><img><figcaption>擱淺的渡輪。</figcaption></figure>"
)


def marks(**changed: object) -> dict[str, object]:
    marked = {
        "title": seal("渡輪擱淺"), "outlet": None, "url": None, "author": None, "published": "2031-04-02T10:00:00+08:00", "written": None,
        "language": "zh-Hant", "dateline": {"date": "2031-04-02", "place": seal("石門"), "agency": seal("白沙社")},
        "keep": [seal("渡輪在石門港外擱淺")], "drop": [seal("責任編輯：林小滿")], "captions": [seal("擱淺的渡輪。")], "paragraphs": 1,
    }  # fmt: skip
    return {**marked, **changed}


def article() -> Article:
    document = Document(path="a", id="0" * 16, format="post", title="渡輪擱淺", body=BODY, markup=Markup.HTML)
    cleaned = clean(document)
    assert isinstance(cleaned, Article)
    return cleaned


def test_what_is_right_counts_and_what_is_not_is_told() -> None:
    cleaned = msgspec.structs.replace(article(), published="2031-04-02T10:00:00+08:00")
    result, misses = score(cleaned, marks(dateline=None))
    assert result["title"] == (1, 1)
    assert result["kept"] == result["dropped"] == result["captions"] == result["paragraphs"] == (1, 1)
    assert misses == ["wrong dateline"]
    assert score(cleaned, marks(keep=[seal("沉沒")]))[0]["kept"] == (0, 1)
