"""Addresses, files, folders and standard input to captures; the only layer that touches the network."""
