// libqpdf by its C interface, which lets no exception out: the C++ headers of qpdf 11 cannot be compiled as C++20 by
// clang 14.
#pragma once

#include "base/diagnostic.h"

#include <memory>
#include <qpdf/qpdf-c.h>
#include <string>

namespace vanthu::read::pdf {

struct QpdfCleanup {
    void operator()(_qpdf_data* data) const { qpdf_cleanup(&data); }
};
using QpdfData = std::unique_ptr<_qpdf_data, QpdfCleanup>;

/// pdf-broken.
Diagnostic pdf_broken(const std::string& reason);

/// What qpdf last complained of: pdf-broken, pdf-password, pdf-limit.
Diagnostic qpdf_failure(_qpdf_data* pdf);

/// qpdf quotes bytes of the file.
std::string printable_text(const char* message);

} // namespace vanthu::read::pdf
