"""Trials one after another here, or side by side on a Ray cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from offline.ablations.trial import Result, Trial, run_trial
from offline.cluster import ATTEMPTS, ClusterError


def run_here(trials: Sequence[Trial]) -> Iterator[Result]:
    """One after another."""
    return map(run_trial, trials)


def run_on_ray(ray: Any, trials: Sequence[Trial], cpus: int) -> Iterator[Result]:
    """As many at once as the cluster that `ray` is connected to has place for, each as it ends.

    cpus: cores of one trial, which also has a GPU to itself unless there is none or the trials are for the
    CPU.  A trial whose worker dies goes on from its checkpoint in another one, until `ATTEMPTS` have died.
    Raises ClusterError: no machine has room for a trial.
    """
    devices = {trial.config.device for trial in trials}
    cuda = any(device.startswith("cuda") for device in devices)
    gpus = 1 if cuda or ("auto" in devices and ray.cluster_resources().get("GPU", 0)) else 0
    machines = [node["Resources"] for node in ray.nodes() if node["Alive"]]
    if not any(one.get("CPU", 0) >= cpus and one.get("GPU", 0) >= gpus for one in machines):
        have = ", ".join(f"{one.get('CPU', 0):g} CPUs and {one.get('GPU', 0):g} GPUs" for one in machines)
        raise ClusterError(
            f"--cpus-per-trial {cpus} and {gpus} GPUs: no machine of the cluster has these; it has {have}"
        )
    task = ray.remote(num_cpus=cpus, num_gpus=gpus, max_retries=ATTEMPTS - 1)(run_trial)
    waiting = {task.remote(_for_worker(trial, gpus)): trial for trial in trials}
    while waiting:
        (ready,), _ = ray.wait(list(waiting), num_returns=1)
        trial = waiting.pop(ready)
        try:
            yield replace(ray.get(ready), trial=trial)
        except ray.exceptions.RayTaskError:  # a defect, with its traceback
            raise
        except ray.exceptions.RayError as death:
            yield Result(trial, failed=f"{ATTEMPTS} Ray workers died: {str(death).splitlines()[0]}")


def _for_worker(trial: Trial, gpus: int) -> Trial:
    """A worker sees its own GPU alone, whatever its number."""
    return replace(trial, config=replace(trial.config, device="cuda")) if gpus else trial
