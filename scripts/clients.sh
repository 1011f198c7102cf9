#!/usr/bin/env bash
# What other programs make of our files: OmegaT, translate-toolkit, xmllint, jing and sarif-tools read them, and
# must find in them what we wrote.
#
#   scripts/clients.sh [BITESTO]
#
# BITESTO is the program, .build/release/bitesto without it; bitesto-bench is beside it. Clients that are not installed are passed over with a
# line that says so: Debian's omegat, libxml2-utils and jing, PyPI's translate-toolkit and pydantic-sarif,
# sarif-tools. The schemas are those of BITESTO_DATA/schemas.
set -euo pipefail
cd "$(dirname "$0")/.."
bitesto=$(realpath "${1:-.build/release/bitesto}")
bench=$(dirname "$bitesto")/bitesto-bench
schemas=${BITESTO_DATA:-../shared/data}/schemas
omegat=/usr/share/omegat/OmegaT.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "clients: $*" >&2; exit 1; }
has() { # COMMAND or Python MODULE
  if command -v "$1" >/dev/null || python3 -c "import $1" 2>/dev/null; then return 0; fi
  echo "clients: no $1 here, passed over"
  return 1
}
same() { # WHAT FILE FILE
  diff "$2" "$3" >"$work/diff" || { head -20 "$work/diff"; fail "$1 differ"; }
  echo "$1: $(wc -l <"$2")"
}

make_files() {
  local letter=Corpora/parallel/letter
  "$bitesto" align --quiet $letter.it.txt $letter.en.txt -o "$work/letter.tsv" -o "$work/letter.tmx" \
    -o "$work/letter.xlf"
  # The pairs that a bilingual file can hold.
  cut -f1,2 "$work/letter.tsv" | tail -n +2 | grep -P '^[^\t]+\t[^\t]+$' >"$work/letter.pairs"
  # A thousand units and more with codes, notes and properties.
  "$bench" memory --generate 1 "$work/codes.tmx" >/dev/null
  "$bench" memory --print words "$work/codes.tmx" | grep ^unit >"$work/codes.units"
  "$bitesto" tmx convert --quiet "$work/codes.tmx" -o "$work/codes.xlf"
  "$bitesto" tmx convert --quiet "$work/codes.tmx" -o "$work/codes.xlf2"
  "$bitesto" tmx convert --quiet "$work/codes.xlf" -o "$work/back.tmx"
  "$bitesto" tmx validate --quiet "$work/codes.tmx" --format sarif >"$work/validate.sarif" || [ $? -eq 1 ]
  "$bitesto" glossary export --quiet --format omegat -o "$work/names.txt"
  "$bitesto" glossary export --quiet --format tbx2 --only-current -o "$work/names.tbx"
  for dialect in tbx tbx-dct tbx-core; do
    "$bitesto" glossary export --quiet --format $dialect -o "$work/$dialect.xml"
  done
  echo 'La Belorussia e Lukascenko, a Kiev e Kyiv 🎻 con Lukascenko.' >"$work/flaws.it.txt"
  "$bitesto" check "$work/flaws.it.txt" --format sarif >"$work/check.sarif" || [ $? -eq 1 ]
  "$bitesto" trace --quiet Corpora/po-flood/article.it.txt --sources Corpora/po-flood/reports \
    -o "$work/trace.sarif"
}

omegat_reads() {
  java -cp $omegat groovy.ui.GroovyMain scripts/omegat.groovy "$@" 2>"$work/omegat.log" \
    || { tail -5 "$work/omegat.log"; fail "OmegaT's readers do not run"; }
}

omegat_readers() {
  omegat_reads "$work/letter.tmx" | grep ^unit | cut -f3,5 >"$work/read"
  same "units that OmegaT reads from TMX" "$work/letter.pairs" "$work/read"
  omegat_reads "$work/codes.tmx" | grep ^unit >"$work/read"
  same "units that OmegaT reads from TMX with codes" "$work/codes.units" "$work/read"
  cut -f1,2 "$work/names.txt" | sort -u >"$work/written"
  omegat_reads "$work/names.txt" | grep ^entry | cut -f2,3 | sort -u >"$work/read"
  same "entries that OmegaT reads from its glossary" "$work/written" "$work/read"
  omegat_reads "$work/names.tbx" | grep ^entry | cut -f2,3 | sort -u >"$work/read"
  same "entries that OmegaT reads from TBX 2" "$work/written" "$work/read"
}

# A project of a letter in English: the Italian of the memory must stand in the translated file.
omegat_translates() {
  local project=$work/project
  mkdir -p "$project"/{source,target,tm/auto,glossary,dictionary,omegat}
  cat >"$project/omegat.project" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>en</source_lang>
    <target_lang>it</target_lang>
    <sentence_seg>true</sentence_seg>
  </project>
</omegat>
END
  # OmegaT ends a paragraph at an empty line.
  sed G Corpora/parallel/letter.en.txt >"$project/source/letter.txt"
  cp "$work/letter.tmx" "$project/tm/auto"
  cp "$work/names.txt" "$project/glossary"
  omegat "$project" --mode=console-translate --config-dir="$work/omegat" --no-team \
    --disable-project-locking >"$work/omegat.log" 2>&1 || { tail "$work/omegat.log"; fail "OmegaT stops"; }
  if grep -iE 'error|exception' "$work/omegat.log"; then fail "OmegaT complains"; fi
  local found=0 all=0 italian
  while IFS=$'\t' read -r italian _; do
    all=$((all + 1))
    if grep -qF -- "$italian" "$project/target/letter.txt"; then found=$((found + 1)); fi
  done <"$work/letter.pairs"
  echo "units that OmegaT puts into the translation: $found of $all"
  # It cannot use the few of two English sentences, which it looks up one by one.
  [ "$found" -ge $((all * 4 / 5)) ] || { cat "$project/target/letter.txt"; fail "too few"; }
}

toolkit_reads() {
  for file in letter.tmx letter.xlf; do
    python3 scripts/toolkit.py pairs "$work/$file" >"$work/read"
    same "units that translate-toolkit reads from $file" "$work/letter.pairs" "$work/read"
  done
  local written read
  written=$(grep -c '<termEntry ' "$work/names.tbx")
  read=$(python3 scripts/toolkit.py terms "$work/names.tbx")
  [ "$written" = "$read" ] || fail "translate-toolkit reads $read entries of $written from TBX 2"
  echo "entries that translate-toolkit reads from TBX 2: $read"
  pocount --short-strings "$work/letter.tmx" >"$work/counted"
  grep -q "$(wc -l <"$work/letter.pairs")" "$work/counted" || { cat "$work/counted"; fail "pocount"; }
  pofilter --progress=none --language=it "$work/letter.xlf" "$work/filtered.po"
  echo "pocount and pofilter run"
}

valid() { # WHAT, xmllint's options and files
  local what=$1
  shift
  xmllint --noout --nonet "$@" 2>"$work/log" || { head -20 "$work/log"; fail "$what is not valid"; }
  echo "$what is valid"
}

schemas_hold() {
  xmllint --noout --nonet "$work"/*.tmx "$work"/*.xlf "$work"/*.xlf2 "$work"/*.xml
  [ -d "$schemas" ] || { echo "clients: no schemas in $schemas, passed over"; return; }
  valid "TMX, by the DTD," --dtdvalid "$schemas/tmx14.dtd" "$work"/*.tmx
  valid "TMX, by OmegaT's schema," --schema "$schemas/tmx14-omegat.xsd" "$work"/*.tmx
  valid "XLIFF 1.2" --schema "$schemas/xliff-v12/xliff-core-1.2-strict.xsd" "$work"/*.xlf
  XML_CATALOG_FILES=$schemas/xliff-v21/catalog.xml \
    valid "XLIFF 2.1" --schema "$schemas/xliff-v21/xliff_core_2.0.xsd" "$work"/*.xlf2
  valid "TBX 2" --dtdvalid "$schemas/TBXcoreStructV02.dtd" "$work/names.tbx"
}

jing_holds() {
  [ -d "$schemas" ] || return 0
  jing "$schemas/TBXcoreStructV03.rng" "$work"/tbx*.xml
  jing "$schemas/TBX-Basic_DCA.sch" "$work/tbx.xml"
  jing "$schemas/TBX-Basic_DCT.sch" "$work/tbx-dct.xml"
  jing "$schemas/TBX-Core.sch" "$work/tbx-core.xml"
  echo "TBX 3 is valid"
}

sarif_reads() {
  for file in check trace; do sarif summary "$work/$file.sarif" >/dev/null; done
  sarif summary "$work/check.sarif" >"$work/summary"
  grep -q 'warning: [1-9]' "$work/summary" || { cat "$work/summary"; fail "no warnings in SARIF"; }
  echo "sarif-tools reads SARIF"
}

make_files
if has java && [ -f $omegat ]; then omegat_readers; fi
if has omegat; then omegat_translates; fi
if has translate; then toolkit_reads; fi
if has xmllint; then schemas_hold; fi
if has jing; then jing_holds; fi
if has sarif; then sarif_reads; fi
if has pydantic_sarif; then python3 scripts/sarif.py "$work"/*.sarif; fi
