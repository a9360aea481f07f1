"""What runs on the robot: the student network, its scene bundle, and the ROS 2 node that serves it."""

import os

__version__ = "0.1.0"

# GNU OpenMP reads this once, when torch is loaded.  Its threads spin for milliseconds at every barrier, and
# beside another busy program they do so in vain: a training step then takes up to 20 times as long, and a
# node's slowest predictions several times (docs/BENCHMARKS.md).
os.environ.setdefault("GOMP_SPINCOUNT", "5000")
