"""Fields as documents name them."""

import pytest

from rashomon.intake.fields import find_address


@pytest.mark.parametrize(
    ("texts", "address"),
    [
        (["https://news.example/a/1"], "https://news.example/a/1"),
        ([" https://news.example/灯塔 重新亮起/a-1 "], "https://news.example/灯塔 重新亮起/a-1"),
        (["a/1.html", "http://news.example/2\nand more"], "http://news.example/2"),
        (["a/1.html"], None),
        ([], None),
    ],
)
def test_address_is_the_whole_field(texts: list[str], address: str | None) -> None:
    assert find_address(texts) == address
