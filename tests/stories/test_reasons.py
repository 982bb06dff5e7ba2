"""Why two articles are or are not together."""

import pytest

from rashomon.stories import why
from tests.stories.world import DAM, FERRY, OTHERS, make_articles

WORLD = make_articles(FERRY, DAM, OTHERS)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [("00.txt", "01.txt", ("Together", "One story")), ("00.txt", "04.txt", ("Apart",)), ("04.txt", "06.txt", ("Together", "One story"))],
)
def test_why_opens_with_the_verdict(a: str, b: str, verdict: tuple[str, ...]) -> None:
    assert why(a, b, WORLD)[0].startswith(verdict)


def test_why_names_the_words_shared() -> None:
    assert any("渡轮" in line for line in why("00.txt", "01.txt", WORLD))


def test_why_refuses_one_article_given_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        why("00.txt", "00.txt", WORLD)
