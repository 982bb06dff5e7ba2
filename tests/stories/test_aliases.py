"""Names given in two scripts let texts of two languages meet."""

from rashomon.model import Name
from rashomon.stories.aliases import Aliases


def test_a_form_given_once_serves_the_articles_that_follow() -> None:
    aliases = Aliases()
    given = Name(start=0, end=3, text="林達爾", kind="person", alias="Mika Lindahl")
    later = Name(start=5, end=8, text="林达尔", kind="person")
    assert aliases.find_words([later]) == ()
    aliases.learn([given])
    assert aliases.find_words([later]) == ("lindahl", "mika")
