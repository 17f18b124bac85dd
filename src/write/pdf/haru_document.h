// The body of a PDF, held and written by libharu: pages, streams, dictionaries. Only haru_document.cpp knows libharu.
#pragma once

#include "base/bytes.h"
#include "write/pdf/pdf_syntax.h"

#include <deque>
#include <memory>
#include <vector>

namespace vanthu::write {

/// Each call throws PdfError (pdf-failed) where libharu reports an error.
class HaruDocument {
  public:
    HaruDocument();
    ~HaruDocument();
    HaruDocument(const HaruDocument&) = delete;
    HaruDocument& operator=(const HaruDocument&) = delete;

    /// `entries` is the inside of the dictionary: "/Type /Font ...".
    ObjectNumber add_dictionary(std::string entries);

    /// `data` as it shall stand in the file; `entries` name its filter.
    ObjectNumber add_stream(std::string entries, std::string_view data);

    struct Page {
        double width = 0, height = 0;
        ObjectNumber resources = 0;
        int structure_key = -1;   ///< key into the parent tree; negative: the page is not tagged
        std::string_view content; ///< deflated
    };
    ObjectNumber add_page(const Page& page);

    void set_catalog_entries(std::string entries);
    void set_info_entries(std::string entries);

    /// The number of the next object that is added here or behind the body.
    ObjectNumber next_number() const;

    /// Name and version of the library, as the Producer states it.
    static std::string library();

    struct Body {
        Bytes bytes;                      ///< header and objects, without a cross-reference table
        std::vector<std::size_t> offsets; ///< of each object; [0] stands for the free object 0
        ObjectNumber catalog = 0;
        ObjectNumber info = 0;
    };
    Body write(std::string_view header);

  private:
    struct Library;
    std::unique_ptr<Library> library_;
};

/// The MD5 of libharu, for identifiers; nothing secret depends on it.
std::string md5(std::string_view data);

} // namespace vanthu::write
