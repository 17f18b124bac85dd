#include "read/scan/jbig2_text.h"

#include <algorithm>

namespace vanthu::read::scan {
namespace {

constexpr std::uint32_t most_symbols = 65'536, most_instances = 1'000'000;
constexpr std::int64_t most_work = std::int64_t{400} << 20; ///< pixels drawn
constexpr std::int32_t farthest = 1'000'000;

std::int32_t sum(std::int32_t a, std::int32_t b) {
    const std::int64_t result = std::int64_t{a} + b;
    if (result > farthest || result < -farthest) throw Jbig2Broken();
    return static_cast<std::int32_t>(result);
}

class Text {
  public:
    Text(Jbig2Coder& coder, Jbig2TextContexts& contexts, Jbig2Contexts& refinement, const Jbig2TextOptions& options,
         const Jbig2Symbols& symbols)
        : coder_(coder), contexts_(contexts), refinement_(refinement), options_(options), symbols_(symbols),
          identifier_bits_(jbig2_identifier_bits(contexts.identifiers.size())) {}

    Jbig2Image draw(std::int32_t width, std::int32_t height) {
        Jbig2Image image(width, height, options_.colour);
        const std::int32_t strips = 1 << options_.strip_bits;
        std::int32_t top = sum(0, -scaled(coder_.number(contexts_.strip), strips)), first = 0;
        for (std::uint32_t drawn = 0; drawn < options_.instances;) {
            top = sum(top, scaled(coder_.number(contexts_.strip), strips));
            first = sum(first, coder_.number(contexts_.first));
            std::int32_t along = first;
            for (bool goes_on = true; goes_on && drawn < options_.instances; ++drawn) {
                const std::int32_t across = strips == 1 ? 0 : coder_.number(contexts_.across);
                place(image, along, sum(top, across));
                const auto step = coder_.integer(contexts_.next);
                goes_on = step.has_value();
                if (step) along = sum(along, sum(*step, options_.gap));
            }
        }
        return image;
    }

  private:
    static std::int32_t scaled(std::int32_t value, std::int32_t strips) {
        return std::clamp(value, -farthest, farthest) * strips;
    }

    /// Moves `along` over the symbol.
    void place(Jbig2Image& image, std::int32_t& along, std::int32_t across) {
        const Jbig2Symbol symbol = this->symbol();
        const std::int32_t w = symbol->width - 1, h = symbol->height - 1;
        work_ += std::int64_t{symbol->width} * symbol->height;
        if (work_ > most_work) throw Jbig2Broken();
        const bool is_right = options_.corner >= 2, is_bottom = options_.corner % 2 == 0;
        const std::int32_t step = options_.is_transposed ? h : w;
        const bool steps_before = options_.is_transposed ? is_bottom : is_right;
        if (steps_before) along = sum(along, step);
        std::int32_t x = options_.is_transposed ? across : along, y = options_.is_transposed ? along : across;
        if (is_right) x -= w;
        if (is_bottom) y -= h;
        image.combine(*symbol, x, y, options_.operation);
        if (!steps_before) along = sum(along, step);
    }

    Jbig2Symbol symbol() {
        const std::uint32_t number = coder_.identifier(contexts_.identifiers, identifier_bits_);
        if (number >= symbols_.size() || !symbols_[number]) throw Jbig2Broken();
        const Jbig2Symbol& plain = symbols_[number];
        if (!options_.is_refined || coder_.number(contexts_.refines) == 0) return plain;
        const std::int32_t dw = coder_.number(contexts_.width), dh = coder_.number(contexts_.height);
        const std::int32_t dx = coder_.number(contexts_.x), dy = coder_.number(contexts_.y);
        return std::make_shared<Jbig2Image>(decode_refinement(coder_, refinement_, options_.refinement,
                                                              sum(plain->width, dw), sum(plain->height, dh), *plain,
                                                              sum(dw >> 1, dx), sum(dh >> 1, dy)));
    }

    Jbig2Coder& coder_;
    Jbig2TextContexts& contexts_;
    Jbig2Contexts& refinement_;
    const Jbig2TextOptions& options_;
    const Jbig2Symbols& symbols_;
    unsigned identifier_bits_;
    std::int64_t work_ = 0;
};

class Dictionary {
  public:
    Dictionary(Jbig2Coder& coder, Jbig2Contexts& generic, Jbig2Contexts& refinement,
               const Jbig2DictionaryOptions& options, Jbig2Symbols known)
        : coder_(coder), generic_(generic), refinement_(refinement), options_(options), symbols_(std::move(known)),
          all_(symbols_.size() + options.added), text_(jbig2_identifier_bits(all_)) {}

    Jbig2Symbols decode() {
        std::int32_t height = 0;
        while (symbols_.size() < all_) {
            height = sum(height, coder_.number(heights_));
            std::int32_t width = 0;
            while (const auto wider = coder_.integer(widths_)) {
                if (symbols_.size() >= all_) throw Jbig2Broken();
                width = sum(width, *wider);
                add(width, height);
            }
        }
        return exported();
    }

  private:
    void add(std::int32_t width, std::int32_t height) {
        work_ += std::int64_t{width} * height;
        if (width < 0 || height < 0 || work_ > most_work) throw Jbig2Broken();
        symbols_.push_back(std::make_shared<Jbig2Image>(
            options_.is_refined ? composed(width, height)
                                : decode_generic(coder_, generic_, options_.generic, width, height)));
    }

    Jbig2Image composed(std::int32_t width, std::int32_t height) {
        const std::int32_t parts = coder_.number(parts_);
        if (parts < 1) throw Jbig2Broken();
        if (parts == 1) {
            const std::uint32_t number = coder_.identifier(text_.identifiers, jbig2_identifier_bits(all_));
            const std::int32_t dx = coder_.number(text_.x), dy = coder_.number(text_.y);
            if (number >= symbols_.size()) throw Jbig2Broken();
            return decode_refinement(coder_, refinement_, options_.refinement, width, height, *symbols_[number], dx,
                                     dy);
        }
        Jbig2TextOptions options;
        options.is_refined = true;
        options.instances = std::min(static_cast<std::uint32_t>(parts), most_instances);
        options.refinement = options_.refinement;
        return decode_text(coder_, text_, refinement_, options, symbols_, width, height);
    }

    Jbig2Symbols exported() {
        Jbig2Symbols result;
        bool is_exported = false;
        int idle = 0;
        for (std::size_t i = 0; i < symbols_.size();) {
            const std::int32_t run = coder_.number(runs_);
            idle = run == 0 ? idle + 1 : 0;
            if (run < 0 || static_cast<std::size_t>(run) > symbols_.size() - i || idle > 4) throw Jbig2Broken();
            for (std::int32_t k = 0; k < run; ++k, ++i)
                if (is_exported) result.push_back(symbols_[i]);
            is_exported = !is_exported;
        }
        return result;
    }

    Jbig2Coder& coder_;
    Jbig2Contexts& generic_;
    Jbig2Contexts& refinement_;
    const Jbig2DictionaryOptions& options_;
    Jbig2Symbols symbols_;
    std::size_t all_;
    Jbig2TextContexts text_;
    Jbig2Integers heights_, widths_, parts_, runs_;
    std::int64_t work_ = 0;
};

} // namespace

unsigned jbig2_identifier_bits(std::size_t count) {
    unsigned bits = 0;
    while ((std::size_t{1} << bits) < count) ++bits;
    return bits;
}

Jbig2Image decode_text(Jbig2Coder& coder, Jbig2TextContexts& contexts, Jbig2Contexts& refinement,
                       const Jbig2TextOptions& options, const Jbig2Symbols& symbols, std::int32_t width,
                       std::int32_t height) {
    if (options.instances > most_instances) throw Jbig2Broken();
    return Text(coder, contexts, refinement, options, symbols).draw(width, height);
}

Jbig2Symbols decode_symbols(Jbig2Coder& coder, Jbig2Contexts& generic, Jbig2Contexts& refinement,
                            const Jbig2DictionaryOptions& options, Jbig2Symbols known) {
    if (options.added > most_symbols || known.size() > most_symbols) throw Jbig2Broken();
    return Dictionary(coder, generic, refinement, options, std::move(known)).decode();
}

} // namespace vanthu::read::scan
