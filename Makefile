# PYTHON: any Python from 3.11 to 3.13. VENV: the template's own tools, 0.1 GB.
PYTHON ?= python3
VENV ?= $(CURDIR)/.venv
# What a generated project needs, 2.5 GB: installed once, shared by `make demo` and the tests, which add
# JAX and PyTorch.
export PROJECT_VENV ?= $(CURDIR)/.venv-project

LEFT_OUT = pairs of programs for the rungs one to all, the dojo's climbs, the first day, all but two papers, half of the kinds of experiment, most of what \
  JAX and PyTorch are asked, networks other than the first that are run twice, each way in which W&B's server fails, \
  signals to Ray and Submitit, faults other than a run's full disk, drawn orders of kills, full disks and edits, narrow terminals, the whole climb of the README's picture

# What Keras computes with in `make faults` and `make crash`: tensorflow, jax or torch.
BACKEND ?= tensorflow

.PHONY: help demo test thorough quick faults calibrate crash bench picture replications project-environment backends tools tools-anew

help:
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

demo: project-environment  ## generate a project into demo/ and train it on 1, 10 and all samples
	rm -rf demo
	"$(VENV)/bin/cookiecutter" . --no-input --default-config --output-dir demo >/dev/null
	$(MAKE) -C demo/scaling-down-deep-learning train VENV="$(PROJECT_VENV)"

# Two files at a time, the longest first.
PYTEST = "$(VENV)/bin/ruff" check . && "$(VENV)/bin/ruff" format --check . && \
  "$(VENV)/bin/python" -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

test: backends  ## check the template and the project it generates
	@echo "Left out, for make thorough: $(LEFT_OUT)"
	$(PYTEST)

thorough: backends  ## check that and what takes minutes each: about an hour on two cores
	$(PYTEST) -m ""

# In the environment that `make test` has made.
quick: tools  ## check in two minutes what a slip of the pen breaks
	@echo "Left out, for make test: what trains for more than seconds, refused input, every rung's faults, resumed and repeated runs, sweeps, trackers, pages, JAX, PyTorch"
	$(PYTEST) -m quick

# ONLY="softmax healthy" climbs those whose names or kinds hold one of the words; MUTATIONS=100 climbs so many healthy
# ones with a fault injected, and DRAWN=100 so many healthy ones made at random, each drawn by DRAW=0.
faults: backends  ## climb every broken, fixed and healthy program: about five hours on two cores
	@rm -rf "$(PROJECT_VENV)/faults"
	@"$(VENV)/bin/cookiecutter" . --no-input --default-config --output-dir "$(PROJECT_VENV)/faults" \
	  project_slug=paper-net package_name=paper_net >/dev/null
	@KERAS_BACKEND=$(BACKEND) "$(PROJECT_VENV)/bin/python" tests/suite.py "$(PROJECT_VENV)/faults/paper-net" $(if $(ONLY),--only $(ONLY)) \
	  $(if $(MUTATIONS),--mutations $(MUTATIONS)) $(if $(DRAWN),--drawn $(DRAWN)) --draw $(or $(DRAW),0) \
	  $(if $(OUT),--out $(OUT))

# OUT="a.json b.json": results of `make faults OUT=…`, of healthy programs, of drawn ones.
calibrate: tools  ## write down what the checks have measured of healthy programs, for docs/checks.md
	"$(VENV)/bin/python" tests/calibrate.py $(OUT)

crash: backends  ## kill 50 trainings at random moments and resume them: about five minutes on two cores
	@rm -rf "$(PROJECT_VENV)/crash"
	@"$(VENV)/bin/cookiecutter" . --no-input --default-config --output-dir "$(PROJECT_VENV)/crash" \
	  project_slug=paper-net package_name=paper_net >/dev/null
	@KERAS_BACKEND=$(BACKEND) "$(PROJECT_VENV)/bin/python" tests/stopped.py "$(PROJECT_VENV)/crash/paper-net"

# ONLY="growth climb" measures those parts, and only prints.
bench: project-environment  ## measure what is promised of speed, into benchmarks/RESULTS.md: 20 minutes, on a quiet machine
	@rm -rf "$(PROJECT_VENV)/bench"
	@"$(VENV)/bin/cookiecutter" . --no-input --default-config --output-dir "$(PROJECT_VENV)/bench" \
	  project_slug=paper-net package_name=paper_net >/dev/null
	@"$(PROJECT_VENV)/bin/python" benchmarks "$(PROJECT_VENV)/bench/paper-net" --tools "$(VENV)/bin/python" \
	  $(if $(ONLY),--only $(ONLY))

picture: project-environment  ## record the README's first picture, docs/first_climb.svg, in a terminal: minutes
	@rm -rf "$(PROJECT_VENV)/picture"
	@"$(VENV)/bin/cookiecutter" . --no-input --default-config --output-dir "$(PROJECT_VENV)/picture" \
	  project_slug=paper-net package_name=paper_net >/dev/null
	@"$(VENV)/bin/python" tests/picture.py "$(PROJECT_VENV)/picture/paper-net" "$(PROJECT_VENV)/bin"

# ONLY="grokking iwae" replicates those. What has been run counts, where neither code nor configuration has changed.
replications: backends  ## replicate the papers in replications/, into their reports and a site: under an hour on two cores
	@rm -rf "$(PROJECT_VENV)/replications/paper-net"
	@"$(VENV)/bin/cookiecutter" . --no-input --default-config --output-dir "$(PROJECT_VENV)/replications" \
	  project_slug=paper-net package_name=paper_net start=empty >/dev/null
	@"$(PROJECT_VENV)/bin/python" replications "$(PROJECT_VENV)/replications/paper-net" $(if $(ONLY),--only $(ONLY))

# The copy in `source` only tells what to install. A project of the same name in another folder
# is found first by `python -m` there.
project-environment: tools
	@rm -rf "$(PROJECT_VENV)/source"
	@"$(VENV)/bin/cookiecutter" . --no-input --default-config --output-dir "$(PROJECT_VENV)/source" >/dev/null
	@$(MAKE) --no-print-directory -C "$(PROJECT_VENV)/source/scaling-down-deep-learning" install VENV="$(PROJECT_VENV)"

# The tests' environment has all three and the engines of sweeps; a project has the backend that it was asked for.
backends: project-environment
	@cd "$(PROJECT_VENV)/source/scaling-down-deep-learning" && "$(PROJECT_VENV)/bin/python" -m pip install --quiet \
	  --compile --constraint constraints.txt --build-constraint constraints.txt \
	  jax torch hydra-optuna-sweeper hydra-ray-launcher hydra-submitit-launcher

# A copy of what was installed tells whether it still holds: repeated runs install nothing.
tools:
	@cat pyproject.toml constraints.txt | cmp -s - "$(VENV)/installed" || $(MAKE) --no-print-directory tools-anew

tools-anew:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || \
	  { echo "PYTHON=$(PYTHON) is not Python 3.11, 3.12 or 3.13. Name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "Installing the template's tools into $(VENV)"
	$(PYTHON) -m venv "$(VENV)"
	"$(VENV)/bin/python" -m pip install --quiet --constraint constraints.txt pip
	"$(VENV)/bin/python" -m pip install --quiet --constraint constraints.txt --compile --group dev
	@cat pyproject.toml constraints.txt > "$(VENV)/installed"
