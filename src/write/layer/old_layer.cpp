#include "write/layer/old_layer.h"

#include "write/layer/hidden_text.h"

#include <utility>

namespace vanthu::write {
namespace {

constexpr int deepest_form = 10;

class Cleaner {
  public:
    Cleaner(const PdfFile& pdf, Deflater& deflater) : pdf_(pdf), deflater_(deflater) {}

    struct Cleaned {
        Bytes content;
        PdfObject resources; ///< as the content needs them
        bool is_changed = false;
    };

    Cleaned clean(Bytes content, const PdfObject& resources, int mode, int depth) {
        Cleaned result;
        const ContentUse use = content_use(content, mode);
        PdfObject forms = resources["/XObject"].shallow_copy();
        bool needs_resources = false, forms_changed = false;
        for (const auto& [name, form_mode] : use.forms) {
            const std::string key = '/' + name;
            const PdfObject form = forms[key.c_str()];
            if (form["/Subtype"].name() != "/Form") continue;
            if (!form.has("/Resources")) needs_resources = true;
            const PdfObject cleaned = clean_form(form, resources, form_mode, depth);
            if (!cleaned) continue;
            forms.set(key.c_str(), cleaned);
            forms_changed = true;
        }
        result.is_changed = forms_changed || use.has_hidden_text;
        if (!result.is_changed) return result;
        result.content = use.has_hidden_text ? without_hidden_text(content, mode) : std::move(content);
        result.resources = resources.shallow_copy();
        if (forms_changed) result.resources.set("/XObject", forms);
        if (!needs_resources) prune_fonts(result);
        return result;
    }

  private:
    /// Nothing where the form has no hidden text.
    PdfObject clean_form(const PdfObject& form, const PdfObject& of_page, int mode, int depth) {
        if (depth >= deepest_form || mode < 0) return {};
        std::optional<Bytes> content = form.decoded();
        if (!content) return {};
        const bool has_own = form.has("/Resources");
        const Cleaned cleaned = clean(std::move(*content), has_own ? form["/Resources"] : of_page, mode, depth + 1);
        if (!cleaned.is_changed) return {};
        PdfObject copy = pdf_.stream("", deflater_.deflate(cleaned.content));
        for (const std::string& key : form.keys())
            if (key != "/Length" && key != "/Filter" && key != "/DecodeParms") copy.set(key.c_str(), form[key.c_str()]);
        copy.set("/Resources", cleaned.resources);
        return copy;
    }

    static void prune_fonts(Cleaned& cleaned) {
        const ContentUse use = content_use(cleaned.content, 0);
        PdfObject fonts = cleaned.resources["/Font"].shallow_copy();
        for (const std::string& key : fonts.keys())
            if (!use.named_fonts.contains(key.substr(1))) fonts.remove(key.c_str());
        if (fonts) cleaned.resources.set("/Font", fonts);
    }

    const PdfFile& pdf_;
    Deflater& deflater_;
};

} // namespace

std::optional<Bytes> page_content(const PdfObject& page) {
    const PdfObject contents = page["/Contents"];
    if (contents.is_stream()) return contents.decoded();
    Bytes all;
    for (int i = 0; i < contents.size(); ++i) {
        const PdfObject stream = contents.at(i);
        if (!stream.is_stream()) continue;
        const std::optional<Bytes> part = stream.decoded();
        if (!part) return std::nullopt;
        all.append(*part).append(1, '\n');
    }
    return all;
}

void drop_hidden_text(PdfObject& page, const PdfFile& pdf, Deflater& deflater) {
    std::optional<Bytes> content = page_content(page);
    if (!content) return;
    const Cleaner::Cleaned cleaned = Cleaner(pdf, deflater).clean(std::move(*content), page["/Resources"], 0, 0);
    if (!cleaned.is_changed) return;
    page.set("/Contents", pdf.stream("", deflater.deflate(cleaned.content)));
    page.set("/Resources", cleaned.resources);
}

} // namespace vanthu::write
