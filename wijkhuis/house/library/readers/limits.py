"""How much a reader may use; set by the process itself, before it sees a byte of the file."""

import resource

MEMORY = 1536 * 1024 * 1024
SECONDS = 240


def set_limits() -> None:
    """Little memory and time, no files to write, no other programs, no trace of what was read when it ends badly."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, least))
