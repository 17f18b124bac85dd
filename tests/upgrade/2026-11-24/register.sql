PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE starts(
    book TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(book, year)) WITHOUT ROWID;
CREATE TABLE entries(
    book TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL, symbol TEXT NOT NULL, date TEXT NOT NULL,
    type TEXT NOT NULL, subject TEXT NOT NULL, signer TEXT NOT NULL, recipients TEXT NOT NULL, drafter TEXT NOT NULL,
    note TEXT NOT NULL, copies INTEGER NOT NULL, id TEXT NOT NULL, taken TEXT NOT NULL,
    PRIMARY KEY(book, year, number)) WITHOUT ROWID;
INSERT INTO entries VALUES('',2026,1,'QĐ-UBND','2026-11-24','','Một','','','','',0,'','2026-11-29T20:27:43Z');
CREATE TRIGGER entries_in_order BEFORE INSERT ON entries WHEN new.number <> max(
    ifnull((SELECT max(number) + 1 FROM entries WHERE book = new.book AND year = new.year), 1),
    ifnull((SELECT number FROM starts WHERE book = new.book AND year = new.year), 1))
BEGIN SELECT raise(ABORT, 'not the next number'); END;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT raise(ABORT, 'numbers are never given back'); END;
COMMIT;
PRAGMA user_version=1;
