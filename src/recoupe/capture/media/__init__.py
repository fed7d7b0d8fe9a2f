"""Bytes of pictures and films to what tells them again, and to what they say of themselves."""

from recoupe.capture.media.making import MADE_WITH, media_file

__all__ = ["MADE_WITH", "media_file"]
