#include "read/text/text_reader.h"

#include "base/length.h"
#include "read/text/decoding.h"
#include "read/text/lines.h"
#include "read/text/markup.h"
#include "read/text/tables.h"
#include "text/line_joining.h"

#include <algorithm>
#include <array>

namespace vanthu::read {
namespace {

using namespace plain;

constexpr std::size_t before_head = 200; // bytes: what may stand before a letterhead
constexpr int deepest_heading = 3;

/// Index: bold + 2 × italic, then the headings.
enum StyleIndex : std::uint16_t { plain_text, first_heading = 4 };

flow::Document empty_document() {
    flow::Document document;
    document.info.language = "vi";
    for (int flags = 0; flags < first_heading; ++flags) {
        flow::ParagraphStyle style;
        style.name = "Text" + std::to_string(flags);
        style.bold = (flags & 1) != 0;
        style.italic = (flags & 2) != 0;
        document.styles.push_back(style);
        if (flags > 0) document.character_styles.push_back({style.name, style.name, style.bold, style.italic});
    }
    constexpr std::array tags = {flow::Tag::heading1, flow::Tag::heading2, flow::Tag::heading3};
    for (const flow::Tag tag : tags) {
        flow::ParagraphStyle style;
        style.name = "Heading" + std::to_string(document.styles.size() - first_heading + 1);
        style.bold = true;
        style.tag = tag;
        document.styles.push_back(style);
    }
    document.origins.emplace_back();
    document.sheets.resize(1);
    flow::PageSetup& page = document.sheets[0].page;
    page.width = mm(210);
    page.height = mm(297);
    page.top = page.bottom = mm(20);
    page.left = mm(30);
    page.right = mm(15);
    return document;
}

void trim(std::string& text) {
    text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
    const std::size_t end = text.find_last_not_of(" \t");
    text.resize(end == std::string::npos ? 0 : end + 1);
}

class TextReader {
  public:
    explicit TextReader(std::string_view text) : lines_(lines_of(text)), width_(wrap_width(lines_)) {}

    flow::Document read() {
        while (at_ < lines_.size()) {
            const std::string& line = lines_[at_];
            if (line.empty() || is_rule(line)) {
                ++at_;
            } else if (auto table = read_table(lines_, at_, letters_ <= before_head)) {
                blocks().emplace_back(to_flow(*table));
            } else if (!read_heading()) {
                read_paragraph();
            }
        }
        return std::move(document_);
    }

  private:
    std::vector<flow::Block>& blocks() { return document_.sheets[0].blocks; }

    bool read_heading() {
        const std::string& line = lines_[at_];
        const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
        if (level == 0 || level > 6 || level == line.size() || line[level] != ' ') return false;
        std::string text = line.substr(level);
        trim(text);
        flow::Paragraph heading = paragraph(text);
        const int style = first_heading + std::min<int>(static_cast<int>(level), deepest_heading) - 1;
        heading.style = static_cast<std::uint16_t>(style);
        for (flow::Run& run : heading.runs) run.style = 0;
        put(std::move(heading));
        ++at_;
        return true;
    }

    void read_paragraph() {
        std::string text = lines_[at_++];
        trim(text);
        std::string line = text; // the last one
        while (at_ < lines_.size()) {
            const std::size_t at = lines_[at_].empty() ? behind_page_turn(line) : at_;
            if (at == lines_.size() || is_rule(lines_[at])) break;
            std::string next = lines_[at];
            trim(next);
            if (at == at_ && ends_inside(text, rest_of_block()))
                text += std::string(flow::line_end) + next;
            else if (at != at_ || (next.find('\t') == std::string::npos && goes_on(line, next, width_)))
                text::join_line(text, next);
            else
                break;
            line = next;
            at_ = at + 1;
        }
        put(paragraph(text));
    }

    std::string rest_of_block() const {
        std::string rest;
        for (std::size_t at = at_; at < lines_.size() && !lines_[at].empty(); ++at) rest += lines_[at] + "\n";
        return rest;
    }

    /// The line behind blank ones that goes on in the middle of a sentence, as where a page was turned; else the end.
    std::size_t behind_page_turn(const std::string& line) const {
        std::size_t at = at_;
        while (at < lines_.size() && lines_[at].empty()) ++at;
        const bool same = at < lines_.size() && at - at_ <= 2 && goes_on_over_blank(line, lines_[at]);
        return same ? at : lines_.size();
    }

    void put(flow::Paragraph paragraph) {
        for (const flow::Run& run : paragraph.runs) letters_ += run.text.size();
        if (!paragraph.runs.empty()) blocks().emplace_back(std::move(paragraph));
    }

    /// A paragraph that is bold all over has a bold style.
    flow::Paragraph paragraph(const std::string& text) {
        const std::vector<Stretch> stretches = parse_markup(text);
        const bool bold = std::all_of(stretches.begin(), stretches.end(), [](const Stretch& s) { return s.bold; });
        const bool italic = std::all_of(stretches.begin(), stretches.end(), [](const Stretch& s) { return s.italic; });
        flow::Paragraph result;
        result.style = static_cast<std::uint16_t>(plain_text + (bold ? 1 : 0) + (italic ? 2 : 0));
        result.origin = 1;
        std::string plain;
        for (const Stretch& stretch : stretches) {
            const int own = (stretch.bold && !bold ? 1 : 0) + (stretch.italic && !italic ? 2 : 0);
            result.runs.push_back({folded(stretch.text), static_cast<flow::CharacterStyleIndex>(own), false});
            plain += stretch.text;
        }
        if (plain != text) {
            document_.origins.push_back({{}, "", raw(text), 1});
            result.origin = static_cast<flow::OriginIndex>(document_.origins.size());
        }
        return result;
    }

    static std::string folded(std::string_view text) {
        std::string result;
        for (const char c : text) {
            const bool white = c == ' ' || c == '\t';
            if (!white || result.empty() || result.back() != ' ') result += white ? ' ' : c;
        }
        return result;
    }

    static std::string raw(std::string text) {
        for (std::size_t at = 0; (at = text.find(flow::line_end, at)) != std::string::npos; ++at)
            text.replace(at, flow::line_end.size(), "\n");
        return text;
    }

    flow::Table to_flow(const TextTable& source) {
        flow::Table table;
        table.kind = source.layout ? flow::TableKind::letterhead : flow::TableKind::data;
        table.border = source.layout ? 0 : 0.5;
        table.origin = 1;
        const flow::PageSetup& page = document_.sheets[0].page;
        const std::size_t columns = source.rows.front().size();
        table.widths.assign(columns, (page.width - page.left - page.right) / static_cast<double>(columns));
        for (const std::vector<std::string>& cells : source.rows) {
            flow::Row row;
            const bool header = source.header && table.rows.empty();
            row.kind = source.layout ? flow::RowKind::layout : header ? flow::RowKind::header : flow::RowKind::task;
            for (const std::string& text : cells) {
                row.cells.emplace_back();
                if (!text.empty()) row.cells.back().content.emplace_back(paragraph(with_breaks(text)));
                letters_ += text.size();
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    /// "<br>" of Markdown's cells.
    static std::string with_breaks(std::string text) {
        for (const std::string_view mark : {"<br>", "<br/>", "<br />"})
            for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;)
                text.replace(at, mark.size(), flow::line_end);
        return text;
    }

    std::vector<std::string> lines_;
    std::size_t width_;
    std::size_t at_ = 0;
    std::size_t letters_ = 0; ///< bytes of text so far
    flow::Document document_ = empty_document();
};

} // namespace

Result<flow::Document> read_text(std::string_view bytes) {
    auto decoded = decode(bytes);
    if (!decoded) return Result<flow::Document>::failed({"text-binary", Severity::error, {}, {}});
    Diagnostics findings;
    if (!decoded->encoding.empty())
        findings.push_back({"text-converted", Severity::note, {{"encoding", decoded->encoding}}, {}});
    return Result<flow::Document>::of(TextReader(decoded->text).read(), std::move(findings));
}

} // namespace vanthu::read
