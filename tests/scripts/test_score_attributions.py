"""Attributions scored against marks that hold no words."""

from marks import seal
from score_attributions import open_marks, overlap, pair_up

from rashomon.model import Attribution

TEXT = "罢工\n岚海通讯社援引工会主席何远的话说，罢工还会继续。他补充说，谈判破裂了。"
MARKS = [
    {"chain": [seal("岚海通讯社"), seal("工会主席何远")], "speaker": seal("何远"), "content": seal("罢工还会继续"), "type": "indirect"},
    {"chain": [seal("他")], "speaker": seal("何远"), "content": seal("谈判破裂了"), "type": "indirect"},
]


def said(content: str, *chain: str, speaker: str) -> Attribution:
    start = TEXT.index(content)
    return Attribution(
        start=start,
        end=start + len(content),
        chain=chain,
        speaker=speaker,
        cue="说",
        content=content,
        type="indirect",
        cue_span=(0, 1),
        chain_spans=((0, 1),) * len(chain),
    )


def test_source_or_speaker_decides_and_the_chain_only_where_it_is_asked_for() -> None:
    wanted = open_marks(MARKS, TEXT)
    found = [said("罢工还会继续", "工会主席何远", speaker="何远"), said("谈判破裂了", "他", speaker="何远")]
    assert sorted(pair_up(wanted, found, strict=False)) == [(0, 0), (1, 1)]
    assert pair_up(wanted, found, strict=True) == [(1, 1)]


def test_another_speaker_or_half_the_words_is_no_match() -> None:
    wanted = open_marks(MARKS, TEXT)
    assert not pair_up(wanted, [said("谈判破裂了", "它", speaker="工会"), said("谈判", "他", speaker="何远")], strict=False)


def test_overlap_counts_what_two_strings_share_in_order() -> None:
    assert overlap("罢工还会继续", "罢工还会继续") == 1
    assert overlap("罢工还会继续", "罢工会继续") > 0.9
    assert overlap("罢工", "谈判") == 0
