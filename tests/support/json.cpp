#include "support/json.h"

namespace vanthu::test {

std::string described(const Diagnostic& diagnostic) {
    std::string result =
        diagnostic.place.pointer + " line " + std::to_string(diagnostic.place.line) + " " + diagnostic.code;
    for (const Argument& argument : diagnostic.arguments) result += " " + argument.name + "=" + argument.value;
    return result;
}

std::vector<std::string> described(const Diagnostics& diagnostics) {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : diagnostics) result.push_back(described(diagnostic));
    return result;
}

} // namespace vanthu::test
