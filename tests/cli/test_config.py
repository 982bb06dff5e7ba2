"""--config: a project's own outlets are in force in every process of a command, and only there."""

import json
import os
from pathlib import Path

import pytest
from tests.conftest import Command

from rashomon.outlets import CONFIG, find_outlet

CONFIGURATION = """
[outlet.qingsha]
name = "青砂日报"
kind = "newspaper"
country = "NZ"
language = "zh-Hans"
zone = "Pacific/Auckland"
domains = ["qingsha.example"]
agencies = ["青砂社"]
lines = ['青砂人都在看.{0,40}']

[outlet.qingsha.names]
zh-Hans = ["青砂日报", "青砂报"]
"""

POST = """---
title: 渡轮起火{number}
date: 2031-04-06 08:00:00
link: https://www.qingsha.example/news/{number}
---
青砂社石门港6日电 渡轮在青砂港外起火，船上七十三人全部获救，第{number}号。

青砂人都在看，你还在等什么
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "rashomon.toml"
    path.write_text(CONFIGURATION, encoding="utf-8")
    return path


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.md").write_text(POST.format(number=number), encoding="utf-8")
    return folder


def test_own_outlet_names_cleans_and_dates_its_articles(command: Command, config: Path, posts: Path) -> None:
    row = json.loads(command("read", posts, "--jsonl", "--config", config).out.splitlines()[0])
    assert row["outlet"] == "青砂日报"
    assert row["published"] == "2031-04-06T08:00:00+12:00"
    assert row["dateline"] == {"place": "石门港", "date": "2031-04-06", "agency": "青砂社", "reporter": None}
    assert row["text"] == "渡轮起火0\n渡轮在青砂港外起火，船上七十三人全部获救，第0号。"


def test_processes_that_are_started_inherit_it(command: Command, config: Path, posts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = command("read", posts, "--jsonl", "--config", config).out
    monkeypatch.setattr("rashomon.pipeline.PARALLEL_FROM", 1)
    monkeypatch.setattr("rashomon.pipeline.CHUNK", 4)
    assert command("read", posts, "--jsonl", "--config", config, "--jobs", 2).out == here


def test_it_is_out_of_force_when_the_command_ends(command: Command, config: Path) -> None:
    assert "青砂日报" in command("outlets", "--config", config).out
    assert CONFIG not in os.environ
    assert find_outlet(name="青砂日报") is None
    assert "青砂日报" not in command("outlets").out


def test_missing_file_is_wrong_usage(command: Command, posts: Path) -> None:
    done = command("read", posts, "--config", "nowhere.toml")
    assert done.code == 2
    assert "nowhere.toml" in done.err


def test_wrong_file_is_told_before_anything_is_read(command: Command, config: Path, posts: Path) -> None:
    config.write_text("[outlet.qingsha]\nname = '青砂日报'\n", encoding="utf-8")
    done = command("read", posts, "--config", config)
    assert done.code == 1
    assert "kind" in done.err
    assert str(config) in done.err
