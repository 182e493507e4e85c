// From a raw document to the entry that the archive stores: built, extracted from, its paragraphs
// with their search terms. Pure; thread-safe: all that costs time before the one writer.
#pragma once

#include <memory>

#include "formats/document_builder.h"
#include "store/archive.h"

namespace onrecord::ingest {

// The entry stays where it is: its offset map points into its text.
std::unique_ptr<store::Entry> build_entry(RawDocument raw, const formats::Defaults& defaults,
                                          bool keep_original);

}  // namespace onrecord::ingest
