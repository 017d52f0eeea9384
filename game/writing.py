"""A file is written whole or not at all: whatever happens on the way, nobody finds half of one."""

import errno
import os
import secrets
import stat
from pathlib import Path


def write(path: Path, raw: bytes) -> None:
    """Put bytes into a file, new or in the place of what it held. They are on the disk when this returns.

    A link stays a link to the file that is changed, and that file keeps its rights. OSError, with the path that was
    named, where it cannot be; then it is as it was, and nothing is left beside it.
    """
    part: Path | None = None
    try:
        target = path.resolve()
        mode = _mode(target)
        beside = target.with_name(f".{secrets.token_hex(8)}.part")
        with beside.open("xb") as file:
            part = beside
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            part.chmod(mode)
        os.replace(part, target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _mode(target: Path) -> int | None:
    """Return the rights of a file, None where there is none yet. PermissionError where it may not be written."""
    if not target.exists():
        return None
    if not os.access(target, os.W_OK):  # taking its place would not ask
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(target.stat().st_mode)
