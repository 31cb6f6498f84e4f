# make demo   installs okyaku into .venv and lints the sites of examples/
# make test   installs it with its tools and runs every check and test
# make accuracy  measures on labelled copy, where there is some
# make fix    formats, and mends what ruff can mend
.PHONY: demo test check accuracy fix clean

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

demo: $(VENV)/.installed
	$(BIN)/okyaku check examples --exit-zero

test: $(VENV)/.dev check
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses auto
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

accuracy: $(VENV)/.dev
	$(BIN)/python tests/accuracy/measure.py

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) .coverage* .mypy_cache .pytest_cache .ruff_cache dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@ $(VENV)/.installed
