#include "read/pdf/object.h"

#include <cmath>
#include <podofo/podofo.h>

namespace vanthu::read::pdf {
namespace {

/// PoDoFo loads an object when it is first looked at, and throws where that fails.
template <class Value, class Look> Value looked(Value otherwise, Look look) {
    try {
        return look();
    } catch (const PoDoFo::PdfError&) {
        return otherwise;
    }
}

const PoDoFo::PdfObject* followed(const PoDoFo::PdfObject* object, const PoDoFo::PdfVecObjects* all) {
    constexpr int longest_chain = 16;
    for (int step = 0; object && step < longest_chain; ++step) {
        if (!object->IsReference()) return object->IsNull() ? nullptr : object;
        object = all->GetObject(object->GetReference());
    }
    return nullptr;
}

} // namespace

Object::Object(const PoDoFo::PdfObject* object, const PoDoFo::PdfVecObjects* all)
    : object_(looked<const PoDoFo::PdfObject*>(nullptr, [&] { return followed(object, all); })), all_(all) {}

bool Object::is_dictionary() const {
    return object_ && looked(false, [&] { return object_->IsDictionary(); });
}

bool Object::is_array() const {
    return object_ && looked(false, [&] { return object_->IsArray(); });
}

bool Object::is_name() const {
    return object_ && looked(false, [&] { return object_->IsName(); });
}

bool Object::is_string() const {
    return object_ && looked(false, [&] { return object_->IsString() || object_->IsHexString(); });
}

bool Object::is_stream() const {
    return object_ && looked(false, [&] { return object_->IsDictionary() && object_->HasStream(); });
}

Object Object::operator[](const char* key) const {
    if (!is_dictionary()) return {};
    return looked(Object(), [&] { return Object(object_->GetDictionary().GetKey(PoDoFo::PdfName(key)), all_); });
}

Object Object::at(std::size_t index) const {
    if (index >= size()) return {};
    return looked(Object(), [&] { return Object(&object_->GetArray()[index], all_); });
}

std::size_t Object::size() const {
    if (!is_array()) return 0;
    return looked(std::size_t{0}, [&] { return object_->GetArray().size(); });
}

std::optional<double> Object::number() const {
    if (!object_) return std::nullopt;
    return looked(std::optional<double>(), [&]() -> std::optional<double> {
        if (object_->IsNumber()) return static_cast<double>(object_->GetNumber());
        if (object_->IsReal() && std::isfinite(object_->GetReal())) return object_->GetReal();
        return std::nullopt;
    });
}

int Object::integer_or(int fallback) const {
    const double value = number_or(fallback);
    return std::abs(value) < 1e9 ? static_cast<int>(value) : fallback;
}

bool Object::truth_or(bool fallback) const {
    if (!object_) return fallback;
    return looked(fallback, [&] { return object_->IsBool() ? object_->GetBool() : fallback; });
}

std::string Object::name() const {
    if (!is_name()) return {};
    return object_->GetName().GetName();
}

std::string Object::string() const {
    if (!is_string()) return {};
    return looked(std::string(), [&] {
        const PoDoFo::PdfString& value = object_->GetString();
        const std::string bytes(value.GetString(), static_cast<std::size_t>(value.GetLength()));
        return value.IsUnicode() ? "\xFE\xFF" + bytes : bytes;
    });
}

void Object::for_each_key(const std::function<void(const std::string&, Object)>& visit) const {
    if (!is_dictionary()) return;
    for (const auto& [key, value] : object_->GetDictionary().GetKeys()) visit(key.GetName(), Object(value, all_));
}

} // namespace vanthu::read::pdf
