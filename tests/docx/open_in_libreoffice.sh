#!/bin/bash
# open_in_libreoffice.sh FILE.docx WORK: LibreOffice reads the representative document as a reader is meant to see it.
set -euo pipefail
source "$(dirname "$0")/skip.sh"
file=$(realpath "$1")
work=$2/libreoffice
need soffice libreoffice-writer-nogui
need pdftotext poppler-utils
mkdir -p "$work"
work=$(realpath "$work")

timeout 180 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" "$file" > "$work/convert.log" 2>&1
pdf=$work/$(basename "${file%.docx}").pdf

fail() {
    echo "failed: $1"
    exit 1
}

text() { # page
    pdftotext -layout -f "$1" -l "$1" "$pdf" -
}

pages=$(pdfinfo "$pdf" | awk '/^Pages:/ { print $2 }')
echo "$pages pages: $pdf"

signature=0
landscape=0
for ((page = 1; page <= pages; ++page)); do
    words=$(text "$page")
    [ -n "${words//[[:space:]]/}" ] || fail "page $page is empty"
    # The signature has text of the last article with it.
    if grep -q 'Nguyễn Tấn Tuân' <<< "$words"; then
        signature=$page
        grep -q 'Điều 3\.' <<< "$words" || fail "the signature stands alone on page $page"
        grep -q 'Nơi nhận:' <<< "$words" || fail "the recipients are not beside the signature"
    fi
    # The header row stands on every page of the appendix; the numbers begin anew and the first is hidden.
    if pdfinfo -f "$page" -l "$page" "$pdf" | grep -q 'size: *841.* x 595'; then
        landscape=$((landscape + 1))
        grep -q 'Cơ quan chủ trì' <<< "$words" || fail "no header row on page $page"
        number=$(head -1 <<< "$words" | tr -d '[:space:]')
        if [ "$landscape" -gt 1 ] && [ "$number" != "$landscape" ]; then fail "page number $number, not $landscape"; fi
    fi
done
[ "$signature" -gt 0 ] || fail "no signature"
[ "$landscape" -gt 1 ] || fail "the appendix is not landscape"
grep -q 'XEM XONG TRẢ LẠI' <<< "$(text 1)" || fail "no circulation mark on page 1"
grep -q 'Số 01 Trần Phú' <<< "$(text 1)" || fail "no contact line on page 1"
if grep -q 'Số 01 Trần Phú' <<< "$(text 2)"; then fail "contact line on page 2"; fi
