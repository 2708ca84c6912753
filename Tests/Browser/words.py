"""The sentences of the application, as it says them in one language."""

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en-GB"}
"""Each language with the one that a browser wishes for when it gets it."""


class Words:
    def __init__(self, language):
        self.language = language
        self.texts = json.loads((ROOT / f"Sources/App/Strings/{language}.json").read_text())

    def __call__(self, key, **arguments):
        text = self.texts[key]
        for name, value in arguments.items():
            text = text.replace("{" + name + "}", str(value))
        return text
