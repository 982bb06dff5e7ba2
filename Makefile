PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: setup demo test check score bench docs lock clean
.DEFAULT_GOAL := help

help:
	@echo "make setup   make .venv and install everything into it"
	@echo "make demo    make the report of the bundled example"
	@echo "make test    run the tests"
	@echo "make check   run lint and types"
	@echo "make score   score against the marked texts, if they are there, and hold the floors"
	@echo "make bench   measure speed and memory"
	@echo "make docs    write the parts of docs/ that come from code"
	@echo "make lock    resolve the dependencies anew"

setup: $(STAMP)

$(STAMP): pyproject.toml requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) was not found: install Python 3.11 or newer, or run make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $$($(PYTHON) --version) was found: run make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

demo: setup
	$(BIN)/rashomon report --example -o report

test: setup
	$(BIN)/pytest

check: setup
	scripts/check

score: setup
	$(BIN)/python scripts/score.py

bench: setup
	$(BIN)/python scripts/bench.py

docs: setup
	$(BIN)/python scripts/docs.py

lock:
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv report
