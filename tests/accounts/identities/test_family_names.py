"""Family names alone, and the full ones they stand for."""

import pytest

from rashomon.accounts.identities.family_names import find_borne
from rashomon.accounts.identities.posts import find_post

ROLES = {"高桥": "首相", "高桥龙介": "首相", "高桥雪": "市长", "高木": "总统"}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("高桥", "高桥龙介", "高木"), [("高桥", "高桥龙介")]),
        (("高木", "高木春"), [("高木", "高木春")]),  # nobody else is called so
        (("高桥", "高桥龙介", "高桥雪"), [("高桥", "高桥龙介")]),  # who holds the post
        (("高木", "高木春", "高木夏"), []),
        (("何远", "何远山"), []),  # a whole name
    ],
)
def test_a_family_name_is_who_alone_bears_it_or_holds_its_post(names: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    posts = {name: {post} for name, role in ROLES.items() if (post := find_post(role))}
    assert list(find_borne({name: name for name in names}, posts)) == found
