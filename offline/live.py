"""A live ROS graph for one bag: the student node and who listens to it, alone on a domain of their own."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from offline.bags.part import part_of
from offline.bags.reader import BagReader
from offline.config import SceneConfig
from offline.processes import Child, DemoError, dds_environment, signals_unwind, wait_for

log = logging.getLogger(__name__)

START_S = 300.0
"""A busy machine takes its time to import torch; what fails is noticed at once."""
PLAY_MARGIN_S = 120.0

Start = Callable[..., Child]


@contextmanager
def live_graph(out: Path) -> Iterator[Start]:
    """Yield start(module, *arguments, log_file=None) -> Child; no process outlives the block.

    out: folder for logs, which is made.
    """
    import domain_coordinator

    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(signals_unwind())
        domain = stack.enter_context(domain_coordinator.domain_id())
        environment = dds_environment() | {
            "ROS_DOMAIN_ID": str(domain),
            "ROS_AUTOMATIC_DISCOVERY_RANGE": "LOCALHOST",
            "ROS_LOG_DIR": str(out / "log"),
            "RCUTILS_CONSOLE_OUTPUT_FORMAT": "[{severity}] [{name}]: {message}",
            "RCUTILS_COLORIZED_OUTPUT": "0",
        }
        log.info("starting the nodes (ROS_DOMAIN_ID=%d)", domain)

        def start(*command: str, log_file: Path | None = None) -> Child:
            return stack.enter_context(Child(command, environment, log_file))

        yield start


def start_student_node(
    start: Start, config: SceneConfig, log_file: Path, remappings: Mapping[str, str], **values: object
) -> Child:
    """The node, active, with these parameters; it publishes every cloud, good or bad.  Raises DemoError."""
    values = {
        "scene": config.scene,
        "scenes_dir": str(config.scenes_dir.resolve()),
        "device": config.device,
        "diagnostics_period": 0.5,
        "publish_when_lost": True,
        **values,
    }
    # Quoted, since ROS reads them as YAML and a scene may be called 7.
    parameters = [f"{name}:={json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    words = [word for parameter in parameters for word in ("-p", parameter)]
    node = start("kd3d_ros.student_node", "--ros-args", *words, *remapped(remappings), log_file=log_file)
    wait_for(lambda: _is_active(node), "active", node, START_S)
    return node


def remapped(remappings: Mapping[str, str]) -> list[str]:
    """ROS arguments that give a node's topics these names."""
    return [word for topic, name in remappings.items() for word in ("-r", f"{topic}:={name}")]


def play(
    start: Start,
    bag: Path,
    topics: Sequence[str],
    listeners: list[Child],
    rate: float = 1.0,
    subscriptions: int = 1,
) -> None:
    """Play topics of a bag (none: all) to its end, `rate` times faster.  Raises BagError or DemoError.

    subscriptions: how many the listeners make to these topics.
    """
    seconds = playing_seconds(bag, topics) / rate
    log.info("playing %s: %.0f s", bag, seconds)
    chosen = ["--topics", *topics] if topics else []
    numbers = ["--rate", str(rate), "--subscriptions", str(subscriptions)]
    player = start("offline.bag", "play", str(bag), *numbers, *chosen)
    wait_for(lambda: player.ended, "done with the bag", player, seconds + PLAY_MARGIN_S, listeners)


def playing_seconds(bag: Path, topics: Sequence[str]) -> float:
    """How long a bag lasts, which has these topics (none: all).  Raises BagError."""
    with BagReader(bag) as reader:
        return part_of(reader, topics).seconds


def _is_active(node: Child) -> bool:
    if node.has_logged("[ERROR]"):  # it stays alive, to be configured again when that is mended
        raise DemoError(f"student_node did not become active{node.last_lines()}")
    return node.has_logged("active: ")
