"""Rosbag2: look at one, write one from a recording, play one without the ros2 tools, cut one.

python -m offline.bag info kitchen_bag
python -m offline.bag write --data 7scenes/redkitchen --out kitchen_bag
python -m offline.bag play kitchen_bag --rate 0.5 --clock 100
python -m offline.bag cut kitchen_bag --start 10 --end 20 --out ten_seconds
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, cast

from tyro.conf import Positional, subcommand

from offline.bags import cut, info, writer
from offline.cli import main
from offline.config import ConfigError


@dataclass(frozen=True, kw_only=True)
class PlayConfig:
    """Publish what a bag holds, in its time, with the QoS that was recorded."""

    bag: Positional[Path]
    """Folder of the rosbag2, or its one file."""
    rate: float = 1.0
    """How many times faster than recorded."""
    loop: bool = False
    """Again and again, until Ctrl-C."""
    start: float = 0.0
    """Seconds from the bag's start; /tf_static and what else was latched before is sent first."""
    duration: float | None = None
    """Only so many of the bag's seconds."""
    topics: tuple[str, ...] = ()
    """Only these topics; default: all."""
    clock: float | None = None
    """Publish the bag's time on /clock, so many times a second, for nodes with use_sim_time."""
    subscriptions: int = 1
    """Begin as soon as the topics have so many subscriptions, all together."""
    wait: float = 20.0
    """Seconds to wait for them; 0: play whether anybody hears it or not."""


Command = (
    Annotated[info.InfoConfig, subcommand("info")]
    | Annotated[writer.WriteConfig, subcommand("write")]
    | Annotated[PlayConfig, subcommand("play")]
    | Annotated[cut.CutConfig, subcommand("cut")]
)


def run(config: Any) -> Path:
    """Do what a command says; returns the bag.  Raises ConfigError or DataError."""
    if isinstance(config, info.InfoConfig):
        return info.run(config)
    if isinstance(config, writer.WriteConfig):
        return writer.run(config)
    if isinstance(config, cut.CutConfig):
        return cut.run(config)
    return play(config)


def play(config: PlayConfig) -> Path:
    """Play a bag, where ROS 2 is installed; returns it.  Raises ConfigError or DataError."""
    try:
        import rclpy  # noqa: F401
    except ImportError as error:
        raise ConfigError(
            f"play needs rclpy ({error}): source a ROS 2 installation, or pip install -e '.[ros]'"
        ) from error
    from offline.bags import player

    return player.run(config)


if __name__ == "__main__":
    main(cast(type[Any], Command), run, "offline.bag", __doc__)
