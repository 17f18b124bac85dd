#include "base/json_path.h"

namespace vanthu {

std::string JsonPath::pointer() const {
    std::string result;
    append_to(result);
    return result;
}

void JsonPath::append_to(std::string& pointer) const {
    if (parent_ == nullptr) return;
    parent_->append_to(pointer);
    pointer += '/';
    if (is_element_) pointer += std::to_string(index_);
    for (const char c : name_) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

} // namespace vanthu
