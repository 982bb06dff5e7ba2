"""A stream put away and taken up again."""

import os
import pickle

import msgspec
import pytest

from rashomon.stories import Stream, pack, unpack
from rashomon.stories.moments import order_key
from tests.stories.world import DAM, FERRY, OTHERS, make_articles

WORLD = sorted(make_articles(FERRY, DAM, OTHERS), key=order_key)


@pytest.mark.parametrize("cut", range(len(WORLD) + 1))
def test_a_stream_taken_up_again_goes_on_as_if_it_had_never_rested(cut: int) -> None:
    whole, first = Stream(), Stream()
    whole.add(WORLD)
    first.add(WORLD[:cut])
    packed = pack(first)
    again = unpack(packed.live, [packed.members])
    again.add(WORLD[cut:])
    assert again.grouping() == whole.grouping()


def test_members_are_put_away_in_pieces() -> None:
    stream = Stream()
    pieces: list[bytes] = []
    for article in WORLD:
        stream.add([article])
        packed = pack(stream, since=len(pieces))
        pieces.append(packed.members)
    assert packed.size == len(WORLD)
    assert unpack(packed.live, pieces).grouping() == stream.grouping()


def test_grouping_can_be_asked_of_the_stories_of_some_articles_alone() -> None:
    stream = Stream()
    stream.add(WORLD)
    whole = stream.grouping()
    story = next(story for story in whole.stories if len(story.paths) > 2)
    part = stream.grouping(of=story.paths[1:2])
    assert part.stories == (story,)
    assert part.placements == tuple(p for p in whole.placements if p.path in story.paths)


class Stranger:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.system, ("true",))


@pytest.mark.parametrize(
    "live", [b"", b"no stream", pickle.dumps(Stranger()), pickle.dumps({"a": 1})], ids=["none", "noise", "code", "dict"]
)
def test_bytes_that_are_no_stream_are_refused(live: bytes) -> None:
    with pytest.raises(ValueError, match="stream"):
        unpack(live, [])


def test_what_is_forgotten_leaves_no_words_and_moves_nothing_else() -> None:
    stream = Stream()
    stream.add(WORLD)
    before = stream.grouping()
    gone = WORLD[3]
    stream.forget(gone)
    packed = pack(stream)
    again = unpack(packed.live, [packed.members])
    for grouping in (stream.grouping(), again.grouping()):
        assert [p.path for p in grouping.placements] == [p.path for p in before.placements if p.path != gone.path]
        assert {s.id for s in grouping.stories} <= {s.id for s in before.stories}
    for put_away in (packed.live, packed.members):
        assert gone.title.encode() not in put_away
        assert gone.text[-20:].encode() not in put_away


def test_events_that_no_article_came_into_are_as_they_were() -> None:
    stream, whole = Stream(), Stream()
    stream.add(WORLD[:-4])
    before = stream.grouping()
    stream.add(WORLD[-4:])
    whole.add(WORLD)
    of = [article.path for article in WORLD[-4:]]
    told = [
        msgspec.structs.replace(s, events=tuple(msgspec.structs.replace(e, title="as it was") for e in s.events)) for s in before.stories
    ]
    anew, kept = stream.grouping(of=of), stream.grouping(of=of, known=told)
    assert anew == whole.grouping(of=of)
    assert kept.placements == anew.placements
    for one, other in zip(kept.stories, anew.stories, strict=True):
        assert (one.title, one.names, one.paths) == (other.title, other.names, other.paths)
        for event, same in zip(one.events, other.events, strict=True):
            assert event.title == (same.title if {*of}.intersection(event.paths) else "as it was")
