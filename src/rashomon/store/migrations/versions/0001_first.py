"""The first tables: documents, articles, readings, stories and accounts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

QUOTES = """
CREATE VIEW quotes_told AS
SELECT q.speaker, substr(a.text, q.start + 1, q."end" - q.start) AS content, q.type, q.cue, q.chain, a.outlet, a.published, a.title, a.path
FROM quotes q JOIN articles a ON a.number = q.article
"""
FIGURES = """
CREATE VIEW figures_told AS
SELECT f.measure, f.low, f.high, f."group", f.place, f.as_of, f.chain, substr(a.text, f.start + 1, f."end" - f.start) AS text,
       substr(a.text, f.sentence_start + 1, f.sentence_end - f.sentence_start) AS sentence, a.outlet, a.published, a.title, a.path
FROM figures f JOIN articles a ON a.number = f.article
"""


def upgrade() -> None:
    """Make all."""
    _make_documents()
    _make_findings()
    _make_stories()
    _make_lore()
    for view in (QUOTES, FIGURES):
        op.execute(view)
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 2')")
    else:
        op.execute("CREATE TABLE words (article integer PRIMARY KEY, tokens tsvector NOT NULL)")
        op.execute("CREATE INDEX words_tokens ON words USING gin (tokens)")


def downgrade() -> None:
    """There is nothing before the first."""
    raise NotImplementedError("restore a backup")


def _make_documents() -> None:
    op.create_table(
        "files",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("added", sa.Text, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("bytes", sa.LargeBinary),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("forgotten", sa.Text),
        sa.Column("reason", sa.Text),
    )
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("path", sa.Text, nullable=False, unique=True),
        sa.Column("document", sa.Text, nullable=False, unique=True),
        sa.Column("article", sa.Text, nullable=False, index=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("outlet_code", sa.Text),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("author", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("day", sa.Text, index=True),
        sa.Column("instant", sa.Float(53)),
        sa.Column("language", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("packed", sa.LargeBinary),
    )
    op.create_table(
        "differences",
        sa.Column("article", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("earlier", sa.Integer, nullable=False),
        sa.Column("lines", sa.Text, nullable=False),
    )


def _make_findings() -> None:
    op.create_table(
        "readings",
        sa.Column("article", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("reader", sa.Text, nullable=False, index=True),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.Column("observed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "figures",
        sa.Column("article", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("end", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("sentence_end", sa.Integer, nullable=False),
        sa.Column("measure", sa.Text, nullable=False, index=True),
        sa.Column("low", sa.BigInteger),
        sa.Column("high", sa.BigInteger),
        sa.Column("group", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("as_of", sa.Text),
        sa.Column("chain", sa.Text),
    )
    op.create_table(
        "quotes",
        sa.Column("article", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("end", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("cue", sa.Text, primary_key=True),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("speaker_folded", sa.Text, index=True),
        sa.Column("chain", sa.Text),
    )


def _make_stories() -> None:
    op.create_table(
        "placements",
        sa.Column("article", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("story", sa.Text, nullable=False, index=True),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("duplicate_of", sa.Integer),
        sa.Column("version_of", sa.Integer),
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("first", sa.Text),
        sa.Column("last", sa.Text, index=True),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("outlets", sa.Text, nullable=False),
        sa.Column("formerly", sa.Text, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.Column("stale", sa.Integer, nullable=False, index=True),
    )
    op.create_table(
        "accounts",
        sa.Column("story", sa.Text, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "state",
        sa.Column("piece", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("members", sa.Integer, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
    )
    op.create_table("renamed", sa.Column("given", sa.Text, primary_key=True), sa.Column("kept", sa.Text, nullable=False))


def _make_lore() -> None:
    op.create_table(
        "observations",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("item", sa.Text, primary_key=True),
        sa.Column("articles", sa.Integer, nullable=False),
    )
    op.create_index("observations_articles", "observations", ["kind", "articles"])
    op.create_table("forms", sa.Column("form", sa.Text, primary_key=True), sa.Column("latin", sa.Text, primary_key=True, index=True))
