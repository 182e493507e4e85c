// From a raw document to the entry that the archive stores: built, extracted from, its paragraphs
// with their search terms. Pure; thread-safe: all that costs time before the one writer.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "formats/document_builder.h"
#include "store/archive.h"
#include "store/corrections.h"

namespace onrecord::ingest {

// What people said of an article, by its uid.
using CorrectionsOf = std::function<std::vector<store::Correction>(const std::string& uid)>;

// The entry stays where it is: its offset map points into its text.
std::unique_ptr<store::Entry> build_entry(RawDocument raw, const formats::Defaults& defaults,
                                          bool keep_original, const CorrectionsOf& corrections_of);

// The same of an article as it is stored, with what its input said of itself. No original, and of
// the paragraphs only the title.
std::unique_ptr<store::Entry> rebuild_entry(Document document,
                                            const std::vector<store::Correction>& corrections);

}  // namespace onrecord::ingest
