"""What reading, grouping and telling take, loaded before it is asked for: an invented matter is read, grouped and told for nothing."""

from hashlib import sha256

from rashomon.batch import Batch, Read
from rashomon.intake import read_kept
from rashomon.model import Article, Event, Grouping, Lore, Placement, Story
from rashomon.pipeline import Taken, take_in, tell_story
from rashomon.stories import Stream
from rashomon.stories.marks import find_keys

_TITLES = ("蓝湾渡轮起火", "柳承远说蓝湾渡轮上多人受伤")
_LINES = ("晨汐新闻4日电：蓝湾市应急局局长柳承远4日说，渡轮起火已致12人受伤，原因还在查。", "柳承远5日对北岸时报说，受伤的有15人。")


def warm_reading() -> None:
    """Load what reading takes."""
    _read()


def warm_grouping() -> None:
    """Load what grouping takes; most of it is how names sound, which is asked as soon as two scripts meet."""
    find_keys(_TITLES[0][:2])
    text = f"{_TITLES[0]}\n{_LINES[0]}"
    Stream().add([Article(path="", document="", article="", outlet=None, title=_TITLES[0], format="text", text=text)])


def warm_telling(_: None) -> None:
    """Load what telling takes: in a process of a crew."""
    items = tuple(Read(article=one.article, reading=one.reading) for one in _read())
    paths = tuple(item.article.path for item in items)
    event = Event(id="e", title="", paths=paths)
    story = Story(id="s", title="", first=None, last=None, events=(event,), paths=paths, outlets=())
    placements = tuple(Placement(path=path, article=path, story="s", event="e") for path in paths)
    tell_story(Batch(items=items, rejected=(), lore=Lore(version="")), Grouping(stories=(story,), placements=placements), story)


def _read() -> list[Taken]:
    pages = [f"<html><body><h1>{title}</h1><p>{line}</p></body></html>".encode() for title, line in zip(_TITLES, _LINES, strict=True)]
    taken, rejected = take_in([read_kept(page, id=sha256(page).hexdigest()[:16], path=str(n)) for n, page in enumerate(pages)])
    assert not rejected
    return taken
