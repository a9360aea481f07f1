"""What becomes of an exception in a lifecycle transition, which rclpy would swallow."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable
from typing import Any, TypeVar

from rclpy.lifecycle import LifecycleState, TransitionCallbackReturn

from kd3d_ros.backends import DeviceError
from kd3d_ros.parameters import ParameterError
from kd3d_ros.scene import SceneError

Node = TypeVar("Node", bound=Any)
Transition = Callable[[Node, LifecycleState], TransitionCallbackReturn]


def logged(transition: Transition[Node]) -> Transition[Node]:
    """Log what goes wrong in a transition of a node, tell its `failed`, and return FAILURE or ERROR."""

    @functools.wraps(transition)
    def wrapped(self: Node, state: LifecycleState) -> TransitionCallbackReturn:
        try:
            return transition(self, state)
        except (SceneError, DeviceError, ParameterError) as error:
            self.failed(str(error))
            return TransitionCallbackReturn.FAILURE
        except Exception as error:
            self.get_logger().error(traceback.format_exc())
            self.failed(f"{type(error).__name__}: {error}")
            return TransitionCallbackReturn.ERROR

    return wrapped
