"""Print what a robot without torch installs beside this package, a requirement a line, as setup.py has it."""

from importlib.metadata import requires

from packaging.requirements import Requirement

TORCH_BACKEND = {"torch", "torchvision", "timm"}

for requirement in map(Requirement, requires("kd3d_ros") or []):
    needed = requirement.marker is None or requirement.marker.evaluate({"extra": "ros"})
    if needed and requirement.name not in TORCH_BACKEND:
        requirement.marker = None
        print(requirement)
print("onnxruntime")
