#!/usr/bin/env bash
# Makes .venv ready: picks a Python, sees to the system libraries, installs the packages, imports them once.
# `make setup` runs this when .venv/.ready is missing or older than setup.py. PYTHON names the interpreter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly venv=.venv
readonly venv_python=$venv/bin/python

step() { printf '\n==> %s\n' "$*"; }
die() { printf 'setup: %s\n' "$@" >&2; exit 1; }

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || echo "not found"; }

choose_python() {
  local candidate found seen=()
  local candidates=(python3 python3.13 python3.12 python3.11 python3.10)
  if [ -n "${PYTHON:-}" ]; then candidates=("$PYTHON"); fi
  for candidate in "${candidates[@]}"; do
    found=$(version_of "$candidate")
    case $found in
      3.10 | 3.11 | 3.12 | 3.13) python=$candidate python_version=$found; return ;;
      *) seen+=("$candidate is $found") ;;
    esac
  done
  die "no usable Python ($(IFS=,; echo "${seen[*]}" | sed 's/,/, /g')); 3.10, 3.11, 3.12 and 3.13 are supported." \
    "Install one of them, or name one:  make setup PYTHON=/path/to/python3.12"
}

# Prints the Debian package of everything that is missing, one per line.
missing_packages() {
  "$python" - "python$python_version-venv" <<'EOF'
import ctypes, importlib.util, platform, sys

# What the Open3D 0.20 wheels link to and a minimal Debian or Ubuntu may not have.
packages = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libidn2.so.0": "libidn2-0",
}
if platform.machine() == "aarch64":
    packages["libgfortran.so.5"] = "libgfortran5"
else:
    packages["libudev.so.1"] = "libudev1"
    packages["libusb-1.0.so.0"] = "libusb-1.0-0"

if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
    print(sys.argv[1])
for library, package in packages.items():
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
EOF
}

install_missing_packages() {
  local missing root=()
  missing=$(missing_packages | tr '\n' ' ')
  missing=${missing% }
  if [ -z "$missing" ]; then return; fi

  local by_hand="sudo apt-get update && sudo apt-get install -y $missing"
  command -v apt-get >/dev/null ||
    die "this system lacks what these Debian packages contain: $missing." "Install their equivalents here, then run make again."
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || die "system packages are missing. Install them, then run make again:" "  $by_hand"
    root=(sudo -n)
  fi
  echo "installing system packages: $missing"
  "${root[@]}" apt-get update -qq || echo "setup: apt-get update failed; trying with the package lists at hand" >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing ||
    die "apt-get could not install: $missing." "Once that is solved, run make again, or by hand:  $by_hand"
  missing=$(missing_packages | tr '\n' ' ')
  [ -z "$missing" ] || die "$python still does not find what these packages contain: $missing"
}

make_venv() {
  # Without the stamp, whatever is in .venv was left by an interrupted set-up: start over (pip has its cache).
  # With it, setup.py changed: update in place. Either way an interruption from here on leaves no stamp.
  if [ -e $venv/.ready ] && [ -x $venv_python ]; then
    rm $venv/.ready
    echo "updating $venv (Python $(version_of $venv_python))"
  else
    "$python" -m venv --clear $venv
    echo "created $venv with $python (Python $python_version)"
  fi
}

install_python_packages() {
  # pip unpacks gigabytes in its temporary folder, and /tmp may be a small RAM disk.
  mkdir -p $venv/tmp
  export TMPDIR=$PWD/$venv/tmp
  export PIP_DISABLE_PIP_VERSION_CHECK=1
  # The pip 23 that Debian 12 ships backtracks for minutes on this set of packages.
  $venv_python -m pip install --quiet --upgrade pip
  $venv_python -m pip install -e '.[offline,ros,dev,weights,cluster,deploy]'
  # An independent PointCloud2 reader for the tests. It pins a NumPy that nothing else here can use.
  $venv_python -m pip install --no-deps ros2_numpy transformations
  rm -r $venv/tmp
}

step "1/4 Python and system libraries"
choose_python
echo "Python $python_version ($(command -v "$python"))"
install_missing_packages

step "2/4 virtual environment"
make_venv

step "3/4 Python packages: about 4 GB to download, 8 GB on disk (most of it is CUDA)"
echo "2-3 minutes on a fast line, 20 at 25 Mbit/s; done once"
install_python_packages

step "4/4 first import"
$venv_python -c 'import cv2, open3d, rclpy, timm, torch; print(f"torch {torch.__version__}, CUDA {torch.cuda.is_available()}")'

touch $venv/.ready
step "ready in $((SECONDS / 60)) min $((SECONDS % 60)) s"
