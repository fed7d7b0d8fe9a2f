"""File systems of any kind: this machine's, and all that fsspec knows by their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recoupe.errors import RecoupeError, UnreachableError, UsageError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_PACKAGES: Final = {
    "s3": "'recoupe[s3]'",
    "s3a": "'recoupe[s3]'",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "az": "adlfs",
    "abfs": "adlfs",
    "abfss": "adlfs",
    "http": "aiohttp",
    "https": "aiohttp",
    "sftp": "paramiko",
    "ssh": "paramiko",
    "smb": "smbprotocol",
}
"""What is to be installed for addresses that begin like this, in the words of pip."""


def is_elsewhere(address: str) -> bool:
    """Whether an address begins with the name of a file system, and is no path of this machine."""
    return "://" in address or "::" in address


def system_of(address: str) -> tuple[AbstractFileSystem, str]:
    """Return the file system of an address, and the address in that system's own words.

    Raises :class:`UsageError` where nothing here speaks to such a system.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise missing("fsspec", address) from None
    begins = address.partition("://")[0].rpartition("::")[2]
    try:
        system, path = url_to_fs(address)
    except ImportError as error:
        package = _PACKAGES.get(begins)
        raise UsageError(
            f"no package is installed that reads {begins}:// addresses",
            where=address,
            remedy=f"pip install {package}" if package else str(error),
        ) from None
    except ValueError as error:
        raise UsageError(
            f"cannot be understood: {error}",
            where=address,
            remedy="name a file, a folder, or an address of a file system that fsspec knows",
        ) from None
    return system, path


@contextmanager
def reached(where: str) -> Iterator[None]:
    """Turn what file systems raise that cannot be reached into an error for people.

    That a file is not there is no such error, and is passed on.
    """
    try:
        yield
    except (RecoupeError, FileNotFoundError):
        raise
    except Exception as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise UnreachableError(
            f"cannot be reached: {said}",
            where=where,
            remedy="check the address, and that you may read and write there",
        ) from error


def missing(package: str, where: str = "") -> UsageError:
    """Return the error for a package of the pipeline that is not installed."""
    return UsageError(
        f"the pipeline needs the package {package}",
        where=where,
        remedy="pip install 'recoupe[pipeline]'",
    )


def absolute(address: str) -> str:
    """Return an address that means the same in every process."""
    return address if is_elsewhere(address) else str(Path(address).absolute())


def local_path(address: str) -> Path | None:
    """Return an address as a path of this machine, ``None`` of what is elsewhere."""
    system, path = system_of(address)
    return Path(path) if "file" in protocols(system) else None


def protocols(system: AbstractFileSystem) -> frozenset[str]:
    """Return the names by which addresses of a file system begin."""
    told = system.protocol
    return frozenset((told,) if isinstance(told, str) else told)
