#!/bin/sh
# The tags of a PDF with their text, as poppler reads them, are those of a text file: structure.sh EXPECTED FILE
# To accept a change: pdfinfo -enc UTF-8 -struct-text FILE > EXPECTED
set -eu
pdfinfo -enc UTF-8 -struct-text "$2" 2>&1 | diff -u "$1" -
