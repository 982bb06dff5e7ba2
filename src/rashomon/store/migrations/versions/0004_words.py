"""The index of the search is emptied: single characters stand in it beside words now, so that none is looked for among all words.

Who opens the archive indexes its texts anew.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty the index."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("INSERT INTO words(words) VALUES ('delete-all')")
    else:
        op.execute("DELETE FROM words")


def downgrade() -> None:
    """An older rashomon splits words otherwise."""
    raise NotImplementedError("restore a backup")
