# The commands of this project. A fresh clone needs GNU make, Python 3.11 or newer and pip's network: the rest is set up by
# scripts/set_up.sh, packages of the system included.

VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test lint scores screenshots bench audit lock clean

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

# Python tells of untidy strings in a package when it first compiles it; users can do nothing about them.
run: export PYTHONWARNINGS := ignore::SyntaxWarning
run: $(VENV)/run.stamp  ## build the graph of corpus/ if it changed, print what it holds, open the app in the browser
	@$(BIN)/policygraph build corpus -o policy.db
	@$(BIN)/policygraph summary policy.db
	@$(BIN)/python -m views

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

audit: $(VENV)/run.stamp  ## list the licences of all that is installed, and stop at one that nobody has looked at
	@$(BIN)/python -m scripts.audit

lock: $(VENV)/lock.stamp  ## resolve the dependencies of pyproject.toml anew into the two requirements files
	@$(BIN)/python -m scripts.lock

clean:  ## remove what the other commands made, the virtual environment too
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build policy.db
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps let a second call start at once. A lock file or pyproject.toml that changed installs again. A Python other than the
# first one found is named by: make PYTHON=/path/to/python3

$(VENV)/run.stamp: requirements.txt pyproject.toml scripts/set_up.sh
$(VENV)/test.stamp: requirements-test.txt pyproject.toml scripts/set_up.sh

$(VENV)/%.stamp:
	@VENV=$(VENV) bash scripts/set_up.sh $*
	@touch $@
