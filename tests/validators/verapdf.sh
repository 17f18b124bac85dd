#!/bin/sh
# PDF/A and PDF/UA by veraPDF, fetched by Maven into FOLDER: verapdf.sh FOLDER LEVEL FILE [LEVEL FILE]...
# Levels are veraPDF's names: 1b, 2a, 3a, ua1.
set -eu
here=$(dirname "$0")/verapdf
folder=$1
shift
for tool in mvn javac java; do
    if ! command -v $tool >/dev/null; then
        echo "skipped: no $tool (packages maven default-jdk-headless)"
        exit 77
    fi
done
mkdir -p "$folder"
if [ ! -e "$folder/fetched" ]; then
    if ! mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$(realpath "$folder")" >"$folder/mvn.log" 2>&1; then
        echo "skipped: Maven cannot fetch veraPDF: $(grep -m 1 ERROR "$folder/mvn.log")"
        exit 77
    fi
    touch "$folder/fetched"
fi
javac -cp "$folder/*" -d "$folder" "$here/Validate.java"
exec java -cp "$folder/*:$folder" Validate "$@"
