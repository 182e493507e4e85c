// People in a sentence, told by their titles: 이영 장관, 오픈AI 샘 알트만 대표, 김민석 국방부
// 대변인, 이씨, 배우 한지민.
//
// Finds names as they stand; who is who over the article is decided in chains.h.
#pragma once

#include <string>
#include <vector>

#include "extract/analysis.h"

namespace onrecord::extract {

enum class NameShape : std::uint8_t {
  None,
  Full,       // 이영, 지창구: surname and given name
  Surname,    // 이 (장관)
  Foreign,    // 알트만, 샘 알트만
  Anonymous,  // 김모, A
};

// A mention before it belongs to anybody.
struct NameFound {
  EntityKind kind = EntityKind::Person;
  NameShape shape = NameShape::None;
  TokenIndex begin = 0, end = 0;  // tokens that the mention covers, title included
  ByteSpan name;                  // the bare name
  ByteSpan surface;               // with its title, without the particle
  std::string title;              // as it stands, without 전 and 현
  std::string affiliation;
  std::string latin;
  std::string rule;
  double confidence = 0;
};

namespace names {
// The surname at the head of a Korean name: bytes, 0 if none.
std::size_t surname_bytes(std::string_view name);
// A surname and a given name of the lists, whatever else the word may be.
bool is_full_name(std::string_view form);
// Whether the word ends like the name of a body: 위원회, 건설사, 홍보팀.
bool ends_like_a_body(std::string_view form);
// What a word without particle could be, standing where a name is expected.
NameShape shape(std::string_view form);
}  // namespace names

std::vector<NameFound> find_people(const Analysis& a);
std::vector<NameFound> find_bodies_and_places(const Analysis& a);

}  // namespace onrecord::extract
