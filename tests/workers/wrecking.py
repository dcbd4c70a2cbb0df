"""A reader that does to its process what a hostile document might: what, is the first word of the document."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from hashlib import sha256

from ingest.delivery.manifest import ManifestEntry
from ingest.pipeline import read as read_document
from ingest.rows import Reading


def read(data: bytes, file_name: str, manifest: ManifestEntry | None) -> Reading:
    """Read a document, unless it begins with the name of a wreck."""
    match data.split(b" ", 1)[0]:
        case b"hang":
            while True:
                pass
        case b"hang-in-c":
            sum(range(10**13))
        case b"wait":
            time.sleep(3600)
        case b"memory":
            bytearray(10**12)
        case b"killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case b"segfault":
            ctypes.string_at(0)
        case b"exit":
            os._exit(0 if data.endswith(b"0") else 9)
        case b"raise":
            raise RecursionError("too deep")
        case b"chatter":
            print('{"status": 0, "begun": 0}', flush=True)
            sys.stderr.write("\x1b[31mwords of a library")
            subprocess.Popen(["sleep", "3600"])
    reading = read_document(data.removeprefix(b"chatter "), file_name, manifest)
    return replace(reading, document=replace(reading.document, sha256=sha256(data).hexdigest()))
