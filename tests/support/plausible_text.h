// Vietnamese office prose by chance.
#pragma once

#include "support/random_document.h"

#include <string>

namespace vanthu::test {

class Prose {
  public:
    explicit Prose(Random& random) : random_(random) {}

    /// "Sở Nội vụ", "Ủy ban nhân dân huyện Yên Sơn".
    std::string agency();
    /// "Yên Sơn".
    std::string locality();
    /// "Nguyễn Thị Lan".
    std::string person();
    /// "12/3/2021" or "12 tháng 3 năm 2021".
    std::string date();
    /// "Quyết định số 12/QĐ-UBND ngày …".
    std::string citation();
    /// "rà soát, thống kê tài liệu lưu trữ": from a small letter, without an end.
    std::string matter(std::size_t parts);
    /// The same from a capital.
    std::string title(std::size_t parts);
    /// One or more sentences that end with a full stop.
    std::string sentences(std::size_t most);
    /// An enumeration's text: ends with ; or . or :
    std::string point(bool leads);
    /// "2021", "Quý II/2022", "Hằng năm", "2021-2025".
    std::string time();

    Random& random() { return random_; }

  private:
    Random& random_;
};

} // namespace vanthu::test
