"""Sentences: what each sentence of a story is made of, read once for the timeline and the passages alike."""

from rashomon.accounts.identities import Identities
from rashomon.accounts.likeness import features
from rashomon.accounts.witnesses import Witness
from rashomon.model.article import Span


class Sentences:
    """The sentences of a story with every name in its standard form, kept as they are asked for."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self._known: dict[tuple[str, Span], tuple[str, tuple[str, ...]]] = {}

    def text(self, witness: Witness, sentence: Span) -> str:
        """A sentence, folded."""
        return self._read(witness, sentence)[0]

    def features(self, witness: Witness, sentence: Span) -> tuple[str, ...]:
        """What it is made of."""
        return self._read(witness, sentence)[1]

    def _read(self, witness: Witness, sentence: Span) -> tuple[str, tuple[str, ...]]:
        key = witness.article.path, sentence
        if key not in self._known:
            text = self._identities.rewrite(witness.shadow[sentence[0] : sentence[1]])
            self._known[key] = text, features(text)
        return self._known[key]
