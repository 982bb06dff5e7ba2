"""Words: what they may be, where patterns over their traits begin to match, and that they cover the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.languages import fold
from rashomon.reading.ground.kinds import CLOSES, CUE, DATES, FAMILY, GIVEN, GLUED, OPENS, PLAIN, REPORT, SAID, TITLE
from rashomon.reading.ground.words import cut, recut

TEXT = "据北塬港务局，部长何小远说，昨日有三人获救。"


def told(trait: int) -> list[str]:
    words = cut(TEXT)
    return [word for i, word in enumerate(words.texts) if words.has(i, trait)]


def test_words_bear_the_traits_of_their_lists() -> None:
    assert told(TITLE) == ["部长"]
    assert told(CUE) == ["说"]
    assert told(REPORT) == ["据"]
    assert told(DATES) == ["昨日", "三"]  # 三月
    assert "北" in "".join(told(PLAIN))
    assert not {"说", "据", "有", "昨日"} & set(told(PLAIN))


def test_a_pattern_over_traits_finds_where_it_begins() -> None:
    words = cut(TEXT)
    assert [words.texts[i] for i in words.find("{}", SAID)] == ["据", "说"]
    assert [words.texts[i] for i in words.find("{}(?={})", TITLE, OPENS)] == ["部长"]
    assert [words.texts[i] for i in words.find("{}(?={}{{1,2}}{})", FAMILY, GIVEN, CLOSES)] == ["何"]
    assert not words.has(len(words.texts), TITLE)


def test_words_to_be_taken_apart_are_apart() -> None:
    words = cut("渔协又称，天气转好")
    assert "又称" not in words.texts
    assert words.texts[words.texts.index("又") + 1] == "称"
    assert not any(words.has(i, GLUED) for i in range(len(words.texts)))


@settings(max_examples=100)
@given(st.text(alphabet="据北塬港务局部长何远又称说發表聲明，昨日。A1 \n", max_size=60), st.integers(0, 59))
def test_words_cover_their_text_whatever_is_cut_anew(text: str, at: int) -> None:
    shadow = fold(text)
    words = cut(shadow)
    assert "".join(words.texts) == shadow
    assert [shadow[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == words.texts
    if at < len(shadow):
        again = recut(words, [(at, at)])
        assert "".join(again.texts) == shadow
        assert at in again.starts
        assert len(again.tags) == len(again.traits) == len(again.texts)
        assert all(len(plane) == len(again.texts) for plane in again.planes)
