"""What people choose from when they join and part: findings, stories, parties, reports, fields."""
