"""What runs in the lab: recordings -> teacher labels -> student -> scene bundle -> report.

May import `kd3d_ros`; `kd3d_ros` never imports this package.
"""

import kd3d_ros  # noqa: F401  # first of all: it sets what OpenMP reads when torch is loaded
