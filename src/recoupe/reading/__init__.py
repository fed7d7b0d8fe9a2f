"""Article to reading: statements, entities, places, times, figures, events and evidence."""
