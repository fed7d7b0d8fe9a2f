"""Charts: places of marks in a drawing, made from facts; templates write them as plain SVG.

Nothing here is markup: whatever comes from a report is escaped where the template prints it.
"""
