"""Stories that have turned from the matter they began with: what they have become goes on as another story.

A story goes on in ever other words and forgets what is older than two days, so that one may slide into the next: the outbreak in a port is
told of as a threat to the games nearby, and a month later the games alone are told of. What its words were once it was known is kept,
and where little is left of them it ends. An outbreak or a market is one matter in whatever words.
"""

from math import sqrt

from rashomon.stories.clusters import Cluster
from rashomon.stories.sleepers import pick_words

_KNOWN = 40  # articles from which it is known what a story is about
_WORDS = 150  # its words that are kept
_EVERY = 5  # articles after which it is looked at again
_DAYS = 4 * 24.0  # hours before which no story has turned
_LEFT = 0.25  # least cosine with what its words were: docs/stories/over-time.md
_STANDING = 0.5  # share of its articles that are on one standing matter from which it is that matter


def watch(story: Cluster) -> None:
    """Keep what a story's words are once it is known, and see whether it has turned from them."""
    if story.begun is None:
        if story.size >= _KNOWN:
            script = max(story.written, key=lambda name: (story.written[name], name))
            story.begun = (script, pick_words(story.words[script], _WORDS))
        return
    if story.size % _EVERY or story.last - story.first < _DAYS:
        return
    script, words = story.begun
    length = sqrt(sum([weight * weight for weight in words.values()]))
    story.turned = story.words[script].measure(words) < _LEFT * length and story.matters.find_most() < _STANDING * story.size
