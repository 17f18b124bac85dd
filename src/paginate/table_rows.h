// Rows of tables as slices. Private to paginate.
#pragma once

#include "base/measure.h"
#include "flow/flow.h"
#include "paginate/element_tree.h"
#include "paginate/slice.h"

namespace vanthu::paginate {

/// Texts of one paragraph, one list a line; y is the baseline counted from the top of the line.
struct PlacedParagraph {
    std::vector<std::vector<pages::Text>> lines;
    double line_height = 0;
};

/// Sets a paragraph in the column from `x` of `width`; the texts carry the given elements.
PlacedParagraph place(const flow::Document& flow, const flow::Paragraph& paragraph, double x, double width,
                      const ParagraphElements& elements, const Measure& measure);

/// A paragraph in a box of its style's size: one slice.
Slice place_boxed(const flow::Document& flow, const flow::Paragraph& paragraph, double x, double width,
                  const ParagraphElements& elements, const Measure& measure);

/// A rule centred in the column from `x` of `width`.
Slice place_rule(const flow::Rule& rule, double x, double width);

class RowSetter {
  public:
    RowSetter(const flow::Document& flow, const flow::Table& table, double left, const Measure& measure,
              ElementTree& tree);

    /// The row as one slice, or, when it is taller than `most`, as bands between whose lines a page may end.
    std::vector<Slice> set(const flow::Row& row, double most);

  private:
    struct Line {
        double top, bottom;
        std::size_t cell;
        std::vector<pages::Text> texts;
        std::vector<pages::Line> rules;
    };

    void set_cell(const flow::Row& row, std::size_t index, double x, double width, pages::ElementIndex row_element);
    pages::ElementIndex cell_element(const flow::Row& row, std::size_t index, pages::ElementIndex row_element);
    void add_line(Slice slice, double top, std::size_t cell);
    void centre_cells(double height);
    std::vector<double> cuts(double height) const;
    std::vector<Slice> bands(double height, const std::vector<double>& at);
    std::vector<double> edges(const flow::Row& row) const;

    const flow::Document& flow_;
    const flow::Table& table_;
    double left_;
    const Measure& measure_;
    ElementTree& tree_;
    pages::ElementIndex table_element_ = pages::no_element;
    std::vector<Line> lines_;          ///< of the row being set
    std::vector<double> cell_heights_; ///< of the row being set
};

} // namespace vanthu::paginate
