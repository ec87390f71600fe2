# The commands of this project. A fresh clone needs GNU make, Python 3.11 or newer and pip's network; nothing else.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(if $(shell \
	$(name) -c 'import sys; print("yes" if sys.version_info >= (3, 11) else "")' 2>/dev/null),$(name))))

.PHONY: help run test lint scores screenshots bench lock clean

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

run: $(VENV)/run.stamp  ## build the graph of corpus/ if it changed, print what it holds, open the app in the browser
	@$(BIN)/policygraph build corpus -o policy.db
	@$(BIN)/policygraph summary policy.db
	@$(BIN)/streamlit run app.py

test: lint  ## check style and types, run every test, print the scores on the gold texts
	@$(BIN)/python -m pytest --numprocesses 2

lint: $(VENV)/test.stamp  ## check style and types
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

scores: $(VENV)/test.stamp  ## write the scores on the gold texts into the two READMEs
	@$(BIN)/python -m scripts.write_scores

screenshots: $(VENV)/test.stamp  ## take docs/screenshots from the running app
	@$(BIN)/python -m scripts.screenshots

bench: $(VENV)/run.stamp  ## measure speed and memory against jieba alone
	@$(BIN)/python -m benchmarks

lock: $(VENV)/lock.stamp  ## resolve the dependencies of pyproject.toml anew into the two requirements files
	@$(BIN)/python -m scripts.lock

clean:  ## remove what the other commands made, the virtual environment too
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build policy.db
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps let a second call start at once. A lock file or pyproject.toml that changed installs again.

$(VENV)/made.stamp:
	@test -n "$(PYTHON)" || { echo "policygraph needs Python 3.11 or newer; install it, or name it: make PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "Making the virtual environment $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: requirements.txt pyproject.toml | $(VENV)/made.stamp
	@echo "Installing what policygraph needs (some minutes at the first time)"
	@$(PIP) install --use-pep517 --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: requirements-test.txt pyproject.toml | $(VENV)/made.stamp
	@echo "Installing what the tests need (some minutes at the first time)"
	@$(PIP) install --use-pep517 --require-hashes -r requirements-test.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/lock.stamp: | $(VENV)/made.stamp
	@$(PIP) install 'uv>=0.13,<0.14'
	@touch $@
