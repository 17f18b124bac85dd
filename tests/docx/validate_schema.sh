#!/bin/bash
# validate_schema.sh FILE.docx CACHE: every part of WordprocessingML against the schema of ISO/IEC 29500 transitional,
# which the Maven artifact org.apache.poi:poi-ooxml-full carries.
set -euo pipefail
source "$(dirname "$0")/skip.sh"
here=$(realpath "$(dirname "$0")")
file=$(realpath "$1")
cache=$2/schema
artifact=org.apache.poi:poi-ooxml-full:5.2.5
need xmllint libxml2-utils
need unzip unzip
need mvn maven

schema=$cache/org/apache/poi/schemas/ooxml/src
if [ ! -f "$schema/wml.xsd" ]; then
    mkdir -p "$cache"
    timeout 300 mvn -q -B dependency:copy -Dartifact=$artifact -DoutputDirectory="$cache" > "$cache/install.log" 2>&1 ||
        skip "Maven cannot get $artifact"
    unzip -qo "$cache"/poi-ooxml-full-*.jar 'org/apache/poi/schemas/ooxml/src/*' -d "$cache"
fi
cp "$here"/schema/*.xsd "$schema"

parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
unzip -q "$file" -d "$parts"
xmllint --noout --nonet --huge --schema "$schema/word.xsd" "$parts"/word/*.xml
xmllint --noout --nonet --schema "$schema/shared-documentPropertiesExtended.xsd" "$parts"/docProps/app.xml
xmllint --noout --nonet --schema "$schema/shared-customXmlDataProperties.xsd" "$parts"/customXml/itemProps1.xml
xmllint --noout --nonet --schema "$schema/opc-relationships.xsd" "$parts"/_rels/.rels "$parts"/*/_rels/*.rels
