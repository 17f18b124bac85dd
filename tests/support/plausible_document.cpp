#include "support/plausible_document.h"

#include "support/plausible_text.h"
#include "text/unicode.h"

#include <array>

namespace vanthu::test {
namespace {

std::string roman(std::size_t number) {
    static constexpr std::array<const char*, 12> digits = {"I",   "II",   "III", "IV", "V",  "VI",
                                                           "VII", "VIII", "IX",  "X",  "XI", "XII"};
    return digits.at(number);
}

class Maker {
  public:
    explicit Maker(std::uint32_t seed) : random_(seed), prose_(random_) {}

    model::Document run() {
        static constexpr std::array<const char*, 5> types = {"", "", "Kế hoạch", "Báo cáo", "Nghị quyết"};
        const std::size_t form = random_.below(6);
        add_head(form == 5 ? "letter" : form < 2 ? "decision" : "named");
        if (document_.kind == "named") document_.type = types.at(form);
        if (document_.kind == "decision" || document_.type == "Nghị quyết") {
            document_.authority = document_.issuer.name;
            add_bases();
            add_articles(random_.between(1, random_.chance(20) ? 12 : 5));
        } else {
            document_.sections = document_.kind == "letter" ? letter_body() : outline(random_.between(1, 5), false);
        }
        add_closing();
        add_attachments();
        return std::move(document_);
    }

  private:
    std::string upper(const std::string& text) { return text::to_upper(text); }

    void add_head(const char* kind) {
        document_.kind = kind;
        const bool office = random_.chance(50);
        document_.issuer.name = upper(office ? "Sở Nội vụ" : "Ủy ban nhân dân tỉnh " + prose_.locality());
        if (office) document_.issuer.parent = upper("Ủy ban nhân dân tỉnh " + prose_.locality());
        if (random_.chance(20)) document_.issuer.name = upper(prose_.agency());
        if (random_.chance(85)) document_.number = std::to_string(random_.between(1, 3000));
        document_.symbol = document_.kind == "letter" ? "SNV-VTLT" : random_.chance(50) ? "QĐ-UBND" : "2021/NQ-HĐND";
        document_.place = prose_.locality();
        if (random_.chance(85))
            document_.date =
                model::Date{static_cast<int>(random_.between(2010, 2025)), static_cast<int>(random_.between(1, 12)),
                            static_cast<int>(random_.between(1, 28))};
        const std::size_t parts = random_.between(1, random_.chance(20) ? 8 : 3);
        document_.subject = document_.kind == "letter" ? prose_.matter(parts) : prose_.title(parts);
        if (random_.chance(15)) document_.marks.urgency = random_.chance(50) ? "KHẨN" : "THƯỢNG KHẨN";
        if (random_.chance(15)) document_.marks.circulation = "LƯU HÀNH NỘI BỘ";
        if (document_.kind != "decision" && document_.type.empty() && random_.chance(90))
            for (std::size_t rest = random_.between(1, 4); rest > 0; --rest)
                document_.addressees.push_back(prose_.agency() + (rest > 1 ? ";" : "."));
    }

    void add_bases() {
        const std::size_t count = random_.between(1, 8);
        for (std::size_t i = 0; i < count; ++i) {
            std::string text = i + 1 == count && random_.chance(50) ? "Theo đề nghị của Giám đốc " + prose_.agency()
                                                                    : "Căn cứ " + prose_.citation();
            if (random_.chance(60)) text += " về việc " + prose_.matter(random_.between(1, 4));
            document_.legal_bases.push_back(text + (i + 1 == count ? "." : ";"));
        }
    }

    void add_articles(std::size_t count) {
        const bool clauses = random_.chance(40);
        for (std::size_t i = 0; i < count; ++i) {
            model::Article article;
            article.number = std::to_string(i + 1);
            article.paragraphs.push_back(clauses ? prose_.title(1) : prose_.sentences(4));
            const std::size_t more = random_.chance(50) ? random_.between(1, 6) : 0;
            for (std::size_t k = 0; k < more; ++k)
                article.paragraphs.push_back(clauses ? std::to_string(k + 1) + ". " + prose_.point(false)
                                                     : prose_.sentences(3));
            document_.articles.push_back(std::move(article));
        }
        document_.articles.back().paragraphs.back() += "/.";
    }

    std::vector<model::Item> items(std::size_t depth, std::size_t most) {
        std::vector<model::Item> result;
        const std::size_t count = random_.between(1, most);
        for (std::size_t i = 0; i < count; ++i) {
            model::Item item;
            item.label = depth == 0   ? std::to_string(i + 1) + "."
                         : depth == 1 ? std::string(1, "abcdeghik"[i]) + ")"
                                      : std::string(depth == 2 ? "-" : "+");
            const bool leads = depth < 3 && random_.chance(25);
            item.text = prose_.point(leads);
            if (leads) item.items = items(depth + 1, 4);
            result.push_back(std::move(item));
        }
        return result;
    }

    std::vector<model::Section> outline(std::size_t count, bool chapters) {
        std::vector<model::Section> result;
        for (std::size_t i = 0; i < count; ++i) {
            model::Section section;
            section.label = chapters ? "Chương " + roman(i) : roman(i) + ".";
            section.title = upper(prose_.title(random_.chance(20) ? 3 : 1));
            if (random_.chance(30)) section.items.push_back({"", prose_.sentences(4), {}});
            for (model::Item& item : items(0, 7)) section.items.push_back(std::move(item));
            result.push_back(std::move(section));
        }
        return result;
    }

    std::vector<model::Section> letter_body() {
        model::Section section;
        section.items.push_back({"", "Thực hiện " + prose_.citation() + ", " + prose_.matter(2) + " như sau:", {}});
        for (model::Item& item : items(0, 6)) section.items.push_back(std::move(item));
        section.items.push_back({"", prose_.sentences(3) + "/.", {}});
        return {section};
    }

    void add_closing() {
        static constexpr std::array<const char*, 4> authorities = {"CHỦ TỊCH", "GIÁM ĐỐC", "KT. GIÁM ĐỐC",
                                                                   "TM. ỦY BAN NHÂN DÂN"};
        const std::size_t choice = random_.below(authorities.size());
        document_.signature.authority = {authorities.at(choice)};
        if (choice == 2) document_.signature.authority.emplace_back("PHÓ GIÁM ĐỐC");
        if (choice == 3) document_.signature.authority.emplace_back("CHỦ TỊCH");
        document_.signature.name = prose_.person();
        const std::size_t count = random_.chance(70) ? random_.between(1, 8) : random_.between(0, 30);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string text = i == 0           ? "Như trên"
                                     : i + 1 == count ? "Lưu: VT, VTLT"
                                     : random_.chance(10)
                                         ? prose_.agency() + ", " + prose_.agency() + ", " + prose_.agency()
                                         : prose_.agency();
            document_.recipients.push_back(text + (i + 1 == count ? "." : ";"));
        }
        if (random_.chance(30)) document_.drafter_mark = "TLe.12";
        if (random_.chance(30)) document_.contact = "Số 12 Trần Phú, " + prose_.locality() + "; ĐT: 0258 382 2000";
    }

    model::Table table() {
        model::Table table;
        static constexpr std::array<const char*, 6> titles = {
            "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian"};
        const std::size_t columns = random_.between(3, 6);
        for (std::size_t i = 0; i < columns; ++i)
            table.columns.push_back({titles.at(i), static_cast<model::ColumnRole>(i), std::nullopt});
        const std::size_t rows = random_.between(1, random_.chance(20) ? 60 : 15);
        const bool sections = random_.chance(50);
        std::size_t section = 0, ordinal = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            if (sections && section < 12 && (i == 0 || random_.chance(15))) {
                table.rows.push_back(
                    {model::RowKind::section, roman(section++), prose_.title(random_.between(1, 2)), {}});
                ordinal = 0;
            }
            table.rows.push_back(row(columns, ++ordinal));
        }
        return table;
    }

    model::Row row(std::size_t columns, std::size_t ordinal) {
        const std::string number = random_.chance(15) ? "" : std::to_string(ordinal);
        const std::string cells[] = {number,
                                     prose_.title(random_.between(1, random_.chance(8) ? 14 : 3)),
                                     prose_.agency(),
                                     random_.chance(80) ? "Các sở, ngành, UBND cấp huyện" : "",
                                     random_.chance(80) ? "Quyết định UBND tỉnh" : "Báo cáo",
                                     random_.chance(90) ? prose_.time() : ""};
        return {model::RowKind::task, "", "", {cells, cells + columns}};
    }

    void add_attachments() {
        const std::size_t count = random_.chance(50) ? 0 : random_.between(1, 3);
        for (std::size_t i = 0; i < count; ++i) {
            if (random_.chance(40)) {
                const auto kind = static_cast<model::TextKind>(random_.below(3));
                static constexpr std::array<const char*, 3> titles = {"CHƯƠNG TRÌNH HÀNH ĐỘNG", "KẾ HOẠCH", "QUY CHẾ"};
                document_.attachments.emplace_back(model::AttachedText{
                    kind, titles.at(static_cast<std::size_t>(kind)), prose_.title(random_.between(1, 4)), "",
                    outline(random_.between(1, 4), kind == model::TextKind::regulation)});
                continue;
            }
            model::Appendix appendix;
            appendix.title = upper("Danh mục " + prose_.matter(random_.between(1, 2)));
            const bool text = random_.chance(20);
            if (text) appendix.sections = outline(random_.between(1, 3), false);
            if (!text || random_.chance(30)) appendix.table = table();
            document_.attachments.emplace_back(std::move(appendix));
        }
    }

    Random random_;
    Prose prose_;
    model::Document document_;
};

} // namespace

model::Document random_plausible_document(std::uint32_t seed) { return Maker(seed).run(); }

} // namespace vanthu::test
