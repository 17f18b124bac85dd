#include "paginate/paragraph_layout.h"

#include "text/binding.h"
#include "text/line_breaker.h"

#include <algorithm>
#include <string_view>

namespace vanthu::paginate {
namespace {

/// A run's place in the paragraph's whole text.
struct Span {
    std::size_t end;
    Face face;
    bool label;
};

/// A piece of text between two places where a line may end.
struct Atom {
    std::size_t begin, end;
    std::size_t next; ///< begin of the following atom: behind the space, if there is one
    bool ends_line = false;
};

class Setter {
  public:
    Setter(const flow::Document& flow, const flow::Paragraph& paragraph, double width, const Measure& measure)
        : style_(flow.styles[paragraph.style]), measure_(measure),
          width_(width - style_.left_indent - style_.right_indent) {
        for (const flow::Run& run : paragraph.runs) {
            text_ += run.text;
            const flow::CharacterStyle* own = run.style ? &flow.character_styles[run.style - 1u] : nullptr;
            spans_.push_back({text_.size(),
                              face_of(style_.bold || (own && own->bold), style_.italic || (own && own->italic)),
                              run.label});
        }
    }

    LaidParagraph run() {
        LaidParagraph result;
        const double single = measure_.line_height(style_.size);
        result.line_height = single * style_.line_spacing;
        result.ascent = measure_.ascent(style_.size) + (result.line_height - single);
        find_atoms();
        if (atoms_.empty()) return result.lines.resize(1), result;
        for (std::size_t begin = 0; begin < atoms_.size();) {
            std::size_t end = begin + 1;
            while (end < atoms_.size() && !atoms_[end - 1].ends_line) ++end;
            add_lines(begin, end, result);
            begin = end;
        }
        return result;
    }

  private:
    /// Lines of the atoms [first, last), behind which a line ends in any case.
    void add_lines(std::size_t first, std::size_t last, LaidParagraph& result) const {
        const bool justified = style_.align == flow::Align::justify;
        const text::Setting setting = justified                           ? text::Setting::justified
                                      : style_.align == flow::Align::left ? text::Setting::ragged
                                                                          : text::Setting::balanced;
        std::size_t begin = first;
        for (const std::size_t end :
             text::break_lines(boxes(first, last), width_ - (first ? 0 : style_.first_indent), width_, setting)) {
            result.lines.push_back(line(begin, first + end, justified && first + end < last));
            begin = first + end;
        }
    }

    /// Calls use(face, label, part) for each part of text_[begin, end) that lies in one run.
    template <class Use> void for_each_span(std::size_t begin, std::size_t end, Use use) const {
        for (const Span& span : spans_) {
            if (span.end <= begin) continue;
            const std::size_t stop = std::min(end, span.end);
            if (begin >= stop) break;
            use(span, std::string_view(text_).substr(begin, stop - begin));
            begin = stop;
        }
    }

    double width_of(std::size_t begin, std::size_t end) const {
        double width = 0;
        for_each_span(begin, end, [&](const Span& span, std::string_view part) {
            width += measure_.width(part, span.face, style_.size);
        });
        return width;
    }

    void find_atoms() {
        for (std::size_t begin = 0; begin < text_.size();) {
            const std::size_t space = std::min(text_.find(' ', begin), text_.size());
            const std::size_t line_end = std::min(text_.find(flow::line_end, begin), text_.size());
            const std::size_t end = std::min(space, line_end);
            const std::size_t next = std::min(end + (line_end < space ? flow::line_end.size() : 1), text_.size());
            if (end > begin) add_atom({begin, end, next, line_end < space});
            begin = next;
        }
    }

    /// What is wider than the column is broken after all: at bound spaces, behind - and /, in the last resort anywhere.
    void add_atom(const Atom& atom) {
        const double available = width_ - (atoms_.empty() ? style_.first_indent : 0);
        if (width_of(atom.begin, atom.end) <= available) return atoms_.push_back(atom);
        const std::size_t stop = break_inside(atom, available);
        if (stop >= atom.end) return atoms_.push_back(atom);
        const bool space = text_.compare(stop, text::no_break_space.size(), text::no_break_space) == 0;
        const std::size_t next = space ? stop + text::no_break_space.size() : stop;
        atoms_.push_back({atom.begin, stop, next});
        add_atom({next, atom.end, atom.next, atom.ends_line});
    }

    std::size_t break_inside(const Atom& atom, double available) const {
        std::size_t at_space = 0;
        std::size_t behind_mark = 0;
        std::size_t anywhere = 0;
        for (std::size_t i = atom.begin; i < atom.end;) {
            std::size_t next = i + 1;
            while (next < atom.end && (static_cast<unsigned char>(text_[next]) & 0xC0) == 0x80) ++next;
            if (text_.compare(i, text::no_break_space.size(), text::no_break_space) == 0 && i > atom.begin)
                at_space = i;
            if (anywhere && width_of(atom.begin, next) > available) break;
            anywhere = next;
            if (text_[i] == '-' || text_[i] == '/') behind_mark = next;
            i = next;
        }
        return at_space ? at_space : behind_mark ? behind_mark : anywhere;
    }

    std::vector<text::Box> boxes(std::size_t first, std::size_t last) const {
        std::vector<text::Box> result;
        result.reserve(last - first);
        for (std::size_t i = first; i < last; ++i) {
            const Atom& atom = atoms_[i];
            const double space = atom.ends_line ? 0 : width_of(atom.end, atom.next);
            result.push_back({width_of(atom.begin, atom.end), space, spaces_in(atom.begin, atom.end)});
        }
        return result;
    }

    int spaces_in(std::size_t begin, std::size_t end) const {
        int count = 0;
        for (std::size_t i = begin; i < end; ++i)
            if (text_[i] == ' ' || text_.compare(i, text::no_break_space.size(), text::no_break_space) == 0) ++count;
        return count;
    }

    /// The line end that compose decided reads as a space.
    static std::string visible(std::string_view part) {
        const std::size_t at = part.find(flow::line_end);
        return at == std::string_view::npos ? text::unbind(part) : text::unbind(part.substr(0, at)) + ' ';
    }

    LaidLine line(std::size_t first, std::size_t last, bool stretched) const {
        const std::size_t begin = atoms_[first].begin;
        const std::size_t end = atoms_[last - 1].end;
        const bool final_line = last == atoms_.size();
        const double indent = first == 0 ? style_.first_indent : 0;
        const double slack = width_ - indent - width_of(begin, end);
        const int spaces = spaces_in(begin, end);
        const double gap = stretched && spaces > 0 ? slack / spaces : 0;
        double x = style_.left_indent + indent;
        if (style_.align == flow::Align::centre) x += slack / 2;
        if (style_.align == flow::Align::right) x += slack;
        LaidLine result;
        for_each_span(begin, final_line ? end : atoms_[last - 1].next, [&](const Span& span, std::string_view part) {
            result.pieces.push_back({x, gap, span.face, span.label, visible(part)});
            const int inside = spaces_in(static_cast<std::size_t>(part.data() - text_.data()),
                                         static_cast<std::size_t>(part.data() - text_.data()) + part.size());
            x += measure_.width(part, span.face, style_.size) + gap * inside;
        });
        return result;
    }

    const flow::ParagraphStyle& style_;
    const Measure& measure_;
    double width_;
    std::string text_;
    std::vector<Span> spans_;
    std::vector<Atom> atoms_;
};

} // namespace

LaidParagraph lay_out(const flow::Document& flow, const flow::Paragraph& paragraph, double width,
                      const Measure& measure) {
    return Setter(flow, paragraph, width, measure).run();
}

} // namespace vanthu::paginate
