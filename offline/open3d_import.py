"""The one place that imports Open3D, because its wheels lean on libraries of the system."""

from __future__ import annotations

from types import ModuleType

SYSTEM_PACKAGES = "libusb-1.0-0 libgl1 libegl1 libx11-6 libidn2-0 libudev1"


class Open3dImportError(ImportError):
    """Open3D cannot be imported; the message says what to install."""


def import_open3d() -> ModuleType:
    """The `open3d` module.  Raises Open3dImportError, naming what is missing and the command that adds it."""
    try:
        import open3d
    except ModuleNotFoundError as error:
        raise Open3dImportError(
            f"{error}; install the lab's packages: pip install -e '.[offline]'"
        ) from error
    except (ImportError, OSError) as error:
        raise Open3dImportError(
            f"Open3D is installed but a system library is missing ({error}); "
            f"on Debian or Ubuntu: apt-get install {SYSTEM_PACKAGES}"
        ) from error
    module: ModuleType = open3d
    return module
