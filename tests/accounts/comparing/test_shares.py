"""Very large stories: how much of each part is looked at, and which sentences stand for many."""

from rashomon.accounts.claims.claims import Claim
from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.comparing.shares import even_share
from rashomon.accounts.relations.relating import SIDE, relate
from rashomon.model import Article, Happening


def test_parts_within_the_bound_are_given_whole() -> None:
    assert even_share([3, 1, 2], 6) == 3


def test_parts_beyond_the_bound_give_alike() -> None:
    share = even_share([10, 1, 10], 9)
    assert share == 4
    assert sum(min(size, share) for size in (10, 1, 10)) <= 9


def test_nothing_gives_nothing() -> None:
    assert even_share([], 5) == even_share([0, 0], 5) == 0


def test_a_side_of_many_sentences_keeps_every_outlet() -> None:
    outlets = ["甲报"] * (SIDE + 3) + ["乙报", "丙报"]
    claims = [_claim(at, outlet) for at, outlet in enumerate(outlets)]
    side = relate("same_origin", claims, claims[:1]).a
    assert len(side) == SIDE
    assert {evidence.outlet for evidence in side} == {"甲报", "乙报", "丙报"}
    assert [evidence.path for evidence in side] == sorted(evidence.path for evidence in side)


def _claim(at: int, outlet: str) -> Claim:
    text = "桥塌了。"
    article = Article(
        path=f"{at:02}.md",
        article=f"{at:02}",
        document=f"{at:02}",
        outlet=outlet,
        format="text",
        title="",
        text=text,
        published=f"2031-05-{at + 1:02}",
        sentences=((0, 4),),
    )
    (witness,) = gather([article], {}, {})
    told = Happening(start=0, end=4, type="OTHER", date="2031-05-01")
    return Claim(witness=witness, start=0, end=4, sentence=(0, 4), day="2031-05-01", origin=outlet, told=told)
