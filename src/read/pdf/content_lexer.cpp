#include "read/pdf/content_lexer.h"

#include <array>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t most_operands = 200'000;

enum Class : std::uint8_t { regular, space, delimiter, numeric };

constexpr std::array<Class, 256> make_classes() {
    std::array<Class, 256> classes{};
    for (const unsigned char c : {'\0', '\t', '\n', '\f', '\r', ' '}) classes[c] = space;
    for (const unsigned char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) classes[c] = delimiter;
    for (const unsigned char c : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.'})
        classes[c] = numeric;
    return classes;
}

constexpr std::array<Class, 256> classes = make_classes();

Class class_of(char c) { return classes[static_cast<unsigned char>(c)]; }
bool ends_word(char c) { return class_of(c) == space || class_of(c) == delimiter; }

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

// A decoded string is never longer than its source, so that views into `decoded_` stay good up to the operator.
ContentLexer::ContentLexer(std::string_view content) : content_(content) { decoded_.reserve(content.size() + 1); }

bool ContentLexer::next() {
    operands_.clear();
    decoded_.clear();
    operator_ = {};
    begin_ = position_;
    while (position_ < content_.size()) {
        token();
        if (operator_.empty()) continue;
        if (operator_ == "ID") pass_image_data();
        return true;
    }
    return false;
}

void ContentLexer::add(Operand operand) {
    if (operands_.size() < most_operands) operands_.push_back(operand);
}

void ContentLexer::token() {
    const char c = content_[position_];
    switch (class_of(c)) {
    case space:
        ++position_;
        return;
    case numeric:
        return number();
    case regular:
        return word();
    case delimiter:
        break;
    }
    using Kind = Operand::Kind;
    const bool twice = at(position_ + 1) == c;
    switch (c) {
    case '(':
        return literal_string();
    case '/':
        return name_object();
    case '%':
        return pass_comment();
    case '[':
        add({Kind::array_begin, 0, {}});
        break;
    case ']':
        add({Kind::array_end, 0, {}});
        break;
    case '<':
        if (!twice) return hexadecimal_string();
        add({Kind::dictionary_begin, 0, {}});
        ++position_;
        break;
    case '>':
        if (twice) add({Kind::dictionary_end, 0, {}}), ++position_;
        break;
    default:
        break;
    }
    ++position_;
}

void ContentLexer::number() {
    const bool negative = content_[position_] == '-';
    while (at(position_) == '-' || at(position_) == '+') ++position_;
    double value = 0, unit = 1;
    bool fraction = false;
    for (; position_ < content_.size(); ++position_) {
        const char c = content_[position_];
        if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            if (fraction) unit *= 10;
        } else if (c == '.' && !fraction) {
            fraction = true;
        } else {
            break;
        }
    }
    value /= unit;
    // "1.2.3" and "12-3" are met in the wild; readers take the first number.
    while (position_ < content_.size() && class_of(content_[position_]) == numeric) ++position_;
    add({Operand::Kind::number, negative ? -value : value, {}});
}

void ContentLexer::word() {
    const std::size_t start = position_;
    while (position_ < content_.size() && !ends_word(content_[position_])) ++position_;
    operator_ = content_.substr(start, position_ - start);
}

void ContentLexer::pass_comment() {
    while (position_ < content_.size() && content_[position_] != '\n' && content_[position_] != '\r') ++position_;
}

void ContentLexer::name_object() {
    const std::size_t start = ++position_;
    bool escaped = false;
    for (; position_ < content_.size() && !ends_word(content_[position_]); ++position_)
        escaped = escaped || content_[position_] == '#';
    const std::string_view raw = content_.substr(start, position_ - start);
    if (!escaped) return add({Operand::Kind::name, 0, raw});
    const std::size_t begin = decoded_.size();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const int high = i + 2 < raw.size() ? hex_value(raw[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(raw[i + 2]) : -1;
        const bool is_code = raw[i] == '#' && low >= 0;
        decoded_.push_back(is_code ? static_cast<char>(high * 16 + low) : raw[i]);
        if (is_code) i += 2;
    }
    add({Operand::Kind::name, 0, std::string_view(decoded_).substr(begin)});
}

void ContentLexer::literal_string() {
    const std::size_t start = ++position_;
    std::size_t end = start;
    while (end < content_.size() && content_[end] != '(' && content_[end] != ')' && content_[end] != '\\' &&
           content_[end] != '\r')
        ++end;
    if (at(end) == ')') {
        position_ = end + 1;
        return add({Operand::Kind::string, 0, content_.substr(start, end - start)});
    }
    const std::size_t begin = decoded_.size();
    int open = 1;
    while (position_ < content_.size()) {
        const char c = content_[position_++];
        if (c == '(') ++open;
        if (c == ')' && --open == 0) break;
        if (c == '\\') {
            escape();
        } else if (c == '\r') {
            if (at(position_) == '\n') ++position_;
            decoded_.push_back('\n');
        } else {
            decoded_.push_back(c);
        }
    }
    add({Operand::Kind::string, 0, std::string_view(decoded_).substr(begin)});
}

void ContentLexer::escape() {
    const char c = at(position_++);
    switch (c) {
    case 'n':
        decoded_.push_back('\n');
        return;
    case 'r':
        decoded_.push_back('\r');
        return;
    case 't':
        decoded_.push_back('\t');
        return;
    case 'b':
        decoded_.push_back('\b');
        return;
    case 'f':
        decoded_.push_back('\f');
        return;
    case '\n':
        return;
    case '\r':
        if (at(position_) == '\n') ++position_;
        return;
    default:
        break;
    }
    if (c < '0' || c > '7') {
        if (position_ <= content_.size()) decoded_.push_back(c);
        return;
    }
    int code = c - '0';
    for (int digit = 1; digit < 3 && at(position_) >= '0' && at(position_) <= '7'; ++digit)
        code = code * 8 + (content_[position_++] - '0');
    decoded_.push_back(static_cast<char>(code & 0xFF));
}

void ContentLexer::hexadecimal_string() {
    const std::size_t begin = decoded_.size();
    int high = -1;
    for (++position_; position_ < content_.size() && content_[position_] != '>'; ++position_) {
        const int value = hex_value(content_[position_]);
        if (value < 0) continue;
        if (high >= 0) decoded_.push_back(static_cast<char>(high * 16 + value));
        high = high >= 0 ? -1 : value;
    }
    if (high >= 0) decoded_.push_back(static_cast<char>(high * 16));
    ++position_;
    add({Operand::Kind::string, 0, std::string_view(decoded_).substr(begin)});
}

void ContentLexer::pass_image_data() {
    for (std::size_t i = position_ + 1; i < content_.size(); ++i)
        if (content_[i] == 'E' && ends_image(i)) {
            position_ = i + 2;
            return;
        }
    position_ = content_.size();
}

/// EI between white space, with what reads like content behind it: the data may hold the two letters by chance.
bool ContentLexer::ends_image(std::size_t at_e) const {
    if (at(at_e + 1) != 'I' || class_of(content_[at_e - 1]) != space) return false;
    if (at_e + 2 < content_.size() && class_of(content_[at_e + 2]) != space) return false;
    constexpr std::size_t look_ahead = 16;
    for (std::size_t i = at_e + 2; i < content_.size() && i < at_e + 2 + look_ahead; ++i) {
        const char c = content_[i];
        if (static_cast<unsigned char>(c) >= 0x7F || (c < ' ' && class_of(c) != space)) return false;
    }
    return true;
}

} // namespace vanthu::read::pdf
