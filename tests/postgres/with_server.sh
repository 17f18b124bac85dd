#!/usr/bin/env bash
# with_server.sh COMMAND…: runs the command beside a PostgreSQL server of its own in a temporary folder; the command finds its
# address in VANTHU_TEST_SERVER (a socket) and VANTHU_TEST_PORT (loopback, password "secret"). Root hands the server to
# a user without rights: PostgreSQL refuses to run as root.
set -euo pipefail

binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[[ -x $binaries/initdb ]] || { echo "PostgreSQL is missing: apt-get install postgresql-15" >&2; exit 1; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/vanthu-pg.XXXXXX")
as_server=()
if ((EUID == 0)); then
    as_server=(setpriv --reuid=postgres --regid=postgres --clear-groups)
    chown postgres: "$folder"
fi
chmod 755 "$folder"
in_folder() { (cd "$folder" && "${as_server[@]}" "$@"); }

stop() {
    in_folder "$binaries/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
echo secret >"$folder/password"
chmod 644 "$folder/password"
in_folder "$binaries/initdb" -D "$folder/data" -U vanthu --pwfile="$folder/password" -A trust --auth-host=scram-sha-256 \
    -E UTF8 --locale="${VANTHU_TEST_LOCALE:-C}" >"$folder/initdb.log" || { cat "$folder/initdb.log" >&2; exit 1; }
# The folder vanishes with the test: nothing has to survive a power cut. Commits stay as visible as ever.
in_folder "$binaries/pg_ctl" -D "$folder/data" -w -l "$folder/log" start -o \
    "-k $folder -p $port -c listen_addresses=127.0.0.1 -c max_connections=120 -c fsync=${VANTHU_TEST_FSYNC:-off}" >/dev/null ||
    { cat "$folder/log" >&2; exit 1; }

export VANTHU_TEST_SERVER="postgres://vanthu@/postgres?host=${folder//\//%2F}&port=$port" VANTHU_TEST_PORT=$port
export VANTHU_TEST_RESTART="$folder/restart"
{
    printf '#!/bin/sh\ncd %q && exec' "$folder"
    printf ' %q' "${as_server[@]}" "$binaries/pg_ctl" -D "$folder/data" -m fast -w -l "$folder/log" restart
    printf '\n'
} >"$VANTHU_TEST_RESTART"
chmod 755 "$VANTHU_TEST_RESTART"
code=0
"$@" || code=$?
exit "$code"
