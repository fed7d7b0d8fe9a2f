"""Story to findings: lineage, positions, figures, places, times, statements."""
