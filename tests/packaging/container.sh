#!/usr/bin/env bash
# packaging/Containerfile built and run without a registry: what it names debian:12-slim is a bare Debian 12 by debootstrap.
# As root, on Debian 12, with the network for apt and npm; 20 minutes of two cores, 5 GB:
#     apt-get install debootstrap buildah; tests/packaging/container.sh [FOLDER]
# VANTHU_BUILDAH: further options of `buildah build`, as for a network of its own certificates.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/machine.sh"
folder=${1:-/var/tmp/vanthu-trial}
mkdir -p "$folder"
buildah() { command buildah --root "$folder/images" --runroot "$folder/running" --storage-driver vfs "$@"; }
in_container() { buildah run --isolation chroot --volume "$folder/volume:/var/lib/vanthu" "$@"; }

[[ -f $folder/bare.tar ]] || { make_machine "$folder/bare.tar" "$folder/unused" && rm -rf "$folder/unused"; }
base=$(buildah from scratch)
buildah add -q "$base" "$folder/bare.tar" / >/dev/null
buildah commit -q "$base" docker.io/library/debian:12-slim >/dev/null
buildah rm "$base" >/dev/null

read -ra options <<<"${VANTHU_BUILDAH:-}"
buildah build --format docker --isolation chroot --pull-never "${options[@]}" -f "$here/../../packaging/Containerfile" -t vanthu "$here/../.."

rm -rf "$folder/volume"
mkdir "$folder/volume"
chown 8088:8088 "$folder/volume"
container=$(buildah from --pull-never vanthu)
trap 'buildah rm "$container" >/dev/null' EXIT
in_container "$container" -- vanthu users add an --role admin <<<mat-khau-dai-1
in_container "$container" -- vanthu serve &
service=$!
health=$(buildah inspect "$container" | python3 -c 'import json, sys; print(json.load(sys.stdin)["Docker"]["config"]["Healthcheck"]["Test"][-1])')
is_healthy() { in_container "$container" -- bash -c "$health" 2>/dev/null; }
for _ in {1..50}; do is_healthy && break; sleep 0.2; done
is_healthy
in_container "$container" -- id -u | grep -qx 8088
in_container "$container" -- vanthu generate - -o - --format pdf <"$here/../../samples/one-page.json" | head -c 4 | grep -q PDF
in_container "$container" -- sh -c 'vanthu generate - -o /tmp/x.docx && soffice --version && vanthu text /tmp/x.docx' <"$here/../../samples/one-page.json" | grep -q 'QUYẾT ĐỊNH'
kill "$(pgrep -o -u 8088 -x vanthu)" # nobody else is that user
wait "$service" || true
! is_healthy
echo "The container holds."
