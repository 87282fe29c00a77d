# Every target is one of scripts/build.py, which does all set-up too. Options: make test ARGS="-k search"
# With your own copy of the essay: make site ARTICLE=essay.pdf
PYTHON ?= python3
ARGS =
ARTICLE =

.PHONY: help site test serve bundle pdf bench check clean lock

help site test serve bundle pdf bench check clean lock:
	@$(PYTHON) scripts/build.py $@ $(if $(ARTICLE),--article "$(ARTICLE)") $(ARGS)
