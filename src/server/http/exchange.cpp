#include "server/http/exchange.h"

#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <netdb.h>

namespace vanthu::server {
namespace {

constexpr std::size_t most_head_lines = 100;
constexpr std::size_t most_uri = 8 * 1024;

Method method_of(std::string_view name) {
    if (name == "GET") return Method::get;
    if (name == "HEAD") return Method::head;
    if (name == "POST") return Method::post;
    if (name == "PUT") return Method::put;
    if (name == "DELETE") return Method::del;
    return Method::other;
}

std::string small(std::string_view name) {
    std::string result(name);
    for (char& letter : result)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return result;
}

using Values = std::map<std::string, std::string, std::less<>>;

std::string_view view(const char* bytes, std::size_t size) {
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, size);
}

MHD_Result take_header(void* target, MHD_ValueKind /*kind*/, const char* key, std::size_t key_size, const char* value,
                       std::size_t value_size) {
    Values& values = *static_cast<Values*>(target);
    const auto [place, is_new] = values.try_emplace(small(view(key, key_size)), view(value, value_size));
    if (!is_new) place->second.append(", ").append(view(value, value_size));
    return MHD_YES;
}

MHD_Result take_parameter(void* target, MHD_ValueKind /*kind*/, const char* key, std::size_t key_size,
                          const char* value, std::size_t value_size) {
    (*static_cast<Values*>(target))[std::string(view(key, key_size))] = view(value, value_size);
    return MHD_YES;
}

std::string peer_of(MHD_Connection* connection) {
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info == nullptr || info->client_addr == nullptr) return {};
    const socklen_t size = info->client_addr->sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    char name[INET6_ADDRSTRLEN] = {};
    if (getnameinfo(info->client_addr, size, name, sizeof name, nullptr, 0, NI_NUMERICHOST) != 0) return {};
    return name;
}

/// Two readings of where a body ends are how requests are smuggled past a proxy.
std::optional<int> refusal_of(Head& head) {
    const std::string_view length = head.request.header("content-length");
    const std::string_view coding = head.request.header("transfer-encoding");
    if (!length.empty() && !coding.empty()) return MHD_HTTP_BAD_REQUEST;
    if (!coding.empty() && small(coding) != "chunked") return MHD_HTTP_BAD_REQUEST;
    if (!head.request.header("content-encoding").empty()) return MHD_HTTP_UNSUPPORTED_MEDIA_TYPE;
    if (length.empty()) return std::nullopt;
    const auto [end, fault] = std::from_chars(length.data(), length.data() + length.size(), head.announced);
    if (fault == std::errc::result_out_of_range) return MHD_HTTP_CONTENT_TOO_LARGE;
    if (fault != std::errc() || end != length.data() + length.size()) return MHD_HTTP_BAD_REQUEST;
    return std::nullopt;
}

ssize_t read_stream(void* stream, std::uint64_t /*position*/, char* target, std::size_t most) {
    return (*static_cast<std::shared_ptr<Stream>*>(stream))->read(target, most);
}

void drop_stream(void* stream) { delete static_cast<std::shared_ptr<Stream>*>(stream); }

void drop_body(void* body) { delete static_cast<Bytes*>(body); }

MHD_Response* make_response(Response& response, const std::shared_ptr<Stream>& stream) {
    if (stream) {
        auto* shared = new std::shared_ptr<Stream>(stream);
        return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, read_stream, shared, drop_stream);
    }
    if (!response.fixed.empty())
        return MHD_create_response_from_buffer(response.fixed.size(), const_cast<char*>(response.fixed.data()),
                                               MHD_RESPMEM_PERSISTENT);
    auto* body = new Bytes(std::move(response.body));
    return MHD_create_response_from_buffer_with_free_callback_cls(body->size(), body->data(), drop_body, body);
}

} // namespace

Head read_head(MHD_Connection* connection, const char* url, const char* method) {
    Head head;
    head.request.method = method_of(method);
    head.request.path = url;
    head.request.peer = peer_of(connection);
    const int lines = MHD_get_connection_values_n(connection, MHD_HEADER_KIND, take_header, &head.request.headers);
    MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, take_parameter, &head.request.query);
    head.refusal = refusal_of(head);
    if (static_cast<std::size_t>(lines) > most_head_lines) head.refusal = MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE;
    std::size_t uri = head.request.path.size();
    for (const auto& [name, value] : head.request.query) uri += name.size() + value.size();
    if (uri > most_uri) head.refusal = MHD_HTTP_URI_TOO_LONG;
    return head;
}

MHD_Result send(MHD_Connection* connection, Response response, std::shared_ptr<Stream>& stream) {
    if (response.events) stream = std::make_shared<Stream>(connection);
    MHD_Response* answer = make_response(response, stream);
    if (answer == nullptr) return MHD_NO;
    if (response.status != MHD_HTTP_NO_CONTENT)
        MHD_add_response_header(answer, MHD_HTTP_HEADER_CONTENT_TYPE, response.type.c_str());
    for (const auto& [name, value] : response.headers) MHD_add_response_header(answer, name.c_str(), value.c_str());
    const MHD_Result sent = MHD_queue_response(connection, static_cast<unsigned>(response.status), answer);
    MHD_destroy_response(answer);
    if (stream && sent == MHD_YES) response.events(stream);
    return sent;
}

namespace {

const char* code_of(int status) {
    switch (status) {
    case MHD_HTTP_CONTENT_TOO_LARGE:
        return "body-too-large";
    case MHD_HTTP_UNSUPPORTED_MEDIA_TYPE:
        return "encoding-refused";
    case MHD_HTTP_URI_TOO_LONG:
    case MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE:
        return "head-too-large";
    case MHD_HTTP_SERVICE_UNAVAILABLE:
        return "service-busy";
    default:
        return "request-broken";
    }
}

} // namespace

Response plain_refusal(int status) {
    Response response;
    response.status = status;
    response.type = "application/problem+json";
    response.body = R"({"type":"about:blank","title":")";
    response.body += MHD_get_reason_phrase_for(static_cast<unsigned>(status));
    response.body += R"(","status":)" + std::to_string(status) + R"(,"code":")" + code_of(status) + "\"}";
    response.headers = {{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}};
    return response;
}

} // namespace vanthu::server
