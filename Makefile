# cxmap. `make demo` draws the example, `make test` runs every test, `make help` names the rest.

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
CLANG ?= clang
PKG_CONFIG ?= pkg-config
CFLAGS ?= -O2 -g
DOCS ?= docs

# Warnings are errors where tests run; elsewhere a newer compiler's new warning must not stop anybody.
WERROR ?= $(if $(filter test,$(MAKECMDGOALS)),1,0)

VERSION := $(shell sed -n 's/^#define CXMAP_VERSION "\(.*\)"/\1/p' include/cxmap/compile.h)
MODULES := glib-2.0 gmodule-no-export-2.0 harfbuzz pangocairo pangoft2 fontconfig cairo yaml-0.1 zlib libjpeg
LOADED_MODULES := librsvg-2.0 # only its headers: the program loads it when a map needs it
WARNINGS := -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wvla \
            -Wformat=2 $(if $(filter 1,$(WERROR)),-Werror)

# Asked when the first file is compiled, not when this file is read: `setup` may install pkg-config first.
MODULE_CFLAGS = $(eval MODULE_CFLAGS := $$(shell $(PKG_CONFIG) --cflags $(MODULES) $(LOADED_MODULES)))$(MODULE_CFLAGS)
MODULE_LIBS = $(eval MODULE_LIBS := $$(shell $(PKG_CONFIG) --libs $(MODULES)))$(MODULE_LIBS)

SOURCES := $(sort $(shell find src -name '*.c' ! -name main.c))
UNITS := $(patsubst %.c,%,$(sort $(wildcard tests/unit/test-*.c tests/property/test-*.c)))
TOOLS := $(patsubst %.c,%,$(sort $(wildcard tests/tools/*.c tests/bench/*.c)))
SCRIPTS := $(sort $(wildcard tests/*/*.t))
Q := $(if $(V),,@)

all: build/cxmap

build/cxmap: build/release/cxmap
	$(Q)cp -f $< $@

# ---- One folder a variant: $(call variant,NAME,COMPILER,FLAGS) ------------------------------------------------

define variant
build/$(1)/%.o: %.c Makefile | setup
	$$(Q)mkdir -p $$(@D)
	$$(if $$(Q),@echo "  $(1)  $$<")
	$$(Q)$(2) -std=c17 -D_GNU_SOURCE -Iinclude $$(MODULE_CFLAGS) $$(CPPFLAGS) $(3) $$(WARNINGS) -fno-strict-aliasing \
	  -MMD -MP -c -o $$@ $$<

build/$(1)/libcxmap.a: $(SOURCES:%.c=build/$(1)/%.o)
	$$(Q)rm -f $$@ && ar rcs $$@ $$^

build/$(1)/cxmap: build/$(1)/src/main.o build/$(1)/libcxmap.a
	$$(Q)$(2) $(3) $$(LDFLAGS) -o $$@ $$^ $$(MODULE_LIBS) -lm

$(patsubst %,build/$(1)/%,$(UNITS) $(TOOLS)): build/$(1)/%: build/$(1)/%.o build/$(1)/libcxmap.a
	$$(Q)$(2) $(3) $$(LDFLAGS) -o $$@ $$^ $$(MODULE_LIBS) -lm

build/$(1)/tests/property/test-property: build/$(1)/tests/property/random.o

build/$(1)/tests/fuzz/replay: build/$(1)/tests/fuzz/replay.o build/$(1)/tests/fuzz/fuzz-compile.o build/$(1)/libcxmap.a
	$$(Q)$(2) $(3) $$(LDFLAGS) -o $$@ $$^ $$(MODULE_LIBS) -lm
endef

SANITIZE := -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -DCX_ARENA_MALLOC
$(eval $(call variant,release,$(CC),$(CFLAGS)))
$(eval $(call variant,debug,$(CC),-O0 -g3))
$(eval $(call variant,san,$(CC),-O1 $(SANITIZE)))
$(eval $(call variant,fuzz,$(CLANG),-O1 $(SANITIZE) -fsanitize=fuzzer-no-link))

build/fuzz/fuzz-compile: build/fuzz/tests/fuzz/fuzz-compile.o build/fuzz/libcxmap.a
	$(Q)$(CLANG) $(SANITIZE) -fsanitize=fuzzer -o $@ $^ $(MODULE_LIBS) -lm

-include $(shell find build -name '*.d' 2>/dev/null)

# ---- What people call --------------------------------------------------------------------------------------------

# Checks for what is missing; for `make demo` and `make test` it also installs it where it can.
setup:
	@.ci/setup $(if $(filter test bench,$(MAKECMDGOALS)),--install test,$(if $(filter demo,$(MAKECMDGOALS)),--install demo,build))

demo: build/cxmap
	$(Q)build/cxmap build examples/broadband/journey.yaml -o build/map.pdf
	@echo "Wrote build/map.pdf: open it to see the example, and change examples/broadband/journey.yaml to see what happens."

debug: build/debug/cxmap
san: build/san/cxmap
units: $(UNITS:%=build/release/%)

# The fuzzer proper needs clang with its run-time library; without it the kept corpus is replayed and mutated only.
HAS_FUZZER = $(shell echo 'int LLVMFuzzerTestOneInput(void){return 0;}' | \
  $(CLANG) -fsanitize=fuzzer -x c -o /dev/null - >/dev/null 2>&1 && echo yes)

test: build/cxmap $(UNITS:%=build/release/%) $(UNITS:%=build/san/%) $(TOOLS:%=build/release/%) build/san/cxmap \
      build/san/tests/fuzz/replay $(if $(filter test,$(MAKECMDGOALS)),$(if $(HAS_FUZZER),build/fuzz/fuzz-compile))
	prove --exec tests/run -j$$(getconf _NPROCESSORS_ONLN) $(if $(V),-v) $(SCRIPTS) $(UNITS:%=build/san/%) $(UNITS:%=build/release/%)

check-style: build/cxmap
	prove --exec tests/run $(sort $(wildcard tests/lint/*.t))

bench: build/cxmap $(TOOLS:%=build/release/%)
	tests/bench/run

# GRAPHS: flows, or a folder of them.
bench-graphs: build/release/tests/bench/graphs
	tests/bench/compare-graphs $(GRAPHS)

docs: build/cxmap build/release/tests/tools/reference
	build/release/tests/tools/reference language > $(DOCS)/language.md
	build/release/tests/tools/reference diagnostics > $(DOCS)/diagnostics.md
	build/cxmap build examples/broadband/journey.yaml --dpi 96 -o $(DOCS)/broadband.png
	build/cxmap build examples/minimal/journey.yaml --dpi 96 -o $(DOCS)/minimal.png
	tests/tools/gallery page > $(DOCS)/gallery.md
	mkdir -p $(DOCS)/gallery && tests/tools/gallery draw $(DOCS)/gallery

golden: build/release/tests/tools/scene
	UPDATE=1 tests/run tests/golden/run.t

tidy:
	find src -name '*.c' | sort | xargs -P2 -n8 sh -c 'clang-tidy --quiet "$$@" -- -std=c17 -D_GNU_SOURCE -Iinclude $(MODULE_CFLAGS)' tidy

# Rulers that are too long are shortened first: clang-format would break them.
format:
	sed -i -E ':a; s|^(/[*] ---- .{110,}-)- [*]/$$|\1 */|; ta' $$(find include src tests -name '*.[ch]')
	clang-format -i $$(find include src tests -name '*.[ch]')

# ---- Installing ------------------------------------------------------------------------------------------------------

build/cxmap.pc: Makefile include/cxmap/compile.h
	$(Q)mkdir -p $(@D)
	$(Q)printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'includedir=$(INCLUDEDIR)' '' 'Name: cxmap' \
	  'Description: compiles definitions of personas, touchpoints and journeys to vector maps' 'Version: $(VERSION)' \
	  'Requires: $(MODULES)' 'Libs: -L$${libdir} -lcxmap -lm' 'Cflags: -I$${includedir}' > $@

install: build/cxmap build/cxmap.pc
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(INCLUDEDIR)/cxmap
	install -m 755 build/cxmap $(DESTDIR)$(BINDIR)/cxmap
	install -m 644 build/release/libcxmap.a $(DESTDIR)$(LIBDIR)/libcxmap.a
	install -m 644 build/cxmap.pc $(DESTDIR)$(LIBDIR)/pkgconfig/cxmap.pc
	cd include && find cxmap -type f -exec install -D -m 644 '{}' '$(DESTDIR)$(INCLUDEDIR)/{}' \;

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/cxmap $(DESTDIR)$(LIBDIR)/libcxmap.a $(DESTDIR)$(LIBDIR)/pkgconfig/cxmap.pc
	rm -rf $(DESTDIR)$(INCLUDEDIR)/cxmap

clean:
	rm -rf build

help:
	@printf '%s\n' \
	  'make             the program, build/cxmap' \
	  'make demo        installs what is missing, builds, draws examples/broadband as build/map.pdf' \
	  'make test        installs what is missing, builds, runs every test (V=1: shows each)' \
	  'make check-style the style tests alone' \
	  'make bench       speed against plain Pango and cairo, and against dot' \
	  'make bench-graphs layouts of graphs against those of dot (GRAPHS=folder of flows)' \
  'make docs        writes the generated pages and the picture of docs/' \
	  'make golden      rewrites the expected scenes of tests/golden; look at the difference' \
	  'make format      formats the sources (clang-format)' \
	  'make tidy        reads the sources with clang-tidy and its analyzer' \
	  'make debug san   build/debug/cxmap, build/san/cxmap' \
	  'make install     program, library, headers, pkg-config file (PREFIX, DESTDIR); make uninstall takes them away' \
	  'make clean       removes build/' \
	  'Variables: CC CFLAGS CPPFLAGS LDFLAGS PREFIX DESTDIR WERROR=1 V=1'

.PHONY: all setup demo debug san units test check-style bench bench-graphs docs golden tidy format install uninstall clean help
.DELETE_ON_ERROR:
.SECONDARY:
