# Everything a newcomer needs: make demo, make test. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help setup demo test check format lint types imports bench plaatjes bewijs slot clean

# the first that really runs and is new enough (a version manager may offer names that do not work)
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.klaar

help: ## show what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## make .venv with kernteam and the development tools

$(READY): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "kernteam heeft Python 3.11 of nieuwer nodig, en dat is hier niet gevonden."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: setup ## open the app on a fictional caseload (as text where there is no terminal)
	@$(BIN)/kernteam demo

# four workers on two cores: much of the time is waiting for a terminal to draw;
# bytecode first, else each of them and every program that they start reads the source again
test: setup ## every test
	@$(BIN)/python -m compileall -q src bench
	$(BIN)/pytest -n 4 --dist worksteal

check: setup format lint types imports test ## what CI runs

format:
	$(BIN)/ruff format --check .

lint:
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports --no-cache

bench: setup ## the promises of speed, as ratios, both sides printed
	@status=0; for script in bench/*.py; do echo "== $$script"; \
	  $(BIN)/python -m $$(echo $${script%.py} | tr / .) || status=1; done; exit $$status

plaatjes: setup ## pictures of every screen, for README and handleiding
	$(BIN)/python -m tools.plaatjes docs/plaatjes

bewijs: setup ## run the long checks and keep their output in docs/bewijs
	$(BIN)/python -m tools.bewijs docs/bewijs

slot: ## pin every package again (needs uv)
	uv pip compile --universal --generate-hashes --no-header -q --python-version 3.11 requirements/run.in -o requirements/run.txt
	uv pip compile --universal --generate-hashes --no-header -q --python-version 3.11 requirements/dev.in -o requirements/dev.txt
	uv pip compile --universal --generate-hashes --no-header -q --python-version 3.11 requirements/proef.in -o requirements/proef.txt

clean: ## take away what was made here
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
