// zlib, kept open over the streams of a document: opening it costs more than deflating a short stream.
#pragma once

#include "base/bytes.h"

#include <zlib.h>

namespace vanthu::write {

class Deflater {
  public:
    Deflater();
    ~Deflater();
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    /// The data as /FlateDecode takes it. Throws PdfError.
    Bytes deflate(std::string_view data);

  private:
    z_stream stream_{};
};

} // namespace vanthu::write
