"""read --show: the article as a reader gets it, and apart from it what was taken out, by kind and rule."""

from pathlib import Path

import pytest
from tests.conftest import Command

POST = """---
title: 青砂港渡轮起火 | 青砂日报
date: 2031-04-06 08:00:00 +08:00
categories: 青砂日报
---
<p>【青砂日报4月6日讯】渡轮在青砂港外起火，船上七十三人全部获救。</p>
<div class="share-buttons">分享到微信</div>
<p style="display:none">看不见的一行</p>
<p>港务局正在调查原因。（完）</p>
<p>欢迎订阅我们的每日通讯，第一时间掌握要闻</p>
"""


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.html"
    path.write_text(POST, encoding="utf-8")
    return path


def parts(out: str) -> tuple[str, str]:
    shown, _, taken = out.partition("taken out:")
    return shown, taken


def test_text_stands_without_what_was_taken_out(command: Command, post: Path) -> None:
    shown, _ = parts(command("read", post, "--show").out)
    assert "渡轮在青砂港外起火，船上七十三人全部获救。" in shown
    assert "港务局正在调查原因。" in shown
    for gone in ("分享到微信", "看不见的一行", "（完）", "每日通讯", "4月6日讯"):
        assert gone not in shown


@pytest.mark.parametrize(
    ("kind", "rule", "text"),
    [
        ("container", "share", "分享到微信"),
        ("hidden", "p", "看不见的一行"),
        ("tail", "zh tails", "（完）"),
        ("line", "zh lines", "欢迎订阅我们的每日通讯，第一时间掌握要闻"),
        ("dateline", "opens a dispatch", "【青砂日报4月6日讯】"),
        ("title", "site names", "| 青砂日报"),
    ],
)
def test_what_was_taken_out_is_listed_by_kind_and_rule(command: Command, post: Path, kind: str, rule: str, text: str) -> None:
    _, taken = parts(command("read", post, "--show").out)
    assert any(line.split()[0] == kind and rule in line and line.endswith(text) for line in taken.strip().splitlines()), taken


def test_lines_that_recur_are_taken_out_by_lore(command: Command, tmp_path: Path) -> None:
    for day in range(1, 9):
        body = f"第{day}天，渡轮照常靠岸。\n\n港务局第{day}次通报。\n\n望潮应用，港口要闻一手掌握"
        (tmp_path / f"{day}.md").write_text(
            f"---\ntitle: 渡轮第{day}天\ndate: 2031-04-0{day} 08:00:00 +08:00\nsource: 望潮网\n---\n{body}\n", encoding="utf-8"
        )
    shown, taken = parts(command("read", tmp_path / "3.md", tmp_path, "--show").out.split("2.md")[1].split("3.md")[0])
    assert "港口要闻一手掌握" not in shown
    assert "recurring" in taken
    assert "港口要闻一手掌握" in taken


def test_a_long_path_is_printed_whole(command: Command, post: Path, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*(f"folder-{number:030}" for number in range(4)), "post.html")
    deep.parent.mkdir(parents=True)
    deep.write_bytes(post.read_bytes())
    assert str(deep) in command("read", deep, "--show").out


def test_a_mirrors_own_lines_are_listed(command: Command) -> None:
    sample = next((Path(__file__).parent.parent / "samples" / "mirror").glob("*.md"))
    _, taken = parts(command("read", sample, "--show").out)
    assert "injected" in taken
