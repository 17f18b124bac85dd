// Objects of a PDF, read without surprises: a wrong type, a missing key or a reference that leads nowhere is an empty
// object, never an exception.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace PoDoFo {
class PdfObject;
class PdfVecObjects;
} // namespace PoDoFo

namespace vanthu::read::pdf {

/// A handle; lives no longer than its ObjectStore.
class Object {
  public:
    Object() = default;
    /// References are followed.
    Object(const PoDoFo::PdfObject* object, const PoDoFo::PdfVecObjects* all);

    explicit operator bool() const { return object_ != nullptr; }
    bool is_dictionary() const;
    bool is_array() const;
    bool is_name() const;
    bool is_string() const;
    bool is_stream() const;

    /// Value of a dictionary's (or stream's) key.
    Object operator[](const char* key) const;
    Object at(std::size_t index) const;
    std::size_t size() const; ///< of an array; 0 for others

    std::optional<double> number() const;
    double number_or(double fallback) const { return number().value_or(fallback); }
    int integer_or(int fallback) const;
    bool truth_or(bool fallback) const;
    std::string name() const;   ///< without the slash; empty for others
    std::string string() const; ///< bytes; UTF-16 with its byte order mark as stored

    void for_each_key(const std::function<void(const std::string&, Object)>& visit) const;

    /// The same for every way that leads to an indirect object.
    const void* identity() const { return object_; }
    const PoDoFo::PdfObject* raw() const { return object_; }

  private:
    const PoDoFo::PdfObject* object_ = nullptr;
    const PoDoFo::PdfVecObjects* all_ = nullptr;
};

} // namespace vanthu::read::pdf
