"""People's corrections laid over a grouping: pure, so that they hold for whatever is grouped anew.

Every correction is applied in the order in which it was made, to what those before it left. What it names and is not there is passed over.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from rashomon.model import Article, Correction, Event, Grouping, Merge, Placement, Reject, Rename, Split, Story
from rashomon.stories.moments import order_key
from rashomon.stories.titles import pick_title


class _Draft:
    """A grouping while it is being corrected: where each path stands, and the titles that people gave."""

    def __init__(self, grouping: Grouping) -> None:
        self.placed = {p.path: (p.story, p.event) for p in grouping.placements}
        self.titles: dict[str, str] = {}
        self.formerly: dict[str, set[str]] = {}
        self._paths: dict[str, list[str]] = {}
        for placement in grouping.placements:
            self._paths.setdefault(placement.article, []).append(placement.path)
        self._bears = {p.path: p.article for p in grouping.placements}
        self._known = {former: story.id for story in grouping.stories for former in (*story.formerly, story.id)}

    def find_paths(self, articles: Iterable[str]) -> list[str]:
        """Paths of articles that are named by id or by path."""
        return sorted({path for name in articles for path in ([name] if name in self.placed else self._paths.get(name, ()))})

    def find(self, name: str) -> str | None:
        """The id that a story or event has by now: its own, one it was formerly, or that of the cluster which holds its first article."""
        level = name.startswith("e-")
        if any(held[level] == name for held in self.placed.values()):
            return name
        for former, ids in self.formerly.items():
            if name in ids:
                return former
        if name in self._known and self._known[name] != name:
            return self.find(self._known[name])
        return next((self.placed[path][level] for path in self.find_paths([name[2:]])), None)

    def move(self, paths: Iterable[str], story: str, event: str | None = None) -> None:
        for path in paths:
            self.placed[path] = (story, event or self.placed[path][1])

    def list_members(self, name: str) -> list[str]:
        level = name.startswith("e-")
        return [path for path, held in self.placed.items() if held[level] == name]

    def make_id(self, kind: str, paths: Sequence[str]) -> str:
        """An id that no cluster bears, from the first article that it holds."""
        used = {held[kind == "e"] for held in self.placed.values()}
        free = given = f"{kind}-{self._bears[paths[0]]}"
        number = 2
        while free in used:
            free, number = f"{given}-{number}", number + 1
        return free


def correct(grouping: Grouping, corrections: Iterable[Correction], articles: Sequence[Article]) -> Grouping:
    """A grouping as people corrected it; other kinds of corrections than a grouping's are passed over."""
    mine = [c for c in corrections if isinstance(c, Merge | Split | Rename | Reject)]
    if not mine:
        return grouping
    draft = _Draft(grouping)
    for correction in mine:
        _apply(draft, correction)
    return _build(grouping, draft, {article.path: article for article in articles})


def bring_together(grouping: Grouping, articles: Sequence[Article]) -> Grouping:
    """All of a grouping as one story, the largest one's, since whoever gathered the articles knows that they are on one matter."""
    if len(grouping.stories) < 2:
        return grouping
    draft = _Draft(grouping)
    _merge(draft, [story.id for story in sorted(grouping.stories, key=lambda story: (-len(story.paths), story.first or "~", story.id))])
    return _build(grouping, draft, {article.path: article for article in articles})


def _apply(draft: _Draft, correction: Correction) -> None:
    if isinstance(correction, Merge):
        _merge(draft, correction.ids)
    elif isinstance(correction, Rename):
        if (found := draft.find(correction.of)) is not None:
            draft.titles[found] = correction.title
    elif isinstance(correction, Split):
        paths = _inside(draft, correction.of, correction.articles)
        if paths:
            _set_apart(draft, correction.of[0], paths)
    elif isinstance(correction, Reject):
        for path in _inside(draft, correction.of, correction.articles):
            _set_apart(draft, correction.of[0], [path])


def _merge(draft: _Draft, names: Sequence[str]) -> None:
    found = [there for name in names if (there := draft.find(name)) is not None]
    for other in dict.fromkeys(found[1:]):
        keeper = found[0]
        if other == keeper:
            continue
        members = draft.list_members(other)
        if keeper.startswith("e-"):
            draft.move(members, draft.placed[draft.list_members(keeper)[0]][0], keeper)
        else:
            draft.move(members, keeper)
        draft.formerly.setdefault(keeper, set()).update({other, *draft.formerly.pop(other, ())})


def _inside(draft: _Draft, of: str, articles: Iterable[str]) -> list[str]:
    """Paths of the articles that do stand in a story or event, where others stay behind."""
    found = draft.find(of)
    members = draft.list_members(found) if found is not None else []
    paths = [path for path in draft.find_paths(articles) if path in members]
    return paths if len(paths) < len(members) else []


def _set_apart(draft: _Draft, kind: str, paths: Sequence[str]) -> None:
    """Give articles a story of their own, each event in it cut from its rest; or one event of their own."""
    if kind == "e":
        draft.move(paths, draft.placed[paths[0]][0], draft.make_id("e", paths))
        return
    story = draft.make_id("s", paths)
    by_event: dict[str, list[str]] = {}
    for path in paths:
        by_event.setdefault(draft.placed[path][1], []).append(path)
    for event, members in by_event.items():
        whole = len(draft.list_members(event)) == len(members)
        draft.move(members, story, event if whole else draft.make_id("e", members))


def _build(grouping: Grouping, draft: _Draft, articles: Mapping[str, Article]) -> Grouping:
    """The corrected grouping; stories and events whose articles are as before stay as they are."""
    before: dict[str, Story | Event] = {s.id: s for s in grouping.stories} | {e.id: e for s in grouping.stories for e in s.events}
    held: dict[str, dict[str, list[str]]] = {}
    for path in sorted(draft.placed, key=lambda path: order_key(articles[path])):
        story, event = draft.placed[path]
        held.setdefault(story, {}).setdefault(event, []).append(path)
    title = partial(_title, before=before, draft=draft, articles=articles)
    stories = []
    for story, events in held.items():
        paths = sorted((path for members in events.values() for path in members), key=lambda path: order_key(articles[path]))
        days = sorted(published[:10] for path in paths if (published := articles[path].published))
        known = before.get(story)
        stories.append(
            Story(
                id=story,
                title=title(story, paths),
                first=days[0] if days else None,
                last=days[-1] if days else None,
                events=tuple(
                    Event(id=event, title=title(event, members), paths=tuple(members), names=_names(event, before))
                    for event, members in events.items()
                ),
                paths=tuple(paths),
                outlets=tuple(sorted({outlet for path in paths if (outlet := articles[path].outlet)})),
                names=_names(story, before),
                formerly=tuple(sorted({*getattr(known, "formerly", ()), *draft.formerly.get(story, ())})),
            )
        )
    return Grouping(
        stories=tuple(sorted(stories, key=lambda story: (story.first or "~", story.id))),
        placements=tuple(_place(placement, draft) for placement in grouping.placements),
    )


def _names(name: str, before: Mapping[str, Story | Event]) -> tuple[str, ...]:
    """The key names that a cluster had before it was corrected; what is new has none until it is grouped anew."""
    known = before.get(name)
    return known.names if known is not None else ()


def _place(placement: Placement, draft: _Draft) -> Placement:
    story, event = draft.placed[placement.path]
    return msgspec.structs.replace(placement, story=story, event=event)


def _title(name: str, paths: Sequence[str], *, before: Mapping[str, Story | Event], draft: _Draft, articles: Mapping[str, Article]) -> str:
    if name in draft.titles:
        return draft.titles[name]
    known = before.get(name)
    if known is not None and Counter(known.paths) == Counter(paths):
        return known.title
    return pick_title([(articles[path].title, articles[path].outlet) for path in paths])
