"""twosource: what many reports of one story say, who says so, and from how many independent origins."""

from twosource.pipeline import VERSION as __version__
from twosource.pipeline import read
from twosource.settings import Settings

__all__ = ["Settings", "__version__", "read"]
