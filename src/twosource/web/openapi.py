"""In: the table of pages. Out: their description as OpenAPI 3.1, as JSON."""

import functools
import re

import msgspec

from twosource.version import VERSION
from twosource.web.refusals import FaultPage
from twosource.web.routes import PAGES, Page

_PART = re.compile(r"\{(\w+)\}")
_PARTS = {
    "story": "the lasting id of a story",
    "figure": "the id of any figure of the claim",
    "report": "the id of a report",
    "job": "the id of a job",
}


@functools.cache
def openapi() -> bytes:
    """The description of every page that is also given as JSON; the same bytes every time."""
    shapes = [page.shape for page in PAGES]
    found, components = msgspec.json.schema_components([*shapes, FaultPage], ref_template="#/components/schemas/{name}")
    refused: dict[str, object] = {"description": "Why not.", "content": _json(found[-1])}
    paths = {
        f"{page.path}.json": {"get": _operation(page, schema, refused)}
        for page, schema in zip(PAGES, found[:-1], strict=True)
    }
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "twosource", "version": VERSION, "description": "Every page of the desk as JSON."},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _operation(page: Page, schema: dict[str, object], refused: dict[str, object]) -> dict[str, object]:
    parts = [
        {"name": name, "in": "path", "required": True, "description": _PARTS[name], "schema": {"type": "string"}}
        for name in _PART.findall(page.path)
    ]
    asked = [
        {
            "name": param.name,
            "in": "query",
            "description": param.says,
            "schema": {"type": "integer", "minimum": 0} if param.whole else {"type": "string"},
        }
        for param in page.params
    ]
    return {
        "operationId": page.name,
        "summary": page.says,
        "parameters": parts + asked,
        "responses": {"200": {"description": page.says, "content": _json(schema)}, "default": refused},
    }


def _json(schema: dict[str, object]) -> dict[str, object]:
    return {"application/json": {"schema": schema}}
