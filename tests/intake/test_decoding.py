"""Bytes to text."""

import codecs

import pytest

from rashomon.errors import Unreadable
from rashomon.intake.decoding import decode

SIMPLE = "灯塔修复工程昨天结束，守塔人说，这座灯塔已经有一百二十年的历史，渔民们都希望它能继续亮下去。"
TRADITIONAL = "燈塔修復工程昨天結束，守塔人說，這座燈塔已經有一百二十年的歷史，漁民們都希望它能繼續亮下去。"
ENGLISH = "The lighthouse was lit again on Friday, its keeper said."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLE, "utf-8"),
        (SIMPLE, "gb2312"),
        (SIMPLE, "gb18030"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (SIMPLE[:12], "gb18030"),
        (TRADITIONAL[:12], "big5"),
        (f"<p>{ENGLISH}</p>\n" * 200 + SIMPLE, "gb18030"),
        (f"<p>{ENGLISH}</p>\n" * 200 + TRADITIONAL, "big5"),
        ("漁夫帶著罾網到鱟殼灣，說那裏的𠝹仔很多", "big5hkscs"),
        (ENGLISH, "ascii"),
        (SIMPLE, "utf-16"),
        (TRADITIONAL, "utf-8-sig"),
        (SIMPLE, "utf-32"),
    ],
)
def test_text_comes_back_from_its_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("declaration", "text", "encoding"),
    [
        ('<meta charset="gbk">', "灯", "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=Big5'>", "燈", "big5hkscs"),
        ('<?xml version="1.0" encoding="GB2312"?>', "灯", "gb18030"),
        ('<meta charset="windows-1252">', "“The lamp’s lit,” said Zoë.", "cp1252"),
    ],
)
def test_declared_encoding_is_believed_where_bytes_are_too_few_to_tell(declaration: str, text: str, encoding: str) -> None:
    decoded = decode((declaration + text).encode(encoding))
    assert decoded.text == declaration + text
    assert decoded.encoding == encoding


def test_declaration_that_the_bytes_belie_is_passed_over() -> None:
    assert decode(f"<meta charset=big5>{SIMPLE}".encode()).text.endswith(SIMPLE)


def test_latin_declared_over_chinese_is_passed_over() -> None:
    assert decode(f"<meta charset=iso-8859-1>{SIMPLE}".encode("gb18030")).text.endswith(SIMPLE)


def test_wrong_declaration_gives_way_to_the_bytes() -> None:
    assert decode(f"<meta charset=gb2312>{TRADITIONAL * 3}".encode("big5")).text.endswith(TRADITIONAL)


def test_utf_8_goes_before_the_encoding_of_the_container() -> None:
    assert decode(SIMPLE.encode(), known="gb18030").text == SIMPLE
    assert decode("灯".encode("gb18030"), known="gb18030").text == "灯"


def test_utf_16_in_either_order_of_bytes() -> None:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        assert decode(mark + SIMPLE.encode(encoding)).text == SIMPLE


def test_line_ends_become_newlines() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"


def test_damaged_utf_8_stays_utf_8() -> None:
    data = bytearray((SIMPLE * 10).encode())
    data[100] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert decoded.warnings


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("오늘 등대가 다시 켜졌다고 등대지기가 말했다. 어민들은 기뻐했다. 정부는 새로운 계획을 발표했다. " * 12, "euc-kr"),
        ("Маяк снова зажёгся, сказал смотритель.", "cp1251"),
    ],
)
def test_other_encodings_are_refused_rather_than_misread(text: str, encoding: str) -> None:
    with pytest.raises(Unreadable, match="save it again as UTF-8"):
        decode(text.encode(encoding))
