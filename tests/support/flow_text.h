// Texts of a flow and of pages as tests want to see them.
#pragma once

#include "flow/flow.h"
#include "pages/pages.h"
#include "text/binding.h"

#include <string>
#include <vector>

namespace vanthu::test {

inline std::string text_of(const flow::Paragraph& paragraph) {
    std::string result;
    for (const flow::Run& run : paragraph.runs) result += run.text;
    for (std::size_t at = 0; (at = result.find(flow::line_end, at)) != std::string::npos;)
        result = result.substr(0, at) + " " + result.substr(at + flow::line_end.size());
    return text::unbind(result);
}

inline void collect(const flow::Paragraph& paragraph, std::vector<std::string>& texts) {
    if (!paragraph.runs.empty()) texts.push_back(text_of(paragraph));
}

/// All paragraphs of a sheet in reading order, tables included; empty ones left out.
inline std::vector<std::string> paragraphs(const flow::Sheet& sheet) {
    std::vector<std::string> texts;
    for (const flow::Block& block : sheet.blocks) {
        if (const auto* paragraph = std::get_if<flow::Paragraph>(&block)) collect(*paragraph, texts);
        if (const auto* table = std::get_if<flow::Table>(&block))
            for (const flow::Row& row : table->rows)
                for (const flow::Cell& cell : row.cells)
                    for (const flow::Content& content : cell.content)
                        if (const auto* inner = std::get_if<flow::Paragraph>(&content)) collect(*inner, texts);
    }
    return texts;
}

/// Words of all texts that belong to an element, in reading order.
inline std::vector<std::string> words(const pages::Document& document) {
    std::vector<std::string> result;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) result.push_back(std::move(word));
        word.clear();
    };
    pages::ElementIndex element = pages::no_element;
    for (const pages::Page& page : document.pages)
        for (const pages::Text& text : page.texts) {
            if (text.element == pages::no_element) continue;
            if (text.element != element) end_word();
            element = text.element;
            for (const char c : text.text) {
                if (c == ' ')
                    end_word();
                else
                    word += c;
            }
        }
    end_word();
    return result;
}

} // namespace vanthu::test
