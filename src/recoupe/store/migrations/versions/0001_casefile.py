"""The first schema: captures, articles, readings, reviews, the log, and what is made of them."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from recoupe.store.migrations.written import run_written

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, the index of words, the views and what guards the kept rows."""
    run_written(op.get_bind(), Path(__file__))
