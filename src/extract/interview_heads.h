// What lines of interviews and transcripts begin with, and the words of their labels
// (lexicon/table_interview_heads.tsv). Used by interviews.cpp and labels.cpp alone.
#pragma once

#include <algorithm>
#include <bitset>
#include <string_view>
#include <vector>

#include "lang/lexicon.h"
#include "model/document.h"
#include "text/ending_set.h"
#include "text/utf8.h"

namespace onrecord::extract {

// The heads of one kind, in the order of their table.
class Heads {
 public:
  explicit Heads(std::string_view kind) {
    for (const lang::TableRow& row : lang::table("interview_heads")) {
      if (row.cells[1] != kind) continue;
      heads_.push_back(row.cells[0]);
      first_.set(static_cast<unsigned char>(row.cells[0][0]));
      std::size_t at = 0;
      const char32_t c = text::decode(row.cells[0], at);
      if (at == row.cells[0].size()) alone_.push_back(c);
    }
  }

  // The bytes of the head at the start of the line; 0 without one.
  std::size_t bytes(std::string_view line) const {
    if (line.empty() || !first_.test(static_cast<unsigned char>(line[0]))) return 0;
    for (const std::string_view head : heads_) {
      if (text::begins_in(line, head)) return head.size();
    }
    return 0;
  }

  // Whether the character alone is one of them.
  bool has(char32_t c) const { return std::find(alone_.begin(), alone_.end(), c) != alone_.end(); }

  std::vector<std::string_view> all() const { return heads_; }

 private:
  std::vector<std::string_view> heads_;
  std::vector<char32_t> alone_;  // those of one character
  std::bitset<256> first_;       // bytes that heads begin with
};

// A line of the article itself, not of its frame.
inline bool is_prose(BlockKind kind) {
  return kind == BlockKind::Body || kind == BlockKind::List || kind == BlockKind::Subhead;
}

inline std::string_view without_blanks(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  return s;
}

}  // namespace onrecord::extract
