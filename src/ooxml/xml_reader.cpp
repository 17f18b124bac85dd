#include "ooxml/xml_reader.h"

#include "ooxml/problems.h"
#include "ooxml/xml_names.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <new>

namespace vanthu::ooxml {
namespace {

const char* chars(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

/// Cut, and any bytes of the file in it made ASCII.
std::string fit_to_print(const char* message) {
    std::string reason = message ? message : "";
    while (!reason.empty() && (reason.back() == '\n' || reason.back() == ' ')) reason.pop_back();
    reason.resize(std::min<std::size_t>(reason.size(), 200));
    std::replace_if(
        reason.begin(), reason.end(), [](char c) { return c < 0x20 || c == 0x7F; }, '?');
    return reason;
}

xmlParserInputPtr no_entity(const char*, const char*, xmlParserCtxtPtr) { return nullptr; }

/// libxml2 hands an ampersand of an attribute on as a character reference.
std::string attribute_text(std::string_view value) {
    constexpr std::string_view ampersand = "&#38;";
    std::string text;
    for (std::size_t i = 0; i < value.size();) {
        const bool reference = value.substr(i, ampersand.size()) == ampersand;
        text += value[i];
        i += reference ? ampersand.size() : 1;
    }
    return text;
}

class Session {
  public:
    Session(const ByteSource& source, const std::string& part, XmlVisitor& visitor, const XmlLimits& limits)
        : source_(source), part_(part), visitor_(visitor), limits_(limits) {}

    std::optional<Diagnostic> run() {
        static const bool closed = (xmlSetExternalEntityLoader(&no_entity), true);
        static_cast<void>(closed);
        xmlSAXHandler handler = callbacks();
        parser_ = xmlCreateIOParserCtxt(&handler, this, &Session::read, nullptr, this, XML_CHAR_ENCODING_NONE);
        if (parser_ == nullptr) {
            if (exception_) std::rethrow_exception(exception_);
            return problem_ ? problem_ : broken(part_, "not XML");
        }
        const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> owner(parser_, &xmlFreeParserCtxt);
        xmlCtxtUseOptions(parser_, XML_PARSE_NONET);
        xmlParseDocument(parser_);
        if (exception_) std::rethrow_exception(exception_);
        if (problem_) return problem_;
        if (parser_->wellFormed == 0) return broken(part_, reason_);
        return std::nullopt;
    }

  private:
    static Session& self(void* user) { return *static_cast<Session*>(user); }

    static xmlSAXHandler callbacks() {
        xmlSAXHandler handler;
        std::memset(&handler, 0, sizeof handler);
        handler.initialized = XML_SAX2_MAGIC;
        handler.startElementNs = [](void* user, const xmlChar* local, const xmlChar*, const xmlChar* uri, int,
                                    const xmlChar**, int count, int, const xmlChar** attributes) {
            self(user).guarded([&](Session& me) { me.start(local, uri, count, attributes); });
        };
        handler.endElementNs = [](void* user, const xmlChar* local, const xmlChar*, const xmlChar* uri) {
            self(user).guarded([&](Session& me) { me.end(local, uri); });
        };
        handler.characters = [](void* user, const xmlChar* text, int length) {
            self(user).guarded([&](Session& me) { me.characters({chars(text), static_cast<std::size_t>(length)}); });
        };
        handler.ignorableWhitespace = handler.characters;
        handler.cdataBlock = handler.characters;
        handler.internalSubset = [](void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
            self(user).stop(broken(self(user).part_, "DOCTYPE"));
        };
        handler.serror = [](void* user, xmlErrorPtr error) {
            Session& me = self(user);
            if (me.reason_.empty() && error->level >= XML_ERR_ERROR)
                me.guarded([&](Session& session) { session.reason_ = fit_to_print(error->message); });
        };
        return handler;
    }

    static int read(void* user, char* buffer, int size) {
        std::size_t count = 0;
        self(user).guarded([&](Session& me) { count = me.source_(buffer, static_cast<std::size_t>(size)); });
        return static_cast<int>(count);
    }

    /// An exception may not pass through libxml2.
    template <class Action> void guarded(Action action) {
        if (problem_ || exception_) return;
        try {
            action(*this);
        } catch (...) {
            exception_ = std::current_exception();
            if (parser_) xmlStopParser(parser_);
        }
    }

    void stop(Diagnostic why) {
        problem_ = std::move(why);
        if (parser_) xmlStopParser(parser_);
    }

    void start(const xmlChar* local, const xmlChar* uri, int count, const xmlChar** attributes) {
        if (++depth_ > limits_.depth) return stop(over_limit(part_, "depth", depth_));
        tree_.open(names_.of(chars(uri), chars(local)));
        for (int i = 0; i < count; ++i) {
            const xmlChar** each = attributes + static_cast<std::ptrdiff_t>(i) * 5; // local, prefix, uri, begin, end
            const std::string_view value(chars(each[3]), static_cast<std::size_t>(each[4] - each[3]));
            const std::string_view name = names_.of(chars(each[2]), chars(each[0]));
            if (value.find('&') == std::string_view::npos)
                tree_.attribute(name, value);
            else
                tree_.attribute(name, attribute_text(value));
        }
        if (tree_.size() > limits_.nodes) return stop(over_limit(part_, "nodes", tree_.size()));
        if (tree_.depth() == 1 && visitor_.enter(tree_.root())) tree_.clear();
    }

    void end(const xmlChar* local, const xmlChar* uri) {
        --depth_;
        if (tree_.empty()) return visitor_.leave(names_.of(chars(uri), chars(local)));
        tree_.close();
        if (tree_.depth() > 0) return;
        visitor_.take(tree_.root());
        tree_.clear();
    }

    void characters(std::string_view text) {
        tree_.text(text);
        if (tree_.size() > limits_.nodes) stop(over_limit(part_, "nodes", tree_.size()));
    }

    const ByteSource& source_;
    const std::string& part_;
    XmlVisitor& visitor_;
    const XmlLimits& limits_;
    xmlParserCtxtPtr parser_ = nullptr;
    XmlNames names_;
    XmlTree tree_;
    std::size_t depth_ = 0;
    std::string reason_;
    std::optional<Diagnostic> problem_;
    std::exception_ptr exception_;
};

} // namespace

std::optional<Diagnostic> read_xml(const ByteSource& source, const std::string& part, XmlVisitor& visitor,
                                   const XmlLimits& limits) {
    return Session(source, part, visitor, limits).run();
}

} // namespace vanthu::ooxml
