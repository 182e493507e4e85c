// What an article's own lines say about it: when it appeared, who wrote it, which outlet or agency
// it is from.
//
// Read are the lines at its head and its end: 입력 2024.03.11 09:30 | 홍길동 기자
// gildong@example.com | [서울=연합뉴스] 홍길동 기자 = | By Jane Doe | SEOUL, June 9 (Yonhap) --.
// The text itself stays as it is. Cost: bounded by the number of lines looked at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::formats {

struct PressFacts {
  std::optional<std::string> published;
  std::optional<std::string> source;
  std::vector<std::string> authors;
};

// `text` is normalised; `korean` says in which time zone a bare time stands.
PressFacts read_press_lines(std::string_view text, bool korean);

// Whether a name ends as outlets do, or is one of a few that do not: 가나일보, KBS.
bool is_outlet_name(std::string_view name);

}  // namespace onrecord::formats
