#!/usr/bin/env bash
# Adds the DUSt3R library to .venv: `make` runs this for DUSt3R's demo, the tests and bench-alignment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

echo "installing mini-dust3r: CC BY-NC-SA 4.0, not for commercial use (the geometric teacher needs none of it)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dust3r]'
# It pins a web interface and a second OpenCV, which nothing here uses.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps mini-dust3r
# What its own pair inference and alignment need, which tests and benchmark compare with.
.venv/bin/python -m pip install --quiet --disable-pip-version-check jaxtyping roma trimesh
.venv/bin/python -c 'from offline.teachers.dust3r_weights import import_network; import_network()'
touch .venv/.dust3r
