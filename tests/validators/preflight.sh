#!/bin/sh
# PDF/A-1b by PDFBox Preflight, from Debian's packages: preflight.sh FILE...
set -eu
classes=
for name in preflight pdfbox2 fontbox2 xmpbox commons-logging javax.activation jaxb-api; do
    jar=/usr/share/java/$name.jar
    if [ ! -e "$jar" ]; then
        echo "skipped: $jar is missing (packages libpdfbox2-java libfontbox2-java libcommons-logging-java" \
            "libactivation-java libjaxb-api-java)"
        exit 77
    fi
    classes=$classes:$jar
done
if ! command -v java >/dev/null; then
    echo "skipped: no java (package default-jre-headless)"
    exit 77
fi
for file in "$@"; do
    java -cp "$classes" org.apache.pdfbox.preflight.Validator_A1b "$file"
done
