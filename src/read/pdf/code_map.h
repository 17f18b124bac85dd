// Values for the character codes of a font, few or many, without the memory of a full table.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>

namespace vanthu::read::pdf {

template <class Value> class CodeMap {
  public:
    void set(std::uint32_t code, Value value) {
        if (code > 0xFFFF) {
            rare_[code] = value;
            return;
        }
        auto& leaf = leaves_[code >> 8];
        if (!leaf) leaf = std::make_unique<Leaf>();
        leaf->values[code & 0xFF] = value;
        leaf->known[code & 0xFF] = true;
    }

    const Value* find(std::uint32_t code) const {
        if (code > 0xFFFF) {
            const auto found = rare_.find(code);
            return found == rare_.end() ? nullptr : &found->second;
        }
        const auto& leaf = leaves_[code >> 8];
        return leaf && leaf->known[code & 0xFF] ? &leaf->values[code & 0xFF] : nullptr;
    }

    /// Calls `visit(code, value)` for the codes up to U+FFFF.
    template <class Visitor> void for_each(Visitor visit) const {
        for (std::uint32_t high = 0; high < leaves_.size(); ++high)
            for (std::uint32_t low = 0; leaves_[high] && low < 256; ++low)
                if (leaves_[high]->known[low]) visit(high << 8 | low, leaves_[high]->values[low]);
    }

  private:
    struct Leaf {
        std::array<Value, 256> values{};
        std::array<bool, 256> known{};
    };
    std::array<std::unique_ptr<Leaf>, 256> leaves_;
    std::unordered_map<std::uint32_t, Value> rare_;
};

} // namespace vanthu::read::pdf
