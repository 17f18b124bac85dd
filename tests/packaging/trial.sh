#!/usr/bin/env bash
# The Debian package as an office meets it: on a Debian 12 that has nothing else and no network, with its systemd and all that the unit
# forbids, by the very commands of docs/how-to/may-chu-co-quan.md. As root, on Debian 12, with the network for apt:
#     apt-get install debootstrap systemd-container; tests/packaging/trial.sh PACKAGE.deb [FOLDER]
# FOLDER (default /var/tmp/vanthu-trial, 4 GB) keeps the bare machine and the bundle of packages for the next trial.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/machine.sh"
package=$(realpath "$1")
folder=${2:-/var/tmp/vanthu-trial}
guide=$here/../../docs/how-to/may-chu-co-quan.md
samples=$here/../../samples
machine=$folder/machine
answer=$folder/answer
name=van-thu.example
password=mat-khau-dai-1
token=
mkdir -p "$folder"
trap stop_machine EXIT

step() { printf '== %s\n' "$*"; }

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    [[ $machine_leader ]] && in_machine 'journalctl --no-pager -n 30' >&2
    exit 1
}

block() { # the commands of that name in the guide
    local lines
    lines=$(sed -n "/^\`\`\`bash $1\$/,/^\`\`\`\$/p" "$guide" | sed '1d;$d')
    [[ $lines ]] || fail "no block $1 in $guide" >&2
    printf '%s\n' "$lines"
}

run() { # a script in the machine; what it prints is kept in $answer
    in_machine "$1" >"$answer" 2>&1 || { cat "$answer" >&2; fail "$1"; }
}

expect() { grep -q -e "$1" "$answer" || { head -c 2000 "$answer" >&2; fail "no “$1”"; }; }

ask() { # path, further arguments of curl
    local path=$1
    shift
    beside_machine curl -fsS --max-time 300 -o "$answer" -H "Authorization: Bearer $token" "$@" "http://127.0.0.1:8088$path" || fail "$path"
}

send() { ask "$1" -H "X-File-Name: $(basename "$2")" --data-binary "@$2"; }

browse() { # path, further arguments of curl: as a machine in the office that trusts the CA
    local path=$1
    shift
    beside_machine curl -fsS --max-time 60 -o "$answer" --cacert "$machine/etc/vanthu/ca.crt" --resolve "$name:443:127.0.0.1" \
        --resolve "$name:80:127.0.0.1" "$@" "https://$name$path" || fail "$path through nginx"
}

documents() {
    local vanthu=$folder/program/usr/bin/vanthu
    rm -rf "$folder/program" "$folder/documents"
    dpkg-deb -x "$package" "$folder/program"
    "$vanthu" generate "$samples/khanh-hoa/decision.json" -o "$folder/documents" --quiet --pdfa 1b 2>/dev/null
    soffice "-env:UserInstallation=file://$folder/office" --headless --convert-to doc --outdir "$folder/documents" \
        "$folder/documents/decision.docx" >/dev/null
    pdftoppm -r 150 -png -f 1 -l 1 -singlefile "$folder/documents/decision.pdf" "$folder/documents/scan"
}

# As on a machine with the Internet.
install_online() {
    rm -rf "$machine"
    make_machine "$folder/bare.tar" "$machine"
    cp "$package" "$machine/root/vanthu_0.1.0_amd64.deb"
    in_files "$machine" "cd; $(block install); vanthu --version" >"$folder/online.log" 2>&1 || { tail -20 "$folder/online.log" >&2; fail install; }
}

# Gathered once; the package itself is put in anew.
bundle() {
    if [[ ! -d $folder/bundle ]]; then
        rm -rf "$machine"
        make_machine "$folder/bare.tar" "$machine"
        cp "$package" "$machine/root/vanthu_0.1.0_amd64.deb"
        in_files "$machine" "cd; $(block bundle)" >"$folder/bundle.log" 2>&1 || { tail -20 "$folder/bundle.log" >&2; fail bundle; }
        mv "$machine/root/vanthu-bundle" "$folder/bundle"
    fi
    cp "$package" "$folder/bundle/vanthu_0.1.0_amd64.deb"
    (cd "$folder/bundle" && apt-ftparchive packages . >Packages)
}

start_from_bundle() {
    rm -rf "$machine"
    make_machine "$folder/bare.tar" "$machine"
    cp -a "$folder/bundle" "$machine/media/vanthu-bundle"
    start_machine "$machine"
    run "$(block install-offline)"
    run '! systemctl is-active vanthu && ! systemctl is-enabled vanthu' # not without being asked
}

set_up() {
    run "echo $password | $(block first-user)"
    run "{ sleep 3; echo $password; sleep 2; } | script -qec 'vanthu-admin users add bich' /dev/null; vanthu-admin users list" # at a terminal
    expect '^bich'
    grep -q "$password" "$answer" && fail "a password is shown"
    run "$(block start)"
    run "$(block certificate)"
    run "$(block nginx)"
    run 'vanthu-admin users token an'
    token=$(<"$answer")
    run "$(block watch)"
    expect '"status":"ok"'
    expect vanthu_requests_total
    expect 'vanthu đang chạy ở'
    run 'systemd-analyze security vanthu --no-pager'
    tail -n 1 "$answer"
    run 'systemctl show vanthu -p MainPID --value; stat -c "%U %a" /var/lib/private/vanthu'
    expect ' 700'
}

through_nginx() {
    browse /
    expect '<html lang="vi"'
    browse /api/v1/session -H 'X-Vanthu: 1' -H 'Content-Type: application/json' -D "$folder/head" -d "{\"name\":\"an\",\"password\":\"$password\"}"
    grep -q '; Secure' "$folder/head" || fail "cookie without Secure"
    beside_machine curl -sS -o /dev/null -w '%{redirect_url}' --resolve "$name:80:127.0.0.1" "http://$name/kho" >"$answer"
    expect "https://$name/kho"
}

work() {
    send '/api/v1/documents?format=pdf' "$samples/one-page.json"
    expect '%PDF'
    send /api/v1/read "$folder/documents/decision.pdf"
    expect '"number": "232"'
    send /api/v1/read "$folder/documents/scan.png" # in the sandbox, by Tesseract
    expect '"number": "232"'
    send /api/v1/read "$folder/documents/decision.doc" # by LibreOffice
    expect '"number": "232"'
    send /api/v1/archive "$folder/documents/decision.pdf"
    expect '"id":"vt-'
    ask '/api/v1/archive?q=hop+tac+xa'
    expect '"total":1'
    send /api/v1/readings "$folder/documents/decision.docx" # lies on the desk
    run 'vanthu-admin archive register take --symbol QĐ-UBND --subject thử --date 2026-11-24'
}

# A restart while scans are in hand, and an end that nobody asked for.
stop_and_crash() {
    for _ in 1 2 3 4; do
        beside_machine curl -s -o /dev/null -H "Authorization: Bearer $token" -H 'X-File-Name: scan.png' \
            --data-binary "@$folder/documents/scan.png" http://127.0.0.1:8088/api/v1/ocr &
    done
    sleep 2
    run 'time systemctl restart vanthu; systemctl show vanthu -p Result --value'
    expect success
    grep real "$answer"
    run 'systemctl kill -s KILL --kill-who=main vanthu; sleep 7; systemctl is-active vanthu; systemctl show vanthu -p NRestarts --value'
    expect '^1$'
}

back_up_and_restore() {
    run "$(block backup)"
    expect '^20'
    run 'vanthu-admin users add sau --role clerk <<<mat-khau-dai-2' # is not in the backup
    run "$(block restore)"
    expect 'nguyên vẹn'
    run 'vanthu-admin users list'
    expect '^an'
    grep -q '^sau' "$answer" && fail "the backup has what came later"
    # As on a new machine, where systemd may choose another user.
    run 'systemctl stop vanthu; chown -R 1000:1000 /var/lib/private/vanthu; systemctl start vanthu; stat -c %u /var/lib/private/vanthu/office.sqlite'
    grep -q "^1000$" "$answer" && fail "the store was not given to the service's user"
    ask '/api/v1/archive?q=hop+tac+xa'
    expect '"total":1'
    ask /api/v1/readings
    expect decision.docx
    run 'vanthu-admin archive register show --book QĐ-UBND --year 2026 || vanthu-admin archive register show'
    run 'sed -i "s/^#VANTHU_BACKUP_KEEP=.*/VANTHU_BACKUP_KEEP=2/" /etc/default/vanthu; for i in 1 2 3; do sleep 1; systemctl start vanthu-backup; done; ls /var/lib/private/vanthu-backup | wc -l'
    expect '^2$'
}

# The next version while the service runs; the administrator's settings stay; then removal.
upgrade_and_remove() {
    rm -rf "$folder/next"
    dpkg-deb -R "$package" "$folder/next"
    sed -i 's/^Version: .*/Version: 0.1.1/' "$folder/next/DEBIAN/control"
    echo '# new in the next version' >>"$folder/next/etc/default/vanthu"
    dpkg-deb -b "$folder/next" "$machine/root/vanthu_0.1.1_amd64.deb" >/dev/null
    run "cd; systemctl show vanthu -p MainPID --value >/run/vanthu-pid; $(block upgrade | sed 's/apt install -y/apt install -y -o Dpkg::Options::=--force-confold/')"
    run '[[ $(systemctl show vanthu -p MainPID --value) != $(</run/vanthu-pid) ]]; grep -e ^VANTHU_OPTIONS /etc/default/vanthu'
    ask '/api/v1/archive?q=hop+tac+xa'
    expect '"total":1'
    run 'apt-get purge -y vanthu'
    expect /var/lib/private/vanthu
    run 'for gone in /etc/default/vanthu /lib/systemd/system/vanthu.service /etc/systemd/system/*.wants/vanthu*; do [[ ! -e $gone && ! -L $gone ]]; done
        ls /var/lib/private/vanthu/office.sqlite /var/lib/private/vanthu-backup/20*/office.sqlite'
}

step "Documents to try with: PDF, Word 97, a scan" && documents
step "Installing with the Internet" && install_online
step "A bundle for machines without the Internet" && bundle
step "A machine with nothing else and no network; vanthu from the bundle" && start_from_bundle
step "First user, start, certificate, nginx" && set_up
step "As a browser in the office sees it" && through_nginx
step "Generating, reading PDF, scan and Word 97, archive, search, register" && work
step "Restart with work in hand; a crash" && stop_and_crash
step "Backup, restore, how many are kept" && back_up_and_restore
step "Upgrade, purge" && upgrade_and_remove
step "All of it holds"
