#!/usr/bin/env bash
# A second environment in .venv/robot, as a robot has it that runs exported scenes: onnxruntime, the ROS 2 wheels
# and this package, but neither torch nor timm. `make test` runs this; the tests start a node in it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly venv=.venv/robot

echo "setting up $venv: a robot's environment, without torch (0.5 GB)"
rm -rf $venv
.venv/bin/python -m venv $venv
mapfile -t packages < <(.venv/bin/python tools/robot_packages.py)
$venv/bin/python -m pip install --quiet --disable-pip-version-check "${packages[@]}"
$venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
if $venv/bin/python -c 'import torch' 2>/dev/null; then
  echo "$venv has torch, which came with one of: ${packages[*]}" >&2
  exit 1
fi
touch $venv/.ready
