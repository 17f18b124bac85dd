#include "archive/sqlite_tokenizer.h"

#include "text/search_words.h"

#include <new>

namespace vanthu::archive {
namespace {

using PutToken = int (*)(void*, int, const char*, int, int, int);

fts5_api* api_of(Database& database) {
    fts5_api* api = nullptr;
    sqlite3_stmt* asked = nullptr;
    if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &asked, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(asked, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(asked);
    }
    sqlite3_finalize(asked);
    if (api == nullptr) throw SqliteError(SQLITE_ERROR, "SQLite without FTS5");
    return api;
}

/// It has no state; FTS5 only wants a pointer that is not null.
int create(void* context, const char**, int, Fts5Tokenizer** made) {
    *made = static_cast<Fts5Tokenizer*>(context);
    return SQLITE_OK;
}

void let_go(Fts5Tokenizer*) {}

int tokenize(Fts5Tokenizer*, void* context, int, const char* text, int size, PutToken put) {
    try {
        text::SearchWords words({text, static_cast<std::size_t>(size)});
        for (text::SearchWord word; words.next(word);) {
            const int code = put(context, 0, word.folded.data(), static_cast<int>(word.folded.size()),
                                 static_cast<int>(word.begin), static_cast<int>(word.end));
            if (code != SQLITE_OK) return code;
        }
        return SQLITE_OK;
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
}

} // namespace

void register_tokenizer(Database& database) {
    fts5_api* api = api_of(database);
    fts5_tokenizer tokenizer{create, let_go, tokenize};
    static char something = 0;
    if (const int code = api->xCreateTokenizer(api, "vi", &something, &tokenizer, nullptr); code != SQLITE_OK)
        throw SqliteError(code, "tokenizer");
}

} // namespace vanthu::archive
