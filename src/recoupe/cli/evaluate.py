"""``recoupe evaluate``: how good each reader is, on gold data."""
