"""Full names in two scripts, and the posts of those who bear them."""

import pytest

from rashomon.accounts.identities.full_names import find_full
from rashomon.accounts.identities.posts import agree, are_one, find_post


def met(latin: str, han: str, *roles: str) -> bool:
    posts = [{post} if (post := find_post(role)) else set() for role in roles]
    held = dict(zip((latin, han), posts, strict=False))
    return list(find_full({latin: latin, han: han}, held)) == [(latin, han)]


@pytest.mark.parametrize(
    ("latin", "han", "roles", "one"),
    [
        ("Ivo Dane", "伊沃·戴恩", (), True),  # two sounds each
        ("Ivo Dane", "帕沃·戴恩", (), False),
        ("Ida Boe", "伊达·博厄", (), False),  # too few without a post
        ("Ida Boe", "伊达·博厄", ("Mayor", "市长"), True),
        ("Eda Oe", "伊达·奥厄", ("Mayor", "市长"), True),
        ("Ea Boe", "埃亚·博厄", ("Mayor", "市长"), False),  # of towns there are many
        ("Ida Boe", "伊达·博厄", ("President", "总统"), True),
        ("Marten Owusso", "马滕·奥索", (), True),  # one sound left out
        ("Marten Owusso", "马滕·奥索", ("lawyer", "总统"), False),
        ("Halim Rado", "霍里斯·拉多", ("health minister", "卫生部长"), True),
        ("Halim Rado", "帕里斯·拉多", ("health minister", "卫生部长"), False),
        ("Halim Rado", "霍里斯·拉多", ("health minister", "交通部长"), False),
        ("Rado", "拉多", ("health minister", "卫生部长"), True),
        ("Rado", "拉多", ("analyst", "分析师"), False),
        ("Joao Teixeira", "若昂·特谢拉", ("police chief", "警察局长"), True),  # the first name is of another table; the last is long
        ("Joao Teixeira", "若昂·特谢拉", ("police chief", "消防局长"), False),
        ("Teixeira", "特谢拉", ("police chief", "警察局长"), True),
        ("Omar al-Tuni", "奥马尔·图尼", (), True),
    ],
)
def test_full_names_are_one_by_sound_and_post(latin: str, han: str, roles: tuple[str, ...], one: bool) -> None:
    assert met(latin, han, *roles) is one


def test_who_is_as_near_to_two_is_neither() -> None:
    assert list(find_full({name: name for name in ("Ivo Dane", "伊沃·戴恩", "伊沃·丹")}, {})) == []
    people = {"Ivo Dane": "a", "伊沃·戴恩": "b", "戴恩": "b"}
    assert list(find_full(people, {})) == [("a", "b")]


def test_among_many_people_a_near_sound_tells_nobody() -> None:
    syllables = "巴达法加卡拉马纳帕萨塔瓦"
    han = {f"{one}{other}·库塔": f"{one}{other}" for one in syllables for other in syllables}
    crowd = {f"Person{n} Other{n}": f"p{n}" for n in range(100)} | han
    pair = {"Marten Owusso": "a", "马滕·奥索": "b"}
    assert list(find_full(pair, {})) == [("a", "b")]
    assert ("a", "b") not in list(find_full(crowd | pair, {}))


@pytest.mark.parametrize(
    ("role", "other", "alike", "one"),
    [
        ("Transport Minister", "加纳交通部长", True, True),
        ("transport minister", "卫生部长", False, False),
        ("minister", "卫生部长", True, False),
        ("vice president", "总统", False, False),
        ("police spokesman", "发言人", True, False),
        ("former prime minister", "前总理", True, True),
    ],
)
def test_posts_are_known_in_both_languages(role: str, other: str, alike: bool, one: bool) -> None:
    known = [{post} if (post := find_post(words)) else set() for words in (role, other)]
    assert (agree(*known), are_one(*known)) == (alike, one)


def test_a_word_that_is_no_post_is_none() -> None:
    assert find_post("neighbour") is None
    assert find_post("邻居") is None
