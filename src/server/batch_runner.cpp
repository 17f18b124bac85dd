#include "server/batch_runner.h"

#include "jobs/archive_add.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <chrono>

namespace vanthu::server {
namespace {

using office::Batch;
using office::BatchItem;

/// Two, so that no thread of the runner stands idle while the other item is written down.
constexpr std::size_t most_in_hand = 2;
constexpr std::size_t most_open = 100;
constexpr std::chrono::hours kept{24};

std::string json_of(const Order& order) {
    Json json;
    json.open().member("format", order.format).member("level", order.level).member("wanted", order.wanted);
    json.member("lang", order.language == forms::Language::en ? "en" : "vi").close();
    return json.take();
}

Order order_of(const Batch& batch) {
    Order order;
    order.kind = making_of(batch.kind).value_or(Making::generate);
    if (const auto options = parse_object(batch.options)) {
        // Tables are kept so that each format can be had of them.
        if (order.kind != Making::tables) order.format = text_of(*options, "format");
        order.level = text_of(*options, "level");
        order.wanted = text_of(*options, "wanted");
        if (text_of(*options, "lang") == "en") order.language = forms::Language::en;
    }
    return order;
}

std::string moment_before(std::chrono::hours hours) {
    const auto then = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now() - hours);
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(then));
}

} // namespace

void write_batch(Json& json, const Batch& batch) {
    json.member("id", batch.id).member("kind", batch.kind).member("state", batch.state).member("by", batch.by);
    json.member("created", batch.created).optional("ended", batch.ended);
    json.member("done", batch.done).member("total", batch.total);
}

void write_item(Json& json, const BatchItem& item, bool with_diagnostics) {
    json.open().member("index", item.index).member("name", item.name).member("state", item.state);
    if (with_diagnostics && !item.diagnostics.empty()) json.raw_member("diagnostics", item.diagnostics);
    if (!item.result.empty())
        json.member("result", fmt::format("/api/v1/jobs/{}/items/{}/result", item.batch, item.index));
    json.close();
}

BatchRunner::~BatchRunner() {
    stop();
    for (const Work& work : works_) store_.put_back(work.item);
}

void BatchRunner::stop() {
    {
        const std::lock_guard lock(mutex_);
        if (is_ending_) return;
        is_ending_ = true;
        for (const auto& [id, stream] : listeners_) stream->close();
        listeners_.clear();
    }
    ending_.notify_all();
    if (keeper_.joinable()) keeper_.join();
}

void BatchRunner::start() {
    if (const auto orphans = store_.orphans())
        for (BatchItem item : *orphans) {
            item.state = "failed";
            const auto batch = store_.find(item.batch);
            const forms::Language language = batch ? order_of(*batch).language : forms::Language::vi;
            item.diagnostics = core_.problems.list({{"job-interrupted", Severity::error, {}, {}}}, language);
            store_.finish(item, jobs::now_utc());
        }
    if (const auto ids = store_.open()) open_.assign(ids->begin(), ids->end());
    keeper_ = std::thread([this] { keep_clear(); });
    pump();
}

void BatchRunner::clear_away() {
    store_.expire(moment_before(kept));
    core_.desk.sweep(std::chrono::seconds(kept).count());
}

void BatchRunner::keep_clear() {
    std::unique_lock lock(mutex_);
    do {
        lock.unlock();
        clear_away();
        lock.lock();
    } while (!ending_.wait_for(lock, std::chrono::hours(1), [this] { return is_ending_; }));
}

Result<Batch> BatchRunner::begin(const Call& call, const Order& order, const std::vector<BatchItem>& items) {
    {
        const std::lock_guard lock(mutex_);
        if (open_.size() >= most_open || is_ending_)
            return Result<Batch>::failed({"service-busy", Severity::error, {}, {}});
    }
    Batch batch;
    batch.kind = name_of(order.kind);
    batch.by = call.user.name;
    batch.created = jobs::now_utc();
    batch.options = json_of(order);
    auto added = store_.add(std::move(batch), items);
    if (!added) return added;
    {
        const std::lock_guard lock(mutex_);
        open_.push_back(added->id);
    }
    tell(*added, nullptr);
    pump();
    return added;
}

/// Each open batch has its turn, so that a short one need not wait for a long one.
void BatchRunner::pump() {
    while (true) {
        std::uint64_t id = 0;
        {
            const std::lock_guard lock(mutex_);
            if (is_ending_ || open_.empty() || works_.size() >= most_in_hand) return;
            id = open_.front();
            open_.pop_front();
        }
        if (!submit(id)) continue;
        const std::lock_guard lock(mutex_);
        open_.push_back(id);
    }
}

/// False: nothing of it waits any more.
bool BatchRunner::submit(std::uint64_t id) {
    auto item = store_.begin_next(id);
    if (!item || !*item) return false;
    auto task = std::make_shared<Task>();
    task->run = [this, item = **item, own = task.get()](Bench& bench) { run(item, *own, bench); };
    {
        const std::lock_guard lock(mutex_);
        works_.push_back({**item, task});
    }
    runner_.submit(std::move(task), Lane::batch);
    return true;
}

void BatchRunner::run(const BatchItem& begun, const Task& task, Bench& bench) {
    BatchItem item = begun;
    if (!task.is_stopped) work_on(item, bench);
    settle(item, task.is_stopped && item.state != "done");
    pump();
}

void BatchRunner::work_on(BatchItem& item, Bench& bench) {
    const auto batch = store_.find(item.batch);
    if (!batch) return;
    const Order order = order_of(*batch);
    item.state = "failed";
    Diagnostics found;
    try {
        auto source = core_.desk.file(item.source);
        auto made = source ? make(core_, order, item.name, *source, &bench)
                           : Result<Product>::failed(std::move(source.diagnostics));
        found = std::move(made.diagnostics);
        auto kept_file = made ? core_.desk.put_file(made->bytes) : Result<std::string>::failed(Diagnostics{});
        if (kept_file) {
            item.state = "done";
            item.result = *kept_file;
            item.result_name = made->name;
            item.result_type = made->type;
        }
        found.insert(found.end(), kept_file.diagnostics.begin(), kept_file.diagnostics.end());
    } catch (const std::exception& fault) {
        found.push_back({"service-bug", Severity::error, {{"reason", fault.what()}}, {}});
    }
    item.diagnostics = core_.problems.list(found, order.language);
}

/// An item that was interrupted was either cancelled, which is written already, or the service ends.
void BatchRunner::settle(const BatchItem& item, bool is_interrupted) {
    if (is_interrupted)
        store_.put_back(item);
    else if (const auto batch = store_.finish(item, jobs::now_utc()))
        tell(*batch, &item);
    const std::lock_guard lock(mutex_);
    std::erase_if(works_,
                  [&](const Work& work) { return work.item.batch == item.batch && work.item.index == item.index; });
}

Diagnostics BatchRunner::cancel(std::uint64_t id) {
    const auto batch = store_.cancel(id, jobs::now_utc());
    if (!batch) return batch.diagnostics;
    {
        const std::lock_guard lock(mutex_);
        std::erase(open_, id);
        for (const Work& work : works_)
            if (work.item.batch == id) work.task->is_stopped = true;
    }
    tell(*batch, nullptr);
    return {};
}

void BatchRunner::listen(const Batch& batch, std::shared_ptr<EventStream> stream) {
    const std::lock_guard lock(mutex_);
    // Read again behind the lock: nothing that happened meanwhile is missed.
    const auto present = store_.find(batch.id);
    Json json;
    json.open();
    write_batch(json, present ? *present : batch);
    json.close();
    stream->push("job", json.take());
    if (!present || present->has_ended() || is_ending_)
        stream->close();
    else
        listeners_.emplace(batch.id, std::move(stream));
}

void BatchRunner::tell(const Batch& batch, const BatchItem* item) {
    Json told, part;
    told.open();
    write_batch(told, batch);
    told.close();
    if (item != nullptr) write_item(part, *item, false);
    core_.events.tell("job", told.take());
    const std::lock_guard lock(mutex_);
    const auto [first, last] = listeners_.equal_range(batch.id);
    for (auto place = first; place != last;) {
        EventStream& stream = *place->second;
        const bool is_there = (item == nullptr || stream.push("item", part.take())) && stream.push("job", told.take());
        if (batch.has_ended()) stream.close();
        place = is_there && !batch.has_ended() ? std::next(place) : listeners_.erase(place);
    }
}

} // namespace vanthu::server
