"""Origins scored against marks that hold no words."""

from marks import seal
from score_origins import find_claim, is_right

from rashomon.accounts.claims.claims import Claim, lay_out
from rashomon.accounts.claims.witnesses import gather
from rashomon.accounts.identities.identities import identify
from rashomon.model import Article, Attribution, Reading

TEXT = "岚洲港口\n岚洲市长沈致远说，港口周五重开。"


def claims() -> list[Claim]:
    said = Attribution(start=14, end=20, chain=("岚洲市长沈致远",), speaker="沈致远", cue="说", content="港口周五重开", type="indirect")
    article = Article(
        path="a",
        document="d",
        article="a",
        title="岚洲港口",
        format="text",
        outlet="甲报",
        language="zh-Hans",
        text=TEXT,
        sentences=((0, 4), (5, 21)),
    )
    witnesses = gather([article], {"a": Reading(article="a", attributions=(said,))}, {})
    return list(lay_out(witnesses, identify(witnesses)).statements)


def test_claim_is_found_by_its_mark_and_judged_by_any_name() -> None:
    claim = find_claim(claims(), "d", {"claim": seal("港口周五重开")})
    assert claim is not None
    assert is_right(claim, [seal("沈致远")])
    assert is_right(claim, [seal("岚洲市长沈致远"), "own"])
    assert not is_right(claim, ["own"])
    assert not is_right(claim, [seal("港口")])


def test_claim_of_another_document_is_none() -> None:
    assert find_claim(claims(), "e", {"claim": seal("港口周五重开")}) is None
