"""What a process that reads a file may not do, enforced by the kernel."""

from __future__ import annotations

import codecs
import contextlib
import resource
import signal
from typing import Final

from clause_auditor.documents.options import ReadingOptions

_CODECS: Final = (
    "ascii utf-8 utf-8-sig utf-7 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be latin-1 iso8859-1 iso8859-2"
    " iso8859-3 iso8859-4 iso8859-5 iso8859-7 iso8859-8 iso8859-9 iso8859-13 iso8859-15 iso8859-16 cp1250 cp1251"
    " cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp850 cp852 cp865 cp866 cp874 tis-620 iso8859-11 koi8-r"
    " koi8-u mac-roman gb2312 gbk gb18030 big5 shift_jis cp932 euc-jp iso2022_jp euc-kr cp949 idna punycode"
    " raw-unicode-escape unicode-escape quopri base64 uu hex"
)


def load_codecs() -> None:
    """Load every encoding that a file may name: a confined process cannot load any."""
    for name in _CODECS.split():
        codecs.lookup(name)


def confine(options: ReadingOptions) -> None:
    """From here on this process opens no file and no socket, starts no other, and has bounded memory and time."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, options.seconds)
    seconds = int(options.seconds) + 1
    bounds = (
        (resource.RLIMIT_AS, options.memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in bounds:
        with contextlib.suppress(ValueError, OSError):  # a stricter bound is set already, or the system has none
            resource.setrlimit(kind, (most, most))
