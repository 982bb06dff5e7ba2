"""Each language's own proof: the sentences of its examples.toml are told by script, and read."""

import pytest

from rashomon.cleaning import clean
from rashomon.languages import codes, fold, language, script_of
from rashomon.model import Article, Basis, Document, Stamp
from rashomon.reading import read

SAVED = (Stamp(raw="2031-04-04", basis=Basis.RECORD),)
ASKED = "times", "figures", "attributions"  # what the sentences of every language hold at least one of


def sentences_of(code: str) -> list[str]:
    found = language(code)
    assert found is not None
    return list(found.table("examples")["sentences"])


@pytest.mark.parametrize(("code", "sentence"), [(code, sentence) for code in codes() for sentence in sentences_of(code)])
def test_sentence_is_read_in_its_language(code: str, sentence: str) -> None:
    document = Document(path="a.txt", id="0", format="text", title="Title 题目", body=sentence, language=code, stamps=SAVED)
    article = clean(document)
    assert isinstance(article, Article)
    assert (article.language or "").split("-")[0] == code
    reading = read(article)
    assert [kind for kind in ASKED if not getattr(reading, kind)] == []


def test_the_fold_makes_one_shadow_of_both_scripts() -> None:
    simple, traditional = sentences_of("zh")
    assert (script_of(simple), script_of(traditional)) == ("zh-Hans", "zh-Hant")
    assert fold(traditional) == fold(simple)
