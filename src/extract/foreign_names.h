// Foreign names in Hangul, of one or several words: 로웰, 샘 알트만, 안토니오 드 마르티노프.
#pragma once

#include "extract/analysis.h"

namespace onrecord::extract {

class ForeignReader {
 public:
  explicit ForeignReader(const Analysis& a) : a_(a) {}

  // Whether the word, as it stands, may be a foreign last name: 로웰; not 고위, 신인.
  // `office`: an office stands behind it, so that less is asked of it.
  bool plausible(TokenIndex j, bool office = false) const;
  // The first word of a foreign name that ends at `j`.
  TokenIndex begin_of(TokenIndex j, bool office = false) const;
  // A word of a foreign name before its last: 샘, 빈, 알렉산드로.
  bool part(TokenIndex k, bool office = false) const;
  // 올트먼은: the last word of a foreign name, with its particle.
  bool end(TokenIndex k) const;
  // The last word of a foreign name of several words that begins at `k`; `k` if there is none.
  TokenIndex end_of(TokenIndex k) const;
  // 줄리아 오스틴: the name of a town behind a first name of the list; 줄리아 크레인, where a title
  // or the like vouches for a loanword.
  bool town_behind_name(TokenIndex k, bool loanword) const;
  // 그레이스 오코너, 에릭 손: shaped like a Korean name or surname, behind a foreign first name.
  bool behind_first_name(TokenIndex j) const;
  // 감독 안지 포스테코글은: behind a title, a word of no list before one that leaves no doubt.
  bool opens_sure_name(TokenIndex k) const;
  // 감독은, 장관이: a word of the lexicon with its particle, not a name that ends alike.
  bool known_with_particle(TokenIndex j) const;
  // No particle, or a last syllable that only looks like one behind an unknown word: 마르욜레인.
  bool unmarked(TokenIndex k) const;

 private:
  std::string_view form(TokenIndex i) const { return a_.surface(a_.tokens[i]); }
  bool same_run(TokenIndex i, TokenIndex j) const {
    return a_.tokens[i].sentence == a_.tokens[j].sentence &&
           a_.tokens[i].passage == a_.tokens[j].passage;
  }

  bool sure_last(TokenIndex k) const;
  double least_behind(TokenIndex k, double otherwise) const;

  const Analysis& a_;
};

}  // namespace onrecord::extract
