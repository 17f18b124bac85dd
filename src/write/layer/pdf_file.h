// A PDF as libqpdf holds it: its objects, to be looked at, changed and written again. Hostile files expected: nothing
// here throws, a value of the wrong kind reads as nothing.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "read/pdf/qpdf_failure.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::write {

/// A handle: a copy means the same object.
class PdfObject {
  public:
    PdfObject() = default;
    PdfObject(_qpdf_data* pdf, qpdf_oh handle) : pdf_(pdf), handle_(handle) {}
    PdfObject(const PdfObject& other);
    PdfObject(PdfObject&& other) noexcept;
    PdfObject& operator=(PdfObject other) noexcept;
    ~PdfObject();

    /// Neither missing nor null.
    explicit operator bool() const;
    bool is_dictionary() const; ///< or a stream
    bool is_array() const;
    bool is_stream() const;
    int number() const; ///< of an indirect object; 0: direct

    /// Of dictionaries and streams; keys with their slash.
    PdfObject operator[](const char* key) const;
    bool has(const char* key) const;
    std::vector<std::string> keys() const;
    void set(const char* key, const PdfObject& value);
    void remove(const char* key);
    /// A new direct dictionary with the same values.
    PdfObject shallow_copy() const;

    int size() const; ///< of an array; else 0
    PdfObject at(int index) const;
    void append(const PdfObject& value);
    void insert(int index, const PdfObject& value);
    void erase(int index);

    std::string name() const; ///< with its slash; "" where it is none
    std::string text() const; ///< of a text string, UTF-8
    std::string bytes() const;
    std::optional<double> real() const;
    long long integer(long long otherwise) const;
    bool is_true() const;

    /// Of a stream, decoded; none where that cannot be done without loss.
    std::optional<Bytes> decoded() const;
    Bytes stored() const;
    /// `deflated` becomes the stream's data.
    void replace_data(std::string_view deflated);

  private:
    friend class PdfFile;
    PdfObject dictionary() const;

    _qpdf_data* pdf_ = nullptr;
    qpdf_oh handle_ = 0;
};

class PdfFile {
  public:
    /// Errors: pdf-broken, pdf-password, pdf-limit. `bytes` must outlive the file.
    static Result<PdfFile> open(std::string_view bytes);
    static PdfFile empty();

    PdfObject root() const;
    PdfObject trailer() const;
    int page_count() const;
    PdfObject page(int index) const;
    void add_page(const PdfObject& page);
    bool is_encrypted() const;

    /// `text`: as it stands in a file, without references.
    PdfObject parse(const std::string& text) const;
    PdfObject text_string(std::string_view utf8) const;
    /// The object under a number of its own.
    PdfObject indirect(const PdfObject& object) const;
    /// `entries`: the inside of the stream's dictionary, without its filter.
    PdfObject stream(const std::string& entries, std::string_view deflated) const;
    PdfObject stored_stream(const std::string& entries, std::string_view data) const;

    /// The same file gives the same bytes. Errors: pdf-broken, pdf-limit.
    Result<Bytes> write() const;

    static std::string library();

  private:
    explicit PdfFile(read::pdf::QpdfData pdf) : pdf_(std::move(pdf)) {}
    PdfObject own(qpdf_oh handle) const { return {pdf_.get(), handle}; }

    read::pdf::QpdfData pdf_;
};

} // namespace vanthu::write
