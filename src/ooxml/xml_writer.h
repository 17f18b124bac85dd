// XML of a package's part, written in pieces: what is finished can be taken out while the part still grows, so that a
// table of 20,000 rows needs no more memory than one of its rows. Sits on libxml2's xmlTextWriter.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::ooxml {

/// The value of an attribute: text in UTF-8 or a whole number. Lives no longer than the call it is an argument of.
class Value {
  public:
    Value(const char* text) : text_(text) {}
    Value(const std::string& text) : text_(text.c_str()) {}
    Value(int number) : number_(number) {}

    const char* text() const { return text_; } ///< null where the value is a number
    int number() const { return number_; }

  private:
    const char* text_ = nullptr;
    int number_ = 0;
};

struct Attribute {
    const char* name;
    Value value;
};

using Attributes = std::initializer_list<Attribute>;

/// Text that XML 1.0 cannot hold.
struct BadText {
    std::string character; ///< "U+0001"; empty where the text is not valid UTF-8
    std::string text;      ///< beginning of the text it stands in, without that character

    bool operator==(const BadText&) const = default;
};

class XmlWriter {
  public:
    XmlWriter();
    ~XmlWriter();
    XmlWriter(const XmlWriter&) = delete;
    XmlWriter& operator=(const XmlWriter&) = delete;

    /// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
    void declaration();

    void open(const char* name, Attributes attributes = {});
    void attribute(const Attribute& attribute); ///< of the element just opened
    void close();
    void element(const char* name, Attributes attributes = {});                     ///< without content
    void element(const char* name, Attributes attributes, const std::string& text); ///< with text only
    void text(const std::string& text);

    /// As CDATA, which leaves quotes as they are. Long text may come in slices that end between two characters.
    void character_data(std::string_view slice);

    /// What has been written since the last clear(). Valid until the next call.
    std::string_view pending() const;
    void clear();

    const std::vector<BadText>& bad_texts() const { return bad_texts_; } ///< each character once
    bool failed() const { return failed_; }                              ///< out of memory

  private:
    bool accept(std::string_view text);
    void check(int result) { failed_ = failed_ || result < 0; }

    struct Libxml;
    std::unique_ptr<Libxml> libxml_;
    std::vector<BadText> bad_texts_;
    bool failed_ = false;
};

/// An element that is open as long as this object lives.
class Element {
  public:
    Element(XmlWriter& xml, const char* name, Attributes attributes = {}) : xml_(xml) { xml_.open(name, attributes); }
    ~Element() { xml_.close(); }
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;

  private:
    XmlWriter& xml_;
};

} // namespace vanthu::ooxml
