"""Addresses, files, folders and standard input to captures; only this layer fetches."""

from recoupe.capture.inputs import capture_content, capture_file, capture_inputs
from recoupe.capture.limits import Limits
from recoupe.capture.network import Network
from recoupe.capture.records import Record, read_record

__all__ = [
    "Limits",
    "Network",
    "Record",
    "capture_content",
    "capture_file",
    "capture_inputs",
    "read_record",
]
