"""The kept cross-check: stories, findings, positions, lineage, and what these go on from."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from recoupe.store.migrations.written import run_written

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the views over them, and let that of reviews tell of findings too."""
    run_written(op.get_bind(), Path(__file__))
