"""Happenings in the columns of those who record conflicts: ACLED and UCDP."""
