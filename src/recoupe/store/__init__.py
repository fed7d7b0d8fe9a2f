"""SEAM: where captures, readings and reviews are kept."""
