"""The commands' contract: shapes on stdout, messages on stderr, exit codes."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.conftest import Command

ROW = {
    "path", "document", "article", "version", "outlet", "through", "url", "title", "author", "published",
    "published_raw", "published_basis", "written", "language", "format", "dateline", "text", "sentences", "captions",
    "links", "furniture", "times", "figures", "attributions", "names", "happenings", "measures", "contacts",
}  # fmt: skip
PARTS = {"story", "lead", "timeline", "series", "relations", "voices", "positions", "in_force", "contacts", "origins", "silences"}


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "2023-04-06-post.txt"
    path.write_text("标题：青砂港渡轮起火\n来源：青砂日报\n日期：2023-04-06 08:00\n\n港务局6日表示，已有12人死亡。\n", encoding="utf-8")
    return path


def test_read_prints_one_object_an_article_with_every_key(command: Command, example: Path) -> None:
    done = command("read", example, "--jsonl")
    read = rows(done.out)
    assert done.code == 0, done.err
    assert len(read) >= 24
    assert all(set(row) >= ROW for row in read)
    assert [row["path"] for row in read] == sorted(row["path"] for row in read)  # type: ignore[type-var]
    assert f"read {len(read)} articles, rejected 0" in done.err


def test_read_offsets_point_at_what_they_quote(command: Command, example: Path) -> None:
    for row in rows(command("read", example, "--jsonl").out):
        text = str(row["text"])
        assert text.split("\n")[0] == row["title"]
        for field, quoted in (("times", "text"), ("figures", "text"), ("attributions", "content"), ("names", "text"), ("contacts", "text")):
            for found in row[field]:  # type: ignore[attr-defined]
                assert text[found["start"] : found["end"]] == found[quoted], (row["path"], field, found)


def test_same_bytes_whatever_the_jobs_and_the_order(command: Command, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted(str(path) for path in example.rglob("*") if path.is_file())
    forward = command("read", *files, "--jsonl").out
    monkeypatch.setattr("rashomon.pipeline.PARALLEL_FROM", 1)
    monkeypatch.setattr("rashomon.pipeline.CHUNK", 5)
    assert command("read", *reversed(files), "--jsonl", "--jobs", 2).out == forward


def test_read_csv_and_table_and_show(command: Command, post: Path) -> None:
    table = list(csv.reader(io.StringIO(command("read", post, "--csv").out)))
    assert table[0][:2] == ["path", "outlet"]
    assert "青砂日报" in command("read", post).out
    assert "12人死亡" in command("read", post, "--show").out


def test_list_of_paths(command: Command, post: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list").write_text(f"{post.name}\n", encoding="utf-8")
    assert [row["path"] for row in rows(command("read", "@list", "--jsonl").out)] == [post.name]


def test_stories_prints_one_object_an_input(command: Command, example: Path) -> None:
    placed = rows(command("stories", example, "--jsonl").out)
    named = {"story_title", "story_names", "event_title", "event_names"}
    assert set(placed[0]) == {"path", "article", "story", "event", "duplicate_of", "version_of", "difference"} | named
    assert all(row["story"] and row["event"] for row in placed)
    assert len({row["story"] for row in placed}) > 3


def test_stories_says_why(command: Command, example: Path) -> None:
    placed = rows(command("stories", example, "--jsonl").out)
    first = placed[0]["story"]
    together = [str(row["path"]) for row in placed if row["story"] == first]
    apart = next(str(row["path"]) for row in placed if row["story"] != first)
    done = command("stories", example, "--why", together[0], apart)
    assert done.code == 0
    assert done.out.strip()
    assert command("stories", example, "--why", "nobody", apart).code == 1


def test_account_as_json_and_for_people(command: Command, example: Path) -> None:
    placed = rows(command("stories", example, "--jsonl").out)
    stories = [str(row["story"]) for row in placed]
    largest = max(sorted(set(stories)), key=stories.count)
    told = json.loads(command("account", example, "--story", largest, "--json").out)
    assert set(told) >= PARTS
    assert told["timeline"]
    assert told["series"]
    assert told["voices"]
    assert "\nTimeline\n" in command("account", example, "--story", largest, "--language", "en").out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--about", "根本没有的词"), 1, "no story holds"),
        (("--story", "s-none"), 1, "no story has the id"),
        ((), 2, "--about"),
        (("--about", "渡轮", "--as-of", "yesterday"), 2, "YYYY-MM-DD"),
    ],
)
def test_account_says_what_is_wrong(command: Command, example: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    done = command("account", example, *arguments)
    assert (done.code, done.out) == (code, "")
    assert says in done.err


def test_articles_that_their_reader_knows_to_be_on_one_matter_are_told_together(command: Command, example: Path, tmp_path: Path) -> None:
    told = json.loads(command("account", example, "--together", "--json").out)
    assert len(told["story"]["articles"]) == len(rows(command("read", example, "--jsonl").out))
    command("report", example, "--together", "-o", tmp_path / "site")
    assert [page.name for page in (tmp_path / "site" / "stories").glob("*.html")] == [f"{told['story']['id']}.html"]
    for others in (("--about", "渡轮"), ("--archive", tmp_path / "none.archive")):
        assert command("account", *([] if "--archive" in others else [example]), "--together", *others).code == 2


def test_a_count_that_never_held_is_shown_with_its_reason(command: Command, tmp_path: Path) -> None:
    for number, (outlet, day, text) in enumerate(
        (
            ("甲报", "2031-03-02", "塔洲民防部说，山火已造成13人死亡。"),
            ("乙台", "2031-03-03", "有媒体称，塔洲山火已造成19人死亡，民防部说该数字“不实”。"),
            ("丙网", "2031-03-05", "塔洲民防部说，山火已造成15人死亡。"),
        )
    ):
        page = f"---\ntitle: 塔洲山火{number}\nauthor: {outlet}\ndate: {day}\n---\n\n{text}\n"
        (tmp_path / f"{number}.md").write_text(page, encoding="utf-8")
    out = command("account", tmp_path, "--together", "--language", "en").out
    assert "13 (甲报) → Mar 3 19 (乙台; disputed) → Mar 5 15 (丙网)" in out


def test_verify_proves_receipts_and_finds_lost_ones(command: Command, post: Path, tmp_path: Path) -> None:
    account = tmp_path / "account.json"
    account.write_text(command("account", post, "--about", "渡轮", "--json").out, encoding="utf-8")
    done = command("verify", account)
    assert done.code == 0
    assert "0 moved, 0 lost" in done.err
    post.write_text(post.read_text(encoding="utf-8").replace("港务局6日表示", "据悉，港务局6日表示"), encoding="utf-8")
    moved = command("verify", account)
    assert moved.code == 0
    assert "0 lost" in moved.err
    assert "0 moved" not in moved.err
    post.write_text("标题：另一件事\n\n今天天气晴朗，适合出门散步。\n", encoding="utf-8")
    assert command("verify", account).code == 1


def test_verify_refuses_what_is_no_account(command: Command, post: Path, tmp_path: Path) -> None:
    assert command("verify", post).code == 2
    assert command("verify", tmp_path / "none.json").code == 1


def test_rejected_inputs_are_told_and_counted(command: Command, post: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.dat").write_bytes(bytes(range(256)) * 20)
    done = command("read", tmp_path, tmp_path / "missing", "--jsonl")
    assert done.code == 3
    assert len(rows(done.out)) == 1
    for name in ("empty.txt", "binary.dat", "missing"):
        assert sum(name in line for line in done.err.splitlines()) == 1, done.err
    assert "read 1 article, rejected 3" in done.err


@pytest.mark.parametrize("name", ["folder", "missing"])
def test_nothing_readable_fails_with_what_to_do(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    done = command("read", tmp_path / name, "--jsonl")
    assert (done.code, done.out) == (1, "")
    assert "rashomon formats" in done.err
    assert "Traceback" not in done.err


def test_wrong_usage_exits_with_2(command: Command, post: Path, tmp_path: Path) -> None:
    assert command("read", "--nonsense").code == 2
    assert command("nonsense").code == 2
    assert command("report", "-o", tmp_path / "out").code == 2
    assert command("report", post, "-o", tmp_path / "out", "--language", "fr").code == 2
    assert command("report", post, "-o", tmp_path).code == 2, "nobody's files are written over"


@pytest.mark.parametrize("name", ["formats", "outlets", "doctor"])
def test_lists_are_printed_in_every_shape(command: Command, name: str) -> None:
    assert command(name).code == 0
    assert rows(command(name, "--jsonl").out)
    assert len(command(name, "--csv").out.splitlines()) > 2


def test_version(command: Command) -> None:
    assert command("--version").out.startswith("rashomon ")


def test_trace_names_the_first_and_each_origin(command: Command, example: Path) -> None:
    done = command("trace", example, "北码头火灾61人死亡", "--json")
    assert done.code == 0, done.err
    traced = json.loads(done.out)
    assert traced["first"]["after"] == 0
    assert all(strand["tellings"] for strand in traced["strands"])
    shown = command("trace", example, "北码头火灾61人死亡")
    assert "first" in shown.out
    assert traced["first"]["evidence"]["sentence"] in shown.out


def test_trace_of_what_nobody_tells_fails_with_a_reason(command: Command, example: Path) -> None:
    done = command("trace", example, "鲸鱼在月球上结婚")
    assert done.code == 1
    assert "no article tells" in done.err


def test_account_is_printed_for_people_in_each_language(command: Command, example: Path) -> None:
    told = command("account", example, "--about", "北码头 火灾")
    assert told.code == 0, told.err
    for section in ("时间线", "说法之间", "谁说了什么", "来源"):
        assert f"\n{section}\n" in told.out, section
    assert "\nTimeline\n" in command("account", example, "--about", "北码头 火灾", "--language", "en").out
