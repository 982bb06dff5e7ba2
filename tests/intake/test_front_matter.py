"""The block between --- lines that opens a post."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import Unreadable
from rashomon.intake.fields import Value
from rashomon.intake.front_matter import _NotPlainError, _read_plain, opens, split


@pytest.mark.parametrize(
    ("block", "pairs"),
    [
        ("title: 灯塔亮了\ndate: 2031-05-02", {"title": "灯塔亮了", "date": "2031-05-02"}),
        ("title: '守塔人：''光''回来了'", {"title": "守塔人：'光'回来了"}),
        ('title: "He said \\"light\\""', {"title": 'He said "light"'}),
        ("title: a # not part of it", {"title": "a"}),
        ("title: a#part of it", {"title": "a#part of it"}),
        ("categories:\n - 要闻\n - 'a: b'", {"categories": ["要闻", "a: b"]}),
        ("categories:\n- 要闻\n- 港口", {"categories": ["要闻", "港口"]}),
        ("tags: [灯塔, 港口]", {"tags": ["灯塔", "港口"]}),
        ("title: >-\n  two\n  lines", {"title": "two lines"}),
        ("title: two\n  lines", {"title": "two lines"}),
        ("author:\n  name: 陆一苇", {"author": {"name": "陆一苇"}}),
        ("date: 2031-05-02 20:00:00.000000000 +08:00", {"date": "2031-05-02 20:00:00.000000000 +08:00"}),
        ("id: 007\ndraft: no", {"id": "007", "draft": "no"}),
        ("title: 快讯: 通航", {"title": "快讯: 通航"}),
        ('title: "快讯"通航', {"title": '"快讯"通航'}),
        ("title: @keeper says\ndate: 2031-05-02", {"title": "@keeper says", "date": "2031-05-02"}),
        ("title: *exclusive* light", {"title": "*exclusive* light"}),
        ("title: 'never closed\ndate: 2031-05-02", {"title": "never closed", "date": "2031-05-02"}),
    ],
)
def test_block_is_read_as_written(block: str, pairs: dict[str, Value]) -> None:
    post = split(f"---\n{block}\n---\nBody.\n")
    assert (post.pairs, post.body) == (pairs, "Body.\n")


@pytest.mark.parametrize(
    ("block", "told"),
    [("title: 灯塔亮了", False), ("title: [不闭合\ndate: 2031-05-02", True), ("title: 'never closed\ndate: 2031-05-02", True)],
)
def test_what_is_no_yaml_is_told(block: str, told: bool) -> None:
    assert bool(split(f"---\n{block}\n---\n").warnings) == told


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("no keys here", "no key"),
        ("{{ broken", "line 3"),
        ("a: 1\n  - b: [", "line"),
        ("a: &x [1]\nb: *x", "refused"),
        ("title: " + "[" * 40 + "]" * 40, "nested more than 16 deep"),
    ],
)
def test_block_that_is_none_says_why(block: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        split(f"---\n{block}\n---\nBody.\n")


@pytest.mark.parametrize(
    ("head", "verdict"),
    [
        ("---\ntitle: a\n", True),
        ("--- \n标题: a\n", True),
        ("---\n\nA paragraph after a rule.\n", False),
        ("---\nnot yaml\n---\n", True),
        ("----\ntitle: a\n", False),
        ("title: a\n---\n", False),
    ],
)
def test_front_matter_is_known_by_its_first_lines(head: str, verdict: bool) -> None:
    assert opens(head) is verdict


def as_yaml(block: str) -> object:
    """What a YAML reader makes of a block, whatever is empty as an empty list."""
    try:
        value = yaml.load(block, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return "no YAML"
    return {key: item or [] for key, item in value.items()} if isinstance(value, dict) else value


LINE = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=25)
SHAPED = st.tuples(
    st.sampled_from(["a: ", "b: ", "题: ", " - ", "- ", "c:", "  ", ""]), LINE | st.text("ab'\"#:- \\[]{}&*!|>%@", max_size=9)
).map("".join)


@given(st.lists(SHAPED, max_size=5).map("\n".join))
def test_plain_reader_agrees_with_yaml_wherever_it_dares(block: str) -> None:
    try:
        pairs = _read_plain(block)
    except _NotPlainError:
        return
    wanted = as_yaml(block)
    assert wanted in ({key: item or [] for key, item in pairs.items()}, "no YAML") or (wanted is None and not pairs)
