"""Writes what page and Python agree on for the page: TypeScript's types, and the constants.

`python -m mainstream.contract_types FOLDER` writes `contract.d.ts` and `contract.js` there.
"""

import inspect
import json
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from mainstream.scoring.contract import actions, answers, limits, tools, workshop

_NOTE = "// Written by `make contract` from mainstream.scoring.contract; change it there.\n"
_SHAPES = (answers, tools, workshop, actions)
_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


def files() -> dict[str, str]:
    """The text of each file by its name."""
    return {"contract.d.ts": _declarations(), "contract.js": _constants()}


def _constants() -> str:
    lines = [f"export const {name} = {json.dumps(value)};" for name, value in _limits()]
    return "\n".join([_NOTE, *lines, ""])


def _declarations() -> str:
    constants = [f"export declare const {name}: {_value_type(value)};" for name, value in _limits()]
    shapes = [text for module in _SHAPES for text in _shapes_of(module)]
    return "\n".join([_NOTE, *constants, "", *shapes, _actions()])


def _limits() -> Iterator[tuple[str, Any]]:
    """The constants by name, in the order in which they stand."""
    return ((name, value) for name, value in vars(limits).items() if name.isupper())


def _value_type(value: Any) -> str:
    """Exact for texts, also within lists: a page may tell by them what something is."""
    if isinstance(value, tuple):
        return f"readonly [{', '.join(map(json.dumps, value))}]"
    return json.dumps(value) if isinstance(value, str) else _PLAIN[type(value)]


def _shapes_of(module: types.ModuleType) -> Iterator[str]:
    for name, shape in vars(module).items():
        if is_typeddict(shape) and shape.__module__ == module.__name__:
            yield _interface(shape)
        elif name in _aliases(module) or get_origin(shape) is dict:
            yield f"export type {name} = {_typescript(shape, top=True)};\n"


def _aliases(module: types.ModuleType) -> dict[str, Any]:
    """The names that a module gives to choices of texts and of shapes."""
    return {name: value for name, value in vars(module).items() if _is_choice(value)}


def _is_choice(value: Any) -> bool:
    return get_origin(value) in (Literal, Union, types.UnionType)


_NAMES = {value: name for module in _SHAPES for name, value in _aliases(module).items()}


def _interface(shape: Any) -> str:
    lines = [_comment(shape), f"export interface {shape.__name__} {{"]
    for name, hint in get_type_hints(shape).items():
        mark = "?" if name in shape.__optional_keys__ else ""
        lines.append(f"  {name}{mark}: {_typescript(hint)};")
    return "\n".join([*lines, "}", ""])


def _comment(shape: Any) -> str:
    lines = inspect.cleandoc(shape.__doc__).splitlines()
    if len(lines) == 1:
        return f"/** {lines[0]} */"
    return "\n".join(["/**", *(f" * {line}".rstrip() for line in lines), " */"])


def _typescript(hint: Any, *, top: bool = False) -> str:
    """The type of a value; `top` spells a choice out that has a name."""
    if not top and _is_choice(hint) and hint in _NAMES:
        return _NAMES[hint]
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint is Any:
        return "unknown"
    if is_typeddict(hint):
        return str(hint.__name__)
    inner = get_args(hint)
    if get_origin(hint) is Literal:
        return " | ".join(map(json.dumps, inner))
    if get_origin(hint) is list:
        item = _typescript(inner[0])
        return f"({item})[]" if " " in item else f"{item}[]"
    if get_origin(hint) is dict:
        return f"Record<string, {_typescript(inner[1])}>"
    if _is_choice(hint):
        return " | ".join(map(_typescript, inner))
    raise TypeError(f"{hint} has no type in TypeScript")


def _actions() -> str:
    """Each door's actions, as the engine's call is typed by."""
    lines = [
        "/** Each door's actions, with what each takes and gives. */",
        "export interface Actions {",
    ]
    for door, table in actions.ACTIONS.items():
        lines.append(f"  {door}: {{")
        for action, (request, answer) in table.items():
            pair = f"request: {_typescript(request)}; answer: {_typescript(answer)}"
            lines.append(f"    {json.dumps(action)}: {{ {pair} }};")
        lines.append("  };")
    lines += [
        "}",
        "",
        "export type Door = keyof Actions;",
        "export type Action<D extends Door> = keyof Actions[D] & string;",
        _part_of_pair("RequestOf", "request"),
        _part_of_pair("AnswerOf", "answer"),
        "",
    ]
    return "\n".join(lines)


def _part_of_pair(name: str, part: str) -> str:
    """The type of one side of a door's action."""
    action = "<D extends Door, A extends Action<D>>"
    return f"export type {name}{action} = Actions[D][A] extends {{ {part}: infer P }} ? P : never;"


def main(arguments: Sequence[str]) -> int:
    """Write the files into the folder named; returns the exit status."""
    if len(arguments) != 1:
        print("usage: python -m mainstream.contract_types FOLDER", file=sys.stderr)
        return 2
    written: Mapping[str, str] = files()
    for name, text in written.items():
        Path(arguments[0], name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
