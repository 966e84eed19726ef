"""Records every cassette anew from the local model: python -m tests.record [http://127.0.0.1:8092/v1]

The server is started as cassettes/README.md says. Each exchange is real; it takes some minutes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cassettes import BASE_URL, FOLDER, RECORDING


def main() -> int:
    """Run the tests of cassettes against the server, recording what they exchange."""
    for old in FOLDER.glob("*.yaml"):
        old.unlink()
    environment = {**os.environ, RECORDING: sys.argv[1] if len(sys.argv) > 1 else BASE_URL}
    tests = Path(__file__).with_name("test_cassettes.py")
    played = "not test_no_cassette and not test_every_cassette"
    command = [sys.executable, "-m", "pytest", str(tests), "-q", "-k", played, "-p", "no:cacheprovider"]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
