#include "write/layer/page_conformance.h"

#include "write/layer/hidden_text.h"
#include "write/layer/old_layer.h"

#include <algorithm>
#include <array>

namespace vanthu::write {
namespace {

constexpr int deepest = 12;

template <std::size_t n> bool is_one_of(const std::string& name, const std::array<std::string_view, n>& list) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// Filters of a stream, first to last.
std::vector<std::string> filters_of(const PdfObject& stream) {
    const PdfObject filter = stream["/Filter"];
    if (!filter.is_array()) return {filter.name()};
    std::vector<std::string> names;
    for (int i = 0; i < filter.size(); ++i) names.push_back(filter.at(i).name());
    return names;
}

bool is_embedded(const PdfObject& font) {
    const PdfObject descriptor = font["/FontDescriptor"];
    return descriptor["/FontFile"].is_stream() || descriptor["/FontFile2"].is_stream() ||
           descriptor["/FontFile3"].is_stream();
}

/// Nonsymbolic TrueType fonts need a known encoding, symbolic ones must have none (ISO 19005-2, 6.2.11.6).
bool is_encoded_badly(const PdfObject& font) {
    constexpr long long symbolic = 4;
    if (font["/Subtype"].name() != "/TrueType") return false;
    const PdfObject encoding = font["/Encoding"];
    if ((font["/FontDescriptor"]["/Flags"].integer(0) & symbolic) != 0) return static_cast<bool>(encoding);
    const std::string base = encoding.is_dictionary() ? encoding["/BaseEncoding"].name() : encoding.name();
    return base != "/WinAnsiEncoding" && base != "/MacRomanEncoding";
}

} // namespace

bool PageConformance::is_new(const PdfObject& object) {
    return object.number() == 0 || seen_.insert(object.number()).second;
}

void PageConformance::check(const PdfObject& page) {
    const std::optional<Bytes> content = page_content(page);
    if (!content) book_.obstacles.insert("content");
    if (content) check_content(page["/Resources"], *content, 0, 0);
    for (const char* key : {"/AA", "/PresSteps"}) book_.drop(page, key, "action");
    book_.remove_key(page, "/Metadata");
    const PdfObject contents = page["/Contents"];
    check_coding(contents);
    for (int i = 0; i < contents.size(); ++i) check_coding(contents.at(i));
    check_annotations(page);
}

void PageConformance::check_content(const PdfObject& resources, std::string_view content, int mode, int depth) {
    if (depth > deepest) return;
    const ContentUse use = content_use(content, mode);
    check_fonts(resources, use.visible_fonts, use.named_fonts);
    for (const std::string& name : use.colour_spaces) {
        const PdfObject space = resources["/ColorSpace"][('/' + name).c_str()];
        check_colours(resources, space ? space : name == "DeviceCMYK" ? pdf_.parse("/DeviceCMYK") : space, depth);
    }
    for (const auto& [name, form_mode] : use.forms) {
        const PdfObject object = resources["/XObject"][('/' + name).c_str()];
        if (object["/Subtype"].name() == "/Image") check_image(object, resources, depth);
        if (object["/Subtype"].name() == "/Form") check_form(object, resources, form_mode, depth + 1);
        if (object["/Subtype"].name() == "/PS") book_.obstacles.insert("PostScript");
    }
    check_states(resources, depth);
    check_patterns(resources, depth);
}

void PageConformance::check_fonts(const PdfObject& resources, const std::set<std::string>& visible,
                                  const std::set<std::string>& named) {
    for (const std::string& name : named) check_font(resources["/Font"][('/' + name).c_str()], visible.contains(name));
}

void PageConformance::check_font(PdfObject font, bool is_visible) {
    if (!font || font.number() == layer_font_) return;
    book_.has_foreign_text = true;
    const std::string kind = font["/Subtype"].name();
    if (kind == "/Type3") return;
    PdfObject part = kind == "/Type0" ? font["/DescendantFonts"].at(0) : font;
    const std::string base = font["/BaseFont"].name();
    if (is_visible && !is_embedded(part)) book_.obstacles.insert("font " + (base.empty() ? "?" : base.substr(1)));
    if (is_visible && is_encoded_badly(part))
        book_.obstacles.insert("encoding " + base.substr(std::min<std::size_t>(1, base.size())));
    if (part["/Subtype"].name() == "/CIDFontType2" && !part.has("/CIDToGIDMap"))
        book_.mends.emplace_back([this, part]() mutable { part.set("/CIDToGIDMap", pdf_.parse("/Identity")); });
    // Optional, and often incomplete.
    for (const char* key : {"/CIDSet", "/CharSet"}) book_.remove_key(part["/FontDescriptor"], key);
    for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"}) check_coding(part["/FontDescriptor"][key]);
}

void PageConformance::check_form(const PdfObject& form, const PdfObject& of_page, int mode, int depth) {
    if (!is_new(form)) return;
    for (const char* key : {"/OPI", "/PS", "/Metadata"}) book_.remove_key(form, key);
    if (form.has("/Ref")) book_.obstacles.insert("reference XObject");
    check_coding(form);
    const std::optional<Bytes> content = form.decoded();
    if (!content) book_.obstacles.insert("content");
    const bool has_own = form.has("/Resources");
    // Names that only the page explains are not allowed (ISO 19005-2, 6.2.2).
    if (!has_own && of_page) {
        PdfObject mended = form;
        book_.mends.emplace_back([mended, of_page]() mutable { mended.set("/Resources", of_page); });
    }
    if (content) check_content(has_own ? form["/Resources"] : of_page, *content, std::max(mode, 0), depth);
}

void PageConformance::check_image(const PdfObject& image, const PdfObject& resources, int depth) {
    if (depth > deepest || !is_new(image)) return;
    if (image["/Interpolate"].is_true()) book_.remove_key(image, "/Interpolate");
    for (const char* key : {"/Alternates", "/OPI", "/Metadata"}) book_.remove_key(image, key);
    check_coding(image);
    check_colours(resources, image["/ColorSpace"], depth);
    for (const char* key : {"/SMask", "/Mask"})
        if (image[key].is_stream()) check_image(image[key], resources, depth + 1);
}

/// LZW is not allowed: the same bytes, coded otherwise.
void PageConformance::check_coding(PdfObject stream) {
    if (!stream.is_stream()) return;
    for (const char* key : {"/F", "/FFilter", "/FDecodeParms"})
        if (stream.has(key)) book_.obstacles.insert("external stream");
    const std::vector<std::string> filters = filters_of(stream);
    if (std::ranges::find(filters, "/Crypt") != filters.end()) book_.obstacles.insert("Crypt");
    if (std::ranges::find(filters, "/LZWDecode") == filters.end() &&
        std::ranges::find(filters, "/LZW") == filters.end())
        return;
    book_.mends.emplace_back([this, stream]() mutable {
        const std::optional<Bytes> data = stream.decoded();
        if (data) stream.replace_data(deflater_.deflate(*data));
    });
    if (!stream.decoded()) book_.obstacles.insert("LZW");
}

void PageConformance::check_states(const PdfObject& resources, int depth) {
    const PdfObject states = resources["/ExtGState"];
    for (const std::string& key : states.keys()) {
        const PdfObject state = states[key.c_str()];
        if (state.has("/TR") || (state.has("/TR2") && state["/TR2"].name() != "/Default") || state.has("/HTP"))
            book_.obstacles.insert("transfer function");
        if (const PdfObject group = state["/SMask"]["/G"]; group.is_stream())
            check_form(group, resources, 0, depth + 1);
        if (const PdfObject font = state["/Font"].at(0)) check_font(font, true);
    }
}

void PageConformance::check_patterns(const PdfObject& resources, int depth) {
    const PdfObject patterns = resources["/Pattern"], shadings = resources["/Shading"];
    for (const std::string& key : patterns.keys()) {
        const PdfObject pattern = patterns[key.c_str()];
        if (pattern.is_stream()) check_form(pattern, resources, 0, depth + 1);
        check_colours(resources, pattern["/Shading"]["/ColorSpace"], depth);
    }
    for (const std::string& key : shadings.keys())
        check_colours(resources, shadings[key.c_str()]["/ColorSpace"], depth);
}

/// The output intent is sRGB, which says nothing of inks.
void PageConformance::check_colours(const PdfObject& resources, const PdfObject& space, int depth) {
    if (depth > deepest) return;
    const std::string name = space.is_array() ? space.at(0).name() : space.name();
    if ((name == "/DeviceCMYK" || name == "/CMYK") && !resources["/ColorSpace"].has("/DefaultCMYK"))
        book_.obstacles.insert("DeviceCMYK");
    static constexpr std::array<std::string_view, 3> over_first = {"/Indexed", "/I", "/Pattern"};
    static constexpr std::array<std::string_view, 2> over_second = {"/Separation", "/DeviceN"};
    if (is_one_of(name, over_first)) check_colours(resources, space.at(1), depth + 1);
    if (is_one_of(name, over_second)) check_colours(resources, space.at(2), depth + 1);
}

bool is_allowed_action(const PdfObject& action) {
    static constexpr std::array<std::string_view, 7> allowed = {"/GoTo", "/GoToR", "/GoToE",     "/Thread",
                                                                "/URI",  "/Named", "/SubmitForm"};
    static constexpr std::array<std::string_view, 4> named = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"};
    const std::string kind = action["/S"].name();
    if (!is_one_of(kind, allowed) || action.has("/Next")) return false;
    return kind != "/Named" || is_one_of(action["/N"].name(), named);
}

void PageConformance::check_annotations(const PdfObject& page) {
    PdfObject annotations = page["/Annots"];
    std::vector<int> dropped;
    for (int i = 0; i < annotations.size(); ++i)
        if (!keeps_annotation(annotations.at(i))) dropped.push_back(i);
    if (dropped.empty()) return;
    book_.dropped.insert("annotation");
    book_.mends.emplace_back([annotations, dropped]() mutable {
        for (auto i = dropped.rbegin(); i != dropped.rend(); ++i) annotations.erase(*i);
    });
}

bool PageConformance::keeps_annotation(PdfObject annotation) {
    constexpr long long invisible = 1, hidden = 2, print = 4, no_view = 32, toggle = 256;
    static constexpr std::array<std::string_view, 7> forbidden = {
        "/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D", "/RichMedia", "/PrinterMark"};
    const std::string kind = annotation["/Subtype"].name();
    if (kind.empty() || is_one_of(kind, forbidden)) return false;
    book_.drop(annotation, "/AA", "action");
    if (annotation["/A"] && (kind == "/Widget" || !is_allowed_action(annotation["/A"])))
        book_.drop(annotation, "/A", "action");
    if (kind == "/Popup") return true;
    const long long flags = annotation["/F"].integer(0);
    if ((flags & (invisible | hidden | no_view | toggle)) != 0) return false;
    if ((flags & print) == 0)
        book_.mends.emplace_back(
            [this, annotation, flags]() mutable { annotation.set("/F", pdf_.parse(std::to_string(flags | print))); });
    if (kind == "/Link") return true;
    PdfObject appearances = annotation["/AP"];
    if (!appearances["/N"]) book_.obstacles.insert("annotation " + kind.substr(1));
    for (const char* key : {"/R", "/D"}) book_.remove_key(appearances, key);
    const PdfObject normal = appearances["/N"];
    if (normal.is_stream())
        check_form(normal, {}, 0, 1);
    else
        for (const std::string& key : normal.keys()) check_form(normal[key.c_str()], {}, 0, 1);
    return true;
}

} // namespace vanthu::write
