#include "base/module.h"

#include <array>
#include <dlfcn.h>
#include <string>
#include <unistd.h>

#ifndef VANTHU_MODULE_FOLDER
#define VANTHU_MODULE_FOLDER "../lib/vanthu"
#endif

namespace vanthu {
namespace {

/// Where the program lies, with the last slash.
std::string program_folder() {
    std::array<char, 4096> path{};
    const ssize_t length = readlink("/proc/self/exe", path.data(), path.size());
    const std::string program(path.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    return program.substr(0, program.rfind('/') + 1);
}

} // namespace

Result<void*> module_symbol(const char* name, const char* symbol) {
    const std::string folder = program_folder();
    for (const std::string& place : {folder, folder + VANTHU_MODULE_FOLDER + "/"}) {
        const std::string path = place + name + ".so";
        if (access(path.c_str(), F_OK) != 0) continue;
        void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        void* found = module == nullptr ? nullptr : dlsym(module, symbol);
        if (found != nullptr) return Result<void*>::of(found);
        const char* reason = dlerror(); // NOLINT(concurrency-mt-unsafe): glibc keeps one for each thread
        return Result<void*>::failed(
            {"module-missing", Severity::error, {{"name", name}, {"reason", reason == nullptr ? "" : reason}}, {}});
    }
    return Result<void*>::failed(
        {"module-missing", Severity::error, {{"name", name}, {"reason", folder + name + ".so"}}, {}});
}

} // namespace vanthu
