"""What a casefile holds as FollowTheMoney entities, for OpenAleph, yente and nomenklatura."""
