"""People's corrections, and stories as they were grouped before people corrected them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of corrections."""
    op.create_table(
        "corrections",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("made", sa.Text, nullable=False),
    )
    op.create_table("originals", sa.Column("id", sa.Text, primary_key=True), sa.Column("packed", sa.LargeBinary, nullable=False))
    op.create_index("placements_event", "placements", ["event"])


def downgrade() -> None:
    """An older rashomon would not know what people corrected."""
    raise NotImplementedError("restore a backup")
