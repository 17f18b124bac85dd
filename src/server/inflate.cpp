#include "server/inflate.h"

#include <zlib.h>

namespace vanthu::server {

Bytes inflate(std::string_view gzip) {
    constexpr int gzip_header = 16;
    z_stream stream{};
    if (inflateInit2(&stream, gzip_header + MAX_WBITS) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    Bytes result;
    int code = Z_OK;
    while (code == Z_OK) {
        char piece[16384];
        stream.next_out = reinterpret_cast<Bytef*>(piece);
        stream.avail_out = sizeof piece;
        code = ::inflate(&stream, Z_NO_FLUSH);
        result.append(piece, sizeof piece - stream.avail_out);
    }
    inflateEnd(&stream);
    return code == Z_STREAM_END ? result : Bytes();
}

} // namespace vanthu::server
