#include "jobs/scan_pool.h"

#include "jobs/scan_module.h"
#include "jobs/scan_parcel.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace vanthu::jobs {
namespace {

using Opened = Result<std::vector<pages::ScannedPage>>;
using Read = Result<read::ScanResult>;

/// Runs in the sandbox.
Bytes answer_request(const LoadedScanModule& loaded, std::string_view bytes) {
    const std::optional<ScanRequest> request = unpack_scan_request(bytes);
    if (!request) return {};
    if (loaded.module == nullptr) return pack_scan_answer(Read::failed(loaded.why_not));
    if (request->number == 0) return pack_scan_answer(loaded.module->open(request->file));
    if (request->number == storable_request) {
        Result<pages::ScannedPage> page = loaded.module->as_storable(request->page.front());
        Opened answer{std::nullopt, std::move(page.diagnostics)};
        if (page) answer.value = std::vector<pages::ScannedPage>{std::move(*page)};
        return pack_scan_answer(answer);
    }
    return pack_scan_answer(loaded.module->read(request->page.front(), request->number));
}

Diagnostic failed(const char* reason) { return {"scan-page-failed", Severity::error, {{"reason", reason}}, {}}; }

Diagnostic failure(sandbox::End end) {
    switch (end) {
    case sandbox::End::timed_out:
        return failed("timed-out");
    case sandbox::End::too_large:
        return failed("too-large");
    case sandbox::End::refused:
        return {"sandbox-refused", Severity::error, {}, {}};
    case sandbox::End::crashed:
    case sandbox::End::answered:
        break;
    }
    return failed("crashed");
}

template <class Value> Result<Value> checked(std::optional<Result<Value>> answer) {
    const bool is_sound = answer && (answer->value || has_errors(answer->diagnostics));
    return is_sound ? std::move(*answer) : Result<Value>::failed(failed("broken"));
}

} // namespace

sandbox::Limits scan_limits() {
    sandbox::Limits limits;
    limits.memory = std::size_t{2} << 30;
    limits.cpu_seconds = 60;
    limits.wall_seconds = 240; // other children and programs want the cores too
    limits.grown_bytes = std::size_t{1} << 30;
    return limits;
}

/// A child for as long as it works.
class ScanPool::Lease {
  public:
    explicit Lease(ScanPool& pool) : pool_(pool) {
        std::unique_lock lock(pool_.mutex_);
        pool_.freed_.wait(lock, [this] { return !pool_.idle_.empty(); });
        child_ = pool_.idle_.back();
        pool_.idle_.pop_back();
    }
    ~Lease() {
        const std::lock_guard lock(pool_.mutex_);
        pool_.idle_.push_back(child_);
        pool_.freed_.notify_one();
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    sandbox::Sandbox& child() { return *child_; }

  private:
    ScanPool& pool_;
    sandbox::Sandbox* child_ = nullptr;
};

ScanPool::ScanPool(unsigned children, const sandbox::Limits& limits) : limits_(limits) {
    const unsigned count = children != 0 ? children : std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < count; ++i) {
        const auto loaded = std::make_shared<LoadedScanModule>(); // each child has its own copy
        children_.push_back(std::make_unique<sandbox::Sandbox>(
            [loaded](std::string_view request) { return answer_request(*loaded, request); }, limits,
            [loaded] { *loaded = load_scan_module(); }));
        idle_.push_back(children_.back().get());
    }
}

void ScanPool::stop() {
    for (const auto& child : children_) child->stop();
}

sandbox::Answer ScanPool::run(const Bytes& request) { return Lease(*this).child().run(request); }

Opened ScanPool::open(std::string_view file) {
    const sandbox::Answer answer = run(pack_open_request(file));
    if (answer.end != sandbox::End::answered) return Opened::failed(failure(answer.end));
    return checked(unpack_opened_scan(answer.bytes));
}

Result<pages::ScannedPage> ScanPool::as_storable(const pages::ScannedPage& page) {
    using Storable = Result<pages::ScannedPage>;
    const sandbox::Answer answer = run(pack_page_request(page, storable_request));
    if (answer.end != sandbox::End::answered) return Storable::failed(failure(answer.end));
    Opened pages = checked(unpack_opened_scan(answer.bytes));
    if (!pages) return Storable::failed(std::move(pages.diagnostics));
    if (pages->size() != 1) return Storable::failed(failed("broken"));
    return Storable::of(std::move(pages->front()), std::move(pages.diagnostics));
}

Read ScanPool::read_page(const pages::ScannedPage& page, std::uint32_t number) {
    const sandbox::Answer answer = run(pack_page_request(page, number));
    Read result = answer.end == sandbox::End::answered ? checked(unpack_read_scan(answer.bytes))
                                                       : Read::failed(failure(answer.end));
    for (Diagnostic& finding : result.diagnostics) finding.place.page = number;
    return result;
}

std::vector<Read> ScanPool::read(const std::vector<pages::ScannedPage>& pages, const Stopped& is_stopped,
                                 const Done& done) {
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (!pages[i].pictures.empty()) wanted.push_back(i);
    std::vector<Read> results(pages.size());
    std::atomic<std::size_t> next = 0;
    std::size_t finished = 0;
    std::mutex telling;
    const auto work = [&] {
        for (std::size_t i = next++; i < wanted.size(); i = next++) {
            if (is_stopped && is_stopped()) return;
            results[wanted[i]] = read_page(pages[wanted[i]], static_cast<std::uint32_t>(wanted[i]) + 1);
            const std::lock_guard lock(telling);
            if (++finished, done) done(finished, wanted.size());
        }
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(children_.size(), wanted.size()); ++i) threads.emplace_back(work);
    work();
    threads.clear();
    return results;
}

} // namespace vanthu::jobs
