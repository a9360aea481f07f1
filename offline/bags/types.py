"""CDR -> messages, by the definitions in the bag, else by those of ROS 2 itself."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from rosbags.interfaces import MessageDefinition, MessageDefinitionFormat
from rosbags.serde import SerdeError
from rosbags.typesys import Stores, TypesysError, get_types_from_idl, get_types_from_msg, get_typestore
from rosbags.typesys.store import Typestore

from offline.bags.storage import BagError, Message, Topic

_IDL_SEPARATOR = 80 * "=" + "\n"


class Types:
    """The types of a bag's messages, each made ready when it is first needed."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._definitions = {topic.type: topic.definition for topic in topics}
        self._ready: dict[str, Typestore] = {}

    def deserialize(self, message: Message) -> Any:
        """The message as an object with its fields.  Raises BagError for an unknown type or damaged bytes."""
        if message.type not in self._ready:
            self._ready[message.type] = self._typestore(message.type)
        try:
            return self._ready[message.type].deserialize_cdr(memoryview(message.data), message.type)
        except SerdeError as error:
            raise BagError(
                f"{message.topic}: a message logged at {message.log_ns} is damaged ({error})"
            ) from error

    def _typestore(self, kind: str) -> Typestore:
        definition = self._definitions.get(kind, MessageDefinition(MessageDefinitionFormat.NONE, ""))
        try:
            if types := types_of(definition, kind):
                store = get_typestore(Stores.EMPTY)
                store.register(types)
                store.get_msgdef(kind)
                return store
        except (TypesysError, KeyError):
            pass  # what ROS 2 itself knows may still do
        if kind not in self._common.fielddefs:
            raise BagError(
                f"message type {kind} is unknown: its definition is neither in the bag nor in ROS 2's own"
            )
        return self._common

    @cached_property
    def _common(self) -> Typestore:
        return get_typestore(Stores.ROS2_JAZZY)


def types_of(definition: MessageDefinition, kind: str) -> dict[str, Any]:
    """All types of a definition, for a typestore; none if there is no definition.  Raises TypesysError."""
    if definition.format is MessageDefinitionFormat.MSG:
        return dict(get_types_from_msg(definition.data, kind))
    if definition.format is not MessageDefinitionFormat.IDL:
        return {}
    types: dict[str, Any] = {}
    for part in definition.data.split(_IDL_SEPARATOR):
        types.update(get_types_from_idl(part.partition("\n")[2] if part.startswith("IDL: ") else part))
    return types
