"""``geojson``: what reports tell happened, counted or named, on a map (RFC 7946)."""
