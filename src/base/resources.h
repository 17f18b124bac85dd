// The files that the program carries inside itself: templates, schemas, the font manifest.
#pragma once

#include <span>
#include <string_view>

namespace vanthu {

struct Resource {
    std::string_view path; ///< from the top of the repository, e.g. "templates/base.xml"
    std::string_view content;
};

/// Sorted by path. Made by cmake/embed.cmake at build time.
std::span<const Resource> embedded_resources();

/// The content, or an empty view where there is no such file.
std::string_view embedded_resource(std::string_view path);

} // namespace vanthu
