# Every target is one of scripts/build.py, which does all set-up too. Options: make test ARGS="-k search"
PYTHON ?= python3
ARGS =

.PHONY: help site test serve bundle pdf bench check clean lock

help site test serve bundle pdf bench check clean lock:
	@$(PYTHON) scripts/build.py $@ $(ARGS)
