"""People's corrections hold whatever is grouped anew."""

from rashomon.model import Grouping, Merge, Reject, Rename, Split
from rashomon.stories import Stream, bring_together, correct, group
from tests.stories.world import DAM, FERRY, OTHERS, make_articles

WORLD = make_articles(FERRY, DAM, OTHERS)
FERRY_ID, DAM_ID = "s-a00.txt", "s-a04.txt"


def paths_of(grouping: Grouping, story: str) -> set[str]:
    return {p.path for p in grouping.placements if p.story == story}


def test_nothing_corrected_is_the_grouping_itself() -> None:
    whole = group(WORLD)
    assert correct(whole, (), WORLD) is whole


def test_merged_stories_are_one_under_the_first_ones_id() -> None:
    merged = correct(group(WORLD), [Merge(ids=(FERRY_ID, DAM_ID))], WORLD)
    story = next(story for story in merged.stories if story.id == FERRY_ID)
    assert {f"0{n}.txt" for n in range(7)} == set(story.paths) == paths_of(merged, FERRY_ID)
    assert story.formerly == (DAM_ID,)
    assert len(story.outlets) == 3
    assert DAM_ID not in {story.id for story in merged.stories}


def test_what_is_brought_together_is_one_story_under_the_largest_ones_id() -> None:
    grouping = group(WORLD)
    largest = min(grouping.stories, key=lambda story: (-len(story.paths), story.first or "", story.id))
    (story,) = bring_together(grouping, WORLD).stories
    assert story.id == largest.id
    assert set(story.paths) == {article.path for article in WORLD}
    assert set(story.formerly) == {other.id for other in grouping.stories} - {largest.id}
    assert {event.id for event in story.events} == {e.id for s in grouping.stories for e in s.events}
    assert bring_together(group(WORLD[:1]), WORLD[:1]) == group(WORLD[:1])


def test_split_articles_are_a_story_of_their_own_with_events_of_their_own() -> None:
    split = correct(group(WORLD), [Split(of=FERRY_ID, articles=("a02.txt", "03.txt"))], WORLD)
    assert paths_of(split, "s-a02.txt") == {"02.txt", "03.txt"}
    assert paths_of(split, FERRY_ID) == {"00.txt", "01.txt"}
    ids = [event.id for story in split.stories for event in story.events]
    assert len(ids) == len(set(ids))


def test_a_rejected_article_stands_alone() -> None:
    rejected = correct(group(WORLD), [Reject(of=FERRY_ID, articles=("03.txt",))], WORLD)
    assert paths_of(rejected, "s-a03.txt") == {"03.txt"}
    assert "03.txt" not in paths_of(rejected, FERRY_ID)


def test_a_title_given_stays_also_for_what_was_merged() -> None:
    given = correct(group(WORLD), [Merge(ids=(FERRY_ID, DAM_ID)), Rename(of=DAM_ID, title="两件事")], WORLD)
    assert next(story.title for story in given.stories if story.id == FERRY_ID) == "两件事"


def test_corrections_survive_grouping_anew_with_more_articles() -> None:
    made = [Merge(ids=(FERRY_ID, DAM_ID)), Reject(of=FERRY_ID, articles=("a01.txt",))]
    stream = Stream()
    stream.add(WORLD[:6])
    early = correct(stream.grouping(), made, WORLD)
    assert "04.txt" in paths_of(early, FERRY_ID)
    late = correct(group(WORLD), made, WORLD)
    assert {"04.txt", "06.txt"} <= paths_of(late, FERRY_ID)
    assert "01.txt" not in paths_of(late, FERRY_ID)


def test_a_correction_finds_a_story_whose_id_became_another_by_its_first_article() -> None:
    whole = group(WORLD)
    elsewhere = correct(whole, [Rename(of="s-a01.txt", title="渡輪")], WORLD)
    assert next(story.title for story in elsewhere.stories if story.id == FERRY_ID) == "渡輪"


def test_what_is_not_there_is_passed_over() -> None:
    whole = group(WORLD)
    assert (
        correct(whole, [Merge(ids=("s-gone", DAM_ID)), Split(of="s-gone", articles=("x",)), Reject(of=DAM_ID, articles=("x",))], WORLD)
        == whole
    )


def test_events_are_merged_and_split_within_stories() -> None:
    whole = group(WORLD)
    story = next(story for story in whole.stories if story.id == DAM_ID)
    merged = correct(whole, [Merge(ids=tuple(event.id for event in story.events))], WORLD)
    one = next(story for story in merged.stories if story.id == DAM_ID)
    assert len(one.events) == 1
    apart = correct(merged, [Split(of=one.events[0].id, articles=("06.txt",))], WORLD)
    assert [event.paths for story in apart.stories if story.id == DAM_ID for event in story.events] == [("04.txt", "05.txt"), ("06.txt",)]
