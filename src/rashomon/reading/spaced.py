"""Languages that write spaces between words."""

from rashomon.languages import Language
from rashomon.model import Article, Attribution, Name


def writes_spaces(language: Language) -> bool:
    """Whether a language sets spaces between its words."""
    return language.code == "en"


def find_names(article: Article, language: Language) -> tuple[Name, ...]:
    return ()


def find_attributions(article: Article, language: Language, *, names: tuple[Name, ...] = ()) -> tuple[Attribution, ...]:
    return ()
