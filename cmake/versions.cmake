# LIBRARY_VERSIONS: what the program is linked with, for `vanthu --version`.
file(STRINGS /usr/include/hpdf_version.h HPDF_LINE REGEX "define HPDF_VERSION_TEXT")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" HPDF_VERSION "${HPDF_LINE}")
string(JOIN ", " LIBRARY_VERSIONS
    "libharu ${HPDF_VERSION}" "HarfBuzz ${HARFBUZZ_harfbuzz_VERSION}" "ICU ${ICU_VERSION}" "libxml2 ${LIBXML2_VERSION_STRING}"
    "libzip ${LIBZIP_VERSION}" "zlib ${ZLIB_VERSION_STRING}" "RapidJSON ${RapidJSON_VERSION}" "fmt ${fmt_VERSION}"
    "CLI11 ${CLI11_VERSION}")
