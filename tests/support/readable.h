// A document in the one form in which print can give it back.
#pragma once

#include "forms/read_words.h"
#include "forms/templates.h"
#include "model/document.h"

namespace vanthu::test {

/// The same document after what print does not show is settled:
/// - what is printed in capitals is in capitals; what is derived (line of authority, labels, reference lines) is given,
/// and what
///   the kind does not print is not;
/// - the tree of an outline follows its labels, an unlabelled text that opens like a labelled one has that label, a
///   section without a label and title is no section but at the beginning;
/// - the name of who signs is no line of capitals;
/// - the label of an appendix or chapter is one, so is a line above articles; it stands above articles only;
/// - the type of an attached text stands in its title; the roles of columns follow their titles, widths are not given;
/// - an article without text has no empty paragraph; a section row in a table of one or two columns is a row.
model::Document readable(model::Document document, const forms::Templates& templates, const forms::ReadWords& words);

} // namespace vanthu::test
