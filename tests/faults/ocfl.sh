#!/bin/bash
# ocfl.sh DRIVER CACHE: what an independent validator says of our storage root; ocfl-py from PyPI.
set -euo pipefail
source "$(dirname "$0")/../docx/skip.sh"
driver=$1
venv=$2/ocfl-py
need python3 python3

if [ ! -x "$venv/bin/ocfl-validate.py" ]; then
    mkdir -p "$2"
    python3 -m venv "$venv" > /dev/null 2>&1 || skip "no Python venv (Debian package python3-venv)"
    timeout 120 "$venv/bin/pip" install --quiet --retries 1 ocfl-py==2.1.0 > "$venv/install.log" 2>&1 ||
        skip "pip cannot install ocfl-py"
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$driver" init "$folder/store"
"$driver" add "$folder/store" 1 30 > /dev/null
"$driver" backup "$folder/store" "$folder/copy"
validate() { "$venv/bin/python" "$venv/bin/ocfl-validate.py" --quiet "$@"; }
for store in store copy; do validate "$folder/$store/storage"; done
objects=("$folder"/store/storage/??/??/*)
# Of a whole root it looks at the layout only: the digests are read object by object.
validate "${objects[@]}" > /dev/null
# A judge that finds fault with nothing would be of no use.
chmod u+w "${objects[0]}"/v1/content/text.txt
echo more >> "${objects[0]}"/v1/content/text.txt
if validate "${objects[0]}"; then exit 1; fi
echo "${#objects[@]} objects are sound, a damaged one is refused"
