# Sourced by the checks with foreign tools. 77 is what ctest takes for "skipped".
skip() {
    echo "skipped: $1"
    exit 77
}

need() {
    command -v "$1" > /dev/null || skip "no $1 (Debian package $2)"
}
