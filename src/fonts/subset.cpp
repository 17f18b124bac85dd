#include "fonts/font_face.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <cmath>

namespace vanthu::fonts {
namespace {

struct SubsetDeleter {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
    void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
using Input = std::unique_ptr<hb_subset_input_t, SubsetDeleter>;
using Plan = std::unique_ptr<hb_subset_plan_t, SubsetDeleter>;

/// Font descriptor flags of ISO 32000-1, table 123.
enum Flag { serif = 1 << 1, symbolic = 1 << 2, italic = 1 << 6, force_bold = 1 << 18 };

/// What a CIDFontType2 needs is glyf, loca, head, hhea, hmtx, maxp. The rest would cost bytes, and HarfBuzz most of its
/// time.
constexpr hb_tag_t dropped_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('h', 'd', 'm', 'x'),
    HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'), HB_TAG('P', 'C', 'L', 'T'), HB_TAG('m', 'e', 't', 'a'),
    HB_TAG('J', 'S', 'T', 'F'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('O', 'S', '/', '2'), HB_TAG('n', 'a', 'm', 'e'),
    HB_TAG('p', 'o', 's', 't'), HB_TAG('c', 'm', 'a', 'p')};

Input subset_input(std::span<const char32_t> characters) {
    Input input(hb_subset_input_create_or_fail());
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    for (const char32_t character : characters) hb_set_add(wanted, character);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const hb_tag_t tag : dropped_tables) hb_set_add(dropped, tag);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    return input;
}

/// A number of the font file, which stores them with the high byte first; 0 where the table is too short.
int stored_number(hb_face_t* face, hb_tag_t table, unsigned offset) {
    const HarfBuzz<hb_blob_t> blob(hb_face_reference_table(face, table));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    if (offset + 2 > length) return 0;
    return static_cast<std::int16_t>(static_cast<unsigned char>(data[offset]) << 8 |
                                     static_cast<unsigned char>(data[offset + 1]));
}

std::string postscript_name(hb_face_t* face) {
    char name[128];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    return {name, size};
}

} // namespace

int FontFace::per_mille(int units) const { return static_cast<int>(std::lround(units * 1000.0 / units_per_em_)); }

void FontFace::describe(Subset& subset) const {
    constexpr hb_tag_t head = HB_TAG('h', 'e', 'a', 'd'), os2 = HB_TAG('O', 'S', '/', '2');
    hb_face_t* face = face_.get();
    subset.postscript_name = postscript_name(face);
    for (unsigned i = 0; i < 4; ++i) subset.box[i] = per_mille(stored_number(face, head, 36 + 2 * i));
    const LineExtents extents = line_extents();
    subset.ascent = static_cast<int>(std::lround(extents.ascent * 1000));
    subset.descent = -static_cast<int>(std::lround(extents.descent * 1000));
    hb_position_t cap_height = 0;
    hb_ot_metrics_get_position_with_fallback(font_.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height);
    subset.cap_height = per_mille(cap_height);
    subset.italic_angle = stored_number(face, HB_TAG('p', 'o', 's', 't'), 4);
    // No table states the width of stems; this estimate from the weight class is the usual one (400: 88, 700: 166).
    const int weight = stored_number(face, os2, 4);
    subset.stem_v = static_cast<int>(std::lround(50 + std::pow(weight / 65.0, 2)));
    const int serif_style = stored_number(face, os2, 32) & 0xFF; // PANOSE: 2 to 10 are kinds of serifs
    subset.flags = symbolic | (serif_style >= 2 && serif_style <= 10 ? serif : 0) |
                   (subset.italic_angle != 0 ? italic : 0) | (weight >= 700 ? force_bold : 0);
}

Subset FontFace::subset(std::span<const char32_t> characters) const {
    Subset subset;
    const Input input = subset_input(characters);
    const Plan plan(hb_subset_plan_create_or_fail(face_.get(), input.get()));
    const HarfBuzz<hb_face_t> result(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
    if (!result) return subset;
    const HarfBuzz<hb_blob_t> blob(hb_face_reference_blob(result.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    subset.truetype.assign(data, length);
    subset.glyph_count = hb_face_get_glyph_count(result.get());

    const hb_map_t* old_glyphs = hb_subset_plan_unicode_to_old_glyph_mapping(plan.get());
    const hb_map_t* new_glyphs = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    subset.glyphs.reserve(characters.size());
    for (const char32_t character : characters) {
        const hb_codepoint_t glyph = hb_map_get(new_glyphs, hb_map_get(old_glyphs, character));
        subset.glyphs.push_back(
            {character, static_cast<std::uint16_t>(glyph), static_cast<std::uint16_t>(advances_.of(character))});
    }
    describe(subset);
    return subset;
}

} // namespace vanthu::fonts
