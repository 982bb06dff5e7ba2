"""Masked twins: whether rules know the language or the names, days and numbers of the texts they were tuned on.

    python scripts/twins.py         score the marked texts and their twins (where they lie beside the project), and list what fell

A twin is an article in which persons and places bear other names of the same script and length, days are 104 weeks later (so that weekdays
and weeks stay what they are), and the first digits of counts are raised. Its gold is changed alike. Scores of both should be within .02.
"""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from rashomon.cleaning import clean
from rashomon.intake import find_sources, read_documents
from rashomon.languages import fold, language, script_of
from rashomon.model import Article, Document, Reading
from rashomon.reading import read
from rashomon.reading.ground.gazetteer import cities, territories
from rashomon.reading.ground.lexicon import name_words

ROOT = Path(__file__).resolve().parent.parent
MARKED = Path(os.environ.get("RASHOMON_MARKED", ROOT.parent / "shared"))
DAYS = 7 * 104
_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，.]{0,12}")
_DOT = re.compile(r"[·・‧•．]")


class Edit(NamedTuple):
    start: int
    end: int
    text: str


class Twin(msgspec.Struct, frozen=True):
    """An article with what was changed in it."""

    article: Article
    edits: tuple[Edit, ...]
    original: Article

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the original stands in the twin; an edge inside a change goes to the change's edge."""
        return self._moved(start, last=False), self._moved(end, last=True)

    def _moved(self, at: int, *, last: bool) -> int:
        by = 0
        for edit in self.edits:
            if edit.end <= at:
                by += len(edit.text) - (edit.end - edit.start)
            elif edit.start < at:
                return edit.start + by + (len(edit.text) if last else 0)
        return at + by

    def put(self, words: str, near: str = "") -> str:
        """What a piece of the original is in the twin: where it stands first, in `near` if that is found."""
        text = self.original.text
        floor = max(text.find(near), 0) if near else 0
        at = text.find(words, floor)
        if not words or at < 0:
            return words
        return self.article.text[slice(*self.span(at, at + len(words)))]


def shifted(value: str) -> str:
    """A TIMEX3 value, later."""
    if value[:1] == "P" or not value[:4].isdigit():
        return value
    if week := re.fullmatch(r"([0-9]{4})-W([0-9]{2})", value):
        day = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1) + datetime.timedelta(days=DAYS)
        return f"{day.isocalendar()[0]}-W{day.isocalendar()[1]:02d}"
    if len(value) >= 10 and value[4] == value[7] == "-":
        return (datetime.date.fromisoformat(value[:10]) + datetime.timedelta(days=DAYS)).isoformat() + value[10:]
    return f"{int(value[:4]) + 2}{value[4:]}" if re.fullmatch(r"[0-9]{4}(?:-(?:[0-9]{2}|Q[1-4]|H[12]))?", value) else value


def dated(words: str, value: str) -> str:
    """An expression of time for its later value: its year, month and day in digits are changed."""
    old, new = (
        re.match(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", value),
        re.match(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", shifted(value)),
    )
    if not old or not new:
        return words
    for unit, was, is_ in zip("年月日", old.groups(), new.groups(), strict=True):
        if was and is_:
            units = unit if unit != "日" else "[日号號]"
            for number in (int(was), *((int(was) - 1911,) if unit == "年" else ())):
                words = re.sub(rf"(?<![0-9])0?{number}(?= ?{units})", str(number + int(is_) - int(was)), words)
    return words


def carried(time: Mapping[str, Any], published: str) -> bool:
    """Whether an expression can mean the later value: no holiday does, nor 去年 across a year's end, nor a year without its unit."""
    value, later = time["value"], shifted(time["value"])
    if value == later:
        return True
    known = language("zh")
    holidays = known.table("holidays") if known else {}
    if any(name in fold(time["text"]) for kind in ("fixed", "lunar") for name in holidays.get(kind, ())):
        return False
    if int(later[:4]) - int(shifted(published)[:4]) != int(value[:4]) - int(published[:4]):
        return False
    return not (value[:4] in time["text"] or value[2:4] + "年" in time["text"]) or dated(time["text"], value) != time["text"]


def raised(number: str) -> str:
    """A number with its first digit raised, where it can be."""
    return str(int(number[0]) + 1) + number[1:] if number[0] in "12345678" and len(re.sub(r"\D", "", number)) > 1 else number


def twin_of(article: Article, found: Reading, gold: Mapping[str, Any] | None = None, *, invent: "type[Invented] | None" = None) -> Twin:
    """The twin of an article; what was found in it, and what is marked in it, is changed consistently."""
    edits = [*_times(article, found, gold), *_figures(article, found, gold), *_names(article, found, invent or Invented)]
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.start - e.end)):
        if edit.text != article.text[edit.start : edit.end] and (not kept or edit.start >= kept[-1].end):
            kept.append(edit)
    pieces, at = [], 0
    for edit in kept:
        pieces += [article.text[at : edit.start], edit.text]
        at = edit.end
    text = "".join([*pieces, article.text[at:]])
    half = Twin(article=article, edits=tuple(kept), original=article)
    moved = {name: tuple(half.span(*span) for span in getattr(article, name)) for name in ("sentences", "furniture")}
    stamps = {name: shifted(stamp) if stamp else stamp for name in ("published", "written") if (stamp := getattr(article, name)) or True}
    dateline = article.dateline and msgspec.structs.replace(
        article.dateline, date=shifted(article.dateline.date) if article.dateline.date else None
    )
    changed = msgspec.structs.replace(article, text=text, title=text.split("\n")[0], dateline=dateline, **moved, **stamps)
    return Twin(article=changed, edits=tuple(kept), original=article)


def _times(article: Article, found: Reading, gold: Mapping[str, Any] | None) -> Iterator[Edit]:
    for time in (gold or {}).get("times", ()):
        at = article.text.find(time["context"])
        start = article.text.find(time["text"], at) if at >= 0 else -1
        if start >= 0:
            yield Edit(start, start + len(time["text"]), dated(time["text"], time["value"]))
    for told in found.times:
        yield Edit(told.start, told.end, dated(told.text, told.value))


def _figures(article: Article, found: Reading, gold: Mapping[str, Any] | None) -> Iterator[Edit]:
    spans = [(figure.start, figure.end) for figure in found.figures]
    for figure in (gold or {}).get("figures", ()):
        at = max(article.text.find(figure["sentence"]), 0)
        start = article.text.find(figure["text"], at)
        spans += [(start, start + len(figure["text"]))] if start >= 0 else []
    for start, end in spans:
        for number in _NUMBER.finditer(article.text, start, end):
            if not any(time.start < number.end() and number.start() < time.end for time in found.times):
                yield Edit(number.start(), number.end(), raised(number[0]))


def _names(article: Article, found: Reading, invent: "type[Invented]") -> Iterator[Edit]:
    known = language(article.language)
    if known is None or known.spaced:
        return
    invented = invent(article)
    for name in found.names:
        if name.kind != "organisation":
            yield Edit(name.start, name.end, invented.name(name.text, name.kind))


class Invented:
    """Names in place of an article's own: the same one always for the same, of its length and script."""

    def __init__(self, article: Article) -> None:
        known = language(article.language)
        assert known is not None
        self.lists = name_words(known)
        self.sounds = sorted(self.lists.sounds - self.lists.stops - self.lists.surnames)
        self.surnames = sorted(s for s in self.lists.surnames if len(s) == 1 and s not in self.lists.stops)
        self.given = "宏伟丽娜建国文静晓峰雨桐家豪志明"
        self.countries = sorted(territories(known.code))
        self.cities = sorted(cities(known.code) & self.lists.places)
        self.wide = script_of(article.text) == "zh-Hant"

    def name(self, text: str, kind: str) -> str:
        if not re.fullmatch(r"[\u4e00-\u9fff·・‧•．]{2,24}", text):
            return text
        shadow = fold(text)
        if kind == "place":
            same = [place for place in (self.countries if shadow in self.countries else self.cities) if len(place) == len(text)]
            return self._script(self._pick(same, shadow)) if same else text
        if len(shadow) <= 3 and shadow[0] in self.lists.surnames and not _DOT.search(shadow):
            given = "".join(self._pick(self.given, shadow + str(k)) for k in range(1, len(shadow)))
            return self._script(self._pick(self.surnames, shadow) + given)
        return "".join(part if _DOT.fullmatch(part) else self._part(fold(part)) for part in re.split(f"({_DOT.pattern})", text))

    def _part(self, part: str) -> str:
        return self._script("".join(self._pick(self.sounds, f"{part}{k}") for k in range(len(part))))

    def _script(self, text: str) -> str:
        if not self.wide:
            return text
        from opencc import OpenCC

        wide = OpenCC("s2t").convert(text)
        return wide if len(wide) == len(text) else text

    def _pick(self, among: Sequence[str], key: str) -> str:
        return among[int(sha256(key.encode()).hexdigest(), 16) % len(among)]


def gold_of(twin: Twin, gold: Mapping[str, Any]) -> dict[str, Any]:
    """The marks of a text, as they are in its twin."""
    times = [
        {**time, "text": dated(time["text"], time["value"]), "value": shifted(time["value"]), "context": twin.put(time["context"])}
        for time in gold["times"]
    ]
    figures = []
    for figure in gold["figures"]:
        sentence = twin.put(figure["sentence"])
        words = twin.put(figure["text"], figure["sentence"])
        bounds = {name: figure[name] for name in ("low", "high")}
        if words != figure["text"] and _NUMBER.search(figure["text"]):
            bounds = {name: None if bound is None else int(raised(str(bound))) for name, bound in bounds.items()}
        chain = [twin.put(source) for source in figure["chain"]]
        when = shifted(figure["when"]) if figure["when"] else None
        figures.append({**figure, **bounds, "text": words, "sentence": sentence, "chain": chain, "when": when})
    said = [
        {
            **one,
            "chain": [twin.put(s) for s in one["chain"]],
            "speaker": twin.put(one["speaker"] or "") or None,
            "content": twin.put(one["content"]),
        }
        for one in gold["attributions"]
    ]
    return {**gold, "published": shifted(gold["published"]), "times": times, "figures": figures, "attributions": said}


def told(article: Article, reading: Reading) -> bytes:
    """One line as the scorer reads it."""
    row = {"path": article.path, "text": article.text, **msgspec.to_builtins(reading)}
    return json.dumps(row, ensure_ascii=False).encode()


def agreement(articles: Sequence[Article]) -> tuple[int, int]:
    """Of all findings in some articles, how many are found alike in their twins."""
    alike = whole = 0
    for article in articles:
        found = read(article)
        twin = twin_of(article, found)
        other = read(twin.article)
        for kind in ("times", "figures", "attributions"):
            there = {(one.start, one.end) for one in getattr(other, kind)}
            spans = [twin.span(one.start, one.end) for one in getattr(found, kind)]
            whole, alike = whole + len(spans), alike + sum(span in there for span in spans)
    return alike, whole


def main() -> None:
    marks = {
        path.name.removesuffix(".json"): json.loads(path.read_text(encoding="utf-8"))
        for path in (MARKED / "gold" / "reading").glob("*.json")
    }
    if not marks:
        print("no marked texts lie beside the project")
        return
    places = [str(path) for folder in ("seeds", "corpus") for path in (MARKED / folder).rglob("*") if path.name in marks]
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("gold", "twin"):
            (Path(folder) / kind).mkdir()
        lines: dict[str, list[bytes]] = {"gold": [], "twin": []}
        for document in (d for source in find_sources(sorted(places))[0] for d in read_documents(source)):
            article = clean(document) if isinstance(document, Document) else None
            gold = marks.get(Path(document.path).name)
            if not isinstance(article, Article) or gold is None:
                continue
            for time in gold["times"]:
                time["dateline"] = time.get("dateline") or not carried(time, gold["published"])  # counts neither way
            found = read(article)
            twin = twin_of(article, found, gold)
            for kind, one, reading, marked in (
                ("gold", article, found, gold),
                ("twin", twin.article, read(twin.article), gold_of(twin, gold)),
            ):
                lines[kind].append(told(one, reading))
                (Path(folder) / kind / f"{gold['doc']}.json").write_text(json.dumps(marked, ensure_ascii=False), encoding="utf-8")
        for kind, rows in lines.items():
            (Path(folder) / f"{kind}.jsonl").write_bytes(b"\n".join(rows))
            print(f"{kind}: {len(rows)} texts", flush=True)
            command = [sys.executable, str(MARKED / "score" / "reading.py"), f"{folder}/{kind}", f"{folder}/{kind}.jsonl", *sys.argv[1:]]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
