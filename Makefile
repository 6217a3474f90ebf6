# Firn. `make help` lists the targets. Each does its own set-up on a Debian machine; see test-rigs/prerequisites.sh.
SHELL := /bin/sh
.DEFAULT_GOAL := help

# The day a minute of the demo; see `make help`.
STATION ?=
SPEED   ?=
QUIET   ?=
# How often the gateway is cut off; see `make help`.
N       ?= 200
SEED    ?=

NEED     := sh test-rigs/prerequisites.sh
MAVEN    := mvn -B -ntp
RIGS     := test-rigs/target/test-rigs-0.1.0.jar:test-rigs/target/libraries/*
RESULTS  := test-rigs/bench/results
SOURCES  := $(shell find pom.xml */pom.xml */src/main -type f 2>/dev/null)

.PHONY: help build demo verify kernel powercut bench clean

help: ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10
	@echo
	@echo 'demo:   STATION=path.smet  another recording    SPEED=N|max  recorded seconds a second'
	@echo '        ONLY=day,night     of replay, traffic, day, night'
	@echo '        QUIET=1            the report only; exit code tells whether every check passed'
	@echo 'powercut: N=200            power cuts, and kills as many  SEED=N  the moments of an earlier run'

build: target/firn/bin/firn ## The runnable distribution, in target/firn

# Maven runs on the JDK that compiles, because the formatter's check needs it (docs/decisions/0002).
target/firn/bin/firn: $(SOURCES)
	@home=$$($(NEED) jdk maven) && JAVA_HOME=$$home $(MAVEN) -q -DskipTests package
	@touch $@

demo: ## Recorded days from sensor to broker and to advice, in two minutes
	@home=$$($(NEED) jdk maven) && \
	if [ -n "$(QUIET)" ]; then $(MAKE) -s build >&2; else $(MAKE) -s build; fi && \
	exec env JAVA_HOME="$$home" "$$home/bin/java" -cp '$(RIGS)' dev.firn.rigs.demo.Demo --firn-home target/firn \
		$(if $(STATION),--station '$(STATION)') $(if $(SPEED),--speed '$(SPEED)') $(if $(QUIET),--quiet)

verify: ## Every check: formatting, compiler, unit, architecture and end-to-end tests
	@home=$$($(NEED) jdk maven mosquitto kernel) && \
	test-rigs/kernel/build.sh >/dev/null && \
	if command -v systemd-analyze >/dev/null; then sh systemd/check-unit.sh; fi && \
	JAVA_HOME=$$home $(MAVEN) verify

kernel: ## The kernel rig's guest, which is kept outside the clone; prints where
	@$(NEED) jdk kernel >/dev/null && test-rigs/kernel/build.sh

powercut: build ## N power cuts in the kernel rig's guest and N kill -9, and the table of what they cost
	@home=$$($(NEED) jdk maven mosquitto kernel) && \
	exec env JAVA_HOME="$$home" "$$home/bin/java" -Dfirn.kernel='$(CURDIR)/test-rigs/kernel' -cp '$(RIGS)' \
		dev.firn.rigs.powercut.PowerCut target/firn $(N) $(SEED)

bench: build ## Benchmarks; results in test-rigs/bench/results
	@home=$$($(NEED) jdk maven mosquitto kernel) && export JAVA_HOME=$$home && \
	"$$home/bin/java" --sun-misc-unsafe-memory-access=allow -cp '$(RIGS)' dev.firn.rigs.bench.PipelineBench $(RESULTS)/pipeline.json && \
	"$$home/bin/java" -cp '$(RIGS)' dev.firn.rigs.bench.PushPlanBench $(RESULTS)/push-plan.json && \
	"$$home/bin/java" -cp '$(RIGS)' dev.firn.rigs.bench.GatewayBench $(RESULTS)/gateway.json target/firn && \
	"$$home/bin/java" -Dfirn.kernel='$(CURDIR)/test-rigs/kernel' -cp '$(RIGS)' dev.firn.rigs.bench.PollingBench $(RESULTS)/polling.json target/firn && \
	"$$home/bin/java" -cp '$(RIGS)' dev.firn.rigs.bench.BacklogBench $(RESULTS)/backlog.json && \
	"$$home/bin/java" -cp '$(RIGS)' dev.firn.rigs.bench.MqttLoadBench $(RESULTS)/mqtt-load.json target/firn

clean: ## Removes what was built
	rm -rf target */target
