// All objects of one PDF, and its streams decoded within limits.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "read/pdf/object.h"
#include "read/pdf/pdf_reader.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu::read::pdf {

/// A file asks for more than PdfLimits allow. Leaves read_pdf() as pdf-limit.
struct LimitReached {
    std::string limit;
    std::size_t value;
};

class ObjectStore {
  public:
    /// `clean` is what clean_copy() made; it may go once this is built. Throws std::runtime_error where PoDoFo fails.
    ObjectStore(std::string_view clean, const PdfLimits& limits);
    ~ObjectStore();
    ObjectStore(const ObjectStore&) = delete;
    ObjectStore& operator=(const ObjectStore&) = delete;

    Object trailer() const;

    /// The stream's bytes with all filters undone, up to where it is broken. Throws LimitReached.
    struct Decoded {
        Bytes bytes;
        bool complete = true;
    };
    Decoded decode(const Object& stream);

    /// A picture's bytes, undone up to the filter that is a picture's coding. `most`: bytes that the picture can have
    /// where no such filter is left; what comes behind them is dropped. Throws LimitReached.
    struct Picture {
        Bytes bytes;
        std::string coding; ///< name of the filter that is left; empty: none
        Object parameters;  ///< of that filter
    };
    std::optional<Picture> picture(const Object& stream, std::size_t most);

  private:
    /// As it stands in the file; none where it cannot be loaded.
    static std::optional<std::string_view> stored_bytes(const Object& stream);

    struct Library;
    std::unique_ptr<Library> library_;
    PdfLimits limits_;
    std::size_t decoded_ = 0;
    std::size_t pictures_ = 0; ///< bytes
};

} // namespace vanthu::read::pdf
