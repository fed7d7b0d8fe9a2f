"""Proofs of time from others: asked for over the network, read and checked without it.

Only the hash of a line of the log is ever sent: 32 bytes that tell nothing of what they stand for.
"""
