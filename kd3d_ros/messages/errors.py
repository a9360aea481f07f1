"""What a message that breaks its own rules raises."""

from __future__ import annotations


class MessageError(ValueError):
    """A message that breaks its own rules; `kind` names the broken field, for counting."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(text)
        self.kind = kind
