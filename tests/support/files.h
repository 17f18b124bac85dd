// Files of the repository, for tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace vanthu::test {

inline std::filesystem::path source_folder() { return VANTHU_SOURCE_DIR; }

inline std::string file_content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("no such file: " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace vanthu::test
