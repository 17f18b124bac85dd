// libharu's documented interface has no tags, no own fonts, no object references. Its internal functions, which its
// headers declare and its library exports, have; this file is the only one that leans on them.
#include "write/pdf/haru_document.h"

#include "write/pdf/pdf_error.h"

#include <hpdf.h>
#include <hpdf_conf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <cstdio>

namespace vanthu::write {
namespace {

constexpr std::string_view known_version = "2.3.0";
static_assert(known_version == HPDF_VERSION_TEXT, "check every internal of libharu used here against this version");

/// Its memory pool aligns to four bytes, which is less than its own structs need.
constexpr HPDF_UINT no_memory_pool = 0;
constexpr HPDF_UINT pages_in_a_node = 64;

void throw_error(HPDF_STATUS error, HPDF_STATUS detail, void*) {
    char code[32];
    std::snprintf(code, sizeof code, "0x%04lX/%lu", error, detail);
    throw PdfError("pdf-failed", {{"library", HaruDocument::library()}, {"error", code}});
}

HPDF_STATUS write_bytes(HPDF_Stream stream, std::string_view bytes) {
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                             static_cast<HPDF_UINT>(bytes.size()));
}

HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
    return write_bytes(stream, *static_cast<const std::string*>(dictionary->attr));
}

HPDF_STATUS append_to_bytes(HPDF_Stream stream, const HPDF_BYTE* data, HPDF_UINT size) {
    static_cast<Bytes*>(stream->attr)->append(reinterpret_cast<const char*>(data), size);
    return HPDF_OK;
}

ObjectNumber number_of(HPDF_Dict object) { return object->header.obj_id & 0x00FFFFFF; }

} // namespace

struct HaruDocument::Library {
    HPDF_Doc document = nullptr;
    std::deque<std::string> entries; ///< libharu's dictionaries point to them

    Library() = default;
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() {
        if (document) HPDF_Free(document);
    }

    void set_entries(HPDF_Dict dictionary, std::string text) {
        dictionary->attr = &entries.emplace_back(std::move(text));
        dictionary->write_fn = write_entries;
    }
};

HaruDocument::HaruDocument() : library_(std::make_unique<Library>()) {
    if (known_version != HPDF_GetVersion())
        throw PdfError("pdf-failed", {{"library", library()}, {"error", "version"}});
    library_->document = HPDF_NewEx(throw_error, nullptr, nullptr, no_memory_pool, nullptr);
    HPDF_SetPagesConfiguration(library_->document, pages_in_a_node);
}

HaruDocument::~HaruDocument() = default;

std::string HaruDocument::library() { return std::string("Haru Free PDF Library ") + HPDF_GetVersion(); }

ObjectNumber HaruDocument::add_dictionary(std::string entries) {
    HPDF_Doc document = library_->document;
    HPDF_Dict dictionary = HPDF_Dict_New(document->mmgr);
    HPDF_Xref_Add(document->xref, dictionary);
    library_->set_entries(dictionary, std::move(entries));
    return number_of(dictionary);
}

ObjectNumber HaruDocument::add_stream(std::string entries, std::string_view data) {
    HPDF_Doc document = library_->document;
    HPDF_Dict dictionary = HPDF_DictStream_New(document->mmgr, document->xref);
    write_bytes(dictionary->stream, data);
    library_->set_entries(dictionary, std::move(entries));
    return number_of(dictionary);
}

ObjectNumber HaruDocument::add_page(const Page& page) {
    HPDF_Doc document = library_->document;
    HPDF_Page dictionary = HPDF_AddPage(document);
    HPDF_Page_SetWidth(dictionary, static_cast<HPDF_REAL>(page.width));
    HPDF_Page_SetHeight(dictionary, static_cast<HPDF_REAL>(page.height));
    void* resources = HPDF_Xref_GetEntry(document->xref, page.resources)->obj;
    HPDF_Dict_Add(dictionary, "Resources", resources);
    if (page.structure_key >= 0) {
        HPDF_Dict_AddNumber(dictionary, "StructParents", page.structure_key);
        HPDF_Dict_AddName(dictionary, "Tabs", "S");
    }
    const auto* attributes = static_cast<HPDF_PageAttr>(dictionary->attr);
    write_bytes(attributes->stream, page.content);
    library_->set_entries(attributes->contents, "/Filter /FlateDecode\n");
    return number_of(dictionary);
}

void HaruDocument::set_catalog_entries(std::string entries) {
    library_->set_entries(library_->document->catalog, std::move(entries));
}

void HaruDocument::set_info_entries(std::string entries) {
    library_->set_entries(library_->document->info, std::move(entries));
}

ObjectNumber HaruDocument::next_number() const { return library_->document->xref->entries->count; }

HaruDocument::Body HaruDocument::write(std::string_view header) {
    HPDF_Doc document = library_->document;
    Body body;
    const std::unique_ptr<HPDF_Stream_Rec, void (*)(HPDF_Stream)> stream(
        HPDF_CallbackWriter_New(document->mmgr, append_to_bytes, &body.bytes), HPDF_Stream_Free);
    write_bytes(stream.get(), header);
    HPDF_Xref_WriteToStream(document->xref, stream.get(), nullptr);
    // libharu's own table and trailer know nothing of the objects behind the body.
    body.bytes.resize(document->xref->addr);

    const HPDF_UINT count = document->xref->entries->count;
    body.offsets.reserve(count);
    body.offsets.push_back(0);
    for (HPDF_UINT i = 1; i < count; ++i) body.offsets.push_back(HPDF_Xref_GetEntry(document->xref, i)->byte_offset);
    body.catalog = number_of(document->catalog);
    body.info = number_of(document->info);
    return body;
}

std::string md5(std::string_view data) {
    HPDF_MD5_CTX context;
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(data.data()), static_cast<HPDF_UINT32>(data.size()));
    std::string digest(16, '\0');
    HPDF_MD5Final(reinterpret_cast<HPDF_BYTE*>(digest.data()), &context);
    return digest;
}

} // namespace vanthu::write
