# Everything here works on a fresh Debian, Ubuntu or macOS with Python 3.11 or newer.
# ARGS go on to the program: make run ARGS="--journal try.upswing", make test ARGS="-k momentum".

VENV := .venv
PYTHON := $(VENV)/bin/python
PIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check
ARGS ?=

.DEFAULT_GOAL := help
# Libraries first, then .venv, then the work; also under make -j.
.NOTPARALLEL:
.PHONY: help run test lint bench screenshots clean run-libraries test-libraries

help: ## Show what can be made
	@echo "Upswing: make <target>"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' Makefile

run: run-libraries $(VENV)/.upswing ## Open the window
	@$(VENV)/bin/upswing $(ARGS)

test: test-libraries $(VENV)/.upswing-dev ## Run the tests
	@$(PYTHON) -m pytest --numprocesses auto --dist worksteal $(ARGS)

lint: test-libraries $(VENV)/.upswing-dev ## Check style, types and the layers
	@status=0; \
	for check in "ruff check ." "ruff format --check ." "python -m mypy" "lint-imports"; do \
		echo "$$check"; $(VENV)/bin/$$check || status=1; \
	done; \
	exit $$status

bench: test-libraries $(VENV)/.upswing-dev ## Measure the speed against its bounds
	@$(PYTHON) -m tests.bench $(ARGS)

screenshots: test-libraries $(VENV)/.upswing-dev ## Draw the README's pictures anew
	@$(PYTHON) -m tests.screenshots $(ARGS)

clean: ## Remove what builds and checks left behind; .venv stays
	rm -rf build dist htmlcov .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find desktop_app tests -name __pycache__ -type d -prune -exec rm -rf {} +

run-libraries:
	@.ci/system-libraries run

test-libraries:
	@.ci/system-libraries test

$(PYTHON):
	@python=$$(.ci/find-python) && "$$python" -m venv --clear $(VENV)

# Stamps: the packages are installed again only when pyproject.toml changed.
$(VENV)/.upswing: pyproject.toml | $(PYTHON)
	@echo "Installing Upswing into $(VENV), which takes a minute the first time."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.upswing-dev: pyproject.toml | $(PYTHON)
	@echo "Installing Upswing and its checks into $(VENV), which takes a minute the first time."
	@$(PIP) --editable '.[dev]'
	@touch $(VENV)/.upswing $@
