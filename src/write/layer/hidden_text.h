// Text that nobody sees (rendering mode 3), as layers made by OCR have it, in content streams.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace vanthu::write {

constexpr int hidden_mode = 3;

/// What a content stream does, as far as layers and PDF/A care.
struct ContentUse {
    bool has_hidden_text = false;
    std::set<std::string> named_fonts;   ///< after Tf, without slash
    std::set<std::string> visible_fonts; ///< names of the fonts of text that is seen, without slash
    std::map<std::string, int> forms;    ///< names after Do → rendering mode there; -1: several
    std::set<std::string> colour_spaces; ///< names after cs and CS; DeviceCMYK also for k and K
};

/// `mode`: rendering mode that holds where the stream begins.
ContentUse content_use(std::string_view content, int mode);

/// The content without its text objects of which nothing is seen. A text object that also shows something stays as it
/// is. What such an object says of colours and marked content stays; its text state stays as long as visible text
/// follows.
std::string without_hidden_text(std::string_view content, int mode);

} // namespace vanthu::write
