"""Letters of other scripts that nobody can tell from Latin ones (after Unicode's confusables, UTS 39)."""

from __future__ import annotations

from typing import Final

_CYRILLIC: Final = dict(
    zip("аеорсхуіјѕһԁԛԝѵᴦАВЕКМНОРСТХІЈЅҮԌԚԜᏀꓐ", "aeopcxyijshdqwvrABEKMHOPCTXIJSYGQWGB", strict=True)
)
_GREEK: Final = dict(zip("ονικυρΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳ", "ovikupABEZHIKMNOPTYXcj", strict=True))
_OTHER: Final = dict(zip("օոսցհԼՕՍɑɡⅰⅴⅹⅼⅽⅾⅿ", "onughLOUagivxlcdm", strict=True))
LATIN_OF: Final = _CYRILLIC | _GREEK | _OTHER
"""The Latin letter that each looks like."""
FOREIGN: Final = "".join(sorted(LATIN_OF))
"""All of them, as the inside of a character class."""
