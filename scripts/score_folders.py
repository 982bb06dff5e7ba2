"""Score stories in small folders, drawn from articles whose stories are marked.

    python scripts/score_folders.py PATH...

A mixed folder holds 6 to 30 articles: a third of them on one matter, half of the others from the countries that it is most about, the
rest by chance. A folder saved on one matter holds 3 to 10 articles of it. Marks: marks/stories.jsonl; the same folders are drawn each time.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from random import Random

from score_stories import count_pairs, load, rate, tell

from rashomon import pipeline
from rashomon.batch import Batch
from rashomon.model import Article
from rashomon.stories import group
from rashomon.stories.aliases import Aliases
from rashomon.stories.drafts import read_drafts
from rashomon.stories.settings import Settings

_FOLDERS = 150


class Day:
    """The marked articles of some days, by matter, with the country that each is most about."""

    def __init__(self, batch: Batch, marks: Sequence[dict[str, object]]) -> None:
        self.matter = {str(mark["document"]): mark["story"] for mark in marks}
        self.articles = sorted((a for a in batch.articles if a.document in self.matter), key=lambda a: a.path)
        drafts = read_drafts(self.articles, batch.readings, [0.0] * len(self.articles), aliases=Aliases(), settings=Settings())
        self.about = {d.article.path: max(d.places, key=lambda code: (d.places[code], code), default="") for d in drafts}
        self.matters: dict[object, list[Article]] = {}
        for article in self.articles:
            self.matters.setdefault(self.matter[article.document], []).append(article)

    def draw_whole(self, random: Random) -> list[Article]:
        told = self._draw_matter(random)
        return random.sample(told, min(len(told), random.randint(3, 10)))

    def draw_mixed(self, random: Random) -> list[Article]:
        told, size = self._draw_matter(random), random.randint(6, 30)
        mine = random.sample(told, min(len(told), max(2, size // 3)))
        countries = {country for country, _ in Counter(self.about[a.path] for a in mine).most_common(3)}
        others = [a for a in self.articles if a not in told]
        near = [a for a in others if self.about[a.path] in countries]
        mine += random.sample(near, min(len(near), (size - len(mine)) // 2))
        left = [a for a in others if a not in mine]
        return mine + random.sample(left, min(len(left), size - len(mine)))

    def _draw_matter(self, random: Random) -> list[Article]:
        return random.choice([told for told in self.matters.values() if len(told) >= 3])


def score(name: str, batch: Batch, day: Day, folders: Sequence[list[Article]]) -> None:
    both = found = wanted = whole = 0
    for folder in folders:
        placed = {p.path: p.story for p in group(folder, batch.readings).placements}
        pairs = [(placed[a.path], day.matter[a.document]) for a in folder]
        counts = count_pairs(pairs), count_pairs([story for story, _ in pairs]), count_pairs([matter for _, matter in pairs])
        both, found, wanted = both + counts[0], found + counts[1], wanted + counts[2]
        whole += counts[0] == counts[1] == counts[2]
    tell(f"{name}, pairs", rate(both, found, wanted))
    print(f"{name}, all as marked: {whole} of {len(folders)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    batch = pipeline.read(parser.parse_args().paths, jobs=0)
    for days in ("first", "second", "third", "seventh"):
        day, random = Day(batch, [mark for mark in load("stories") if mark["days"] == days]), Random(7)
        score(f"{days} days, mixed folders", batch, day, [day.draw_mixed(random) for _ in range(_FOLDERS)])
        score(f"{days} days, folders on one matter", batch, day, [day.draw_whole(random) for _ in range(_FOLDERS)])


if __name__ == "__main__":
    main()
