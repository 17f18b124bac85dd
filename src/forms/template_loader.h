// Puts the template files together and checks what a schema cannot: ranges, names that must exist, numbers of cells.
// Private to forms.
#pragma once

#include "forms/templates.h"
#include "forms/xml_file.h"

namespace vanthu::forms {

std::string_view embedded(std::span<const Resource> resources, std::string_view path);

class TemplateLoader {
  public:
    explicit TemplateLoader(std::string_view schema) : schema_(schema) {}

    void add_built_in(const Resource& resource);
    void add_office(const OfficeFile& file);
    Result<Templates> finish();

  private:
    struct File {
        std::string path;
        Node root;
    };

    void read(std::string_view content, const std::string& path);
    void take_base(const File& file);
    void take_kind(const File& file);
    void take_office(const File& file);
    void override_page(const Node& change, const std::string& path);
    void override_style(const Node& change, const std::string& path);
    void override_length(const Node& change, std::string_view key, const Node& original, std::string_view range_key,
                         double& target, const std::string& path);
    void resolve_includes(Node& node, const std::string& path);
    void check_columns(const Node& node, const std::string& path);
    void check_names(const Node& node, const std::string& path);
    void fail(std::string code, const std::string& path, std::size_t line, Arguments arguments);

    Schema schema_;
    std::vector<File> files_;
    Templates result_;
    std::map<std::string, Node, std::less<>> parts_;
    std::map<std::string, Node, std::less<>> originals_; ///< pages and styles of base.xml, for their ranges
    Diagnostics problems_;
};

} // namespace vanthu::forms
