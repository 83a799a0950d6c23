"""What the API really does, in OpenAPI 3.1; made from what is read, so it cannot say more."""

from typing import Any

from wijkhuis.site.api.rules.asking import MOST_PER_PAGE, OF_ORGANIZATIONS, OF_PLACES, OF_SERVICES, OF_TERMS, PAGED

Thing = dict[str, Any]
SCHEMAS = "https://raw.githubusercontent.com/openreferral/specification/3.1-dev/schema/compiled"
LISTS = {
    "services": ("service", OF_SERVICES),
    "organizations": ("organization", OF_ORGANIZATIONS),
    "service_at_locations": ("service_at_location", OF_PLACES),
    "taxonomies": ("taxonomy", PAGED),
    "taxonomy_terms": ("taxonomy_term", OF_TERMS),
}
WORDS: dict[str, tuple[Thing, str]] = {
    "search": ({"type": "string"}, "Words as people say them; the best 500 entries. Not kept."),
    "page": ({"type": "integer", "minimum": 1, "default": 1}, "Page, counted from 1."),
    "per_page": ({"type": "integer", "minimum": 1, "default": 50}, f"Items on a page, at most {MOST_PER_PAGE}."),
    "format": ({"type": "string", "enum": ["json", "ndjson"]}, "ndjson streams everything, one object per line."),
    "taxonomy_term_id": ({"type": "string", "format": "uuid"}, "Only with this word."),
    "taxonomy_id": ({"type": "string", "format": "uuid"}, "Only with any word of this taxonomy."),
    "organization_id": ({"type": "string", "format": "uuid"}, "Only of this organization."),
    "parent_id": ({"type": "string", "format": "uuid"}, "Our terms have no parents: gives nothing."),
    "modified_after": ({"type": "string", "format": "date-time"}, "Only changed at this moment or later."),
    "postcode": ({"type": "string"}, "Only what is for this place, or with proximity near it."),
    "proximity": ({"type": "integer", "minimum": 1}, "Metres from the middle of what the map knows at the postcode."),
    "minimal": ({"type": "boolean"}, "Only id and last_modified, all on one page."),
    "full": ({"type": "boolean"}, "Whole objects instead of their own properties."),
    "full_service": ({"type": "boolean"}, "With the whole services of the organization."),
    "top_only": ({"type": "boolean"}, "All our terms are at the top."),
}
PAGE = {
    "type": "object",
    "required": "total_items total_pages page_number size first_page last_page empty contents".split(),
    "properties": {
        **{key: {"type": "integer"} for key in ("total_items", "total_pages", "page_number", "size")},
        **{key: {"type": "boolean"} for key in ("first_page", "last_page", "empty")},
        "contents": {"type": "array", "items": {"type": "object"}},
    },
}
PROBLEM = {
    "type": "object",
    "required": ["status", "detail"],
    "properties": {"status": {"type": "integer"}, "detail": {"type": "string"}},
}
ATTRIBUTES = {
    "informal": "Done by residents themselves.",
    "people_say": "What people call this or the problem it helps with.",
    "organisation": "Its organisation as people here write it.",
    "step_free": "In accessibility: yes, partly or no.",
    "name_only": "Of this organization the map knows only the name.",
    "unverified": "Nobody looked in the past year; the status is therefore inactive.",
}


def write_openapi(server: str) -> Thing:
    """The whole document; `server` is the address without a slash at the end."""
    paths: Thing = {"/": {"get": _operation("What this API is", {"type": "object"}, [])}}
    for name, (kind, known) in LISTS.items():
        page = {"$ref": "#/components/schemas/Page"}
        asked = [{"$ref": f"#/components/parameters/{word}"} for word in known]
        lists = _operation(f"A page of {name}", page, asked, ndjson=True)
        paths[f"/{name}"] = {"get": lists, "post": {**lists, "requestBody": _body(known)}}
        more = [{"$ref": "#/components/parameters/full_service"}] if kind == "organization" else []
        schema = {"$ref": f"{SCHEMAS}/{kind}.json"}
        paths[f"/{name}/{{id}}"] = {"parameters": [_ID], "get": _operation(f"One {kind}, whole", schema, more)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sociale kaart (HSDS 3.1)", "version": "3.1.0", "license": {"name": "EUPL-1.2"}},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {
            "schemas": {"Page": PAGE, "Problem": PROBLEM},
            "parameters": {name: _parameter(name) for name in WORDS},
        },
    }


def write_profile() -> Thing:
    """What we add to the standard and leave out: nothing, but attributes with these labels."""
    return {
        "name": "Wijkhuis",
        "base": "https://docs.openreferral.org/",
        "version": "3.1",
        "removed": [],
        "added": {"service_at_location.service": "in lists and alone", "organization.services": "alone, full_service"},
        "attributes": ATTRIBUTES,
    }


_ID = {"in": "path", "name": "id", "required": True, "schema": {"type": "string", "format": "uuid"}}


def _parameter(name: str) -> Thing:
    schema, words = WORDS[name]
    return {"in": "query", "name": name, "required": False, "schema": schema, "description": words}


def _body(known: tuple[str, ...]) -> Thing:
    schema = {"type": "object", "properties": {name: WORDS[name][0] for name in known}}
    kinds = ("application/json", "application/x-www-form-urlencoded")
    return {"required": False, "content": {kind: {"schema": schema} for kind in kinds}}


def _operation(words: str, schema: Thing, asked: list[Thing], *, ndjson: bool = False) -> Thing:
    content: Thing = {"application/json": {"schema": schema}}
    if ndjson:
        content["application/x-ndjson"] = {"schema": {"type": "string"}}
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    wrong = {"400": "A parameter cannot be read", "404": "Not there", "429": "Too many in one minute"}
    return {
        "summary": words,
        "parameters": asked,
        "responses": {
            "200": {"description": words, "content": content},
            **{status: {"description": why, "content": problem} for status, why in wrong.items()},
        },
    }
