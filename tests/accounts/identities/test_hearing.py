"""People whose names stand in two scripts."""

import pytest

from rashomon.accounts.identities.hearing import find_heard


@pytest.mark.parametrize(
    ("latin", "han", "one"),
    [
        ("roberto santos", "桑托斯", True),
        ("roberto santos", "罗伯托·桑托斯", True),
        ("hedda santos", "罗伯托·桑托斯", False),
        ("ilmar dalen", "达伦", False),  # three sounds
        ("ilmar dalen", "伊尔马·达伦", True),
        ("ilmar dalen", "罗伯托·达伦", False),
        ("ilmar tovesen", "桑托斯", False),
        ("zhou min", "周敏", True),
        ("zaw min tun", "佐敏通", True),
        ("zaw min oo", "佐敏通", False),
        ("zhou ming", "周敏", False),
    ],
)
def test_names_are_one_by_their_sound(latin: str, han: str, one: bool) -> None:
    assert list(find_heard({latin: latin, han: han})) == ([(latin, han)] if one else [])


def test_a_sound_of_two_people_binds_neither() -> None:
    assert list(find_heard({"roberto santos": "a", "maria santos": "b", "桑托斯": "c"})) == []
    assert list(find_heard({"roberto santos": "a", "santos": "a", "桑托斯": "c"})) == [("a", "c")]
