#include "write/layer/signatures.h"

namespace vanthu::write {
namespace {

constexpr int deepest = 50;
constexpr std::size_t most_nodes = 100'000;

bool is_filled(const PdfObject& field) { return field["/FT"].name() == "/Sig" && field["/V"].is_dictionary(); }

/// `is_signature`: the kind of field is inherited.
bool has_signature(const PdfObject& fields, bool is_signature, int depth, std::size_t& left) {
    for (int i = 0; i < fields.size() && depth <= deepest && left > 0; ++i, --left) {
        const PdfObject field = fields.at(i);
        const bool is_here = field.has("/FT") ? field["/FT"].name() == "/Sig" : is_signature;
        if (is_here && field["/V"].is_dictionary()) return true;
        if (has_signature(field["/Kids"], is_here, depth + 1, left)) return true;
    }
    return false;
}

} // namespace

bool is_signed(const PdfFile& pdf) {
    const PdfObject root = pdf.root();
    if (root["/Perms"].is_dictionary() && !root["/Perms"].keys().empty()) return true;
    std::size_t left = most_nodes;
    if (has_signature(root["/AcroForm"]["/Fields"], false, 0, left)) return true;
    for (int i = 0; i < pdf.page_count(); ++i) {
        const PdfObject annotations = pdf.page(i)["/Annots"];
        for (int k = 0; k < annotations.size() && left > 0; ++k, --left)
            if (is_filled(annotations.at(k)) || is_filled(annotations.at(k)["/Parent"])) return true;
    }
    return false;
}

} // namespace vanthu::write
