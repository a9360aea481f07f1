# kd3d_ros: `make` lists the targets. Each does its own set-up the first time (see tools/setup.sh).

.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

READY := .venv/.ready
DUST3R := .venv/.dust3r
ROBOT := .venv/robot/.ready
VENV_PYTHON := .venv/bin/python

# .venv brings its own ROS 2. A sourced ROS installation would put its packages and libraries first.
ifdef AMENT_PREFIX_PATH
unexport AMENT_PREFIX_PATH COLCON_PREFIX_PATH CMAKE_PREFIX_PATH PYTHONPATH LD_LIBRARY_PATH ROS_DISTRO
endif
# The wheels have Fast DDS only; and an inherited mark would keep them from finding their libraries.
unexport RMW_IMPLEMENTATION _ROS_WHEELS_BOOTSTRAP_COMPLETE

# $(call option,--flag,VARIABLE): --flag "value" when VARIABLE is set, else nothing.
option = $(if $($2),$1 "$($2)")

.PHONY: help setup demo evaluate test lint format ablation bench bench-% bench-students-all soak fuzz clean distclean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z_-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(READY) ## Learn the generated office, or your DATA=folder FORMAT=seven_scenes SCENE=name; serve it; measure (TEACHER=rgbd, WEIGHTS=path of DUSt3R's, ARGS=--overwrite: afresh)
	$(VENV_PYTHON) -m offline.demo $(call option,--data,DATA) $(call option,--format,FORMAT) \
		$(call option,--scene,SCENE) $(call option,--minutes,MINUTES) \
		$(if $(WEIGHTS),--teacher dust3r --teacher-weights "$(WEIGHTS)",$(call option,--teacher,TEACHER)) $(ARGS)

ifdef WEIGHTS
demo: $(DUST3R)
endif

evaluate: $(READY) ## Judge SCENE=name as it serves BAG=folder over real DDS (ARGS="--max-point-error-m 0.05 --min-delivered 0.99")
	$(VENV_PYTHON) -m offline.live_evaluation $(call option,--bag,BAG) $(call option,--scene,SCENE) $(ARGS)

test: lint $(DUST3R) $(ROBOT) ## Lint, check types, run the tests (ARGS="-k word" is passed on to pytest)
	@tools/setup_chromium.sh
	$(VENV_PYTHON) -m pytest $(ARGS)

lint: $(READY) ## Check style, format and types
	$(VENV_PYTHON) -m ruff check
	$(VENV_PYTHON) -m ruff format --check
	$(VENV_PYTHON) -m mypy

format: $(READY) ## Repair style and format where ruff can
	$(VENV_PYTHON) -m ruff check --fix
	$(VENV_PYTHON) -m ruff format

ablation: $(READY) ## Train the paper's grid, or your GRID=file, on DATA=folder: table and loss curves (ARGS="--engine ray")
	$(VENV_PYTHON) -m offline.ablation --grid "$(or $(GRID),config/ablation_paper.yaml)" \
		$(call option,--data,DATA) $(call option,--format,FORMAT) $(ARGS)

bench: $(READY) ## Students x backends x precisions against DUSt3R: speed, size, memory, error (MINUTES=2 each; PRESETS="kd3d_s", PARTS="students node": some of it)
	$(VENV_PYTHON) test/benchmarks/deploy.py $(call option,--minutes,MINUTES) \
		$(if $(PRESETS),--presets $(PRESETS)) $(if $(PARTS),--parts $(PARTS)) $(ARGS)
bench-students: ## Accuracy, size and speed of PRESET=kd3d_s after MINUTES=10 of training (KD3D_BENCH_DATA: data set)
bench-students-all: $(READY) ## The same for every student, ours and the paper's, MINUTES=10 each
	$(VENV_PYTHON) test/benchmarks/students.py --all $(call option,--minutes,MINUTES)
bench-recipe: ## What helps a training of kd3d_s, one change at a time, MINUTES=3 of one core each
bench-many_frames: ## What training on ten times as many frames costs in memory
bench-node: ## What the node adds to the predictor, the rate it holds, whether it knows when it is lost
bench-kills: ## kill -9 of offline.distill and of the node at random moments
bench-bags: ## A rosbag2 as a recording: reading, learning, 10 GB; the live node on it; the report (PARTS="read live": some of it)
bench-transport: ## What config/fastdds.xml gains over Fast DDS' defaults: loss and latency of clouds
bench-%: $(READY)
	$(VENV_PYTHON) test/benchmarks/$*.py $(call option,--minutes,MINUTES) $(call option,--preset,PRESET) $(if $(PARTS),--parts $(PARTS)) $(ARGS)

soak fuzz: $(READY)
	$(VENV_PYTHON) test/benchmarks/$@.py $(call option,--minutes,MINUTES) $(ARGS)
soak: ## Ten minutes of serving with scenes swapped under way (MINUTES=2: a look)
fuzz: ## Malformed messages and damaged bundles (ARGS="--messages 300 --bundles 100": a look)

bench-alignment: ## Alignment against the DUSt3R library's; students taught by pairs (PARTS="scale reference": some of it)
bench-alignment: $(DUST3R)

setup: $(READY) ## Only set up .venv (PYTHON=python3.12 chooses the interpreter)
	@echo ".venv is ready: $$($(VENV_PYTHON) --version)"

$(READY): setup.py pyproject.toml
	@PYTHON="$(PYTHON)" tools/setup.sh

# The library of the teacher `dust3r`, which is not for commercial use: only where it is asked for, and for the tests.
$(DUST3R): $(READY)
	@tools/setup_dust3r.sh

# An environment without torch, for the tests.
$(ROBOT): $(READY) tools/setup_robot.sh tools/robot_packages.py
	@tools/setup_robot.sh

clean: ## Remove caches and what colcon built (.venv and runs/ stay)
	rm -rf build install log *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find kd3d_ros offline launch test -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## clean, and remove .venv
	rm -rf .venv
