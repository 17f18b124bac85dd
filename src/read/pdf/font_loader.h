// Fonts from their dictionaries.
#pragma once

#include "read/pdf/font.h"
#include "read/pdf/object_store.h"

#include <memory>
#include <unordered_map>

namespace vanthu::read::pdf {

/// All fonts of a document, each loaded once.
class FontLoader {
  public:
    explicit FontLoader(ObjectStore& store) : store_(store) {}

    /// Never null; an unusable dictionary gives a font of unknown characters. Throws LimitReached.
    Font& font(const Object& dictionary);

    /// Names in the order of Font::number.
    const std::vector<std::string>& names() const { return names_; }
    bool hyphen_at_ad(std::size_t number) const { return hyphens_[number]; }

  private:
    std::unique_ptr<Font> load(const Object& dictionary);

    ObjectStore& store_;
    std::unordered_map<const void*, std::unique_ptr<Font>> fonts_;
    std::vector<std::string> names_;
    std::vector<bool> hyphens_;
};

/// The parts of a font dictionary that differ by kind; `font` has its name and face already.
void load_simple(const Object& dictionary, ObjectStore& store, Font& font);
void load_composite(const Object& dictionary, ObjectStore& store, Font& font);

} // namespace vanthu::read::pdf
