"""What runs in the lab: recordings -> teacher labels -> student -> scene bundle -> report.

May import `kd3d_ros`; `kd3d_ros` never imports this package.
"""

import os

# GNU OpenMP reads this once, when torch is loaded.  Its threads spin for milliseconds at every barrier, and
# beside another busy program a training step then takes up to 20 times as long (docs/BENCHMARKS.md).
os.environ.setdefault("GOMP_SPINCOUNT", "5000")
