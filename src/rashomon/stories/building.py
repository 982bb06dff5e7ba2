"""Stories and events made of the rows that are kept of articles: with their titles, names, days and ids."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.model import Event, Placement, Story
from rashomon.stories.members import Member
from rashomon.stories.titles import pick_names, pick_title

FORGOTTEN = ""  # the path of an article that was let go of


def name_cluster(kind: str, number: int, members: Sequence[Member]) -> str:
    """An id, fixed by the first article; a second story that an article of the same id founds bears its document's id too."""
    member = members[number]
    return f"{kind}-{member.article}" if member.repeat is None or not member.repeat.same else f"{kind}-{member.article}-{number}"


def place(number: int, story: int, members: Sequence[Member]) -> Placement:
    """Where an article stands."""
    member = members[number]
    repeat = member.repeat
    first = (members[repeat.of].path or None) if repeat else None
    return Placement(
        path=member.path,
        article=member.article,
        story=name_cluster("s", story, members),
        event=name_cluster("e", member.event, members),
        duplicate_of=first if repeat and repeat.copied else None,
        version_of=first if repeat and repeat.same else None,
    )


def build_stories(
    members: Sequence[Member],
    story_of: Callable[[int], int],
    *,
    bound: Iterable[int],
    borne: Mapping[str, int],
    wanted: Iterable[int] | None = None,
    known: Sequence[Story] = (),
) -> tuple[Story, ...]:
    """All stories, or those wanted, by (first day, id).

    story_of: the story that an article stands in, or that a bound one became part of. bound: stories that became part of others. borne: in
    how many articles each name stands. known: stories as they were before; what holds the very same articles keeps its title and names.
    """
    into = {founder: story_of(founder) for founder in {member.story for member in members}}
    chosen = frozenset(into.values() if wanted is None else wanted)
    own = {founder for founder, story in into.items() if story in chosen}
    stories: dict[int, dict[int, list[int]]] = {}
    for number in [number for number, member in enumerate(members) if member.story in own and member.path != FORGOTTEN]:
        stories.setdefault(into[members[number].story], {}).setdefault(members[number].event, []).append(number)
    formerly: dict[int, list[str]] = {}
    for gone in bound:
        formerly.setdefault(story_of(gone), []).append(name_cluster("s", gone, members))
    builder = _Builder(members, borne, known)
    built = (builder.build(story, events, formerly.get(story, ())) for story, events in stories.items())
    return tuple(sorted(built, key=lambda story: (story.first or "~", story.id)))


class _Builder:
    def __init__(self, members: Sequence[Member], borne: Mapping[str, int], known: Sequence[Story]) -> None:
        self._members = members
        self._borne = borne
        self._called = {story.paths: (story.title, story.names) for story in known}
        self._called |= {event.paths: (event.title, event.names) for story in known for event in story.events}

    def build(self, story: int, events: Mapping[int, list[int]], formerly: Iterable[str]) -> Story:
        built = tuple(self._build_event(event, events[event]) for event in sorted(events, key=self._key))
        told = self._sort(number for numbers in events.values() for number in numbers)
        days = sorted(member.published[:10] for member in told if member.published)
        title, paths, names = self._describe(told)
        return Story(
            id=name_cluster("s", story, self._members),
            title=title,
            first=days[0] if days else None,
            last=days[-1] if days else None,
            events=built,
            paths=paths,
            outlets=tuple(sorted({member.outlet for member in told if member.outlet})),
            formerly=tuple(sorted(formerly)),
            names=names,
        )

    def _build_event(self, event: int, numbers: Iterable[int]) -> Event:
        title, paths, names = self._describe(self._sort(numbers))
        return Event(id=name_cluster("e", event, self._members), title=title, paths=paths, names=names)

    def _describe(self, told: Sequence[Member]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Title, paths and names of what holds some articles, in order of time."""
        paths = tuple(member.path for member in told)
        if paths not in self._called:
            headlines, counts = [(member.title, member.outlet) for member in told], [member.counts for member in told]
            self._called[paths] = (
                pick_title(headlines, counts),
                pick_names([member.names for member in told], self._borne, outlets=[member.outlet for member in told]),
            )
        title, names = self._called[paths]
        return title, paths, names

    def _sort(self, numbers: Iterable[int]) -> list[Member]:
        return [self._members[number] for number in sorted(numbers, key=self._key)]

    def _key(self, number: int) -> tuple[float, str, str]:
        member = self._members[number]
        return (member.hour, member.article, member.path)
