"""Captures as evidence: web archive records, proofs of time, metadata, media, watches."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from recoupe.store.migrations.written import run_written

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and the triggers of those that only grow."""
    run_written(op.get_bind(), Path(__file__))
