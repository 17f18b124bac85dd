#include "read/pdf/interpreter.h"

namespace vanthu::read::pdf {

std::shared_ptr<const ObjectStore::Decoded> FormCache::get(const Object& form) {
    constexpr std::size_t cache_size = std::size_t{16} << 20;
    if (const auto found = kept_.find(form.identity()); found != kept_.end()) return found->second;
    auto decoded = std::make_shared<const ObjectStore::Decoded>(store_.decode(form));
    if (bytes_ + decoded->bytes.size() <= cache_size) {
        bytes_ += decoded->bytes.size();
        kept_.emplace(form.identity(), decoded);
    }
    return decoded;
}

} // namespace vanthu::read::pdf
