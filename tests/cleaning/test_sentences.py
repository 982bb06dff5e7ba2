"""Sentences end where a reader ends them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cleaning.sentences import find_sentences

CASES = [
    ("两句", "渡轮已经靠岸。乘客全部获救。", ["渡轮已经靠岸。", "乘客全部获救。"]),
    ("问与叹", "谁来负责？没有人！他走了。", ["谁来负责？", "没有人！", "他走了。"]),
    ("引语收句", "船长说：“雾太大了。我们看不见航标。”港务局没有回应。", ["船长说：“雾太大了。我们看不见航标。”", "港务局没有回应。"]),
    ("引语开句", "“雾太大了。”船长说。", ["“雾太大了。”船长说。"]),
    ("引语开句繁", "「霧太大了。」船長說。他沒有受傷。", ["「霧太大了。」船長說。", "他沒有受傷。"]),
    ("引语独句", "“雾太大了。”", ["“雾太大了。”"]),
    ("引语里外", "他称之为“迟到的正义”。家属不同意。", ["他称之为“迟到的正义”。", "家属不同意。"]),
    ("书名里的问号", "纪录片《谁动了航标？》周日播出。", ["纪录片《谁动了航标？》周日播出。"]),
    ("括号里的句号", "市长（他上周刚上任。）没有到场。会议延期。", ["市长（他上周刚上任。）没有到场。", "会议延期。"]),
    ("括号跟在句末", "会议延期。（完）", ["会议延期。", "（完）"]),
    ("小数与网址", "水位为3.14米，见 www.harbour.example/a.html 的图。", ["水位为3.14米，见 www.harbour.example/a.html 的图。"]),
    ("省略号在句中", "他说……我不知道。后来走了。", ["他说……我不知道。", "后来走了。"]),
    ("省略号收尾", "他再也没有回来……", ["他再也没有回来……"]),
    ("没有收的引号", "“雾太大了。我们看不见。", ["“雾太大了。", "我们看不见。"]),
    ("没有开的引号", "雾太大了。”他们说。", ["雾太大了。”", "他们说。"]),
    ("全角叹问连用", "真的？！没有人信。", ["真的？！", "没有人信。"]),
    ("引号收反", "他说：“雾太大了。“", ["他说：“雾太大了。“"]),
    ("问号后接着说", "谁的船？：港务局没有回答。谁知道？，他问。", ["谁的船？：港务局没有回答。", "谁知道？，他问。"]),
    ("英文", "The ferry sank. Nobody died.", ["The ferry sank.", "Nobody died."]),
    (
        "英文缩写",
        "Mr. Harrow met Gen. Ilse Brandt at 5 p.m. on Friday. He left.",
        ["Mr. Harrow met Gen. Ilse Brandt at 5 p.m. on Friday.", "He left."],
    ),
    ("英文首字母", "J. K. Orrin of the U.S. delegation left. It rained.", ["J. K. Orrin of the U.S. delegation left.", "It rained."]),
    ("英文引语", '"We saw nothing. It was dark," she said. They left.', ['"We saw nothing. It was dark," she said.', "They left."]),
    ("英文数", "It cost 3.5 million. Prices rose 2.1 percent.", ["It cost 3.5 million.", "Prices rose 2.1 percent."]),
    ("编号", "1. 候船大厅", ["1. 候船大厅"]),
    ("没有句号的行", "候船大厅的翻修", ["候船大厅的翻修"]),
    ("全角空格", "渡轮靠岸。　乘客获救。", ["渡轮靠岸。", "乘客获救。"]),
]


@pytest.mark.parametrize(("line", "wanted"), [(line, wanted) for _, line, wanted in CASES], ids=[name for name, _, _ in CASES])
def test_line_is_cut_as_a_reader_would(line: str, wanted: list[str]) -> None:
    text = f"题目。不切\n{line}"
    spans = find_sentences(text)
    assert text[spans[0][0] : spans[0][1]] == "题目。不切"
    assert [text[a:b] for a, b in spans[1:]] == wanted


def test_title_alone_is_one_sentence() -> None:
    assert find_sentences("题目") == ((0, 2),)


@given(st.text(alphabet="甲乙。！？…“”「」（）《》\"'.!? aB1\n，：", max_size=120))
def test_sentences_ascend_and_cover(text: str) -> None:
    spans = find_sentences(text)
    end = 0
    for number, (a, b) in enumerate(spans):
        assert end <= a <= b <= len(text)
        assert text[end:a].strip() == ""
        assert number == 0 or "\n" not in text[a:b]
        end = b
    assert text[end:].strip() == ""


@pytest.mark.parametrize("piece", ["“", "”", '"', "（", "。", "...", "……a", "a.", "《", "」。", "1. ", "Mr. "])
def test_hostile_marks_take_linear_time(piece: str) -> None:
    text = "题\n" + piece * (200_000 // len(piece))
    assert find_sentences(text)[0] == (0, 1)
