"""Articles grouped as they come: duplicates, events, stories, in one pass over a bounded state."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.model import Article, Grouping, Placement, Reading, Story
from rashomon.stories.aliases import Aliases
from rashomon.stories.binding import Binder
from rashomon.stories.building import FORGOTTEN, build_stories, name_cluster, place
from rashomon.stories.choosing import Nearest, choose, find_nearest
from rashomon.stories.clusters import Face
from rashomon.stories.drafts import Draft, read_bags, read_drafts
from rashomon.stories.duplicates import Duplicates, Repeat
from rashomon.stories.garbage import uncollected
from rashomon.stories.live import Live
from rashomon.stories.marks import HAN
from rashomon.stories.members import Member
from rashomon.stories.moments import find_hour, order_key
from rashomon.stories.settings import Settings
from rashomon.stories.titles import shadow_names
from rashomon.stories.trials import Trial, try_article, weigh_all
from rashomon.stories.weights import Frequencies, Vector
from rashomon.stories.words import find_lead

_SWEEP = 12.0  # hours between two rounds of letting go
_BATCH = 128  # articles whose words are read before the first of them is placed
_AHEAD = 64  # and weighed, as far as what they are weighed by is known


class Meeting(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article as it comes, and what it meets."""

    number: int
    face: Face
    repeat: Repeat | None
    stays: bool  # whether it stands where the text stands that it repeats
    nearest: Nearest


class Stream:
    """The state of grouping: `add` articles, ask for the `grouping`.

    What is added goes in by (published, id); adding B after A, where nothing of B is earlier, gives what adding both at once gives.
    A later addition that is earlier attaches where it belongs and moves nothing else, unless it shows two young stories to be one.
    Live clusters and texts are bounded by what a week and a month hold; for good grow one row an article and the words' counts,
    which are capped.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings = settings or Settings()
        self._frequencies = Frequencies(settings)
        self._aliases = Aliases()
        self._duplicates = Duplicates()
        self._live = Live(settings)
        self._binder = Binder(self._live, self._frequencies, settings)
        self._members: list[Member] = []
        self._numbers: dict[str, int] = {}  # path -> number of the member
        self._borne: Counter[str] = Counter()  # name, in the shadow of its script -> articles that are about whom it names
        self._now = float("-inf")
        self._swept = float("-inf")

    def add(self, articles: Iterable[Article], readings: Mapping[str, Reading] | None = None) -> tuple[Placement, ...]:
        """Place articles among those before; their placements, in the order they were taken. A path known already stays as it is."""
        new: dict[str, Article] = {}
        for article in sorted(articles, key=order_key):
            if article.path not in self._numbers:
                new.setdefault(article.path, article)
        queue, taken = list(new.values()), []
        with uncollected():
            for start in range(0, len(queue), _BATCH):
                taken += self._take_all(self._read(queue[start : start + _BATCH], readings or {}))
        return tuple(self._place(number) for number in taken)

    def grouping(self, of: Iterable[str] | None = None, *, known: Sequence[Story] = ()) -> Grouping:
        """All stories so far and the place of each article in them; or only the stories that some paths stand in.

        known: stories as they were before; what holds the very same articles keeps its title and names.
        """
        wanted = None if of is None else {self._story_of(self._numbers[path]) for path in of}
        bound = sorted(self._live.bound)
        built = build_stories(self._members, self._story_of, bound=bound, borne=self._borne, wanted=wanted, known=known)
        paths = sorted(path for story in built for path in story.paths)
        return Grouping(stories=built, placements=tuple(self._place(self._numbers[path]) for path in paths))

    def find_story(self, path: str) -> str:
        """The id of the story that an article stands in."""
        return name_cluster("s", self._story_of(self._numbers[path]), self._members)

    def forget(self, article: Article) -> None:
        """Let go of an article: its title, names and path, and every word that no other article holds. What it bound stays bound."""
        number = self._numbers.pop(article.path)
        self._borne -= Counter(shadow_names(self._members[number].names))  # which leaves no name that none bears
        self._members[number] = msgspec.structs.replace(self._members[number], path=FORGOTTEN, title="", names=(), counts=())
        self._duplicates.forget(number)
        self._live.crossing.keep_waiting()
        (bag,) = read_bags((find_lead(article, most=self._settings.lead),), self._settings)
        words = self._frequencies.forget(bag)
        self._live.drop_words(words)
        self._aliases.drop_words(words)

    def _read(self, articles: Sequence[Article], readings: Mapping[str, Reading]) -> list[Draft]:
        """What articles in order show by themselves; one without a date comes when the last one before it came."""
        hours, now = [], self._now
        for article in articles:
            hours.append(self._hour_of(article, now))
            now = max(now, hours[-1])
        return read_drafts(articles, readings, hours, aliases=self._aliases, settings=self._settings)

    def _take_all(self, drafts: Sequence[Draft]) -> list[int]:
        taken = []
        for start in range(0, len(drafts), _AHEAD):
            some = drafts[start : start + _AHEAD]
            weighed = self._frequencies.weigh_ahead([draft.bag for draft in some])
            taken += [self._take(draft, *vectors) for draft, vectors in zip(some, weighed, strict=True)]
        return taken

    def _take(self, draft: Draft, words: Vector, title: Vector) -> int:
        meeting = self._meet(draft, words, title)
        return self._settle(draft, meeting, *self._decide(meeting))

    def _meet(self, draft: Draft, words: Vector, title: Vector) -> Meeting:
        """What an article shows at its hour, and what is near it; none where it stands where the text stands that it repeats."""
        self._frequencies.place()
        self._let_go(draft.hour)
        number = len(self._members)
        self._numbers[draft.article.path] = number
        repeat = self._duplicates.place(number, draft.article, draft.body, draft.clauses, draft.hour)
        face = self._face(draft, words, title)
        stays = repeat is not None and self._stays(repeat)
        return Meeting(number=number, face=face, repeat=repeat, stays=stays, nearest={} if stays else find_nearest(self._live, face))

    def _decide(self, meeting: Meeting) -> tuple[int, int]:
        """The story and the event of an article."""
        if meeting.repeat is not None and meeting.stays:
            return self._story_of(meeting.repeat.of), self._members[meeting.repeat.of].event
        number = meeting.number
        story, event = choose(self._live, meeting.face, meeting.nearest, number=number, settings=self._settings)
        return (self._binder.find_sleeper(meeting.face, number) if story == number else story), event

    def _settle(self, draft: Draft, meeting: Meeting, story: int, event: int) -> int:
        """Put an article where it belongs, and bind what it shows to be one."""
        article, number = draft.article, meeting.number
        self._live.join(story, event, meeting.face, draft.source, number=number)
        self._members.append(
            Member(
                path=article.path,
                document=article.document,
                article=article.article,
                outlet=article.outlet,
                title=article.title,
                published=article.published,
                hour=draft.hour,
                story=story,
                event=event,
                repeat=meeting.repeat,
                names=draft.names,
                counts=draft.counts,
            )
        )
        self._borne.update(shadow_names(draft.names))
        self._binder.bind(story, meeting.nearest)
        self._binder.rouse(self._story_of(number), meeting.face)
        return number

    def explain(self, article: Article, path: str, readings: Mapping[str, Reading] | None = None) -> Trial:
        """Place an article, and tell how it was decided whether it joins the story and the event of one placed already."""
        with uncollected():
            (draft,) = self._read((article,), readings or {})
            (vectors,) = self._frequencies.weigh_ahead((draft.bag,))
            beside = self._numbers[path]
            meeting = self._meet(draft, *vectors)
            of, within = self._story_of(beside), self._members[beside].event
            trial = try_article(self._live, self._binder, meeting.face, meeting.nearest, story=of, event=within, settings=self._settings)
            others = weigh_all(self._live, meeting.face, meeting.nearest, self._settings)
            story, event = self._decide(meeting)
            self._settle(draft, meeting, story, event)
        joined = None if story == meeting.number else story
        return msgspec.structs.replace(trial, repeats=meeting.stays, joined=joined, of=of, chosen=others.get(story))

    def _story_of(self, number: int) -> int:
        """The story that an article stands in by now."""
        return self._live.trace(self._members[number].story)

    def _stays(self, repeat: Repeat) -> bool:
        """Whether a text stands where the one it repeats stands: a duplicate does, and a new version while the event lives."""
        return repeat.copied > 0 or (repeat.same and self._live.events.get(self._members[repeat.of].event) is not None)

    def show(self, article: Article, reading: Reading | None = None) -> Face:
        """What an article shows, by the frequencies known so far."""
        known = {} if reading is None else {article.path: reading}
        hours = (self._hour_of(article, self._now),)
        (draft,) = read_drafts((article,), known, hours, aliases=self._aliases, settings=self._settings, learn=False)
        return self._face(draft, *self._frequencies.weigh(draft.bag))

    def find_founder(self, path: str) -> str:
        """The story that an article founded or joined when it came, which may since have become part of another."""
        return name_cluster("s", self._members[self._numbers[path]].story, self._members)

    def _face(self, draft: Draft, words: Vector, title: Vector) -> Face:
        return Face(
            words=words,
            title=title,
            places=draft.places,
            hour=draft.hour,
            passing=draft.passing and self._live.count_few() > 0,
            script=draft.source.script,
            named=draft.named,
            rare=self._find_rare(draft, words),
            marks=self._live.crossing.show(draft.source),
            matter=draft.matter,
            kind=draft.kind,
            incident=draft.incident,
            headline=draft.headline,
            outlet=draft.article.outlet,
            owned=self._live.owners.find(draft.places, draft.home),
        )

    def _find_rare(self, draft: Draft, words: Vector) -> Mapping[str, float]:
        """The words of an article that are rare by now; how common a Latin word is nobody knows, so that its names alone may be."""
        if not self._live.count_few():
            return {}
        return self._frequencies.find_rare(words if draft.source.script == HAN else sorted(draft.named))

    def _hour_of(self, article: Article, now: float) -> float:
        """When an article came; without a date it comes now."""
        hour = find_hour(article)
        return hour if hour is not None else max(0.0, now)

    def _let_go(self, hour: float) -> None:
        self._now = max(self._now, hour)
        if self._now - self._swept >= _SWEEP:
            self._swept = self._now
            self._live.let_go(self._now)
            self._duplicates.let_go(self._now)

    def _place(self, number: int) -> Placement:
        return place(number, self._story_of(number), self._members)
