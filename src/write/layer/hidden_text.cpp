#include "write/layer/hidden_text.h"

#include "read/pdf/content_lexer.h"

#include <algorithm>
#include <array>
#include <vector>

namespace vanthu::write {
namespace {

using read::pdf::ContentLexer;
using read::pdf::Operand;

template <std::size_t n> bool is_one_of(std::string_view name, const std::array<std::string_view, n>& list) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

bool shows_text(std::string_view name) {
    static constexpr std::array<std::string_view, 4> list = {"Tj", "TJ", "'", "\""};
    return is_one_of(name, list);
}

/// Without effect outside its text object.
bool is_local(std::string_view name) {
    static constexpr std::array<std::string_view, 5> list = {"BT", "ET", "Td", "Tm", "T*"};
    return shows_text(name) || is_one_of(name, list);
}

bool sets_text_state(std::string_view name) {
    static constexpr std::array<std::string_view, 8> list = {"Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "TD"};
    return is_one_of(name, list);
}

/// The part of the text state that matters, through q and Q.
class TextState {
  public:
    explicit TextState(int mode) : now_{mode, {}} {}

    void apply(const ContentLexer& lexer) {
        constexpr std::size_t deepest = 1000;
        const std::string_view name = lexer.name();
        if (name == "q" && saved_.size() < deepest) saved_.push_back(now_);
        if (name == "Q" && !saved_.empty()) {
            now_ = saved_.back();
            saved_.pop_back();
        }
        const auto& operands = lexer.operands();
        if (operands.empty()) return;
        if (name == "Tr" && operands.back().kind == Operand::Kind::number)
            now_.mode = static_cast<int>(std::clamp(operands.back().number, 0.0, 7.0));
        if (name == "Tf" && operands.front().kind == Operand::Kind::name) now_.font = operands.front().text;
    }

    int mode() const { return now_.mode; }
    const std::string& font() const { return now_.font; }

  private:
    struct Values {
        int mode;
        std::string font;
    };
    Values now_;
    std::vector<Values> saved_;
};

struct Spans {
    struct Object {
        std::size_t begin, end;
        bool is_dropped;
    };
    std::vector<Object> objects;  ///< text objects in order
    std::size_t last_visible = 0; ///< where the last operator that shows visible text ends
};

Spans spans_of(std::string_view content, int mode) {
    Spans spans;
    TextState state(mode);
    ContentLexer lexer(content);
    bool is_open = false, has_hidden = false, has_visible = false;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (is_open) spans.objects.push_back({begin, end, has_hidden && !has_visible});
        is_open = false;
    };
    while (lexer.next()) {
        state.apply(lexer);
        if (lexer.name() == "BT") {
            close(lexer.begin());
            is_open = true;
            has_hidden = has_visible = false;
            begin = lexer.begin();
        } else if (shows_text(lexer.name())) {
            (state.mode() == hidden_mode ? has_hidden : has_visible) = true;
            if (state.mode() != hidden_mode) spans.last_visible = lexer.end();
        } else if (lexer.name() == "ET") {
            close(lexer.end());
        }
    }
    close(content.size());
    return spans;
}

void note_colours(const ContentLexer& lexer, ContentUse& use) {
    const std::string_view name = lexer.name();
    if (name == "k" || name == "K") use.colour_spaces.insert("DeviceCMYK");
    if ((name == "cs" || name == "CS") && !lexer.operands().empty())
        use.colour_spaces.emplace(lexer.operands().back().text);
}

} // namespace

ContentUse content_use(std::string_view content, int mode) {
    ContentUse use;
    TextState state(mode);
    ContentLexer lexer(content);
    while (lexer.next()) {
        state.apply(lexer);
        note_colours(lexer, use);
        if (lexer.name() == "Tf") use.named_fonts.insert(state.font());
        if (shows_text(lexer.name())) {
            if (state.mode() == hidden_mode)
                use.has_hidden_text = true;
            else
                use.visible_fonts.insert(state.font());
        } else if (lexer.name() == "Do" && !lexer.operands().empty()) {
            const auto [form, is_new] = use.forms.emplace(lexer.operands().back().text, state.mode());
            if (!is_new && form->second != state.mode()) form->second = -1;
        }
    }
    return use;
}

std::string without_hidden_text(std::string_view content, int mode) {
    const Spans spans = spans_of(content, mode);
    std::string kept;
    std::size_t done = 0;
    auto object = spans.objects.begin();
    ContentLexer lexer(content);
    while (lexer.next()) {
        while (object != spans.objects.end() && object->end <= lexer.begin()) ++object;
        const bool is_inside = object != spans.objects.end() && lexer.begin() >= object->begin;
        if (!is_inside || !object->is_dropped) continue;
        const bool is_needed = sets_text_state(lexer.name()) && lexer.begin() < spans.last_visible;
        if (!is_local(lexer.name()) && (is_needed || !sets_text_state(lexer.name()))) continue;
        kept.append(content.substr(done, lexer.begin() - done));
        done = lexer.end();
    }
    return kept.append(content.substr(done));
}

} // namespace vanthu::write
