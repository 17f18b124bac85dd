// Facts about the document, said twice and alike: in the Info dictionary and as XMP (ISO 19005-1, 6.7).
#pragma once

#include "flow/flow.h"
#include "write/pdf/pdf_writer.h"

#include <string>

namespace vanthu::write {

/// The inside of the Info dictionary, without the Producer that libharu writes.
std::string info_entries(const flow::Info& info);

/// The XMP packet, claiming `level` and, where tagged, PDF/UA-1.
std::string xmp_packet(const flow::Info& info, PdfLevel level);

/// What an XMP packet says; empty values are left out.
struct XmpFacts {
    std::string title, author, subject, keywords, language, creator_tool, producer;
    std::string created, modified; ///< as XMP writes times: 2026-01-31T00:00:00+07:00
    int part = 0;                  ///< of PDF/A; 0: nothing is claimed
    char conformance = 'B';
    bool is_ua = false; ///< claims PDF/UA-1
};
std::string xmp_packet(const XmpFacts& facts);

/// An ISO 8601 date as a PDF date: its midnight in Vietnam's time, which has no summer time. "" for "".
std::string pdf_date(const std::string& iso_date);

} // namespace vanthu::write
