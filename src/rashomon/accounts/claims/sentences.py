"""Sentences: what each sentence of a story is made of, read once for the timeline, the passages and the lead."""

from collections.abc import Iterator, Sequence

from rashomon.accounts.claims.witnesses import Witness
from rashomon.accounts.identities.identities import Identities
from rashomon.model.article import Span


class Sentences:
    """The sentences of a story, folded, in lower case, with every name in its standard form."""

    def __init__(self, witnesses: Sequence[Witness], identities: Identities) -> None:
        told = [(witness, sentence) for witness in witnesses for sentence in witness.article.sentences]
        texts = identities.rewrite_all([witness.shadow[start:end] for witness, (start, end) in told])
        keys = [(witness.article.path, sentence) for witness, sentence in told]
        self._texts = dict(zip(keys, (text.lower() for text in texts), strict=True))
        self._identities = identities
        self._witnesses = witnesses

    def own(self) -> Iterator[tuple[Witness, Span, str]]:
        """Each sentence under a headline that nobody took over and no outlet posted again, in lower case."""
        for witness in self._witnesses:
            if witness.root == witness.article.path:
                for sentence in witness.article.sentences[1:]:
                    if sentence not in witness.unheard:
                        yield witness, sentence, self.text(witness, sentence)

    def text(self, witness: Witness, sentence: Span) -> str:
        """A sentence; or a line around what stands in none."""
        key = witness.article.path, sentence
        if key not in self._texts:
            self._texts[key] = self._identities.rewrite(witness.shadow[sentence[0] : sentence[1]]).lower()
        return self._texts[key]
