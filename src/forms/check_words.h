// The words by which the checks know what they look at: templates/check-words.xml.
#pragma once

#include "base/diagnostic.h"
#include "base/resources.h"

#include <span>
#include <string>
#include <vector>

namespace vanthu::forms {

/// Whose power a mark names: a body's, the head's whom a deputy signs for, the head's who had somebody sign, the
/// signer's own as acting head. Behind all but the last the signer's own title stands on the next line.
enum class AuthorityKind { collective, deputy, delegate, acting };

/// Annex I, II.7b: a mark before the title in a line of authority.
struct AuthorityMark {
    std::string mark; ///< "KT."
    AuthorityKind kind = AuthorityKind::collective;
    std::vector<std::string> variants; ///< other ways to write it, which the decree does not know: "K/T"
};

struct CheckWords {
    std::string article, clause, point, appendix; ///< Điều, khoản, điểm, Phụ lục
    std::string number, day, month, year;         ///< số, ngày, tháng, năm
    std::string filing;                           ///< Lưu:
    std::string as_in;                            ///< Như
    std::string end;                              ///< ./.
    std::string about;                            ///< V/v
    std::vector<AuthorityMark> authority_marks;
    struct Deputy {
        std::string head;  ///< empty: any
        std::string title; ///< of the deputy; for any head, the word before the head's title
    };
    std::vector<Deputy> deputies;
    std::vector<std::string> honorifics;
    std::vector<std::string> secrecy;
    struct Letter {
        std::string wrong, right;
    };
    std::vector<Letter> foreign_letters;

    /// Errors: template-broken.
    static Result<CheckWords> load(std::span<const Resource> built_in);
};

} // namespace vanthu::forms
