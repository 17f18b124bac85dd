# LIBRARY_VERSIONS: what the program is linked with, for `vanthu --version`.
file(STRINGS /usr/include/hpdf_version.h HPDF_LINE REGEX "define HPDF_VERSION_TEXT")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" HPDF_VERSION "${HPDF_LINE}")
# Debian's libpodofo.pc and xlsxwriter.pc do not say theirs.
file(STRINGS /usr/include/podofo/base/podofo_config.h PODOFO_LINES REGEX "define PODOFO_VERSION_(MAJOR|MINOR|PATCH)")
list(TRANSFORM PODOFO_LINES REPLACE ".* ([0-9]+)" "\\1")
string(JOIN "." PODOFO_NUMBER ${PODOFO_LINES})
file(STRINGS /usr/include/xlsxwriter.h XLSXWRITER_LINE REGEX "define LXW_VERSION ")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" XLSXWRITER_NUMBER "${XLSXWRITER_LINE}")
string(JOIN ", " LIBRARY_VERSIONS
    "libharu ${HPDF_VERSION}" "HarfBuzz ${HARFBUZZ_harfbuzz_VERSION}" "ICU ${ICU_VERSION}" "libxml2 ${LIBXML2_VERSION_STRING}"
    "libzip ${LIBZIP_VERSION}" "zlib ${ZLIB_VERSION_STRING}" "RapidJSON ${RapidJSON_VERSION}" "fmt ${fmt_VERSION}"
    "CLI11 ${CLI11_VERSION}" "libqpdf ${QPDF_VERSION}" "PoDoFo ${PODOFO_NUMBER}" "libxlsxwriter ${XLSXWRITER_NUMBER}"
    "libseccomp ${SECCOMP_VERSION}" "libpng ${PNG_VERSION}")
