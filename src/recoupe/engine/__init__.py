"""SEAM: how a step is run over many items."""
