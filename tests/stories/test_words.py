"""The words articles are compared by."""

import pytest

from rashomon.languages import fold
from rashomon.stories.words import find_words


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("瀾口市長宣布封港", "市长", "宣布"),
        ("北韓再射飛彈", "导弹", "飞弹"),
        ("義大利與紐西蘭簽約", "意大利", "义大利"),
        ("The minister said ferries sank", "ferries", "said"),
        ("2031年共有4,215人", "4215", "2031"),
        ("奥雷米亚国家博物馆失窃", "奥雷米亚", "米亚"),  # a name that the segmenter cuts in two
        ("马尔维尼亚举行大选", "马尔维尼亚", "尼亚"),  # into the beginning of a known one and the end of others
        ("奥雷米亚总统访问法国", "法国", "总统访问法国"),
    ],
)
def test_find_words_keeps_what_tells(text: str, wanted: str, unwanted: str) -> None:
    words = find_words(fold(text))
    assert wanted in words
    assert unwanted not in words
