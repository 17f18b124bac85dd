#include "support/archive_record.h"

#include "support/plausible_text.h"

#include <fmt/format.h>

namespace vanthu::test {
namespace {

constexpr std::size_t text_bytes = 2600;
constexpr const char* types[][2] = {
    {"Quyết định", "QĐ-UBND"}, {"Kế hoạch", "KH-UBND"}, {"Báo cáo", "BC-SNV"}, {"Tờ trình", "TTr-STC"}};

/// Syllables beyond the few hundred of Prose: real shelves have thousands.
std::string rare_word(Random& random) {
    constexpr const char* onsets[] = {"b",  "ch", "d",  "đ", "g", "h",  "kh", "l", "m", "n",
                                      "ng", "nh", "ph", "s", "t", "th", "tr", "v", "x"};
    constexpr const char* rhymes[] = {"ải", "ắt",  "ậm", "ẽn",  "ết",  "ịch", "óc",   "ồng",  "ợt",  "ủi", "ừng", "ựa",
                                      "ỏm", "ang", "âu", "oai", "uân", "ươu", "iếng", "uyền", "oắt", "ẩy", "ỗ",   "ĩ"};
    return fmt::format("{}{}", onsets[random.below(std::size(onsets))], rhymes[random.below(std::size(rhymes))]);
}

std::string hexadecimal(std::uint32_t seed, std::size_t digits) {
    std::mt19937 engine(seed);
    std::string result;
    while (result.size() < digits) result += fmt::format("{:08x}", engine());
    return result.substr(0, digits);
}

model::Task random_task(Prose& prose, std::uint32_t row, std::uint32_t year) {
    model::Task task;
    task.ordinal = std::to_string(row + 1);
    task.task = prose.title(2);
    task.lead = {prose.agency()};
    task.partners = {prose.agency(), prose.agency()};
    task.product = prose.title(1);
    task.row = row;
    const std::uint32_t due = year + static_cast<std::uint32_t>(prose.random().below(3));
    task.time.raw = fmt::format("Quý II/{}", due);
    task.time.from = fmt::format("{}-04-01", due);
    task.time.to = fmt::format("{}-06-30", due);
    return task;
}

std::string random_body(Prose& prose) {
    std::string text;
    while (text.size() < text_bytes) {
        text += prose.sentences(3);
        for (std::size_t i = 0; i < 6; ++i) text += ' ' + rare_word(prose.random());
        text += prose.random().chance(30) ? ". " + prose.citation() + ".\n" : ".\n";
    }
    return text;
}

} // namespace

archive::Record random_record(std::uint32_t seed) {
    Random random(seed);
    Prose prose(random);
    archive::Record record;
    record.id = "vt-" + hexadecimal(seed, 24);
    record.added = "2026-01-01T00:00:00Z";
    record.source = fmt::format("{}.pdf", seed);
    const auto& type = types[random.below(std::size(types))];
    const std::uint32_t year = 2015 + seed % 10;
    record.type = type[0];
    record.number = std::to_string(seed / 10 + 1);
    record.symbol = type[1];
    record.issuer = random.chance(50) ? "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA" : "Ủy ban nhân dân huyện " + prose.locality();
    record.date = fmt::format("{}-{:02}-{:02}", year, 1 + random.below(12), 1 + random.below(28));
    record.place = prose.locality();
    record.subject = "Về việc " + prose.matter(2);
    record.signer = prose.person();
    record.position = "CHỦ TỊCH";
    record.recipients = {prose.agency(), "Lưu: VT"};
    record.pages = 3;
    record.files = {{"original/" + record.source, hexadecimal(seed, 128), 100'000},
                    {"document.json", hexadecimal(seed + 1, 128), 20'000},
                    {"text.txt", hexadecimal(seed + 2, 128), 3'000}};
    record.text = record.issuer + "\nSố: " + record.number + '/' + record.symbol + "\n" + record.subject + "\n" +
                  random_body(prose) + record.signer;
    if (seed % 5 == 0)
        for (std::uint32_t row = 0; row < 20; ++row) record.tasks.push_back(random_task(prose, row, year));
    return record;
}

} // namespace vanthu::test
