#include "write/layer/pdf_file.h"

#include <cstdlib>
#include <memory>
#include <utility>

namespace vanthu::write {

using read::pdf::qpdf_failure;
using read::pdf::QpdfData;

namespace {

struct Free {
    void operator()(unsigned char* bytes) const { std::free(bytes); } // NOLINT(cppcoreguidelines-no-malloc): qpdf's
};

/// What qpdf gives of a stream at that level; none where the data could not be had so.
std::optional<Bytes> data_of(_qpdf_data* pdf, qpdf_oh stream, qpdf_stream_decode_level_e level) {
    if (!pdf || !qpdf_oh_is_stream(pdf, stream)) return std::nullopt;
    unsigned char* bytes = nullptr;
    std::size_t length = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    const bool failed = (qpdf_oh_get_stream_data(pdf, stream, level, &filtered, &bytes, &length) & QPDF_ERRORS) != 0;
    const std::unique_ptr<unsigned char, Free> owner(bytes);
    if (failed) qpdf_get_error(pdf); // otherwise it would be told of what comes later
    if (failed || (level != qpdf_dl_none && !filtered)) return std::nullopt;
    return Bytes(reinterpret_cast<const char*>(bytes), length);
}

} // namespace

PdfObject::PdfObject(const PdfObject& other)
    : pdf_(other.pdf_), handle_(other.pdf_ ? qpdf_oh_new_object(other.pdf_, other.handle_) : 0) {}

PdfObject::PdfObject(PdfObject&& other) noexcept
    : pdf_(std::exchange(other.pdf_, nullptr)), handle_(std::exchange(other.handle_, 0)) {}

PdfObject& PdfObject::operator=(PdfObject other) noexcept {
    std::swap(pdf_, other.pdf_);
    std::swap(handle_, other.handle_);
    return *this;
}

PdfObject::~PdfObject() {
    if (pdf_) qpdf_oh_release(pdf_, handle_);
}

PdfObject::operator bool() const { return pdf_ && !qpdf_oh_is_null(pdf_, handle_); }
bool PdfObject::is_dictionary() const { return pdf_ && (qpdf_oh_is_dictionary(pdf_, handle_) || is_stream()); }
bool PdfObject::is_array() const { return pdf_ && qpdf_oh_is_array(pdf_, handle_); }
bool PdfObject::is_stream() const { return pdf_ && qpdf_oh_is_stream(pdf_, handle_); }
int PdfObject::number() const { return pdf_ ? qpdf_oh_get_object_id(pdf_, handle_) : 0; }

PdfObject PdfObject::dictionary() const {
    return is_stream() ? PdfObject(pdf_, qpdf_oh_get_dict(pdf_, handle_)) : *this;
}

PdfObject PdfObject::operator[](const char* key) const {
    if (!is_dictionary()) return {};
    return {pdf_, qpdf_oh_get_key(pdf_, dictionary().handle_, key)};
}

bool PdfObject::has(const char* key) const {
    return is_dictionary() && qpdf_oh_has_key(pdf_, dictionary().handle_, key) != QPDF_FALSE;
}

std::vector<std::string> PdfObject::keys() const {
    std::vector<std::string> keys;
    if (!is_dictionary()) return keys;
    const PdfObject own = dictionary();
    qpdf_oh_begin_dict_key_iter(pdf_, own.handle_);
    while (qpdf_oh_dict_more_keys(pdf_)) keys.emplace_back(qpdf_oh_dict_next_key(pdf_));
    return keys;
}

void PdfObject::set(const char* key, const PdfObject& value) {
    if (is_dictionary() && value.pdf_) qpdf_oh_replace_key(pdf_, dictionary().handle_, key, value.handle_);
}

void PdfObject::remove(const char* key) {
    if (has(key)) qpdf_oh_remove_key(pdf_, dictionary().handle_, key);
}

PdfObject PdfObject::shallow_copy() const {
    if (!pdf_) return {};
    PdfObject copy(pdf_, qpdf_oh_new_dictionary(pdf_));
    for (const std::string& key : keys()) copy.set(key.c_str(), (*this)[key.c_str()]);
    return copy;
}

int PdfObject::size() const { return is_array() ? qpdf_oh_get_array_n_items(pdf_, handle_) : 0; }

PdfObject PdfObject::at(int index) const {
    if (index < 0 || index >= size()) return {};
    return {pdf_, qpdf_oh_get_array_item(pdf_, handle_, index)};
}

void PdfObject::append(const PdfObject& value) {
    if (is_array() && value.pdf_) qpdf_oh_append_item(pdf_, handle_, value.handle_);
}

void PdfObject::insert(int index, const PdfObject& value) {
    if (is_array() && value.pdf_) qpdf_oh_insert_item(pdf_, handle_, index, value.handle_);
}

void PdfObject::erase(int index) {
    if (index >= 0 && index < size()) qpdf_oh_erase_item(pdf_, handle_, index);
}

std::string PdfObject::name() const {
    return pdf_ && qpdf_oh_is_name(pdf_, handle_) ? qpdf_oh_get_name(pdf_, handle_) : "";
}

std::string PdfObject::text() const {
    if (!pdf_ || !qpdf_oh_is_string(pdf_, handle_)) return {};
    std::size_t length = 0;
    const char* text = qpdf_oh_get_binary_utf8_value(pdf_, handle_, &length);
    return {text, length};
}

std::string PdfObject::bytes() const {
    if (!pdf_ || !qpdf_oh_is_string(pdf_, handle_)) return {};
    std::size_t length = 0;
    const char* text = qpdf_oh_get_binary_string_value(pdf_, handle_, &length);
    return {text, length};
}

std::optional<double> PdfObject::real() const {
    double value = 0;
    if (!pdf_ || !qpdf_oh_get_value_as_number(pdf_, handle_, &value)) return std::nullopt;
    return value;
}

long long PdfObject::integer(long long otherwise) const {
    long long value = 0;
    return pdf_ && qpdf_oh_get_value_as_longlong(pdf_, handle_, &value) ? value : otherwise;
}

bool PdfObject::is_true() const {
    QPDF_BOOL value = QPDF_FALSE;
    return pdf_ && qpdf_oh_get_value_as_bool(pdf_, handle_, &value) && value;
}

std::optional<Bytes> PdfObject::decoded() const { return data_of(pdf_, handle_, qpdf_dl_generalized); }

Bytes PdfObject::stored() const { return data_of(pdf_, handle_, qpdf_dl_none).value_or(Bytes()); }

void PdfObject::replace_data(std::string_view deflated) {
    if (!is_stream()) return;
    const PdfObject filter(pdf_, qpdf_oh_new_name(pdf_, "/FlateDecode")), none(pdf_, qpdf_oh_new_null(pdf_));
    qpdf_oh_replace_stream_data(pdf_, handle_, reinterpret_cast<const unsigned char*>(deflated.data()), deflated.size(),
                                filter.handle_, none.handle_);
}

Result<PdfFile> PdfFile::open(std::string_view bytes) {
    QpdfData pdf(qpdf_init());
    qpdf_silence_errors(pdf.get());
    qpdf_set_suppress_warnings(pdf.get(), QPDF_TRUE);
    if ((qpdf_read_memory(pdf.get(), "pdf", bytes.data(), bytes.size(), nullptr) & QPDF_ERRORS) != 0)
        return Result<PdfFile>::failed(qpdf_failure(pdf.get()));
    // Resources that stand in the page tree alone are not allowed by PDF/A (ISO 19005-2, 6.2.2).
    if ((qpdf_push_inherited_attributes_to_page(pdf.get()) & QPDF_ERRORS) != 0)
        return Result<PdfFile>::failed(qpdf_failure(pdf.get()));
    return Result<PdfFile>::of(PdfFile(std::move(pdf)));
}

PdfFile PdfFile::empty() {
    QpdfData pdf(qpdf_init());
    qpdf_silence_errors(pdf.get());
    qpdf_empty_pdf(pdf.get());
    return PdfFile(std::move(pdf));
}

PdfObject PdfFile::root() const { return own(qpdf_get_root(pdf_.get())); }
PdfObject PdfFile::trailer() const { return own(qpdf_get_trailer(pdf_.get())); }
int PdfFile::page_count() const { return qpdf_get_num_pages(pdf_.get()); }
PdfObject PdfFile::page(int index) const { return own(qpdf_get_page_n(pdf_.get(), static_cast<std::size_t>(index))); }
void PdfFile::add_page(const PdfObject& page) { qpdf_add_page(pdf_.get(), pdf_.get(), page.handle_, QPDF_FALSE); }
bool PdfFile::is_encrypted() const { return qpdf_is_encrypted(pdf_.get()) != QPDF_FALSE; }

PdfObject PdfFile::parse(const std::string& text) const { return own(qpdf_oh_parse(pdf_.get(), text.c_str())); }

PdfObject PdfFile::text_string(std::string_view utf8) const {
    return own(qpdf_oh_new_binary_unicode_string(pdf_.get(), utf8.data(), utf8.size()));
}

PdfObject PdfFile::indirect(const PdfObject& object) const {
    return own(qpdf_make_indirect_object(pdf_.get(), object.handle_));
}

PdfObject PdfFile::stored_stream(const std::string& entries, std::string_view data) const {
    PdfObject stream = own(qpdf_oh_new_stream(pdf_.get()));
    const PdfObject dictionary = parse("<<" + entries + ">>");
    // Filters are among the entries; handles that were never set leave them alone.
    const PdfObject filter = dictionary["/Filter"], parameters = dictionary["/DecodeParms"];
    qpdf_oh_replace_stream_data(pdf_.get(), stream.handle_, reinterpret_cast<const unsigned char*>(data.data()),
                                data.size(), filter.handle_, parameters.handle_);
    for (const std::string& key : dictionary.keys()) stream.set(key.c_str(), dictionary[key.c_str()]);
    return stream;
}

PdfObject PdfFile::stream(const std::string& entries, std::string_view deflated) const {
    return stored_stream(entries + "/Filter /FlateDecode", deflated);
}

Result<Bytes> PdfFile::write() const {
    _qpdf_data* const pdf = pdf_.get();
    if (qpdf_has_error(pdf)) return Result<Bytes>::failed(qpdf_failure(pdf));
    if ((qpdf_init_write_memory(pdf) & QPDF_ERRORS) != 0) return Result<Bytes>::failed(qpdf_failure(pdf));
    qpdf_set_stream_data_mode(pdf, qpdf_s_preserve);
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
    qpdf_set_preserve_encryption(pdf, QPDF_FALSE);
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_set_newline_before_endstream(pdf, QPDF_TRUE); // ISO 19005-2, 6.1.7.1
    qpdf_force_pdf_version(pdf, "1.7");
    if ((qpdf_write(pdf) & QPDF_ERRORS) != 0) return Result<Bytes>::failed(qpdf_failure(pdf));
    return Result<Bytes>::of(Bytes(reinterpret_cast<const char*>(qpdf_get_buffer(pdf)), qpdf_get_buffer_length(pdf)));
}

std::string PdfFile::library() { return std::string("qpdf ") + qpdf_get_qpdf_version(); }

} // namespace vanthu::write
