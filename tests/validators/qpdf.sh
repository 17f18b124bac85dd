#!/bin/sh
# Syntax of PDF files, warnings counting as errors: qpdf.sh FILE...
set -eu
for file in "$@"; do
    qpdf --check "$file"
done
