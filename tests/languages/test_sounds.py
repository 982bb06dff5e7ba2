"""Names by their sound: what a transcription keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.languages import fold
from rashomon.languages.sounds import LEAST, hear_han, hear_latin, hear_native


@pytest.mark.parametrize(
    ("latin", "han"),
    [
        ("Marlovsk", "马尔洛夫斯克市"),
        ("Marlovsk", "馬洛夫斯克"),
        ("Kendrasen", "肯德拉森"),
        ("Kendrasen", "官員肯卓臣說"),
        ("Tolvic", "托爾維奇"),
        ("Anselmi", "安塞尔米"),
        ("Gavrilenko", "加夫里连科"),
        ("Joralin", "约拉林"),
        ("Joralin", "乔拉林"),
        ("Campora", "坎波拉"),
        ("Székara", "塞卡拉"),
    ],
)
def test_a_name_sounds_alike_in_both_scripts(latin: str, han: str) -> None:
    assert set(hear_latin(latin)) & set(hear_han(fold(han)))


@pytest.mark.parametrize(("latin", "han"), [("Marlovsk", "肯德拉森"), ("Kendrasen", "托尔维奇"), ("Gavrilenko", "马尔洛夫斯克")])
def test_other_names_sound_otherwise(latin: str, han: str) -> None:
    assert not set(hear_latin(latin)) & set(hear_han(han))


@pytest.mark.parametrize(
    ("latin", "han"),
    [
        ("LinKuo-tung", "部长林国栋请辞"),
        ("Cheung Chi-yuen", "行政長官張志遠說"),
        ("Zhang Wenhai", "市長張文海"),
        ("Zhang Qiming", "市長張啟明"),
        ("Han Sang-min", "前市长韩相民"),
    ],
)
def test_a_chinese_or_korean_name_sounds_alike_as_a_whole(latin: str, han: str) -> None:
    assert set(hear_latin(latin)) & set(hear_native(fold(han)))
    assert not set(hear_latin(latin)) & set(hear_native("部长周德保请辞"))


@pytest.mark.parametrize("short", ["Lee", "Ann", "Rio", "Bo"])
def test_a_name_of_few_consonants_is_not_told_by_them(short: str) -> None:
    assert hear_latin(short) == ()


@given(st.text(max_size=60))
def test_any_text_may_be_heard(text: str) -> None:
    for key in (*hear_latin(text), *hear_han(text), *hear_native(text)):
        assert len(key) >= LEAST
        assert set(key) <= set("APTKSFLMN")
