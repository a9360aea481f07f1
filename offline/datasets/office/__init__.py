"""`office`: a generated room, recorded by a generated camera; see `recording` for the files."""

from offline.datasets.office.recording import OfficeDataset, generate

__all__ = ["OfficeDataset", "generate"]
