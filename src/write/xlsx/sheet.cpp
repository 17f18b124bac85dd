#include "write/xlsx/sheet.h"

#include "write/xlsx/cell_text.h"
#include "write/xlsx/workbook_file.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace vanthu::write {
namespace {

constexpr std::size_t max_rows = 1048576, max_columns = 16384;
constexpr std::size_t max_print_header = 255;
constexpr double narrowest = 5, widest = 48, line_height = 16;
constexpr double tallest = 409; // points, Excel's own limit

/// Lines that a text takes in a column, rather one too many.
double lines_in(std::string_view text, double width) {
    double lines = 0;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines +=
            std::max(1.0, std::ceil(0.95 * static_cast<double>(line_width(text.substr(start, end - start))) / width));
        start = end + 1;
    }
    return lines;
}

class Sheet {
  public:
    Sheet(lxw_worksheet* sheet, const Formats& formats, const model::ReadTable& table)
        : sheet_(sheet), formats_(formats), table_(table), columns_(table.columns.size()), covered_(columns_) {
        for (const model::CellSpan& span : table.spans) spans_[{span.row, span.column}] = &span;
    }

    Diagnostics write() {
        set_up_page();
        set_widths();
        for (std::size_t column = 0; column < columns_; ++column)
            write_cell(0, column, table_.columns[column].title, formats_.header);
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (is_section(row))
                write_section(row);
            else
                write_row(row);
        }
        return std::move(findings_);
    }

  private:
    static lxw_row_t sheet_row(std::size_t row) { return static_cast<lxw_row_t>(row + 1); }
    static lxw_col_t sheet_column(std::size_t column) { return static_cast<lxw_col_t>(column); }

    bool is_section(std::size_t row) const {
        return row < table_.kinds.size() && table_.kinds[row] == model::RowKind::section;
    }
    const std::string& cell(std::size_t row, std::size_t column) const {
        static const std::string empty;
        return column < table_.rows[row].size() ? table_.rows[row][column] : empty;
    }
    bool is_covered(std::size_t row, std::size_t column) const { return covered_[column] > row; }

    void check(lxw_error error) {
        if (error != LXW_NO_ERROR) findings_.push_back(xlsx_failed(error));
    }

    void set_up_page();
    void set_widths();
    double width_of(std::size_t column) const;
    std::string fitting(std::size_t row, std::size_t column, const std::string& text);
    void write_cell(lxw_row_t row, std::size_t column, const std::string& text, lxw_format* format);
    double height_of(std::size_t row) const;
    void write_row(std::size_t row);
    void write_section(std::size_t row);
    bool can_merge(std::size_t row, std::size_t column, const model::CellSpan& span) const;
    void merge(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns, lxw_format* format);

    lxw_worksheet* sheet_;
    const Formats& formats_;
    const model::ReadTable& table_;
    std::size_t columns_;
    std::vector<std::size_t> covered_; ///< by column: the first row that no merged cell above reaches
    std::map<std::pair<std::size_t, std::size_t>, const model::CellSpan*> spans_;
    std::vector<double> widths_;
    bool in_section_ = false;
    Diagnostics findings_;
};

void Sheet::set_up_page() {
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9); // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_set_margins(sheet_, 0.5, 0.5, 0.75, 0.6);
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
    worksheet_outline_settings(sheet_, LXW_TRUE, LXW_FALSE, LXW_FALSE, LXW_FALSE);
    worksheet_set_footer(sheet_, "&C&P/&N");
    // Numbers stay texts on purpose: no green corners.
    worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    std::string title = "&C";
    for (const char c : cell_text(table_.title)) title += c == '&' ? "&&" : std::string(1, c);
    if (title.size() > 2 && utf16_length(title) <= max_print_header) worksheet_set_header(sheet_, title.c_str());
}

double Sheet::width_of(std::size_t column) const {
    std::size_t longest = line_width(table_.columns[column].title) / 2;
    for (std::size_t row = 0; row < table_.rows.size(); ++row)
        if (!is_section(row) && spans_.count({row, column}) == 0)
            longest = std::max(longest, line_width(cell(row, column)));
    return std::clamp(1.1 * static_cast<double>(longest) + 1, narrowest, widest);
}

void Sheet::set_widths() {
    for (std::size_t column = 0; column < columns_; ++column) {
        widths_.push_back(width_of(column));
        check(worksheet_set_column(sheet_, sheet_column(column), sheet_column(column), widths_[column], nullptr));
    }
}

/// What Excel has room for; a finding where that is less than the text.
std::string Sheet::fitting(std::size_t row, std::size_t column, const std::string& text) {
    std::string clean = cell_text(text);
    if (clean.size() <= max_cell_length || utf16_length(clean) <= max_cell_length) return clean;
    findings_.push_back({"xlsx-cell-cut",
                         Severity::warning,
                         {{"row", std::to_string(row + 1)},
                          {"column", std::to_string(column + 1)},
                          {"limit", std::to_string(max_cell_length)}},
                         {}});
    return std::string(utf16_prefix(clean, max_cell_length));
}

void Sheet::write_cell(lxw_row_t row, std::size_t column, const std::string& text, lxw_format* format) {
    const std::string value = fitting(row, column, text);
    check(value.empty() ? worksheet_write_blank(sheet_, row, sheet_column(column), format)
                        : worksheet_write_string(sheet_, row, sheet_column(column), value.c_str(), format));
}

/// Excel refuses a file in which merged cells overlap, and shows of a merged cell only what stands top left.
bool Sheet::can_merge(std::size_t row, std::size_t column, const model::CellSpan& span) const {
    if (column + span.column_span > columns_ || row + span.row_span > table_.rows.size()) return false;
    for (std::size_t r = row; r < row + span.row_span; ++r)
        for (std::size_t c = column; c < column + span.column_span; ++c)
            if (is_covered(r, c) || (r > row && is_section(r)) || (!cell(r, c).empty() && (r != row || c != column)))
                return false;
    return span.row_span * span.column_span > 1;
}

void Sheet::merge(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns, lxw_format* format) {
    const std::string value = fitting(row + 1, column, cell(row, column));
    check(worksheet_merge_range(sheet_, sheet_row(row), sheet_column(column), sheet_row(row + rows - 1),
                                sheet_column(column + columns - 1), value.c_str(), format));
    for (std::size_t c = column; c < column + columns; ++c) covered_[c] = row + rows;
}

/// Excel finds the height of a row without one when it opens the file, other programs show one line of it.
double Sheet::height_of(std::size_t row) const {
    double lines = 1;
    for (std::size_t column = 0; column < columns_; ++column) {
        const auto span = spans_.find({row, column});
        double width = widths_[column];
        if (span != spans_.end())
            for (std::size_t c = 1; c < span->second->column_span && column + c < columns_; ++c)
                width += widths_[column + c];
        lines = std::max(lines, lines_in(cell(row, column), width));
    }
    return std::min(tallest, line_height * lines);
}

void Sheet::write_row(std::size_t row) {
    lxw_row_col_options outline{};
    outline.level = in_section_ ? 1 : 0;
    check(worksheet_set_row_opt(sheet_, sheet_row(row), height_of(row), nullptr, &outline));
    for (std::size_t column = 0; column < columns_; ++column) {
        if (is_covered(row, column)) continue;
        const auto span = spans_.find({row, column});
        if (span != spans_.end() && can_merge(row, column, *span->second))
            merge(row, column, span->second->row_span, span->second->column_span, formats_.cell);
        else
            write_cell(sheet_row(row), column, cell(row, column), formats_.cell);
    }
}

/// Each text of a section reaches over the empty cells behind it. Excel finds no height for merged cells by itself.
void Sheet::write_section(std::size_t row) {
    in_section_ = true;
    double lines = 1;
    for (std::size_t column = 0; column < columns_;) {
        if (is_covered(row, column)) {
            ++column;
            continue;
        }
        std::size_t end = column + 1;
        double width = widths_[column];
        for (; end < columns_ && cell(row, end).empty() && !is_covered(row, end); ++end) width += widths_[end];
        lines = std::max(lines, lines_in(cell(row, column), width));
        if (end - column > 1)
            merge(row, column, 1, end - column, formats_.section);
        else
            write_cell(sheet_row(row), column, cell(row, column), formats_.section);
        column = end;
    }
    check(worksheet_set_row(sheet_, sheet_row(row), std::min(tallest, line_height * lines), nullptr));
}

lxw_format* text_format(lxw_workbook* book) {
    lxw_format* format = workbook_add_format(book);
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, 12);
    format_set_num_format_index(format, 49); // text, also after it has been edited
    format_set_text_wrap(format);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

} // namespace

Formats make_formats(lxw_workbook* book) {
    const Formats formats{text_format(book), text_format(book), text_format(book)};
    format_set_bold(formats.header);
    format_set_align(formats.header, LXW_ALIGN_CENTER);
    format_set_align(formats.header, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bold(formats.section);
    return formats;
}

Diagnostics write_sheet(lxw_workbook* book, const Formats& formats, const std::string& name,
                        const model::ReadTable& table) {
    if (table.rows.size() >= max_rows || table.columns.size() > max_columns)
        return {{"xlsx-too-large",
                 Severity::error,
                 {{"rows", std::to_string(table.rows.size())}, {"columns", std::to_string(table.columns.size())}},
                 {}}};
    lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
    if (sheet == nullptr) return {xlsx_failed(LXW_ERROR_MEMORY_MALLOC_FAILED)};
    return Sheet(sheet, formats, table).write();
}

} // namespace vanthu::write
