// An article whose findings or facts are made anew while its text stays.
//
// Every call stands inside a transaction. Errors: Failure, as database.h says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/archive.h"

namespace onrecord::store {

// The findings of a new article.
void write_extraction(Database& database, std::int64_t article_id, const Entry& entry);

// In place of all findings before. What is derived from them is the caller's to make anew: families
// lose the quotations that go, identities stay as they are.
void replace_findings(Archive& archive, std::int64_t article_id, const Entry& entry);

// The chains of an article as one text: whether identities still fit.
std::string print_of_chains(Archive& archive, std::int64_t article_id);
// Ruleset and digest of an article's findings.
std::pair<std::string, std::string> extraction_of(Archive& archive, std::int64_t article_id);

// --- facts: published, source, title
std::vector<GivenValue> given_values(Archive& archive, std::int64_t article_id);
void replace_given_values(Archive& archive, std::int64_t article_id,
                          const std::vector<GivenValue>& given);
void set_fact(Archive& archive, std::int64_t article_id, const std::string& field,
              const std::optional<std::string>& value);
// The paragraph by which a title outside the text is found; nothing: the text has it.
void replace_title_paragraph(Archive& archive, std::int64_t article_id,
                             const std::optional<Entry::Paragraph>& title);

}  // namespace onrecord::store
