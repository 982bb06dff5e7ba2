"""The laws of the house, over the whole way: each on the bundled example, and on anything at all where it must hold for anything."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon
from rashomon.cleaning import clean
from rashomon.intake import find_sources, read_documents
from rashomon.languages import fold, script_of
from rashomon.model import Account, Article, Document, Reading, Rejected
from rashomon.reading import read
from tests.conftest import Command

FINDINGS = {"times": "text", "figures": "text", "attributions": "content", "names": "text", "measures": "text", "contacts": "text"}

MARKS = "0123456789，。：；、“”「」『』（）()\n 　年月日周\x00\U0001f600"
PHRASES = (
    "港务局 表示 说 据 报道 援引 的话 人 死亡 被捕 至少 数十 逾 上周 凌晨 昨晚 1月6日 宵禁 电话： said people killed at least <p> &nbsp;"
)
WORDS = st.sampled_from([*MARKS, *PHRASES.split()])
PROSE = st.lists(WORDS, max_size=60).map("".join)


@pytest.fixture(scope="module")
def batch(example: Path) -> rashomon.Batch:
    return rashomon.read([example])


def article_of(text: str) -> Article | Rejected:
    return clean(Document(path="a.txt", id="0", format="text", title="标题", body=text))


def assert_spans_quote_themselves(article: Article, reading: Reading) -> None:
    text = article.text
    for start, end in (*article.sentences, *article.furniture):
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]
    for field, quoted in FINDINGS.items():
        for found in getattr(reading, field):
            assert text[found.start : found.end] == getattr(found, quoted) != ""


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_any_bytes_give_articles_or_rejected(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.bin"
    path.write_bytes(data)
    for document in read_documents(str(path)):
        article = clean(document) if isinstance(document, Document) else document
        assert isinstance(article, Article | Rejected)
        if isinstance(article, Article):
            assert_spans_quote_themselves(article, read(article))


@given(PROSE)
@settings(max_examples=300)
def test_offsets_point_at_quoted_text_in_any_prose(text: str) -> None:
    article = article_of(text)
    if isinstance(article, Article):
        assert_spans_quote_themselves(article, read(article))


def test_offsets_point_at_quoted_text_in_the_example(batch: rashomon.Batch) -> None:
    for item in batch.items:
        assert_spans_quote_themselves(item.article, item.reading)


@given(st.text())
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_fold_of_a_folded_character_is_itself() -> None:
    every = "".join(map(chr, range(0x3400, 0xA000)))
    assert fold(fold(every)) == fold(every)
    assert fold("什么 什麼 話著") == "什么 什么 话着"


@pytest.mark.parametrize(
    ("text", "tag"), [("聯合國秘書長呼籲", "zh-Hant"), ("联合国秘书长呼吁", "zh-Hans"), ("人口", "zh-Hans"), ("The port", None), ("", None)]
)
def test_script_is_told_by_characters_of_one_script_alone(text: str, tag: str | None) -> None:
    assert script_of(text) == tag


def test_text_depends_on_its_document_alone(example: Path, batch: rashomon.Batch) -> None:
    """Law 1: each article cleaned alone is the article cleaned among the others, but for its version and the furniture laid over it."""
    together = {item.article.path: item.article for item in batch.items}
    sources, _ = find_sources([str(example)])
    for source in sources:
        for document in read_documents(source):
            assert isinstance(document, Document)
            alone = clean(document)
            assert isinstance(alone, Article)
            known = together[alone.path]
            assert msgspec.structs.replace(known, furniture=(), version=1) == msgspec.structs.replace(alone, furniture=(), version=1)


def test_cleaning_and_reading_twice_give_the_same_bytes(example: Path) -> None:
    """Law 2."""
    sources, _ = find_sources([str(example)])
    for source in sources:
        for document in read_documents(source):
            assert isinstance(document, Document)
            article = clean(document)
            assert isinstance(article, Article)
            assert msgspec.json.encode(clean(document)) == msgspec.json.encode(article)
            assert msgspec.json.encode(read(article)) == msgspec.json.encode(read(article))


def test_account_is_the_same_bytes_whatever_the_order_of_files(example: Path) -> None:
    """Law 5."""
    files = sorted(path for path in example.rglob("*") if path.is_file())
    told = []
    for order in (files, files[::-1], files[7:] + files[:7]):
        batch = rashomon.read(order)
        told.append([msgspec.json.encode(rashomon.account(batch, story=story.id)) for story in rashomon.stories(batch).stories])
    assert told[0] == told[1] == told[2]


def test_every_claim_carries_a_receipt_that_verify_proves(batch: rashomon.Batch) -> None:
    """Law 6: every line of every account has evidence, and each is exact."""
    grouping = rashomon.stories(batch)
    receipts = 0
    for story in grouping.stories:
        told = rashomon.account(batch, story=story.id, grouping=grouping)
        for part in ("lead", "timeline", "positions", "in_force", "origins", "silences"):
            assert all(line.evidence for line in getattr(told, part)), part
        assert all(relation.a and relation.b for relation in told.relations)
        assert all(statement.evidence for voice in told.voices for statement in voice.said)
        proved = rashomon.verify(told)
        assert {receipt.status for receipt in proved} <= {"exact"}
        receipts += len(proved)
    assert receipts > 300


def test_what_was_decided_with_lore_records_its_version(batch: rashomon.Batch, example: Path, command: Command) -> None:
    """Law 3, its second half; that observations merge in any order is held in tests/lore."""
    told = rashomon.account(batch, about="码头 大火")
    assert told.lore == batch.lore.version
    rows = [json.loads(line) for line in command("read", example, "--jsonl").out.splitlines()]
    assert {row["lore"] for row in rows} == {batch.lore.version}


def test_account_survives_its_json(batch: rashomon.Batch) -> None:
    told = rashomon.account(batch, about="码头 大火")
    again = msgspec.json.decode(msgspec.json.encode(told), type=Account)
    assert again == told
    assert "from" in json.loads(msgspec.json.encode(told))["in_force"][0]
