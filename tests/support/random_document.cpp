#include "support/random_document.h"

#include "model/names.h"
#include "text/unicode.h"

#include <chrono>
#include <string_view>

namespace vanthu::test {
namespace {

template <class T, class Make> std::vector<T> some(Random& random, std::size_t least, std::size_t most, Make make) {
    std::vector<T> result;
    const std::size_t count = random.between(least, most);
    for (std::size_t i = 0; i < count; ++i) result.push_back(make(i));
    return result;
}

std::vector<std::string> texts(Random& random, std::size_t least, std::size_t most, std::size_t words) {
    return some<std::string>(random, least, most, [&](std::size_t) { return random_text(random, 1, words); });
}

std::string maybe(Random& random, std::size_t words) { return random.chance(60) ? random_text(random, 1, words) : ""; }

std::string random_word(Random& random) {
    const std::vector<std::string>& letters = vietnamese_letters();
    std::string word;
    if (random.chance(5)) return std::to_string(random.below(10000)) + "/QĐ-" + letters[letters.size() - 1];
    const std::size_t length = random.between(1, 7);
    for (std::size_t i = 0; i < length; ++i) word += letters[random.below(letters.size())];
    static constexpr std::string_view marks[] = {",", ";",  ".", ":", ")", "\"", "%",
                                                 "/", "\\", "-", "&", "<", ">",  "'"};
    if (random.chance(15)) word += marks[random.below(std::size(marks))];
    return word;
}

model::Date random_date(Random& random) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1} +
                                           std::chrono::days{random.below(5000)}};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

model::Item random_item(Random& random, std::size_t position, int depth) {
    static constexpr std::string_view bullets[] = {"-", "+", ""};
    const bool numbered = random.chance(60);
    model::Item item;
    item.label = numbered ? std::to_string(position + 1) + "." : std::string(bullets[random.below(3)]);
    item.text = random_text(random, 1, 60);
    if (depth < 3 && random.chance(35))
        item.items = some<model::Item>(random, 1, 4, [&](std::size_t i) { return random_item(random, i, depth + 1); });
    return item;
}

std::vector<model::Section> random_sections(Random& random, std::size_t least) {
    return some<model::Section>(random, least, 4, [&](std::size_t position) {
        model::Section section;
        if (random.chance(80)) section.label = std::string(position + 1, 'I') + ".";
        section.title = random_text(random, 1, 12);
        section.items = some<model::Item>(random, 0, 6, [&](std::size_t i) { return random_item(random, i, 1); });
        return section;
    });
}

model::Row random_row(Random& random, std::size_t columns) {
    if (random.chance(15)) return {model::RowKind::section, "II", random_text(random, 1, 20), {}};
    model::Row row;
    for (std::size_t i = 0; i < columns; ++i) row.cells.push_back(maybe(random, 25));
    return row;
}

model::Table random_table(Random& random) {
    model::Table table;
    table.columns = some<model::Column>(random, 1, 8, [&](std::size_t) {
        model::Column column{random_text(random, 1, 4), {}, std::nullopt};
        column.role = static_cast<model::ColumnRole>(random.below(model::column_role_names.size()));
        if (random.chance(20)) column.width = static_cast<double>(random.between(100, 600)) / 10.0;
        return column;
    });
    table.rows = some<model::Row>(random, 1, 25, [&](std::size_t) { return random_row(random, table.columns.size()); });
    return table;
}

model::Attachment random_attachment(Random& random) {
    if (random.chance(50)) {
        const auto kind = static_cast<model::TextKind>(random.below(model::text_kind_names.size()));
        return model::AttachedText{kind, random_text(random, 1, 5), random_text(random, 1, 40), maybe(random, 20),
                                   random_sections(random, 1)};
    }
    model::Appendix appendix{maybe(random, 2), maybe(random, 20), maybe(random, 20), random_sections(random, 0), {}};
    if (random.chance(80) || appendix.sections.empty()) appendix.table = random_table(random);
    return appendix;
}

} // namespace

const std::vector<std::string>& vietnamese_letters() {
    static const std::vector<std::string> letters = [] {
        std::vector<std::string> result;
        const auto add = [&](std::string_view text) {
            text::for_each_character(text, [&](char32_t character) { result.push_back(text::to_utf8(character)); });
        };
        constexpr std::string_view small =
            "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụ"
            "ưừửữứựvwxyỳỷỹýỵz";
        add(small);
        add(text::to_upper(small));
        return result;
    }();
    return letters;
}

std::string random_text(Random& random, std::size_t least_words, std::size_t most_words) {
    std::string text = random_word(random);
    for (std::size_t rest = random.between(least_words, most_words); rest > 1; --rest)
        text += " " + random_word(random);
    return text;
}

model::Document random_document(std::uint32_t seed) {
    Random random(seed);
    model::Document document;
    document.kind = "decision";
    document.issuer = {maybe(random, 6), random_text(random, 1, 8)};
    if (random.chance(80)) document.number = std::to_string(random.between(1, 9999));
    document.symbol = random.chance(80) ? "QĐ-UBND" : "2002/QĐ-BTC";
    document.place = random_text(random, 1, 4);
    if (random.chance(80)) document.date = random_date(random);
    document.subject = random_text(random, 1, 60);
    document.authority = maybe(random, 8);
    document.legal_bases = texts(random, 0, 6, 40);
    document.articles = some<model::Article>(random, 1, 6, [&](std::size_t i) {
        return model::Article{std::to_string(i + 1), texts(random, 1, 3, 60)};
    });
    document.signature = {texts(random, 1, 3, 4), random_text(random, 1, 4)};
    document.recipients = texts(random, 0, 12, 8);
    document.attachments =
        some<model::Attachment>(random, 0, 3, [&](std::size_t) { return random_attachment(random); });
    if (random.chance(20)) document.marks.urgency = "THƯỢNG KHẨN";
    if (random.chance(20)) document.marks.circulation = "LƯU HÀNH NỘI BỘ";
    document.drafter_mark = maybe(random, 1);
    document.contact = maybe(random, 12);
    return document;
}

model::Document random_other_document(std::uint32_t seed) {
    model::Document document = random_document(seed);
    Random random(seed);
    const bool letter = random.chance(40);
    document.kind = letter ? "letter" : "named";
    static constexpr std::string_view types[] = {"Thông tư", "Kế hoạch", "Báo cáo", "Nghị quyết"};
    if (!letter) document.type = types[random.below(std::size(types))];
    document.addressees = texts(random, 0, 3, 8);
    if (random.chance(40)) document.enactment = random_text(random, 1, 3);
    if (letter || random.chance(50)) {
        document.articles.clear();
        document.sections = random_sections(random, 1);
    }
    for (model::Article& article : document.articles)
        if (random.chance(25)) article.headings = texts(random, 1, 2, 5);
    return document;
}

} // namespace vanthu::test
