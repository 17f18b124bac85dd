// Namespaces, content types and relationship types of WordprocessingML (ISO/IEC 29500-1 and -4, transitional).
#pragma once

namespace vanthu::write::docx {

inline constexpr const char* ns_word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr const char* ns_relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline constexpr const char* type_document =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
inline constexpr const char* type_styles = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
inline constexpr const char* type_settings =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";
inline constexpr const char* type_font_table =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
inline constexpr const char* type_header = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
inline constexpr const char* type_footer = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";
inline constexpr const char* type_core = "application/vnd.openxmlformats-package.core-properties+xml";
inline constexpr const char* type_app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
inline constexpr const char* type_custom_xml_properties =
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

inline constexpr const char* rel_document =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
inline constexpr const char* rel_core =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
inline constexpr const char* rel_app =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties";
inline constexpr const char* rel_styles = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
inline constexpr const char* rel_settings =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings";
inline constexpr const char* rel_font_table =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
inline constexpr const char* rel_header = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header";
inline constexpr const char* rel_footer = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer";
inline constexpr const char* rel_custom_xml =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
inline constexpr const char* rel_custom_xml_properties =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";

} // namespace vanthu::write::docx
