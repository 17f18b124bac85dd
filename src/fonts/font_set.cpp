#include "fonts/font_set.h"

#include "fonts/font_face.h"
#include "fonts/manifest.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::fonts {

struct FontSet::Impl {
    std::vector<FontFace> faces; ///< one a Face, in its order
    FontFace::LineExtents extents;
};

namespace {

Diagnostic diagnostic(std::string code, std::vector<Argument> arguments) {
    Diagnostic result;
    result.code = std::move(code);
    result.arguments = std::move(arguments);
    return result;
}

std::optional<FontFace> open_first(const std::vector<std::string>& candidates) {
    for (const std::string& file : candidates)
        if (std::optional<FontFace> face = FontFace::open(file)) return face;
    return std::nullopt;
}

/// The four faces, or the files that are missing.
Result<std::vector<FontFace>> open_family(const Family& family) {
    std::vector<FontFace> faces;
    Diagnostics missing;
    for (const auto& candidates : family.files) {
        if (std::optional<FontFace> face = open_first(candidates))
            faces.push_back(std::move(*face));
        else
            missing.push_back(diagnostic(
                "font-missing", {{"family", family.name}, {"file", candidates.front()}, {"package", family.package}}));
    }
    if (!missing.empty()) return Result<std::vector<FontFace>>::failed(std::move(missing));
    return Result<std::vector<FontFace>>::of(std::move(faces));
}

std::vector<const Family*> candidates(const std::vector<Family>& families, std::string_view wanted) {
    std::vector<const Family*> result;
    for (const Family& family : families)
        if (wanted.empty() ? !family.requested_only : family.name == wanted) result.push_back(&family);
    return result;
}

Diagnostic unknown_family(const std::vector<Family>& families, std::string_view wanted) {
    std::string known;
    for (const Family& family : families) known += (known.empty() ? "" : ", ") + family.name;
    return diagnostic("font-unknown", {{"family", std::string(wanted)}, {"known", known}});
}

} // namespace

FontSet::FontSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

Result<FontSet> FontSet::load(std::string_view manifest, std::string_view family) {
    const Result<std::vector<Family>> families = read_manifest(manifest);
    if (!families) return Result<FontSet>::failed(families.diagnostics);
    const auto choices = candidates(*families, family);
    if (choices.empty()) return Result<FontSet>::failed(unknown_family(*families, family));

    Diagnostics missing; // of the first choice: it is the one to install
    for (const Family* choice : choices) {
        Result<std::vector<FontFace>> faces = open_family(*choice);
        if (faces) {
            auto impl = std::make_unique<Impl>();
            impl->faces = std::move(*faces);
            impl->extents = impl->faces.front().line_extents();
            return Result<FontSet>::of(FontSet(std::move(impl)));
        }
        if (missing.empty()) missing = std::move(faces.diagnostics);
    }
    return Result<FontSet>::failed(std::move(missing));
}

double FontSet::width(std::string_view text, Face face, double size) const {
    const AdvanceTable& advances = impl_->faces[static_cast<std::size_t>(face)].advances();
    std::uint64_t sum = 0;
    text::for_each_character(text, [&](char32_t character) { sum += advances.of(character); });
    return static_cast<double>(sum) * size / 1000;
}

/// The line gap stands above the letters, where Word and LibreOffice put it.
double FontSet::ascent(double size) const { return (impl_->extents.ascent + impl_->extents.gap) * size; }

double FontSet::line_height(double size) const {
    return (impl_->extents.ascent + impl_->extents.descent + impl_->extents.gap) * size;
}

bool FontSet::covers(char32_t character) const {
    return std::all_of(impl_->faces.begin(), impl_->faces.end(),
                       [&](const FontFace& face) { return face.advances().covers(character); });
}

Subset FontSet::subset(Face face, std::span<const char32_t> characters) const {
    return impl_->faces[static_cast<std::size_t>(face)].subset(characters);
}

Bytes FontSet::file(Face face) const { return impl_->faces[static_cast<std::size_t>(face)].file(); }

} // namespace vanthu::fonts
