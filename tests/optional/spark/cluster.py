"""A standalone Spark cluster on loopback whose workers can be killed with all they run."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pyspark

Process = subprocess.Popen[bytes]

_CLASS = Path(pyspark.__file__).parent / "bin" / "spark-class"
_DEPLOYED = "org.apache.spark.deploy"
_LOOPBACK = "127.0.0.1"


class Cluster:
    """A master without workers; a context manager, which ends all of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()
        with socket.socket() as free:
            free.bind((_LOOPBACK, 0))
            port = free.getsockname()[1]
        self.address = f"spark://{_LOOPBACK}:{port}"
        at = ("--host", _LOOPBACK, "--port", str(port), "--webui-port", "0")
        self._processes = [self._start("master", f"{_DEPLOYED}.master.Master", *at)]

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            self.kill(process)

    def start_worker(self) -> Process:
        """Start a worker of one core; it serves as soon as it has registered."""
        name = f"worker-{len(self._processes)}"
        of = ("--cores", "1", "--memory", "1500m", "--webui-port", "0", "--work-dir", str(self._folder / name))
        self._processes.append(self._start(name, f"{_DEPLOYED}.worker.Worker", "--host", _LOOPBACK, *of, self.address))
        wait(self._processes[-1], lambda: b"Successfully registered with master" in self._log(name).read_bytes())
        return self._processes[-1]

    def kill(self, process: Process) -> None:
        """Kill a master or a worker and the executors that it started, as a machine that loses its power does."""
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _start(self, name: str, *command: str) -> Process:
        environment = {**os.environ, "SPARK_LOCAL_IP": _LOOPBACK}
        with self._log(name).open("wb") as log:
            return subprocess.Popen([_CLASS, *command], env=environment, stderr=log, start_new_session=True)

    def _log(self, name: str) -> Path:
        return self._folder / f"{name}.log"


def wait(process: Process, is_so: Callable[[], bool]) -> None:
    """Wait until something is so, while a process runs that makes it so."""
    while not is_so():
        assert process.poll() is None, f"{process.args} ended with status {process.returncode}"
        time.sleep(0.02)
