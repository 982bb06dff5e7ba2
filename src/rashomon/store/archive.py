"""The archive: documents, articles, readings, stories and accounts that stay, over one store."""

import os
from collections.abc import Iterable
from math import ceil
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from rashomon.batch import Batch, Read, hide_furniture, lay_over, link_names, number_versions
from rashomon.errors import NothingFound
from rashomon.intake import find_sources
from rashomon.languages import fold
from rashomon.model import Account, Correction, Corrections, Grouping, Rejected, Story
from rashomon.pipeline import Progress, check_day, silent, tell_nothing
from rashomon.processes import Crew
from rashomon.store import adding, correcting, searching, telling, upkeep
from rashomon.store import grouping as groups
from rashomon.store import watches as watching
from rashomon.store.ledger import load_corrections, load_held
from rashomon.store.news import Fact, keep, list_facts
from rashomon.store.placing import find_ids, load_grouping
from rashomon.store.protocol import Store
from rashomon.store.query import Query, check, find_forms
from rashomon.store.rows import numbers_of
from rashomon.store.schema import deliveries, documents, placements, readings, stories
from rashomon.store.searching import Found
from rashomon.store.sums import load_lore
from rashomon.store.upkeep import Forgotten
from rashomon.store.versions import reader_version
from rashomon.store.watches import Watch
from rashomon.stories import Stream, keep_differences
from rashomon.warming import warm_grouping, warm_telling

EACH = 24  # new files for which one more process is worth its start
WAIT = 10.0  # seconds that a writer waits for another


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What came of adding."""

    new: int
    known: int  # the very same documents were there
    versions: int  # later texts of articles that were there
    forgotten: int  # taken down before, and left out
    rejected: tuple[Rejected, ...]
    stories: tuple[Story, ...]  # that the new articles came into
    told: int  # accounts that were told anew


class Archive:
    """One archive. Use `open_archive` to get one."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def add(
        self,
        paths: Iterable[str | os.PathLike[str]],
        *,
        jobs: int | Crew = 1,
        progress: Progress = silent,
        wait: float = WAIT,
        tell: bool = True,
    ) -> Added:
        """Add all documents under the paths: stored, searchable, placed in stories, the stories that changed told anew.

        Each batch is durable once progress("store", ...) was called for it; what is there already is passed over, so that an addition that
        was cut off is made good by the same call. jobs: processes, or a crew of them that is there already.
        tell: False leaves the telling to whoever asks for an account.
        Raises Busy where another process writes, NothingFound where nothing was readable.
        """
        with self.store.lock(wait), Crew.of(jobs) as crew:
            adding.refresh(self.store, crew=crew, progress=progress)
            sources, missing = find_sources(os.fspath(path) for path in paths)
            new, named, there_before = adding.find_new(self.store, sources)
            crew.suit(ceil(len(new) / EACH))
            there, stream = crew.started and bool(new), None
            read = adding.read_new(new, crew=crew)
            if there:
                stream = self._take_up()  # while others read
            elif tell and len(new) >= EACH:
                crew.ready(warm_telling, None)
            batches, rejected = [there_before], list(missing)
            for stored, rejections in adding.store_new(self.store, read, named, total=len(new), progress=progress):
                batches.append(stored)
                rejected += rejections
            if tell and there:
                crew.ready(warm_telling, None)
            if tell:
                teller = telling.Teller(self.store, crew)
                placed = groups.place_new(self.store, stream, grown=teller.begin, progress=progress)
                told = self._tell(teller, progress=progress)
            else:
                placed, told = groups.place_new(self.store, stream, progress=progress), 0
        added = Added(
            new=sum(b.new for b in batches),
            known=sum(b.known for b in batches),
            versions=sum(b.versions for b in batches),
            forgotten=sum(b.forgotten for b in batches),
            rejected=tuple(sorted(rejected, key=lambda r: (r.path, r.reason))),
            stories=placed,
            told=told,
        )
        if not sources or (rejected and not any((added.new, added.known, added.forgotten))):
            raise NothingFound(tell_nothing(added.rejected))
        return added

    def _take_up(self) -> Stream | None:
        """The stream of stories as it was put away, and all that placing takes."""
        warm_grouping()
        with self.store.read() as connection:
            return groups.load_stream(connection)

    def _tell(self, teller: telling.Teller, *, progress: Progress) -> int:
        """Tell anew what changed, here and to those who watch; how many stories it were."""
        told = teller.finish(progress=progress)
        watching.notice(self.store)
        watching.deliver(self.store)
        return told

    def correct(self, correction: Correction, *, jobs: int = 1, progress: Progress = silent, wait: float = WAIT) -> int:
        """Keep a person's correction, and let it hold in stories, accounts and the search from now on; its number.

        An `Undo` takes one back. Raises NothingFound where nothing bears what it names, UsageError where its words don't stand there or
        there is nothing to undo, Busy where another process writes.
        """
        with self.store.lock(wait), Crew(jobs) as crew:
            number = correcting.correct(self.store, correction)
            self._tell(telling.Teller(self.store, crew), progress=progress)
        return number

    def corrections(self) -> Corrections:
        """All corrections in the order they were made, those undone too."""
        with self.store.read() as connection:
            return load_corrections(connection)

    def rebuild(self, *, jobs: int = 1, progress: Progress = silent, wait: float = WAIT) -> Grouping:
        """Group all articles anew, as if they had come in order, whatever the order they were added in; ids are kept."""
        with self.store.lock(wait), Crew(jobs) as crew:
            adding.refresh(self.store, crew=crew, progress=progress)
            grouping = groups.rebuild(self.store, progress=progress)
            telling.Teller(self.store, crew).finish(progress=progress)
        return grouping

    def forget(
        self, what: Iterable[str], *, reason: str | None = None, jobs: int = 1, progress: Progress = silent, wait: float = WAIT
    ) -> tuple[Forgotten, ...]:
        """Take articles down: by a document's or article's id, a path or an address. That they were there stays, and why they went.

        The text leaves every table, the index and the file itself. Raises NothingFound where nothing bears a name.
        """
        with self.store.lock(wait), Crew(jobs) as crew:
            gone: list[Forgotten] = []
            for one in what:
                with self.store.write() as connection:
                    gone += upkeep.forget(self.store, connection, one, reason=reason)
            telling.Teller(self.store, crew).finish(progress=progress)
            progress("scrub", 0, 1)
            self.store.scrub()
            progress("scrub", 1, 1)
            watching.write_feeds(self.store)
        return tuple(gone)

    def news(self, *, since: str, story: str | None = None, name: str | None = None, measure: str | None = None) -> tuple[Fact, ...]:
        """Facts that are new since an ISO 8601 day: of a story, that name someone under any form, or figures of a measure."""
        check(Query(since=since, measure=measure))
        with self.store.read() as connection:
            forms = find_forms(connection, fold(name).lower()) if name else ()
            if story:
                wanted = [self._find_story(connection, story)]
            else:
                wanted = searching.list_stories(self.store, connection, since=since, forms=forms, measure=measure)
            facts = (fact for id in wanted for fact in list_facts(telling.find_account(connection, id, since=since)))
            return keep(facts, forms=forms, measure=measure)

    def watch(self, watch: Watch) -> Watch:
        """Watch a story, a name or a figure from now on; with its number. Raises UsageError where it says too little."""
        with self.store.lock(WAIT):
            return watching.set_watch(self.store, watch)

    def watches(self) -> tuple[Watch, ...]:
        """All watches."""
        with self.store.read() as connection:
            return watching.list_watches(connection)

    def drop_watch(self, number: int) -> None:
        """Watch no more. Raises NothingFound where there is no such watch."""
        with self.store.lock(WAIT):
            watching.drop_watch(self.store, number)

    def deliver(self, *, retry: bool = False) -> dict[str, int]:
        """Try again what is due; how many were delivered, are due later, and were given up. retry: what had been given up too."""
        with self.store.lock(WAIT):
            if retry:
                watching.take_up_again(self.store)
            return watching.deliver(self.store)

    def list_failed(self) -> list[str]:
        """Deliveries that were given up, each with its watch and the last error."""
        wanted = select(deliveries).where(deliveries.c.state == "given up").order_by(deliveries.c.number)
        with self.store.read() as connection:
            return [f"delivery {row.number} of watch {row.watch}: {row.error}" for row in connection.execute(wanted)]

    def backup(self, to: str, *, progress: Progress = silent) -> None:
        """Copy the archive to a new file. Raises UsageError where the file exists."""
        upkeep.back_up(self.store, to, progress=progress)

    def grouping(self) -> Grouping:
        """All stories, and the place of each article."""
        with self.store.read() as connection:
            return load_grouping(connection)

    def account(self, story: str, *, as_of: str | None = None, since: str | None = None) -> Account:
        """The account of a story, by its id now or formerly. Raises NothingFound where there is none, UsageError where a day is none."""
        for name, day in (("as_of", as_of), ("since", since)):
            check_day(name, day)
        with self.store.read() as connection:
            told = telling.find_account(connection, self._find_story(connection, story), as_of=as_of, since=since)
            return telling.check_silences(connection, told, as_of=as_of)

    def find_story(self, about: str = "") -> str:
        """The id of the story that some words are most about; where none is given, of the only one there is.

        Raises UsageError where there are several, NothingFound where none fits.
        """
        return searching.find_story(self.store, about)

    def load(self, *, since: str | None = None) -> tuple[Batch, Grouping]:
        """Articles with their readings, and the stories they stand in, as `pipeline.read` and `pipeline.stories` give them.

        since: ISO 8601 day; only stories that have articles of that day or later. Raises NothingFound where there is none, UsageError where
        the day is none.
        """
        check_day("since", since)
        with self.store.read() as connection:
            grouping = load_grouping(connection, since=since)
            numbers = numbers_of(connection, (placement.path for placement in grouping.placements))
            pairs = sorted(groups.load_pairs(connection, numbers.values()), key=lambda pair: pair[0].path)
            lore, held = load_lore(connection), load_held(connection)
        if not pairs:
            raise NothingFound(f"the archive holds no story{f' that goes on since {since}' if since else ''}")
        items = [hide_furniture(Read(article=article, reading=reading), lore) for article, reading in pairs]
        batch = Batch(items=number_versions(link_names(items, lore)), rejected=(), lore=lore)
        return lay_over(batch, held) if held else batch, keep_differences(grouping, batch.articles)

    def search(self, words: str = "", *, kind: str = "article", **filters: Any) -> Found:
        """What holds some words, best first: articles, sentences, figures or quotes.

        Words find any regional form of a name, in either script; "quotation marks" hold a phrase together. filters: outlet, since, until,
        measure, speaker, story, limit, as in Query. Raises UsageError where nothing, or what can't be, is asked for.
        """
        return searching.search(self.store, Query(words=words, kind=kind, **filters))

    def _find_story(self, connection: Connection, story: str) -> str:
        found = find_ids(connection, story)
        if not found:
            raise NothingFound(f"no story has the id {story!r}; `rashomon search WORDS` names the story of each article it finds")
        return found[0]

    def count(self) -> dict[str, int]:
        """How much there is: documents, articles, forgotten, stories, bytes."""
        with self.store.read() as connection:
            counts = {
                "documents": select(func.count()).select_from(documents),
                "articles": select(func.count()).select_from(readings),
                "forgotten": select(func.count()).select_from(documents).where(documents.c.forgotten.is_not(None)),
                "placed": select(func.count()).select_from(placements),
                "stories": select(func.count()).select_from(stories),
                "given up": select(func.count()).select_from(deliveries).where(deliveries.c.state == "given up"),
                "due": select(func.count()).select_from(deliveries).where(deliveries.c.state == "due"),
                "stale": select(func.count()).select_from(readings).where(readings.c.reader != reader_version()),
                "untold": select(func.count()).select_from(stories).where(stories.c.stale == 1),
            }
            return {**{name: int(connection.execute(query).scalar_one()) for name, query in counts.items()}, "bytes": self.store.measure()}

    def check(self) -> str:
        """ "ok", or what is wrong with the archive: with its file, or with what lies in it."""
        if (state := self.store.check()) != "ok":
            return state
        return ", ".join(f"{count:,} of {column}" for column, count in upkeep.find_rotten(self.store).items()) or "ok"

    def close(self) -> None:
        """Let go of it."""
        self.store.close()
