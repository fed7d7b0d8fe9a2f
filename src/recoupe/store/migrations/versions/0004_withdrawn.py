"""Views that say of each report how its publisher took it back."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from recoupe.store.migrations.written import run_written

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the views that name or count reports anew, with the column; tables stay as they are."""
    run_written(op.get_bind(), Path(__file__))
