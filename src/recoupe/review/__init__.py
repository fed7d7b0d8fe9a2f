"""What people say of records, and how it stands above the machine: pure steps, no database."""

from recoupe.review.applying import ReviewedReading, apply_reviews
from recoupe.review.drafting import check_draft, reviewed_record
from recoupe.review.findings import Part, finding_record, record_again
from recoupe.review.force import check_undo, in_force
from recoupe.review.lineage import Named, lineage_record
from recoupe.review.metadata import CORRECTABLE, with_metadata
from recoupe.review.parties import Grouping, grouping, own_party, parties, party_of_name
from recoupe.review.words import spans_for

__all__ = [
    "CORRECTABLE",
    "Grouping",
    "Named",
    "Part",
    "ReviewedReading",
    "apply_reviews",
    "check_draft",
    "check_undo",
    "finding_record",
    "grouping",
    "in_force",
    "lineage_record",
    "own_party",
    "parties",
    "party_of_name",
    "record_again",
    "reviewed_record",
    "spans_for",
    "with_metadata",
]
