// Any line as a question and as a search: both are read without fault, and what reaches FTS5 is
// made of quoted terms, parentheses and operators alone.
#include "query/query_parser.h"
#include "query/question.h"
#include "target.h"
#include "text/utf8.h"

namespace {

// The expression with every "…" taken out; a doubled quotation mark inside one stays inside.
std::string outside_quotes(const std::string& expression) {
  std::string out;
  bool quoted = false;
  for (char c : expression) {
    if (c == '"')
      quoted = !quoted;
    else if (!quoted)
      out += c;
  }
  onrecord::fuzz::require(!quoted, "every term of an expression is closed");
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace onrecord;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (text::find_invalid_utf8(line)) return 0;
  query::Reading reading = query::read_question(line, Date{2024, 3, 11});
  query::settle(reading, [](const query::AskedName& asked, bool) {
    return asked.name.size() % 2 == 0 ? query::Sureness::Person : query::Sureness::Unknown;
  });
  const query::Query query = query::parse_query(line);
  const std::string rest = outside_quotes(query::fts_expression(query));
  fuzz::require(rest.find_first_not_of(" ()ANDORT*") == std::string::npos,
                "nothing typed is syntax of FTS5");
  fuzz::require(query::print_tree(query) == query::print_tree(query::parse_query(line)),
                "the same line gives the same query");
  return 0;
}
