// Articles, and bodies that have none.
#include "interpret/fold.h"
#include "interpret/outline.h"
#include "interpret/preamble.h"
#include "interpret/reading.h"
#include "text/line_joining.h"

#include <charconv>

namespace vanthu::interpret {
namespace {

int number_in(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

class ArticleReader {
  public:
    ArticleReader(Reading& reading, Pieces pieces) : reading_(reading), pieces_(pieces) {}

    /// Reads articles until the body goes on without them.
    std::size_t run() {
        std::size_t at = 0;
        for (; at < pieces_.size(); ++at) {
            Piece& piece = pieces_[at];
            if (!piece.is_text()) continue;
            if (opens_sections(piece)) break;
            if (is_article(reading_, piece) && follows(piece))
                open_article(piece);
            else if (is_heading(piece, at))
                headings_.push_back(&piece);
            else
                add_paragraph(piece);
        }
        return at;
    }

  private:
    std::vector<model::Article>& articles() { return reading_.document().articles; }
    std::string pointer() { return "/articles/" + std::to_string(articles().size() - 1); }

    /// Our own sheets name the style of the outline that follows articles.
    bool opens_sections(const Piece& piece) const {
        return piece.style == "SectionHeading" || piece.style == "ItemHeading" || piece.style == "ListItem";
    }

    /// An article quoted in another one has a number out of turn.
    bool follows(const Piece& piece) {
        if (reading_.is_ours(piece) || articles().empty()) return true;
        const auto label = reading_.form.wording("article-label").match_prefix(piece.text);
        const int number = number_in(label->fields.at("number"));
        const int last = number_in(articles().back().number);
        return number == last + 1 || (number == last && label->fields.at("number") != articles().back().number) ||
               (number > last && piece.strong > 0);
    }

    bool is_heading(const Piece& piece, std::size_t at) const {
        if (is_heading_line(reading_, piece)) return true;
        if (reading_.is_ours(piece) || !piece.is_centred() || !piece.is_bold()) return false;
        if (!headings_.empty()) return true;
        return at + 1 < pieces_.size() && is_article(reading_, pieces_[at + 1]);
    }

    void open_article(Piece& piece) {
        const auto label = reading_.form.wording("article-label").match_prefix(piece.text);
        model::Article article;
        std::string text = piece.text;
        if (label) {
            article.number = label->fields.at("number");
            text = tidy(std::string_view(piece.text).substr(label->end));
        }
        for (Piece* heading : headings_) article.headings.push_back(heading->text);
        if (!text.empty()) article.paragraphs.push_back(std::move(text));
        articles().push_back(std::move(article));
        for (std::size_t i = 0; i < headings_.size(); ++i)
            reading_.note(pointer() + "/headings/" + std::to_string(i), *headings_[i], 1);
        headings_.clear();
        reading_.note(pointer() + "/number", piece, 1);
        if (!articles().back().paragraphs.empty()) reading_.note(pointer() + "/paragraphs/0", piece, 1);
    }

    void add_paragraph(Piece& piece) {
        if (articles().empty() || !headings_.empty()) return; // a finding: text without a place
        std::vector<std::string>& paragraphs = articles().back().paragraphs;
        if (reading_.bare && !paragraphs.empty() && goes_on(paragraphs.back(), piece.text)) {
            text::join_line(paragraphs.back(), piece.text);
            piece.used = true;
            return;
        }
        reading_.note(pointer() + "/paragraphs/" + std::to_string(paragraphs.size()), piece, 1);
        paragraphs.push_back(piece.text);
    }

    Reading& reading_;
    Pieces pieces_;
    std::vector<Piece*> headings_;
};

/// Pieces of an outline as labelled lines.
class LineReader {
  public:
    LineReader(const Reading& reading, Pieces pieces) : reading_(reading) {
        for (Piece& piece : pieces)
            if (piece.is_text() && !piece.used && piece.zone == Zone::body) pieces_.push_back(&piece);
        for (const Piece* piece : pieces_) outermost_ = std::min(outermost_, heading_rank(*piece));
    }

    void run() {
        for (Piece* piece : pieces_) {
            if (names_last_section(*piece)) {
                lines.back().text = piece->text;
                sources.back().push_back(piece);
            } else if (goes_on_here(*piece)) {
                text::join_line(lines.back().text, piece->text);
                sources.back().push_back(piece);
            } else
                add(*piece);
        }
    }

    std::vector<OutlineLine> lines;
    std::vector<std::vector<Piece*>> sources; ///< one a line

  private:
    Label label(const Piece& piece) const {
        Label found = label_of(piece.text, reading_.label_words);
        if (found.rank == Rank::none && piece.label > 0 && !reading_.bare) {
            found = {Rank::dash, piece.text.substr(0, piece.label), piece.label, true, 0};
            found.end = std::min(piece.text.find_first_not_of(' ', piece.label), piece.text.size());
        }
        return found;
    }

    /// The rank of a label that may head a section.
    Rank heading_rank(const Piece& piece) const {
        if (reading_.is_ours(piece) && !is_heading_style(piece)) return Rank::none;
        const Rank rank = label(piece).rank;
        if (rank <= Rank::subdivision || rank == Rank::roman) return rank;
        return rank == Rank::capital && piece.is_bold() ? rank : Rank::none;
    }

    static bool is_heading_style(const Piece& piece) {
        return piece.style == "SectionHeading" || piece.style == "ChapterLabel" || piece.style == "ChapterTitle";
    }

    bool is_section(const Piece& piece, Rank rank) const {
        if (reading_.is_ours(piece)) return is_heading_style(piece);
        if (rank == Rank::none) return piece.is_bold();
        return rank <= Rank::roman && rank <= outermost_;
    }

    /// A chapter's title stands below its label.
    bool names_last_section(const Piece& piece) const {
        if (lines.empty() || !lines.back().section || !lines.back().text.empty()) return false;
        if (reading_.is_ours(piece)) return piece.style == "ChapterTitle";
        return piece.is_bold() || piece.is_centred();
    }

    bool goes_on_here(const Piece& piece) const {
        return reading_.bare && !lines.empty() && goes_on(lines.back().text, piece.text);
    }

    void add(Piece& piece) {
        OutlineLine line;
        line.label = label(piece);
        line.section = is_section(piece, line.label.rank);
        if (piece.style == "BodyText" && reading_.is_ours(piece)) line.label = {};
        line.text = piece.text.substr(std::min(line.label.end, piece.text.size()));
        lines.push_back(std::move(line));
        sources.push_back({&piece});
    }

    const Reading& reading_;
    std::vector<Piece*> pieces_;
    Rank outermost_ = Rank::roman;
};

} // namespace

void read_outline(Reading& reading, Pieces pieces, std::string_view pointer, std::vector<model::Section>& sections) {
    LineReader reader(reading, pieces);
    reader.run();
    Outline outline = nest(reader.lines);
    sections = std::move(outline.sections);
    for (std::size_t i = 0; i < reader.sources.size(); ++i)
        reading.note(std::string(pointer) + "/sections" + outline.pointers[i], reader.sources[i], 1);
}

std::size_t read_body(Reading& reading, Pieces pieces) {
    const std::size_t end = find_piece(pieces, 0, [&](const Piece& piece) { return opens_closing(reading, piece); });
    const Pieces body = pieces.first(end);
    const std::size_t article = find_piece(body, 0, [&](const Piece& piece) { return is_article(reading, piece); });
    const std::size_t behind = article < end ? ArticleReader(reading, body).run() : 0;
    read_outline(reading, body.subspan(behind), "", reading.document().sections);
    if (reading.document().articles.empty() && reading.document().sections.empty()) reading.missing("/articles");
    return end;
}

} // namespace vanthu::interpret
