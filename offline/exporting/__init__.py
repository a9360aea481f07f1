"""From a bundle's student to the files that onnxruntime runs."""


class ExportError(Exception):
    """A student that cannot be exported; the message says why."""
