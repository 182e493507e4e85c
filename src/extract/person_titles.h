// Titles as they stand: 장관, 전 국무총리, 도쿄도지사, 외교안보수석비서관.
#pragma once

#include <optional>
#include <string_view>

#include "extract/analysis.h"

namespace onrecord::extract {

// A title at the end of a word.
struct TitleFound {
  TokenIndex begin = 0, end = 0;  // tokens, with 공동, 수석 … before it
  ByteSpan span;                  // of the words of the title
  std::string_view prefix;        // what is glued before it: 도쿄도
  bool civil = false;             // 씨, 군, 양
  bool team = false;              // 교수 of 교수팀, which is no person
  bool office = false;  // 장관, 의원: no common word stands before it as it does before 배우
};

class TitleReader {
 public:
  explicit TitleReader(const Analysis& a) : a_(a) {}

  std::optional<TitleFound> title_at(TokenIndex i) const;
  // The token before `i` in its sentence, a bracketed group glued to it skipped; kNone at the
  // start.
  std::int32_t before(TokenIndex i) const;
  // The same, 전, 현, 신임 skipped.
  std::int32_t before_modifiers(TokenIndex i) const;
  // A word such as stand between a name and its title: 국방부, 서울대, 오픈AI.
  bool body_like(TokenIndex i) const;

 private:
  std::string_view form(TokenIndex i) const { return a_.surface(a_.tokens[i]); }
  bool same_sentence(TokenIndex i, TokenIndex j) const {
    return a_.tokens[i].sentence == a_.tokens[j].sentence;
  }
  // Bytes of a title that ends the word; 0 if none.
  static std::size_t title_suffix(std::string_view word);
  bool is_office(TokenIndex i, std::string_view word) const;
  bool is_role_of_name(TokenIndex i, std::string_view word) const;
  bool speech_follows(TokenIndex i) const;

  const Analysis& a_;
};

}  // namespace onrecord::extract
