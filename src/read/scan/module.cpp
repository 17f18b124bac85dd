#include "read/scan/module.h"

#include <optional>

namespace vanthu::read {
namespace {

class Module : public ScanModule {
  public:
    Diagnostics load(std::string_view model) override {
        Result<ScanEngine> engine = ScanEngine::open(model);
        engine_ = std::move(engine.value);
        return std::move(engine.diagnostics);
    }

    Result<std::vector<pages::ScannedPage>> open(std::string_view file) override { return open_scan(file); }

    Result<ScanResult> read(const pages::ScannedPage& page, unsigned number) override {
        return engine_->read(page, number);
    }

  private:
    std::optional<ScanEngine> engine_;
};

} // namespace
} // namespace vanthu::read

extern "C" __attribute__((visibility("default"))) vanthu::read::ScanModule* vanthu_scan_module() {
    static vanthu::read::Module module;
    return &module;
}
