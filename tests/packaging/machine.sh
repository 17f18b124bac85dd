# Bare Debian 12 machines below a folder; to be sourced by root. Needs debootstrap, systemd-container, util-linux.

machine_leader=

# The files of a machine with apt and systemd and nothing else: make_machine CACHE.tar FOLDER
make_machine() {
    if [[ ! -f $1 ]]; then
        local fresh
        fresh=$(mktemp -d)
        debootstrap --variant=minbase --include=systemd-sysv,dbus,ca-certificates bookworm "$fresh" >"$1.log" || return 1
        printf 'deb %s\n' "http://deb.debian.org/debian bookworm main" "http://deb.debian.org/debian bookworm-updates main" \
            "http://deb.debian.org/debian-security bookworm-security main" >"$fresh/etc/apt/sources.list"
        printf '#!/bin/sh\nexec "$@"\n' >"$fresh/usr/local/bin/sudo" # who works on it is root
        chmod 0755 "$fresh/usr/local/bin/sudo"
        chmod 0755 "$fresh"
        tar -C "$fresh" -cf "$1.part" . && mv "$1.part" "$1"
        rm -rf "$fresh"
    fi
    mkdir -p "$2"
    tar -C "$2" -xf "$1"
}

# A script in a machine that is not started, with this machine's network: in_files FOLDER SCRIPT
in_files() {
    systemd-nspawn --quiet --register=no --keep-unit --console=pipe -D "$1" --resolv-conf=copy-host \
        --setenv=DEBIAN_FRONTEND=noninteractive bash -euo pipefail -c "$2" </dev/null
}

# Starts it, with systemd and a network of its own that leads nowhere: start_machine FOLDER
start_machine() {
    systemd-nspawn --quiet --register=no --keep-unit --console=pipe -D "$1" --private-network --boot </dev/null >"$1.console" 2>&1 &
    local nspawn=$!
    for _ in {1..100}; do
        machine_leader=$(pgrep -P "$nspawn" || true)
        [[ $machine_leader ]] && in_machine 'timeout 20 systemctl is-system-running --wait' >/dev/null 2>&1 && return
        sleep 0.3
    done
    cat "$1.console" >&2
    return 1
}

# A script in the machine that was started: in_machine SCRIPT
in_machine() {
    nsenter -t "$machine_leader" -m -u -i -n -p -C env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 HOME=/root bash -euo pipefail -c "$1" </dev/null
}

# A command of this machine in the network of that one.
beside_machine() { nsenter -t "$machine_leader" -n "$@"; }

stop_machine() {
    [[ $machine_leader ]] || return 0
    in_machine "systemctl poweroff" 2>/dev/null || true
    for _ in {1..100}; do
        [[ -d /proc/$machine_leader ]] || break
        sleep 0.2
    done
    machine_leader=
}
