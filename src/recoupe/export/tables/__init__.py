"""Tables of a casefile: what ``csv`` writes, and what comes back from a spreadsheet."""
