"""Each image's encoder features, computed once: kept on disk, the latest also in memory."""

from __future__ import annotations

import hashlib
import logging
import uuid
from collections import OrderedDict
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from kd3d_ros.files import written_whole
from offline.teachers.pairs import View

log = logging.getLogger(__name__)

REMEMBERED = 64
"""Features in memory: 3 MB each at 512x384 in float32."""


class FeatureStore:
    """Features (tokens, channels) by what they are made of: the encoder and the image's pixels.

    So a changed network, precision, crop or recording never meets features of another.  `encoder` is a hex
    digest of all that decides what the encoder says of given pixels.  Processes may share the folder.
    """

    def __init__(self, folder: Path, encoder: str, dtype: torch.dtype, remembered: int = REMEMBERED) -> None:
        self._folder = folder / encoder[:16]
        self._dtype = dtype
        self._remembered = remembered
        self._recent: OrderedDict[str, torch.Tensor] = OrderedDict()

    @staticmethod
    def key(view: View) -> str:
        """Hex digest of the view's pixels and their shape."""
        digest = hashlib.sha256(repr(view.image.shape).encode())
        digest.update(view.image.tobytes())
        return digest.hexdigest()[:32]

    def get(self, key: str) -> torch.Tensor | None:
        """The features of that key, on the CPU; None if they have to be computed."""
        features = self._recent.get(key)
        if features is None:
            features = self._read(self._file(key))
        if features is not None:
            self._remember(key, features)
        return features

    def put(self, key: str, features: torch.Tensor) -> torch.Tensor:
        """Keep features, in memory and on disk; they come back as `get` will return them."""
        kept = features.to("cpu", self._dtype).contiguous()
        file = self._file(key)
        mine = file.with_name(f"{key}.{uuid.uuid4().hex}")  # another process may write the same image's
        with written_whole(mine) as part:
            save_file({"features": kept}, part)
        mine.replace(file)
        self._remember(key, kept)
        return kept

    def _remember(self, key: str, features: torch.Tensor) -> None:
        self._recent[key] = features
        self._recent.move_to_end(key)
        while len(self._recent) > self._remembered:
            self._recent.popitem(last=False)

    def _read(self, file: Path) -> torch.Tensor | None:
        if not file.exists():
            return None
        try:
            return load_file(file)["features"]
        except (OSError, SafetensorError, KeyError) as error:
            log.warning("%s: unreadable (%s); its image is encoded again", file, error)
            return None

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.safetensors"
