# The commands of this project. What is longer than a line lives in scripts/.

VENV := .venv/bin/python
TOOLS := scripts/python -m scripts.venv requirements-test.txt

.DEFAULT_GOAL := help
.PHONY: help run test check format messages lock drawing ground screenshots bench

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20

run: ## serve the site, with its data, at http://127.0.0.1:8000/ (or PORT=…)
	@scripts/python -m scripts.run

test: ## prove everything, in a browser too (DATES=2028-02-29 or all, ALL=1: see CONTRIBUTING.md)
	@scripts/python -m scripts.test

check: ## the fast loop: style, types, and the tests that need only Python and Node
	@scripts/python -m scripts.test --fast

format: ## rewrite Python, templates and JavaScript in the project's style
	@$(TOOLS)
	@$(VENV) -m ruff check --fix-only --quiet .
	@$(VENV) -m ruff format .
	@$(VENV) -m djlint templates --reformat --quiet
	@$(VENV) -m scripts.node biome check --write

messages: ## collect the texts to translate into locale/, and compile the catalogues
	@$(TOOLS)
	@$(VENV) -m scripts.messages

lock: ## pin the dependencies of pyproject.toml (UPGRADE=--upgrade for newer releases)
	@$(TOOLS)
	@$(VENV) -m scripts.lock $(UPGRADE)

drawing: ## draw docs/architecture.svg anew, from the code's imports
	@$(TOOLS)
	@$(VENV) -m scripts.architecture

ground: ## draw the map's ground anew, from the facts in fixtures/, into spaces/cartography/
	@$(TOOLS)
	@$(VENV) -m scripts.ground

screenshots: ## take the pictures of docs/screenshots anew, in Chromium
	@$(TOOLS)
	@$(VENV) -m scripts.screenshots

bench: ## measure speed and size: a table, and JSON under var/
	@$(TOOLS)
	@$(VENV) -m tests.bench
