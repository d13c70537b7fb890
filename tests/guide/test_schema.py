"""The JSON Schemas that editors use: they agree with what the loader takes."""

import json
from typing import Any

import pytest

from mainstream.guide import SCHEMAS, json_schema
from tests.conftest import ROOT


@pytest.mark.parametrize("kind", SCHEMAS)
def test_no_schema_asks_for_what_comes_from_the_file_name(kind: str) -> None:
    """An editor must not demand the keys that the loader adds itself."""
    assert "of the file" not in str(json_schema(kind))


def test_the_editors_settings_name_every_schema() -> None:
    """Whoever opens the repository gets help with each kind of file."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    named = {path.removeprefix("build/schemas/") for path in settings["yaml.schemas"]}
    assert named == {f"{name}.json" for name in SCHEMAS}


def test_an_enabler_has_the_keys_of_its_file() -> None:
    """Required keys are required, other keys are refused, `from` has its written name."""
    schema = json_schema("enabler")
    assert schema["additionalProperties"] is False
    assert {"title", "level", "statements"} <= set(schema["required"])
    assert "id" not in schema["properties"]
    assert set(schema["$defs"]["Shift"]["properties"]) == {"from", "to"}
    statements = schema["properties"]["statements"]
    assert (statements["minItems"], statements["maxItems"]) == (3, 3)


def test_a_passage_has_one_origin() -> None:
    """An editor warns of a passage with neither source nor `ours`, or with both."""
    passage: dict[str, Any] = json_schema("places")["$defs"]["Passage"]
    assert passage["oneOf"] == [{"required": ["source"]}, {"required": ["ours"]}]


def test_an_item_of_a_list_has_its_id_in_the_text() -> None:
    """Items that share a file are told apart by the id that is written there."""
    schema = json_schema("themes")
    assert schema["type"] == "array"
    assert set(schema["$defs"]["Theme"]["properties"]) == {"id", "title", "summary"}
