"""``prov``: where everything in a casefile comes from, in W3C PROV (PROV-JSON)."""
