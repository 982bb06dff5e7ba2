"""A small invented world for the accounts: articles with their readings marked by hand."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model import Article, Attribution, Dateline, Figure, Happening, Measure, Name, Placement, Reading, Story, Time

Made = tuple[Article, Reading]


class Scene:
    """Articles and readings of one story, built sentence by sentence; every mark is found by its words."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.readings: dict[str, Reading] = {}
        self.placements: dict[str, Placement] = {}

    def add(
        self, outlet: str, day: str, *sentences: str, agency: str | None = None, repeats: str | None = None, language: str = "zh-Hans"
    ) -> "Pen":
        """One article, one sentence a paragraph; returns a pen that marks it."""
        path = f"{day}-{outlet}-{len(self.articles)}.txt"
        text = "\n".join(sentences)
        spans, at = [], 0
        for sentence in sentences:
            spans.append((at, at + len(sentence)))
            at += len(sentence) + 1
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        article = Article(
            path=path,
            document=digest,
            article=digest,
            outlet=outlet,
            title=sentences[0],
            published=f"{day}T08:00:00+08:00",
            language=language,
            format="text",
            dateline=Dateline(agency=agency) if agency else None,
            text=text,
            sentences=tuple(spans),
        )
        self.articles.append(article)
        self.readings[path] = Reading(article=digest)
        self.placements[path] = Placement(path=path, article=digest, story="s", event="e", duplicate_of=repeats)
        return Pen(self, article)

    @property
    def story(self) -> Story:
        days = sorted((a.published or "")[:10] for a in self.articles)
        paths = tuple(a.path for a in self.articles)
        outlets = tuple(sorted({a.outlet or "" for a in self.articles}))
        return Story(id="s1", title="岚洲仓库爆炸", first=days[0], last=days[-1], events=(), paths=paths, outlets=outlets)


class Pen:
    """Marks figures, statements, happenings and names in one article."""

    def __init__(self, scene: Scene, article: Article) -> None:
        self.scene, self.article, self.path = scene, article, article.path

    def _mark(self, field: str, value: object) -> "Pen":
        reading = self.scene.readings[self.path]
        known = {name: getattr(reading, name) for name in reading.__struct_fields__}
        known[field] = tuple(sorted((*known[field], value), key=lambda v: (v.start, v.end)))
        self.scene.readings[self.path] = Reading(**known)
        return self

    def _span(self, text: str) -> tuple[int, int]:
        start = self.article.text.index(text)
        return start, start + len(text)

    def figure(self, text: str, measure: str, low: int | None, high: int | None, **fields: Any) -> "Pen":
        start, end = self._span(text)
        fields.setdefault("when", (self.article.published or "")[:10])
        return self._mark("figures", Figure(start=start, end=end, text=text, measure=measure, low=low, high=high, **fields))

    def says(
        self,
        content: str,
        *chain: str,
        cue: str = "表示",
        type: str = "indirect",
        cue_span: tuple[int, int] | None = None,
        speaker: str | None = None,
        chain_spans: tuple[tuple[int, int], ...] = (),
    ) -> "Pen":
        start, end = self._span(content)
        said = Attribution(
            start=start,
            end=end,
            chain=chain,
            speaker=speaker or chain[-1],
            cue=cue,
            content=content,
            type=type,
            cue_span=cue_span,
            chain_spans=chain_spans,
        )
        return self._mark("attributions", said)

    def happens(self, sentence: str, date: str, type: str = "OTHER", anchored: bool = True) -> "Pen":
        start, end = self._span(sentence)
        return self._mark("happenings", Happening(start=start, end=end, type=type, date=date, anchored=anchored))

    def time(self, text: str, value: str, *, kind: str = "DATE") -> "Pen":
        start, end = self._span(text)
        return self._mark("times", Time(start=start, end=end, text=text, type=kind, value=value))

    def measure(self, text: str, what: str, **fields: str) -> "Pen":
        start, end = self._span(text)
        return self._mark("measures", Measure(start=start, end=end, text=text, what=what, **fields))

    def name(self, text: str, kind: str, **fields: str) -> "Pen":
        start, end = self._span(text)
        return self._mark("names", Name(start=start, end=end, text=text, kind=kind, **fields))


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.fixture
def blast() -> Callable[[], Scene]:
    """A warehouse blows up: four outlets, a rising toll, one count taken back, one statement in three wordings."""

    def build() -> Scene:
        scene = Scene()
        a = scene.add(
            "海潮报",
            "2031-03-02",
            "岚洲仓库爆炸致9人死亡",
            "岚洲港一座化学品仓库3月2日凌晨爆炸，消防局称9人死亡，31人受伤。",
            "市长沈致远表示，港区居民须立即撤离。",
        )
        a.figure("9人死亡，", "killed", 9, 9, chain=("消防局",)).figure("31人受伤", "injured", 31, 31, chain=("消防局",))
        a.says("9人死亡，31人受伤", "消防局", cue="称").says("港区居民须立即撤离", "市长沈致远").name("沈致远", "person").name(
            "岚洲", "place"
        )
        a.happens("岚洲港一座化学品仓库3月2日凌晨爆炸，消防局称9人死亡，31人受伤。", "2031-03-02", "ACCIDENT")
        b = scene.add(
            "北岸电台",
            "2031-03-02",
            "嵐洲港倉庫爆炸",
            "嵐洲港化學品倉庫3月2日凌晨發生爆炸，消防局說有9人死亡。",
            "市長沈致遠要求港區居民立即撤離。",
            language="zh-Hant",
        )
        b.figure("9人死亡", "killed", 9, 9, chain=("消防局",)).says("港區居民立即撤離", "市長沈致遠", cue="要求").name("沈致遠", "person")
        b.happens("嵐洲港化學品倉庫3月2日凌晨發生爆炸，消防局說有9人死亡。", "2031-03-02", "ACCIDENT").name("嵐洲", "place")
        c = scene.add(
            "东线网",
            "2031-03-03",
            "岚洲爆炸死亡升至27人",
            "卫生厅3月3日通报，爆炸死亡人数升至27人。",
            "有媒体援引卫生厅的简报称有61人死亡。",
            "消防局称无从核对这一数字，卫生厅当晚撤回了简报。",
        )
        c.figure("升至27人", "killed", 27, 27, chain=("卫生厅",)).figure("61人死亡", "killed", 61, 61, chain=("媒体", "卫生厅"))
        c.says("爆炸死亡人数升至27人", "卫生厅", cue="通报").happens("卫生厅3月3日通报，爆炸死亡人数升至27人。", "2031-03-03", "ACCIDENT")
        d = scene.add("海潮报", "2031-03-03", "卫生厅：61人死亡", "卫生厅称，仓库爆炸造成61人死亡。", "遇难者家属3月3日聚集市政厅前。")
        d.figure("61人死亡。", "killed", 61, 61, chain=("卫生厅",)).happens("遇难者家属3月3日聚集市政厅前。", "2031-03-03", "PROTEST")
        for n in (1, 2):
            e = scene.add(
                "山城晚报",
                f"2031-03-0{n + 3}",
                f"岚洲仓库爆炸追踪之{n}",
                "港口恢复作业，保险公司开始估算损失。",
                "市长沈致远警告，第二座仓库仍有危险。",
            )
            e.says("第二座仓库仍有危险", "市长沈致远", cue="警告").happens(
                "港口恢复作业，保险公司开始估算损失。", f"2031-03-0{n + 3}", anchored=False
            )
        scene.add("北岸电台", "2031-03-04", "嵐洲爆炸27死", "衛生廳表示，爆炸已造成27人死亡。", language="zh-Hant").figure(
            "27人死亡", "killed", 27, 27, chain=("衛生廳",)
        )
        return scene

    return build
