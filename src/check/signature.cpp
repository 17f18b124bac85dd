// Authority, title and name of the signer (annex I, I.II.7; annex II).
#include "check/findings.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::check {
namespace {

std::string_view without_blanks_in_front(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

const forms::AuthorityMark* mark_of(const forms::CheckWords& words, std::string_view line) {
    for (const forms::AuthorityMark& mark : words.authority_marks)
        if (line.starts_with(mark.mark)) return &mark;
    return nullptr;
}

void check_form(const Context& context, std::string_view line, const JsonPath& path) {
    for (const forms::AuthorityMark& mark : context.words.authority_marks)
        for (const std::string& variant : mark.variants)
            if (line.starts_with(variant))
                context.warn("authority-mark", "R-SIG-01", path, {{"found", variant}, {"expected", mark.mark}});
    const forms::AuthorityMark* mark = mark_of(context.words, line);
    if (mark && line.size() > mark->mark.size() && line[mark->mark.size()] != ' ')
        context.warn("authority-space", "R-SIG-01", path, {{"found", std::string(line)}, {"mark", mark->mark}});
}

/// Of BỘ TRƯỞNG: THỨ TRƯỞNG; of CHỦ TỊCH: PHÓ CHỦ TỊCH.
std::string deputy_title(const forms::CheckWords& words, std::string_view head) {
    std::string general;
    for (const forms::CheckWords::Deputy& deputy : words.deputies) {
        if (deputy.head.empty())
            general = deputy.title + " " + std::string(head);
        else if (head.starts_with(deputy.head))
            return deputy.title;
    }
    return general;
}

bool is_deputy_title(const forms::CheckWords& words, std::string_view title) {
    return std::any_of(words.deputies.begin(), words.deputies.end(),
                       [&](const forms::CheckWords::Deputy& deputy) { return title.starts_with(deputy.title); });
}

/// The line behind "KT. CHỦ TỊCH" must be the title of the chief's deputy.
void check_deputy(const Context& context, std::size_t position, const forms::AuthorityMark& mark,
                  const JsonPath& path) {
    const auto& lines = context.document.signature.authority;
    const std::string_view head = without_blanks_in_front(std::string_view(lines[position]).substr(mark.mark.size()));
    const std::string expected = deputy_title(context.words, head);
    if (!lines[position + 1].starts_with(expected))
        context.warn("deputy-title", "R-SIG-01", path.element(position + 1),
                     {{"found", lines[position + 1]}, {"expected", expected}});
}

void check_authority(const Context& context, const JsonPath& path) {
    const auto& lines = context.document.signature.authority;
    bool delegated = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const JsonPath line_path = path.element(i);
        check_form(context, lines[i], line_path);
        const bool last = i + 1 == lines.size();
        const forms::AuthorityMark* mark = mark_of(context.words, lines[i]);
        if (mark == nullptr) {
            if (last && !delegated && is_deputy_title(context.words, lines[i]))
                context.warn("deputy-without-mark", "R-SIG-01", line_path, {{"title", lines[i]}});
            continue;
        }
        delegated = delegated || mark->kind != forms::AuthorityKind::collective;
        if (mark->kind == forms::AuthorityKind::acting) continue;
        if (last)
            context.warn("signer-title-missing", "R-SIG-01", line_path, {{"mark", mark->mark}});
        else if (mark->kind == forms::AuthorityKind::deputy)
            check_deputy(context, i, *mark, path);
    }
}

bool is_small(std::string_view word) { return text::to_lower(word) == word && text::to_upper(word) != word; }

/// Every syllable of a Vietnamese name begins with a capital; only its first letter is looked at, because names of
/// other peoples have small letters and marks inside (H'Hen Niê).
bool has_name_case(std::string_view name) {
    if (text::is_upper(name)) return false;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (is_small(name.substr(at, end - at))) return false;
        at = end + 1;
    }
    return true;
}

void check_name(const Context& context, const JsonPath& path) {
    const std::string& name = context.document.signature.name;
    for (const std::string& honorific : context.words.honorifics) {
        const bool stands_in_front = name.starts_with(honorific) && name.size() > honorific.size() &&
                                     (name[honorific.size()] == '.' || name[honorific.size()] == ' ');
        if (stands_in_front) return context.warn("name-honorific", "R-SIG-03", path, {{"found", honorific}});
    }
    if (!has_name_case(name)) context.warn("name-case", "R-CAP-02", path, {{"found", name}});
}

} // namespace

void check_signature(const Context& context) {
    const JsonPath root;
    const JsonPath signature = root.member("signature");
    check_authority(context, signature.member("authority"));
    check_name(context, signature.member("name"));
}

} // namespace vanthu::check
