#include "base/resources.h"

namespace vanthu {

std::string_view embedded_resource(std::string_view path) {
    for (const Resource& resource : embedded_resources())
        if (resource.path == path) return resource.content;
    return {};
}

} // namespace vanthu
