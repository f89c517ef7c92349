# Commands for developing; each also runs as `python3 dev.py COMMAND…`.

# everything that must hold before a change is handed in
check: format-check lint types contracts test

# is the code formatted?
format-check:
    ruff format --check .

# format the code
format:
    ruff format .

lint:
    ruff check .

types:
    mypy src tests evaluation dev.py

# which room may import which
contracts:
    lint-imports --no-cache

test *options:
    pytest {{ options }}

# compare with the floors of evaluation/floors.json
gate *options:
    python evaluation/gate.py {{ options }}

# files made from the code: command line reference, JSON Schema
docs:
    pytest tests/shape --update-docs -q

# new pins, after a change of the dependencies in pyproject.toml
pins:
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --group build -o requirements.lock
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --group build --group dev -o requirements-dev.lock
