"""Becomes another program, confined: no network, limits of computing time, memory and of what it writes.

Run as a script, by no other module: arguments are the limits in this order, then the command. What it sets, the kernel
keeps: the program cannot lift it. Linux only; on any other system it ends without having started anything.
"""

import ctypes
import os
import resource
import signal
import struct
import sys

_CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""Of each machine: its architecture as the kernel calls it, the number of the system call that opens a socket."""
_IO_URING = 425  # the same on all; it could open a socket without that call
_OTHER_TABLE = 0x40000000  # a second table of calls of x86_64
_LOCAL = 1  # AF_UNIX: LibreOffice asks by it whether it runs already
_KILL, _DENY, _ALLOW = 0x80000000, 0x00050000 | 13, 0x7FFF0000
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_CALL, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER, _END_WITH_PARENT = 38, 22, 2, 1


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def main() -> None:
    """Set the limits and become the command."""
    seconds, memory, size = map(int, sys.argv[1:4])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    memory = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it
    os.setsid()  # without a terminal, on which it could ask for a password
    _bind()
    os.execv(sys.argv[4], sys.argv[4:])


def _bind() -> None:
    """Have the kernel end this process with its parent, and refuse it and whatever it starts all but local sockets."""
    architecture, socket = _CALLS[os.uname().machine]
    instructions = (  # code, where to go on if so, if not (counted from the next), operand
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _CALL),
        (_AT_LEAST, 5, 0, _OTHER_TABLE),
        (_EQUAL, 4, 0, _IO_URING),
        (_EQUAL, 0, 2, socket),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_EQUAL, 0, 1, _LOCAL),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY),
    )
    packed = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *one) for one in instructions))
    program = _Program(len(instructions), ctypes.addressof(packed))
    kernel = ctypes.CDLL(None)
    kernel.prctl(_END_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)):
        if kernel.prctl(*call):
            sys.exit("the system does not let a program be kept from the network")


if __name__ == "__main__":
    main()
