#include "jobs/scan_parcel.h"

#include "text/unicode.h"

namespace vanthu::jobs {
namespace {

using pages::ScannedPage;
using pages::SeenPage;
using pages::StoredPicture;

constexpr std::uint64_t most_pages = 2000, most_pictures = 500, most_words = 100'000, most_lines = 100'000;
constexpr int deepest_mask = 1;

void pack(Packer& packer, const StoredPicture& picture) {
    packer.number(static_cast<std::uint8_t>(picture.coding));
    for (const Bytes* part : {&picture.bytes, &picture.palette, &picture.jbig2_globals}) packer.text(*part);
    packer.number(picture.width);
    packer.number(picture.height);
    packer.number(picture.bits);
    packer.number(picture.components);
    for (const bool flag : {picture.is_inverted, picture.is_mask, picture.ccitt_black_is_1, picture.ccitt_byte_align})
        packer.number(static_cast<std::uint8_t>(flag));
    packer.number(picture.colour);
    packer.number(picture.ccitt_k);
    for (const double value : picture.placement) packer.number(value);
    packer.number<std::uint64_t>(picture.mask.size());
    for (const StoredPicture& mask : picture.mask) pack(packer, mask);
}

StoredPicture unpack_picture(Unpacker& unpacker, int depth) {
    StoredPicture picture;
    const auto coding = unpacker.number<std::uint8_t>();
    if (coding > static_cast<std::uint8_t>(pages::PictureCoding::tiff)) unpacker.fail();
    picture.coding = static_cast<pages::PictureCoding>(coding);
    for (Bytes* part : {&picture.bytes, &picture.palette, &picture.jbig2_globals}) *part = unpacker.text();
    picture.width = unpacker.number<std::uint32_t>();
    picture.height = unpacker.number<std::uint32_t>();
    picture.bits = unpacker.number<std::uint8_t>();
    picture.components = unpacker.number<std::uint8_t>();
    for (bool* flag : {&picture.is_inverted, &picture.is_mask, &picture.ccitt_black_is_1, &picture.ccitt_byte_align})
        *flag = unpacker.number<std::uint8_t>() != 0;
    picture.colour = unpacker.number<std::uint32_t>();
    picture.ccitt_k = unpacker.number<std::int32_t>();
    for (double& value : picture.placement) value = unpacker.length();
    for (std::uint64_t left = unpacker.count(depth < deepest_mask ? 1 : 0); left > 0; --left)
        picture.mask.push_back(unpack_picture(unpacker, depth + 1));
    return picture;
}

void pack(Packer& packer, const pages::Box& box) {
    for (const double edge : {box.x1, box.y1, box.x2, box.y2}) packer.number(edge);
}

pages::Box unpack_box(Unpacker& unpacker) {
    pages::Box box;
    for (double* edge : {&box.x1, &box.y1, &box.x2, &box.y2}) *edge = unpacker.length();
    return box;
}

void pack(Packer& packer, const pages::Word& word) {
    packer.text(word.text);
    pack(packer, word.box);
    packer.number(word.baseline);
    packer.number(word.size);
    packer.number(word.colour);
    packer.number(static_cast<std::uint8_t>(word.face));
    packer.number(static_cast<std::uint8_t>(word.joined));
    packer.number(static_cast<std::uint8_t>(word.raised));
    packer.number(word.trust);
}

/// Whoever wrote the picture may have written the words.
bool is_word(std::string_view text) {
    return !text.empty() && text.find_first_of(" \t\r\n") == text.npos && text::to_nfc(text) == text;
}

pages::Word unpack_word(Unpacker& unpacker) {
    pages::Word word;
    word.text = unpacker.text();
    if (!is_word(word.text)) unpacker.fail();
    word.box = unpack_box(unpacker);
    word.baseline = unpacker.length();
    word.size = unpacker.length();
    word.colour = unpacker.number<std::uint32_t>();
    word.face = static_cast<Face>(unpacker.number<std::uint8_t>() & 3U);
    word.joined = unpacker.number<std::uint8_t>() != 0;
    word.raised = unpacker.number<std::uint8_t>() != 0;
    word.trust = unpacker.number<float>();
    if (!(word.trust >= 0 && word.trust <= 1)) unpacker.fail();
    return word;
}

void pack(Packer& packer, const SeenPage& page) {
    packer.number(page.width);
    packer.number(page.height);
    packer.number<std::int32_t>(page.rotation);
    packer.number(static_cast<std::uint8_t>(page.image_only));
    packer.number(static_cast<std::uint8_t>(page.unread));
    const std::size_t words = std::min<std::size_t>(page.words.size(), most_words);
    packer.number<std::uint64_t>(words);
    for (std::size_t i = 0; i < words; ++i) pack(packer, page.words[i]);
    const std::size_t lines = std::min<std::size_t>(page.lines.size(), most_lines);
    packer.number<std::uint64_t>(lines);
    for (std::size_t i = 0; i < lines; ++i) {
        const pages::Line& line = page.lines[i];
        for (const double value : {line.x1, line.y1, line.x2, line.y2, line.thickness}) packer.number(value);
        packer.number(static_cast<std::uint8_t>(line.red));
    }
}

SeenPage unpack_seen_page(Unpacker& unpacker) {
    SeenPage page;
    page.width = unpacker.length();
    page.height = unpacker.length();
    page.rotation = unpacker.number<std::int32_t>();
    page.image_only = unpacker.number<std::uint8_t>() != 0;
    page.unread = unpacker.number<std::uint8_t>() != 0;
    for (std::uint64_t left = unpacker.count(most_words); left > 0 && unpacker.is_sound(); --left)
        page.words.push_back(unpack_word(unpacker));
    for (std::uint64_t left = unpacker.count(most_lines); left > 0 && unpacker.is_sound(); --left) {
        pages::Line& line = page.lines.emplace_back();
        for (double* value : {&line.x1, &line.y1, &line.x2, &line.y2, &line.thickness}) *value = unpacker.length();
        line.red = unpacker.number<std::uint8_t>() != 0;
    }
    return page;
}

template <class Value> Bytes pack_answer_of(const Result<Value>& answer) {
    Packer packer;
    packer.number(static_cast<std::uint8_t>(answer.value.has_value()));
    if (answer) pack(packer, *answer);
    packer.diagnostics(answer.diagnostics);
    return packer.take();
}

template <class Value, class Unpack>
std::optional<Result<Value>> unpack_answer_of(std::string_view bytes, Unpack unpack) {
    Unpacker unpacker(bytes);
    Result<Value> answer;
    if (unpacker.number<std::uint8_t>() != 0) answer.value = unpack(unpacker);
    answer.diagnostics = unpacker.diagnostics();
    if (!unpacker.is_finished()) return std::nullopt;
    return answer;
}

} // namespace

void pack(Packer& packer, const std::vector<ScannedPage>& pages) {
    packer.number<std::uint64_t>(pages.size());
    for (const ScannedPage& page : pages) {
        packer.number(page.width);
        packer.number(page.height);
        packer.number<std::uint64_t>(page.pictures.size());
        for (const StoredPicture& picture : page.pictures) pack(packer, picture);
    }
}

std::vector<ScannedPage> unpack_scanned_pages(Unpacker& unpacker) {
    std::vector<ScannedPage> pages;
    for (std::uint64_t left = unpacker.count(most_pages); left > 0 && unpacker.is_sound(); --left) {
        ScannedPage& page = pages.emplace_back();
        page.width = unpacker.length();
        page.height = unpacker.length();
        for (std::uint64_t more = unpacker.count(most_pictures); more > 0 && unpacker.is_sound(); --more)
            page.pictures.push_back(unpack_picture(unpacker, 0));
    }
    return pages;
}

void pack(Packer& packer, const read::ScanResult& result) {
    pack(packer, result.page);
    packer.number(static_cast<std::uint8_t>(result.is_blank));
    packer.number(result.skew);
}

read::ScanResult unpack_scan_result(Unpacker& unpacker) {
    read::ScanResult result;
    result.page = unpack_seen_page(unpacker);
    result.is_blank = unpacker.number<std::uint8_t>() != 0;
    result.skew = unpacker.length();
    return result;
}

Bytes pack_open_request(std::string_view file) {
    Packer packer;
    packer.number<std::uint32_t>(0);
    packer.text(file);
    pack(packer, std::vector<ScannedPage>());
    return packer.take();
}

Bytes pack_page_request(const ScannedPage& page, std::uint32_t number) {
    Packer packer;
    packer.number(number);
    packer.text({});
    pack(packer, std::vector<ScannedPage>{page});
    return packer.take();
}

std::optional<ScanRequest> unpack_scan_request(std::string_view bytes) {
    Unpacker unpacker(bytes);
    ScanRequest request;
    request.number = unpacker.number<std::uint32_t>();
    request.file = unpacker.text();
    request.page = unpack_scanned_pages(unpacker);
    if (!unpacker.is_finished() || request.page.size() != (request.number == 0 ? 0U : 1U)) return std::nullopt;
    return request;
}

Bytes pack_scan_answer(const Result<std::vector<ScannedPage>>& answer) { return pack_answer_of(answer); }
Bytes pack_scan_answer(const Result<read::ScanResult>& answer) { return pack_answer_of(answer); }

std::optional<Result<std::vector<ScannedPage>>> unpack_opened_scan(std::string_view bytes) {
    return unpack_answer_of<std::vector<ScannedPage>>(bytes, unpack_scanned_pages);
}

std::optional<Result<read::ScanResult>> unpack_read_scan(std::string_view bytes) {
    return unpack_answer_of<read::ScanResult>(bytes, unpack_scan_result);
}

} // namespace vanthu::jobs
