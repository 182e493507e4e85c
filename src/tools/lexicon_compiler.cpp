// Compiles lexicon/*.tsv into one C++ file of read-only tables (src/lang/lexicon_data.h).
//
//   lexicon_compiler LEXICON_DIR OUT.cpp
//
// A word file holds `form<TAB>class[<TAB>value]` lines; rules.tsv holds id, layer, pattern, emits,
// confidence, example, counter-example; table_NAME.tsv holds rows of any width, handed on as they
// stand by NAME (all of one file have the same number of cells). '#' starts a comment line. A
// faulty line stops the build with its file and line.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lang/lexicon_data.h"

namespace {

namespace fs = std::filesystem;

struct Row {
  std::vector<std::string> cells;
  std::string place;
};

[[noreturn]] void stop(const std::string& place, const std::string& message) {
  std::cerr << place << ": " << message << "\n";
  std::exit(1);
}

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells(1);
  for (char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

std::vector<Row> read_rows(const fs::path& path, std::uint64_t& version) {
  std::ifstream in(path);
  if (!in) stop(path.string(), "cannot be read");
  std::vector<Row> rows;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    for (char c : line) version = (version ^ static_cast<unsigned char>(c)) * 1099511628211u;
    rows.push_back({split(line), path.string() + ":" + std::to_string(number)});
  }
  return rows;
}

std::string literal(const std::string& s) {
  std::string out = "\"";
  for (char c : s) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"sv";
}

using Facts = std::vector<std::pair<std::string, std::string>>;  // class, value

struct Compiled {
  std::map<std::string, Facts> words;
  std::set<std::string> classes;
  std::vector<Row> rules;
  std::map<std::string, std::vector<Row>> tables;
  std::uint64_t version = 14695981039346656037u;
};

void add_word(Compiled& out, const Row& row) {
  if (row.cells.size() < 2 || row.cells.size() > 4 || row.cells[0].empty() ||
      row.cells[1].empty()) {
    stop(row.place, "want form<TAB>class[<TAB>value[<TAB>note]]");
  }
  std::string form = row.cells[0];
  for (char& c : form) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  auto& facts = out.words[form];
  const std::pair<std::string, std::string> fact{row.cells[1],
                                                 row.cells.size() > 2 ? row.cells[2] : ""};
  if (std::find(facts.begin(), facts.end(), fact) != facts.end())
    stop(row.place, "the same fact stands twice");
  facts.push_back(fact);
  out.classes.insert(row.cells[1]);
}

void add_table_row(std::vector<Row>& table, const Row& row) {
  if (!table.empty() && row.cells.size() != table.front().cells.size()) {
    stop(row.place,
         "want " + std::to_string(table.front().cells.size()) + " cells as in the rows above");
  }
  table.push_back(row);
}

Compiled read_all(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Compiled out;
  for (const fs::path& file : files) {
    const bool is_rules = file.filename() == "rules.tsv";
    const std::string stem = file.stem().string();
    const bool is_table = stem.rfind("table_", 0) == 0;
    for (Row& row : read_rows(file, out.version)) {
      if (is_table) {
        add_table_row(out.tables[stem.substr(6)], row);
      } else if (!is_rules) {
        add_word(out, row);
      } else if (row.cells.size() == 7) {
        if (row.cells[5].size() < 2 || row.cells[6].size() < 2)
          stop(row.place, "a rule needs an example and a counter-example");
        out.rules.push_back(row);
      } else {
        stop(row.place,
             "want 7 cells: id, layer, pattern, emits, confidence, example, counter-example");
      }
    }
  }
  if (out.classes.size() > 64) stop(folder.string(), "more than 64 word classes");
  return out;
}

// The class bits of a word's facts.
std::uint64_t mask_of(const Compiled& c, const Facts& facts) {
  std::uint64_t mask = 0;
  for (const auto& [cls, value] : facts)
    mask |= std::uint64_t{1} << std::distance(c.classes.begin(), c.classes.find(cls));
  return mask;
}

void write_words(std::ostream& os, const Compiled& c) {
  const std::vector<std::string> classes(c.classes.begin(), c.classes.end());
  os << "constexpr std::string_view kClasses[] = {";
  for (const auto& name : classes) os << literal(name) << ",";
  os << "\"\"sv};\nconstexpr Fact kFacts[] = {\n";
  auto bit = [&](const std::string& name) {
    return std::lower_bound(classes.begin(), classes.end(), name) - classes.begin();
  };
  for (const auto& [form, facts] : c.words) {
    for (const auto& [cls, value] : facts) os << "{" << bit(cls) << "," << literal(value) << "},";
    os << "\n";
  }
  os << "{0,\"\"sv}};\nconst Word kWords[] = {\n";
  std::size_t at = 0;
  for (const auto& [form, facts] : c.words) {
    os << "{" << literal(form) << "," << mask_of(c, facts) << "ull,{kFacts+" << at << ","
       << facts.size() << "}},\n";
    at += facts.size();
  }
  os << "{\"\"sv,0,{}}};\n";
}

void write_slots(std::ostream& os, const Compiled& c) {
  namespace data = onrecord::lang::data;
  std::size_t size = 16;
  while (2 * size < 3 * c.words.size()) size *= 2;
  std::vector<data::Slot> slots(size);
  std::vector<std::uint64_t> filter(data::kFilterSize, 0);
  std::uint32_t index = 0;
  for (const auto& [form, facts] : c.words) {
    if (form.size() > 255) stop(form, "a form longer than 255 bytes");
    const data::Head head = data::head_of(form);
    const std::uint32_t hash = data::hash(form, head);
    filter[data::filter_place(hash)] |= data::filter_bits(hash);
    std::size_t i = hash & (size - 1);
    while (slots[i].word != 0) i = (i + 1) & (size - 1);
    slots[i] = {head, mask_of(c, facts), hash, ++index, static_cast<std::uint32_t>(form.size())};
  }
  os << "constexpr std::uint64_t kFilter[] = {";
  for (std::uint64_t bits : filter) os << bits << "ull,";
  os << "};\nalignas(64) constexpr Slot kSlots[] = {";
  for (const data::Slot& s : slots)
    os << "{{" << s.head[0] << "ull," << s.head[1] << "ull}," << s.classes << "ull," << s.hash
       << "u," << s.word << "u," << s.size << "u},\n";
  os << "};\n";
}

void write_rules(std::ostream& os, const Compiled& c) {
  os << "constexpr RuleRow kRules[] = {\n";
  for (const Row& row : c.rules) {
    os << "{";
    for (const auto& cell : row.cells) os << literal(cell) << ",";
    os << "},\n";
  }
  os << "{}};\n";
}

void write_tables(std::ostream& os, const Compiled& c) {
  os << "constexpr std::string_view kCells[] = {\n";
  for (const auto& [name, rows] : c.tables) {
    for (const Row& row : rows) {
      for (const auto& cell : row.cells) os << literal(cell) << ",";
      os << "\n";
    }
  }
  os << "\"\"sv};\nconst TableRow kTableRows[] = {\n";
  std::size_t cell = 0;
  for (const auto& [name, rows] : c.tables) {
    for (const Row& row : rows) {
      os << "{{kCells+" << cell << "," << row.cells.size() << "}},\n";
      cell += row.cells.size();
    }
  }
  os << "{}};\nconst Table kTables[] = {\n";
  std::size_t first = 0;
  for (const auto& [name, rows] : c.tables) {
    os << "{" << literal(name) << ",{kTableRows+" << first << "," << rows.size() << "}},\n";
    first += rows.size();
  }
  os << "{}};\n";
}

void write_all(std::ostream& os, const Compiled& c) {
  os << "#include \"lang/lexicon_data.h\"\n\nnamespace onrecord::lang::data {\nnamespace {\n"
     << "using namespace std::string_view_literals;\n";
  write_words(os, c);
  write_slots(os, c);
  write_rules(os, c);
  write_tables(os, c);
  char version[20];
  std::snprintf(version, sizeof version, "%016llx", static_cast<unsigned long long>(c.version));
  os << "}  // namespace\n"
     << "std::span<const std::string_view> class_names() { return {kClasses, " << c.classes.size()
     << "}; }\n"
     << "std::span<const Word> words() { return {kWords, " << c.words.size() << "}; }\n"
     << "std::span<const std::uint64_t> filter() { return kFilter; }\n"
     << "std::span<const Slot> hash_slots() { return kSlots; }\n"
     << "std::span<const RuleRow> rules() { return {kRules, " << c.rules.size() << "}; }\n"
     << "std::span<const Table> tables() { return {kTables, " << c.tables.size() << "}; }\n"
     << "std::string_view version() { return \"" << version << "\"; }\n"
     << "}  // namespace onrecord::lang::data\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) stop("lexicon_compiler", "usage: lexicon_compiler LEXICON_DIR OUT.cpp");
  const Compiled compiled = read_all(argv[1]);
  std::ofstream out(argv[2]);
  write_all(out, compiled);
  out.close();
  return out ? 0 : 1;
}
