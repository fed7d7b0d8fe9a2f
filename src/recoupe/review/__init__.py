"""What people say of records, and how it stands above the machine: pure steps, no database."""

from recoupe.review.applying import ReviewedReading, apply_reviews

__all__ = ["ReviewedReading", "apply_reviews"]
