"""Addresses, files, folders and standard input to captures; only this layer fetches."""
