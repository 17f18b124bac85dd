// The way from the root of a JSON document to one of its values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vanthu {

/// A chain kept on the call stack: it costs nothing unless its pointer is asked for. A path must not outlive the one
/// that it was made from.
class JsonPath {
  public:
    JsonPath() = default;

    JsonPath member(std::string_view name) const { return {this, name, 0, false}; }
    JsonPath element(std::size_t index) const { return {this, {}, index, true}; }

    /// RFC 6901; the root is the empty string.
    std::string pointer() const;

  private:
    JsonPath(const JsonPath* parent, std::string_view name, std::size_t index, bool is_element)
        : parent_(parent), name_(name), index_(index), is_element_(is_element) {}
    void append_to(std::string& pointer) const;

    const JsonPath* parent_ = nullptr;
    std::string_view name_;
    std::size_t index_ = 0;
    bool is_element_ = false;
};

} // namespace vanthu
