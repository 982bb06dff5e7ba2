"""Watches, what they know already, and what they have to deliver."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of watches."""
    op.create_table(
        "watches",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("story", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("measure", sa.Text),
        sa.Column("feed", sa.Text),
        sa.Column("webhook", sa.Text),
        sa.Column("secret", sa.Text),
        sa.Column("since", sa.Text, nullable=False),
    )
    op.create_table(
        "told",
        sa.Column("watch", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text, primary_key=True),
    )
    op.create_table(
        "deliveries",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("watch", sa.Integer, nullable=False, index=True),
        sa.Column("made", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False, index=True),
        sa.Column("error", sa.Text),
    )


def downgrade() -> None:
    """An older rashomon would not know what to do with the watches."""
    raise NotImplementedError("restore a backup")
