// What reading found, as JSON.
#pragma once

#include "base/bytes.h"
#include "model/read_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vanthu::write {

/// The document as `generate` takes it, with `provenance` beside it: an object keyed by JSON Pointer, each
/// {"places":[{"page":1,"box":[x1,y1,x2,y2]}],"raw":"…","confidence":0.98,"citations":[…]}. Numbers have two decimals.
Bytes read_document_json(const model::ReadDocument& read);

/// {"tables":[{"pages":[1,2],"title":"…","columns":[…],"roles":[…],"rows":[[…]],"kinds":[…],"spans":[…],
/// "places":[…],"tasks":[…],"confidence":1}]}; a row or task a line. Widths of columns are not told.
/// With CellPlaces::told also "cells": for each row a list of [page, x1, y1, x2, y2, confidence] for each cell.
enum class CellPlaces : std::uint8_t { left_out, told };
Bytes tables_json(std::span<const model::ReadTable> tables, CellPlaces places = CellPlaces::left_out);

} // namespace vanthu::write
