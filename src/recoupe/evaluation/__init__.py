"""How good each reader is, on gold data, against pinned floors."""
