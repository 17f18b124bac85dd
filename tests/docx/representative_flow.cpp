#include "docx/representative_flow.h"

#include "base/length.h"

#include <array>
#include <string>
#include <utility>

namespace vanthu::tests {
namespace {

using namespace flow;

enum StyleIndex : std::uint16_t {
    nation,
    motto,
    parent,
    agency,
    symbol,
    place_date,
    title,
    subject,
    authority,
    basis,
    article,
    text,
    urgency,
    signer,
    signer_name,
    recipients_title,
    recipient,
    appendix_label,
    reference,
    circulation,
    contact,
    table_head,
    table_section,
    table_text,
    table_centre,
    section_title,
    item
};

constexpr CharacterStyleIndex strong = 1;

ParagraphStyle style(std::string name, std::string shown, double size, Align align) {
    ParagraphStyle made;
    made.name = std::move(name);
    made.title = std::move(shown);
    made.size = size;
    made.align = align;
    return made;
}

ParagraphStyle bold(ParagraphStyle made) {
    made.bold = true;
    return made;
}

ParagraphStyle italic(ParagraphStyle made) {
    made.italic = true;
    return made;
}

ParagraphStyle before(double space, ParagraphStyle made) {
    made.space_before = space;
    return made;
}

ParagraphStyle kept(ParagraphStyle made) {
    made.keep_next = true;
    made.keep_lines = true;
    return made;
}

ParagraphStyle body(ParagraphStyle made) {
    made.align = Align::justify;
    made.first_indent = mm(10);
    made.space_before = 6;
    return made;
}

ParagraphStyle outline(std::uint8_t level, Tag tag, ParagraphStyle made) {
    made.outline_level = level;
    made.tag = tag;
    return made;
}

ParagraphStyle boxed(double width, double height, ParagraphStyle made) {
    made.boxed = true;
    made.bold = true;
    made.box_width = width;
    made.box_height = height;
    return made;
}

std::vector<ParagraphStyle> styles() {
    ParagraphStyle urgent = boxed(mm(30), mm(8), before(6, style("Urgency", "Dấu khẩn", 13, Align::left)));
    urgent.red = true;
    return {
        bold(style("Nation", "Quốc hiệu", 13, Align::centre)),
        bold(style("Motto", "Tiêu ngữ", 14, Align::centre)),
        style("ParentAgency", "Cơ quan chủ quản", 13, Align::centre),
        bold(style("Agency", "Cơ quan ban hành", 13, Align::centre)),
        before(6, style("Symbol", "Số, ký hiệu", 13, Align::centre)),
        before(6, italic(style("PlaceDate", "Địa danh, ngày tháng", 14, Align::centre))),
        before(18, kept(outline(1, Tag::title, bold(style("DocumentTitle", "Tên loại văn bản", 14, Align::centre))))),
        kept(bold(style("Subject", "Trích yếu", 14, Align::centre))),
        before(12, kept(bold(style("Authority", "Thẩm quyền ban hành", 14, Align::centre)))),
        italic(body(style("LegalBasis", "Căn cứ", 14, Align::justify))),
        body(style("Article", "Điều", 14, Align::justify)),
        body(style("BodyText", "Nội dung", 14, Align::justify)),
        urgent,
        bold(style("Signer", "Chức vụ người ký", 14, Align::centre)),
        before(70, bold(style("SignerName", "Họ tên người ký", 14, Align::centre))),
        bold(italic(style("RecipientsTitle", "Nơi nhận", 12, Align::left))),
        style("Recipient", "Danh sách nơi nhận", 11, Align::left),
        kept(outline(1, Tag::title, bold(style("AppendixLabel", "Phụ lục", 14, Align::centre)))),
        italic(style("Reference", "Kèm theo", 14, Align::centre)),
        boxed(mm(62), mm(8), style("Circulation", "Dấu lưu hành", 13, Align::right)),
        before(3, style("Contact", "Liên hệ", 11, Align::centre)),
        bold(style("TableHead", "Đầu cột", 12, Align::centre)),
        bold(style("TableSection", "Mục trong bảng", 12, Align::left)),
        style("TableText", "Ô bảng", 12, Align::left),
        style("TableCentre", "Ô bảng giữa", 12, Align::centre),
        kept(outline(2, Tag::heading2, bold(body(style("SectionTitle", "Mục", 14, Align::justify))))),
        body(style("Item", "Khoản", 14, Align::justify)),
    };
}

Paragraph line(StyleIndex index, std::string words) { return {index, {{std::move(words), 0, false}}}; }

Paragraph labelled(StyleIndex index, std::string label, std::string words) {
    return {index, {{std::move(label), strong, true}, {std::move(words), 0, false}}};
}

Cell cell(std::vector<Content> content, std::uint16_t span = 1) { return {span, std::move(content)}; }

Table letterhead(double width) {
    Table table;
    table.kind = TableKind::letterhead;
    table.widths = {width - mm(99), mm(99)};
    table.rows = {
        {RowKind::layout,
         {cell({line(parent, "UBND TỈNH KHÁNH HÒA"), line(agency, "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"), Rule{60, 2, 0, 0.75}}),
          cell({line(nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), line(motto, "Độc lập - Tự do - Hạnh phúc"),
                Rule{171.4, 2, 0, 0.75}})}},
        {RowKind::layout,
         {cell({line(symbol, "Số: 232/QĐ-UBND"), line(urgency, "HỎA TỐC")}),
          cell({line(place_date, "Khánh Hòa, ngày 25 tháng 01 năm 2021")})}}};
    return table;
}

Table signature(double width) {
    Table table;
    table.kind = TableKind::signature;
    table.widths = {width - mm(99), mm(99)};
    table.keep_with_previous = true;
    table.space_before = 12;
    std::vector<Content> left{line(recipients_title, "Nơi nhận:")};
    for (const char* each : {"- Như Điều 3;", "- Bộ Nội vụ;", "- TT Tỉnh ủy, TT HĐND tỉnh;",
                             "- Chủ tịch và các PCT UBND tỉnh;", "- Trung tâm Công báo tỉnh;", "- Lưu: VT, DL, TLe."})
        left.emplace_back(line(recipient, each));
    table.rows = {{RowKind::layout,
                   {cell(std::move(left)), cell({line(signer, "TM. ỦY BAN NHÂN DÂN"), line(signer, "CHỦ TỊCH"),
                                                 line(signer_name, "Nguyễn Tấn Tuân")})}}};
    return table;
}

const char* const long_text = "Ban hành kèm theo Quyết định này Chương trình công tác cải cách hành chính giai đoạn "
                              "2021-2025, gồm các nhiệm vụ, giải pháp chủ yếu "
                              "về cải cách thể chế, cải cách thủ tục hành chính, cải cách tổ chức bộ máy và xây dựng "
                              "chính quyền điện tử trên địa bàn tỉnh.";

PageSetup portrait() {
    PageSetup page;
    page.width = mm(210);
    page.height = mm(297);
    page.top = mm(20);
    page.bottom = mm(20);
    page.left = mm(30);
    page.right = mm(15);
    page.number_distance = mm(10);
    return page;
}

PageSetup landscape() {
    PageSetup page = portrait();
    std::swap(page.width, page.height);
    return page;
}

double text_width(const PageSetup& page) { return page.width - page.left - page.right; }

Sheet decision() {
    Sheet sheet;
    sheet.page = portrait();
    const double width = text_width(sheet.page);
    sheet.first_header = {line(circulation, "XEM XONG TRẢ LẠI")};
    sheet.first_footer = {Rule{width, 0, 0, 0.75},
                          line(contact, "Số 01 Trần Phú, Nha Trang, Khánh Hòa; điện thoại: 0258.3822.460")};
    sheet.blocks = {letterhead(width),
                    line(title, "QUYẾT ĐỊNH"),
                    line(subject, "Về việc ban hành Chương trình cải cách hành chính giai đoạn 2021-2025"),
                    Rule{120, 2, 0, 0.75},
                    line(authority, "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"),
                    line(basis, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"),
                    line(basis, "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương "
                                "trình tổng thể cải cách hành "
                                "chính nhà nước giai đoạn 2021-2030;"),
                    line(basis, "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 222/TTr-SNV ngày 09/3/2020."),
                    line(authority, "QUYẾT ĐỊNH:"),
                    labelled(article, "Điều 1.", std::string(" ") + long_text)};
    for (int i = 0; i < 9; ++i)
        sheet.blocks.emplace_back(labelled(item, std::to_string(i + 1) + ".", std::string(" ") + long_text));
    sheet.blocks.emplace_back(labelled(article, "Điều 2.", " Quyết định này có hiệu lực thi hành kể từ ngày ký."));
    sheet.blocks.emplace_back(
        labelled(article, "Điều 3.",
                 " Chánh Văn phòng Ủy ban nhân dân tỉnh và thủ trưởng các cơ quan chịu trách nhiệm thi hành./."));
    sheet.blocks.emplace_back(signature(width));
    return sheet;
}

Sheet programme() {
    Sheet sheet;
    sheet.page = portrait();
    sheet.blocks = {
        line(title, "CHƯƠNG TRÌNH"), line(subject, "Cải cách hành chính giai đoạn 2021-2025"),
        line(reference,
             "(Kèm theo Quyết định số 232/QĐ-UBND ngày 25 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh Khánh Hòa)"),
        Rule{120, 2, 6, 0.75}};
    for (const char* label : {"I.", "II.", "III."}) {
        sheet.blocks.emplace_back(
            Paragraph{section_title, {{std::string(label), 0, true}, {" MỤC TIÊU, NHIỆM VỤ", 0, false}}});
        for (int i = 1; i <= 6; ++i)
            sheet.blocks.emplace_back(
                Paragraph{item, {{std::to_string(i) + ".", 0, true}, {std::string(" ") + long_text, 0, false}}});
    }
    return sheet;
}

/// Words in no order, so that compressing them costs what real text costs; the same for the same number.
std::string task_text(int number) {
    constexpr std::array<const char*, 40> words{"cải",  "cách",  "hành",  "chính", "nhà",   "nước",  "nâng",  "cao",
                                                "chất", "lượng", "đội",   "ngũ",   "cán",   "bộ",    "công",  "chức",
                                                "thủ",  "tục",   "xây",   "dựng",  "kế",    "hoạch", "triển", "khai",
                                                "ứng",  "dụng",  "thông", "tin",   "cơ",    "quan",  "đơn",   "vị",
                                                "kiểm", "tra",   "đánh",  "giá",   "người", "dân",   "doanh", "nghiệp"};
    std::string text = "Nhiệm vụ " + std::to_string(number);
    std::uint32_t state = static_cast<std::uint32_t>(number) * 2654435761U;
    for (int i = 0; i < 10 + number % 17; ++i) {
        state = state * 1664525U + 1013904223U;
        text += ' ';
        text += words[(state >> 16) % words.size()];
    }
    return text;
}

Row task(int number) {
    return {RowKind::task,
            {cell({line(table_centre, std::to_string(number))}), cell({line(table_text, task_text(number))}),
             cell({line(table_text, "Sở Nội vụ")}),
             cell({line(table_text, "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố")}),
             cell({line(table_text, "Kế hoạch & báo cáo")}),
             number % 7 == 0 ? cell({}) : cell({line(table_centre, "Quý II/2021")})}};
}

Sheet appendix(int rows) {
    Sheet sheet;
    sheet.page = landscape();
    const double width = text_width(sheet.page);
    Table table;
    table.kind = TableKind::data;
    table.title = "Danh mục nhiệm vụ";
    const std::array<double, 6> shares{0.06, 0.34, 0.14, 0.2, 0.14, 0.12};
    for (const double share : shares) table.widths.push_back(width * share);
    table.padding = 4;
    table.padding_vertical = 2;
    table.border = 0.5;
    table.space_before = 12;
    Row head{RowKind::header, {}};
    for (const char* each :
         {"STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian"})
        head.cells.push_back(cell({line(table_head, each)}));
    table.rows.push_back(std::move(head));
    for (int i = 1; i <= rows; ++i) {
        if (i % 20 == 1)
            table.rows.push_back(
                {RowKind::section,
                 {cell({line(table_head, "I")}), cell({line(table_section, "CẢI CÁCH THỦ TỤC HÀNH CHÍNH")}, 5)}});
        table.rows.push_back(task(i));
    }
    sheet.blocks = {
        line(appendix_label, "Phụ lục"), line(subject, "DANH MỤC NHIỆM VỤ"),
        line(reference,
             "(Kèm theo Quyết định số 232/QĐ-UBND ngày 25 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh Khánh Hòa)"),
        std::move(table)};
    return sheet;
}

} // namespace

flow::Document representative_flow(int appendix_rows) {
    Document document;
    document.info = {"Quyết định 232/QĐ-UBND",
                     "Ủy ban nhân dân tỉnh Khánh Hòa",
                     "Cải cách hành chính",
                     "232/QĐ-UBND",
                     "2021-01-25",
                     "vi"};
    document.font_name = "Times New Roman";
    document.styles = styles();
    document.character_styles = {{"Strong", "Đậm", true, false}};
    document.sheets = {decision(), programme(), appendix(appendix_rows)};
    return document;
}

} // namespace vanthu::tests
