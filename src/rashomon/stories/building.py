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
    chosen = None if wanted is None else frozenset(wanted)
    stories: dict[int, dict[int, list[int]]] = {}
    for number, member in enumerate(members):
        story = story_of(number)
        if member.path != FORGOTTEN and (chosen is None or story in chosen):
            stories.setdefault(story, {}).setdefault(member.event, []).append(number)
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
        numbers = sorted(number for held in events.values() for number in held)
        built = tuple(self._build_event(event, events[event]) for event in sorted(events, key=self._key))
        paths = self._paths(numbers)
        title, names = self._call(numbers, paths)
        days = sorted(member.published[:10] for number in numbers if (member := self._members[number]).published)
        return Story(
            id=name_cluster("s", story, self._members),
            title=title,
            first=days[0] if days else None,
            last=days[-1] if days else None,
            events=built,
            paths=paths,
            outlets=tuple(sorted({outlet for number in numbers if (outlet := self._members[number].outlet)})),
            formerly=tuple(sorted(formerly)),
            names=names,
        )

    def _build_event(self, event: int, numbers: list[int]) -> Event:
        paths = self._paths(numbers)
        title, names = self._call(numbers, paths)
        return Event(id=name_cluster("e", event, self._members), title=title, paths=paths, names=names)

    def _call(self, numbers: list[int], paths: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """Title and names of what holds some articles."""
        if paths not in self._called:
            self._called[paths] = (self._title(numbers), self._names(numbers))
        return self._called[paths]

    def _key(self, number: int) -> tuple[float, str, str]:
        member = self._members[number]
        return (member.hour, member.article, member.path)

    def _paths(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._members[number].path for number in sorted(numbers, key=self._key))

    def _title(self, numbers: Iterable[int]) -> str:
        told = [self._members[number] for number in sorted(numbers, key=self._key)]
        return pick_title([(member.title, member.outlet) for member in told], [member.counts for member in told])

    def _names(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return pick_names([self._members[number].names for number in numbers], self._borne)
