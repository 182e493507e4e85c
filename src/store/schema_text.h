// The schema of a fresh archive as SQL text, for schema/current.sql and the test that holds it.
#pragma once

#include <string>

namespace onrecord::store {

std::string schema_text();

}  // namespace onrecord::store
