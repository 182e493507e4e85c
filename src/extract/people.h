// People in a sentence, told by their titles: 이영 장관, 오픈AI 샘 알트만 대표, 김민석 국방부
// 대변인, 이씨, 배우 한지민.
//
// Finds names as they stand; who is who over the article is decided in chains.h.
#pragma once

#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/names.h"

namespace onrecord::extract {

// A mention before it belongs to anybody.
struct NameFound {
  EntityKind kind = EntityKind::Person;
  NameShape shape = NameShape::None;
  TokenIndex begin = 0, end = 0;  // tokens that the mention covers, title included
  ByteSpan name;                  // the bare name
  std::string whole;              // the name of a body where it is no slice of the text
  ByteSpan surface;               // with its title where nothing parts them, without the particle
  std::string title;              // as it stands, without 전 and 현
  std::string affiliation;
  std::string latin;
  std::string rule;
  double confidence = 0;
  bool unnamed = false;  // a body without a name of its own: 회사, 구단
};

std::vector<NameFound> find_people(const Analysis& a);
std::vector<NameFound> find_bodies_and_places(const Analysis& a);

}  // namespace onrecord::extract
