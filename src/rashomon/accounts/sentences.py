"""Sentences: what each sentence of a story is made of, read once for the timeline and the passages alike."""

from rashomon.accounts.identities import Identities
from rashomon.accounts.witnesses import Witness
from rashomon.model.article import Span


class Sentences:
    """The sentences of a story with every name in its standard form, kept as they are asked for."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self._texts: dict[tuple[str, Span], str] = {}

    def text(self, witness: Witness, sentence: Span) -> str:
        """A sentence, folded."""
        key = witness.article.path, sentence
        if key not in self._texts:
            self._texts[key] = self._identities.rewrite(witness.shadow[sentence[0] : sentence[1]])
        return self._texts[key]
