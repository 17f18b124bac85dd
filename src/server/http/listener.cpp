#include "server/http/exchange.h"
#include "server/http/worker_pool.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <set>
#include <sys/socket.h>
#include <unistd.h>

namespace vanthu::server {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::seconds;

constexpr std::size_t most_waiting = 1000;
constexpr std::size_t head_memory = std::size_t{24} << 10;
constexpr std::size_t least_bytes_a_second = 1024;
constexpr seconds keep_alive_every{15};

/// A connection between its opening and its end: what the reaper must know of it.
struct Link {
    int socket = -1;
    Clock::time_point head_since = Clock::now(); ///< since when a head is waited for
    std::shared_ptr<Exchange> exchange;          ///< none between requests
    std::atomic<std::size_t> body_bytes{0};
    bool is_receiving = false; ///< a body
};

class MicroListener final : public Listener {
  public:
    MicroListener(const ListenOptions& options, Application& application)
        : options_(options), application_(application), pool_(worker_count(options.workers), most_waiting) {}
    ~MicroListener() override { stop(); }

    /// 0, or the error number.
    int start();
    std::uint16_t port() const override { return port_; }
    Figures figures() const override { return {connections_, requests_, refused_bodies_}; }

  private:
    static unsigned worker_count(unsigned wanted) {
        return wanted != 0 ? wanted : std::max(4U, 2 * std::thread::hardware_concurrency());
    }
    static MHD_Result on_request(void* self, MHD_Connection* connection, const char* url, const char* method,
                                 const char* /*version*/, const char* data, std::size_t* size, void** context) {
        return static_cast<MicroListener*>(self)->serve(connection, {url, method}, data, size, context);
    }
    static void on_completed(void* self, MHD_Connection* connection, void** context, MHD_RequestTerminationCode) {
        static_cast<MicroListener*>(self)->forget(connection, context);
    }
    static void on_connection(void* self, MHD_Connection* connection, void** context,
                              MHD_ConnectionNotificationCode code) {
        static_cast<MicroListener*>(self)->note(connection, context, code);
    }

    struct Line {
        const char* url;
        const char* method;
    };
    MHD_Result serve(MHD_Connection* connection, Line line, const char* data, std::size_t* size, void** context);
    MHD_Result begin(MHD_Connection* connection, Line line, void** context);
    bool enter(Link* link, const std::shared_ptr<Exchange>& exchange);
    MHD_Result refuse(MHD_Connection* connection, Response response);
    void submit(const std::shared_ptr<Exchange>& exchange);
    void forget(MHD_Connection* connection, void** context);
    void note(MHD_Connection* connection, void** context, MHD_ConnectionNotificationCode code);
    Link* link_of(MHD_Connection* connection);
    bool is_too_slow(const Link& link, Clock::time_point now) const;
    void reap();
    void watch();
    void stop();

    ListenOptions options_;
    Application& application_;
    WorkerPool pool_;
    MHD_Daemon* daemon_ = nullptr;
    std::uint16_t port_ = 0;
    std::atomic<std::uint64_t> connections_{0}, requests_{0}, refused_bodies_{0};
    std::mutex mutex_; ///< of what follows
    std::set<Link*> links_;
    std::condition_variable ending_;
    bool is_ending_ = false;
    std::thread watcher_;
};

int MicroListener::start() {
    sockaddr_storage address{};
    auto& v4 = reinterpret_cast<sockaddr_in&>(address);
    auto& v6 = reinterpret_cast<sockaddr_in6&>(address);
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
    if (inet_pton(AF_INET, options_.address.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(options_.port);
    } else if (inet_pton(AF_INET6, options_.address.c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(options_.port);
        flags |= MHD_USE_IPv6;
    } else
        return EINVAL;
    errno = 0;
    daemon_ = MHD_start_daemon(flags, options_.port, nullptr, nullptr, on_request, this, MHD_OPTION_SOCK_ADDR, &address,
                               MHD_OPTION_CONNECTION_LIMIT, options_.connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
                               options_.connections_per_peer, MHD_OPTION_CONNECTION_TIMEOUT, options_.body_seconds,
                               MHD_OPTION_CONNECTION_MEMORY_LIMIT, head_memory, MHD_OPTION_STRICT_FOR_CLIENT, 1,
                               MHD_OPTION_LISTENING_ADDRESS_REUSE, 1U, MHD_OPTION_NOTIFY_COMPLETED, on_completed, this,
                               MHD_OPTION_NOTIFY_CONNECTION, on_connection, this, MHD_OPTION_END);
    if (daemon_ == nullptr) return errno != 0 ? errno : EADDRINUSE;
    port_ = MHD_get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT)->port;
    watcher_ = std::thread([this] { watch(); });
    return 0;
}

Link* MicroListener::link_of(MHD_Connection* connection) {
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info == nullptr ? nullptr : static_cast<Link*>(info->socket_context);
}

MHD_Result MicroListener::refuse(MHD_Connection* connection, Response response) {
    // What of the body is under way is not read: the connection ends with the answer.
    response.headers.emplace_back(MHD_HTTP_HEADER_CONNECTION, "close");
    std::shared_ptr<Stream> none;
    return send(connection, std::move(response), none);
}

/// False where the service ends: stop() would not see it.
bool MicroListener::enter(Link* link, const std::shared_ptr<Exchange>& exchange) {
    const std::lock_guard lock(mutex_);
    if (link == nullptr || is_ending_) return false;
    link->exchange = exchange;
    link->body_bytes = 0;
    link->is_receiving = true;
    return true;
}

MHD_Result MicroListener::begin(MHD_Connection* connection, Line line, void** context) {
    ++requests_;
    Head head = read_head(connection, line.url, line.method);
    if (head.refusal) return refuse(connection, plain_refusal(*head.refusal));
    Application::Admission admission = application_.admit(head.request);
    if (admission.refusal) return refuse(connection, std::move(*admission.refusal));
    if (head.announced > admission.most_bytes) {
        ++refused_bodies_;
        return refuse(connection, plain_refusal(MHD_HTTP_CONTENT_TOO_LARGE));
    }
    auto exchange = std::make_shared<Exchange>(options_.spool);
    exchange->request = std::move(head.request);
    exchange->most_bytes = admission.most_bytes;
    if (!enter(link_of(connection), exchange)) return refuse(connection, plain_refusal(MHD_HTTP_SERVICE_UNAVAILABLE));
    *context = new std::shared_ptr<Exchange>(std::move(exchange));
    return MHD_YES;
}

MHD_Result MicroListener::serve(MHD_Connection* connection, Line line, const char* data, std::size_t* size,
                                void** context) {
    if (*context == nullptr) return begin(connection, line, context);
    const std::shared_ptr<Exchange> exchange = *static_cast<std::shared_ptr<Exchange>*>(*context);
    if (*size != 0) {
        if (exchange->spool.size() + *size > exchange->most_bytes) {
            ++refused_bodies_;
            return MHD_NO;
        }
        if (!exchange->spool.append({data, *size})) return MHD_NO;
        if (Link* link = link_of(connection)) link->body_bytes += *size;
        *size = 0;
        return MHD_YES;
    }
    if (!exchange->is_submitted) {
        if (Link* link = link_of(connection)) {
            const std::lock_guard lock(mutex_);
            link->is_receiving = false;
        }
        exchange->is_submitted = true;
        exchange->request.body = exchange->spool.take();
        submit(exchange);
    }
    std::optional<Response> answer = exchange->take_answer_or_sleep(connection);
    if (!answer) return MHD_YES;
    std::shared_ptr<Stream> stream;
    const MHD_Result sent = send(connection, std::move(*answer), stream);
    const std::lock_guard lock(mutex_);
    if (stream && is_ending_) stream->close();
    exchange->stream = std::move(stream);
    return sent;
}

void MicroListener::submit(const std::shared_ptr<Exchange>& exchange) {
    const bool is_taken = pool_.submit([this, exchange] {
        application_.answer(std::move(exchange->request),
                            [exchange](Response response) { exchange->answer(std::move(response)); });
    });
    if (is_taken) return;
    Response busy = plain_refusal(MHD_HTTP_SERVICE_UNAVAILABLE);
    busy.headers.emplace_back("Retry-After", "2");
    exchange->answer(std::move(busy));
}

void MicroListener::forget(MHD_Connection* connection, void** context) {
    if (Link* link = link_of(connection)) {
        const std::lock_guard lock(mutex_);
        link->exchange.reset();
        link->is_receiving = false;
        link->head_since = Clock::now();
    }
    const std::unique_ptr<std::shared_ptr<Exchange>> exchange(static_cast<std::shared_ptr<Exchange>*>(*context));
    if (exchange && (*exchange)->stream) (*exchange)->stream->abandon();
    *context = nullptr;
}

void MicroListener::note(MHD_Connection* connection, void** context, MHD_ConnectionNotificationCode code) {
    const std::lock_guard lock(mutex_);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        ++connections_;
        auto link = std::make_unique<Link>();
        link->socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
        links_.insert(link.get());
        *context = link.release();
    } else if (*context != nullptr) {
        const std::unique_ptr<Link> link(static_cast<Link*>(*context));
        links_.erase(link.get());
        *context = nullptr;
    }
}

bool MicroListener::is_too_slow(const Link& link, Clock::time_point now) const {
    if (!link.exchange) return now - link.head_since > seconds(options_.head_seconds);
    if (!link.is_receiving) return false;
    const auto spent = std::chrono::duration_cast<seconds>(now - link.exchange->body_since).count();
    return spent > options_.head_seconds && link.body_bytes < static_cast<std::size_t>(spent) * least_bytes_a_second;
}

/// libmicrohttpd's own timeout begins anew with every byte: one byte a second would hold a connection for ever.
void MicroListener::reap() {
    const Clock::time_point now = Clock::now();
    const std::lock_guard lock(mutex_);
    for (const Link* link : links_)
        if (is_too_slow(*link, now)) ::shutdown(link->socket, SHUT_RDWR);
}

void MicroListener::watch() {
    Clock::time_point kept_alive = Clock::now();
    std::unique_lock lock(mutex_);
    while (!ending_.wait_for(lock, seconds(1), [this] { return is_ending_; })) {
        std::vector<std::shared_ptr<Stream>> streams;
        if (Clock::now() - kept_alive > keep_alive_every) {
            kept_alive = Clock::now();
            for (const Link* link : links_)
                if (link->exchange && link->exchange->stream) streams.push_back(link->exchange->stream);
        }
        lock.unlock();
        for (const auto& stream : streams) stream->keep_alive();
        reap();
        lock.lock();
    }
}

/// libmicrohttpd cannot be stopped while connections sleep: every one gets an answer first.
void MicroListener::stop() {
    if (daemon_ == nullptr) return;
    std::vector<std::shared_ptr<Exchange>> open;
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
        for (const Link* link : links_)
            if (link->exchange) open.push_back(link->exchange);
    }
    ending_.notify_all();
    watcher_.join();
    const MHD_socket listening = MHD_quiesce_daemon(daemon_);
    for (const auto& exchange : open) {
        if (exchange->stream) exchange->stream->close();
        exchange->answer(plain_refusal(MHD_HTTP_SERVICE_UNAVAILABLE));
    }
    MHD_stop_daemon(daemon_);
    if (listening != MHD_INVALID_SOCKET) ::close(listening);
    daemon_ = nullptr;
}

Result<std::unique_ptr<Listener>> listen(const ListenOptions& options, Application& application) {
    using ListenResult = Result<std::unique_ptr<Listener>>;
    auto listener = std::make_unique<MicroListener>(options, application);
    if (const int error = listener->start(); error != 0)
        return ListenResult::failed({"listen-failed",
                                     Severity::error,
                                     {{"address", options.address},
                                      {"port", std::to_string(options.port)},
                                      {"reason", std::strerror(error)}}, // NOLINT(concurrency-mt-unsafe)
                                     {}});
    return ListenResult::of(std::move(listener));
}

} // namespace

std::span<const Asset> web_assets();

} // namespace vanthu::server

extern "C" __attribute__((visibility("default")))
const vanthu::server::HttpModule vanthu_http_module = {vanthu::server::listen, vanthu::server::web_assets};
