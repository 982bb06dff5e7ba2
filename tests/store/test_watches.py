"""What is new, and who is told: a real server listens."""

import hmac
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from sqlalchemy import select, update

from rashomon.errors import NothingFound, UsageError
from rashomon.store import Archive, Watch, schema
from rashomon.store.news import keep
from rashomon.store.watches import ATOM, TRIES
from tests.store.conftest import Write

FIRST = ("上游水库五日凌晨泄洪，县应急局说，已有12人死亡、30人受伤。", "县长柳承说：“水位今晚会退。”")
SAME = ("县应急局说，上游水库泄洪已有12人死亡、30人受伤。", "三个村庄仍被淹。")
MORE = ("县应急局六日说，上游水库泄洪死亡人数升至15人。", "县长柳承说：“全力搜救两名失踪者。”")
PAGE = """<html><head><link rel="canonical" href="https://tide.example/news/19"><meta property="og:site_name" content="山南电视">
<meta property="article:published_time" content="2031-05-07T08:00:00+08:00"><title>水库泄洪死亡升至19人</title></head>
<body><article><h1>水库泄洪死亡升至19人</h1><p>县应急局七日说，上游水库泄洪死亡人数升至19人。</p></article></body></html>"""


class Listener(HTTPServer):
    """A webhook's other end."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.posts: list[tuple[dict[str, str], bytes]] = []
        self.answer = 200

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"


class Handler(BaseHTTPRequestHandler):
    server: Listener

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posts.append((dict(self.headers), body))
        self.send_response(self.server.answer)
        self.end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def facts(listener: Listener) -> list[dict[str, Any]]:
    return [json.loads(body)["fact"] for _, body in listener.posts]


def test_watch_fires_once_for_a_changed_fact_and_never_for_an_article(archive: Archive, write: Write, listener: Listener) -> None:
    archive.add([write("a", "水库泄洪12人死亡", *FIRST)])
    archive.watch(Watch(measure="killed", webhook=listener.address))
    archive.add([write("b", "泄洪12人死亡 三村被淹", *SAME, outlet="北岸时报", hour=11)])
    assert listener.posts == []
    archive.add([write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")])
    assert [fact["keys"][0].endswith(" 15-15") for fact in facts(listener)] == [True]
    archive.add([write("d", "水库泄洪：15人死亡", *MORE, day="2031-05-06", outlet="山南电视", hour=12)])
    assert len(listener.posts) == 1


def test_what_a_cut_off_addition_left_is_noticed_by_the_next(
    archive: Archive, write: Write, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.add([write("a", "水库泄洪12人死亡", *FIRST)])
    archive.watch(Watch(measure="killed", webhook=listener.address))
    with monkeypatch.context() as cut:
        cut.setattr("rashomon.store.watches.notice", lambda store: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            archive.add([write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")])
    archive.add([write("e", "鹿鸣杯决赛改期", "鹿鸣杯决赛因场馆停电改到六月，主办方说门票仍然有效。")])
    assert [fact["keys"][0].endswith(" 15-15") for fact in facts(listener)] == [True]


def test_watch_of_a_name_and_of_a_story_tells_what_is_said(archive: Archive, write: Write, listener: Listener) -> None:
    archive.add([write("a", "水库泄洪12人死亡", *FIRST)])
    story = archive.grouping().stories[0].id
    archive.watch(Watch(name="柳承", webhook=listener.address))
    archive.watch(Watch(story=story, webhook=listener.address))
    archive.add([write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")])
    said = [json.loads(body) for _, body in listener.posts]
    assert any(one["watch"] == 1 and "搜救" in one["fact"]["text"] for one in said)
    assert {one["watch"] for one in said} == {1, 2}
    assert all(one["fact"]["evidence"] for one in said)


def test_posts_are_signed(archive: Archive, write: Write, listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_KEY", "nine ferries")
    archive.add([write("a", "水库泄洪12人死亡", *FIRST)])
    archive.watch(Watch(measure="killed", webhook=listener.address, secret="DESK_KEY"))
    archive.add([write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")])
    headers, body = listener.posts[0]
    assert headers["X-Rashomon-Signature"] == "sha256=" + hmac.new(b"nine ferries", body, sha256).hexdigest()


def test_what_is_not_taken_is_tried_again_and_given_up_in_the_end(archive: Archive, write: Write, listener: Listener) -> None:
    archive.add([write("a", "水库泄洪12人死亡", *FIRST)])
    archive.watch(Watch(measure="killed", webhook=listener.address))
    listener.answer = 503
    archive.add([write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")])
    assert archive.deliver() == {"delivered": 0, "due": 0, "given up": 0}  # it waits its time
    for _ in range(TRIES - 1):
        make_due(archive)
        archive.deliver()
    assert len(listener.posts) == TRIES
    make_due(archive)
    assert archive.deliver() == {"delivered": 0, "due": 0, "given up": 0}
    with archive.store.read() as connection:
        row = connection.execute(select(schema.deliveries)).one()
    assert (row.state, "503" in row.error) == ("given up", True)
    assert archive.count()["given up"] == 1
    assert archive.deliver(retry=True) == {"delivered": 0, "due": 1, "given up": 0}
    listener.answer = 200
    make_due(archive)
    assert archive.deliver()["delivered"] == 1
    assert archive.count()["given up"] == 0


def test_who_does_not_answer_is_waited_for_once_a_round(archive: Archive, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.store.watches.TIMEOUT", 0.5)
    archive.add([write("a", "水库泄洪淹三村", *FIRST)])
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        archive.watch(Watch(name="柳承", webhook=f"http://127.0.0.1:{deaf.getsockname()[1]}/hook"))
        archive.add([write("c", "柳承：搜救不停", *MORE, "县长柳承宣布停课一天。", "柳承说：“学校明天不开门。”", day="2031-05-06")])
        deaf.settimeout(0)
        asked = 0
        with suppress(BlockingIOError):
            while True:
                deaf.accept()[0].close()
                asked += 1
    assert archive.count()["due"] > 1
    assert asked == 1


def test_what_is_tried_again_may_be_taken(archive: Archive, write: Write, listener: Listener) -> None:
    archive.add([write("a", "水库泄洪12人死亡", *FIRST)])
    archive.watch(Watch(measure="killed", webhook=listener.address))
    listener.answer = 500
    archive.add([write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")])
    listener.answer = 204
    make_due(archive)
    assert archive.deliver()["delivered"] == 1
    assert {headers["X-Rashomon-Delivery"] for headers, _ in listener.posts} == {"1"}


def make_due(archive: Archive) -> None:
    with archive.store.write() as connection:
        connection.execute(update(schema.deliveries).where(schema.deliveries.c.state == "due").values(due="2000-01-01T00:00:00+00:00"))


def test_feed_is_atom_and_grows_by_facts(archive: Archive, write: Write, tmp_path: Path) -> None:
    feed = tmp_path / "killed.atom"
    archive.add([write("a", "水库泄洪12人死亡", *FIRST)])
    archive.watch(Watch(measure="killed", feed=str(feed)))
    archive.add([write("b", "泄洪12人死亡 三村被淹", *SAME, outlet="北岸时报", hour=11)])
    assert not feed.exists()
    archive.add([write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")])
    root = ElementTree.parse(feed).getroot()
    entries = root.findall(f"{{{ATOM}}}entry")
    assert root.tag == f"{{{ATOM}}}feed"
    assert len(entries) == 1
    assert "15" in (entries[0].findtext(f"{{{ATOM}}}title") or "")
    archive.forget([str(tmp_path / "articles" / "c.md")])
    assert "15人" not in "".join(ElementTree.parse(feed).getroot().itertext())


def test_entries_of_a_feed_lead_to_the_article_or_else_to_its_file(archive: Archive, write: Write, tmp_path: Path) -> None:
    feed, link = tmp_path / "killed.atom", f"{{{ATOM}}}link"
    archive.add([write("a", "水库泄洪12人死亡", *FIRST)])
    archive.watch(Watch(measure="killed", feed=str(feed)))
    late = write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")
    archive.add([late])
    assert [one.get("href") for one in ElementTree.parse(feed).iter(link)] == [late.as_uri()]
    story = tmp_path / "d.html"
    story.write_text(PAGE, encoding="utf-8")
    archive.add([story])
    assert next(ElementTree.parse(feed).iter(link)).get("href") == "https://tide.example/news/19"


def test_watch_that_is_dropped_says_no_more(archive: Archive, write: Write, listener: Listener) -> None:
    archive.add([write("a", "水库泄洪12人死亡", *FIRST)])
    number = archive.watch(Watch(measure="killed", webhook=listener.address)).number
    archive.drop_watch(number)
    archive.add([write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")])
    assert listener.posts == []
    with pytest.raises(NothingFound, match="there is no watch"):
        archive.drop_watch(number)


def test_feed_that_cannot_be_written_is_tried_again(archive: Archive, write: Write, tmp_path: Path) -> None:
    folder = tmp_path / "feeds"
    folder.mkdir()
    archive.add([write("a", "水库泄洪淹三村", *FIRST)])
    archive.watch(Watch(measure="killed", feed=str(folder / "killed.atom")))
    folder.rmdir()
    archive.add([write("b", "泄洪已致15人死亡", *MORE, day="2031-05-06")])
    assert archive.deliver() == {"delivered": 0, "due": 0, "given up": 0}  # later
    folder.mkdir()
    with archive.store.write() as connection:
        connection.execute(update(schema.deliveries).values(due="2000-01-01T00:00:00+00:00"))
    assert archive.deliver()["delivered"] > 0
    assert "15" in (folder / "killed.atom").read_text(encoding="utf-8")


WRONG = [
    Watch(),
    Watch(name="柳承"),
    Watch(feed="a"),
    Watch(name="柳承", webhook="file:///etc/hosts"),
    Watch(measure="drowned", feed="a"),
    Watch(measure="killed", feed="no/such/folder/a.atom"),
]


@pytest.mark.parametrize("watch", WRONG)
def test_watch_that_cant_be_is_told(archive: Archive, watch: Watch) -> None:
    with pytest.raises(UsageError):
        archive.watch(watch)


def test_figure_that_stood_before_is_no_news_where_another_value_is_told(archive: Archive, write: Write) -> None:
    late = write("c", "青石水库泄洪：9人死亡的早报有误", "青石县水库5月4日泄洪，当天有通报说9人死亡。", day="2031-05-06", outlet="北岸时报")
    archive.add([write("a", "水库泄洪12人死亡", *FIRST), late])
    account = archive.account(archive.find_story("水库泄洪"), since="2031-05-06")
    stood = [row for row in account.series if row.current and row.current.evidence[0].path != str(late)]
    assert stood
    assert [fact for fact in archive.news(since="2031-05-06", measure="killed") if "12" in fact.text] == []


def test_news_are_facts_first_published_since_a_day(archive: Archive, write: Write) -> None:
    archive.add([write("a", "水库泄洪12人死亡", *FIRST), write("c", "泄洪死亡升至15人", *MORE, day="2031-05-06", outlet="北岸时报")])
    killed = archive.news(since="2031-05-06", measure="killed")
    assert ["15" in fact.text for fact in killed] == [True]
    said = archive.news(since="2031-05-06", name="柳承")
    assert any("搜救" in fact.text for fact in said)
    assert not any("水位" in fact.text for fact in said)
    everything = archive.news(since="2031-05-06")
    assert killed == keep(everything, measure="killed")
    assert said == keep(everything, forms=("柳承",))
    assert archive.news(since="2031-05-07", story=archive.grouping().stories[0].id) == ()
    with pytest.raises(UsageError):
        archive.news(since="昨天")
