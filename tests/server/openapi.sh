#!/bin/sh
# Calls every route and holds the answers against the description, with judges from PyPI in a folder of their own:
# openapi.sh VANTHU FOLDER. 77: they cannot be had.
set -eu
here=$(dirname "$0")
if [ ! -e "$2/fetched" ]; then
    if ! { python3 -m venv "$2" && "$2/bin/pip" install -q --timeout 20 --retries 1 -r "$here/requirements.txt"; } >"$2.log" 2>&1; then
        echo "skipped: no judges from PyPI: $(tail -n 1 "$2.log")"
        exit 77
    fi
    touch "$2/fetched"
fi
exec "$2/bin/python" "$here/openapi.py" "$1"
