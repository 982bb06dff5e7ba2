"""Marks that hold no words."""

from marks import is_sealed, seal, unseal

TEXT = "凯斯滕渡轮失火，27 人获救。"


def test_a_mark_is_found_again_in_the_text() -> None:
    mark = seal("２７人获救")
    assert unseal(mark, TEXT) == "27人获救"
    assert unseal(mark, "别的话") is None


def test_a_mark_knows_its_words_and_holds_none() -> None:
    mark = seal("渡轮失火")
    assert is_sealed("渡轮 失火", mark)
    assert not is_sealed("渡轮起火", mark)
    assert "渡轮" not in str(mark)
