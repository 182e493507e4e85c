#include "text/encoding.h"

#include <doctest/doctest.h>

using namespace onrecord::text;

namespace {

// 정부는 규제를 없애기로 했다고 밝혔다 in CP949, and 똠 (which EUC-KR proper does not have).
const std::string kKorean =
    "\xC1\xA4\xBA\xCE\xB4\xC2 \xB1\xD4\xC1\xA6\xB8\xA6 \xBE\xF8\xBE\xD6\xB1\xE2\xB7\xCE "
    "\xC7\xDF\xB4\xD9\xB0\xED \xB9\xE0\xC7\xFB\xB4\xD9 ";
const std::string kKoreanText = "정부는 규제를 없애기로 했다고 밝혔다 ";

}  // namespace

TEST_CASE("encoding: a declared euc-kr is CP949") {
  const Decoded decoded = decode_bytes(kKorean + kKorean + "\x8C\x63", "EUC-KR");
  CHECK(decoded.text == kKoreanText + kKoreanText + "똠");
  CHECK(decoded.encoding == "windows-949");
  CHECK(decoded.faults == 0);
}

TEST_CASE("encoding: valid UTF-8 is UTF-8 whatever is declared") {
  const std::string text = "정부는 “규제”를 없앤다";
  for (const char* declared : {"euc-kr", "iso-8859-1", "shift_jis", "utf-16", "nonsense", ""}) {
    CHECK(decode_bytes(text, declared).text == text);
  }
}

TEST_CASE("encoding: Korean bytes are known without a declaration and against a wrong one") {
  for (const char* declared : {"", "utf-8", "iso-8859-1", "windows-1252", "utf-7"}) {
    CHECK(decode_bytes(kKorean + kKorean, declared).text == kKoreanText + kKoreanText);
  }
}

TEST_CASE("encoding: Latin bytes do not become Hangul") {
  const std::string latin =
      "Sch\xF6ne Gr\xFC\xDF"
      "e aus M\xFCnchen, sagte er. \x93Nein\x94";
  for (const char* declared : {"", "iso-8859-1", "euc-kr", "utf-8"}) {
    CHECK(decode_bytes(latin, declared).text == "Schöne Grüße aus München, sagte er. “Nein”");
  }
}

TEST_CASE("encoding: other declarations are followed") {
  CHECK(decode_bytes("\x93\xFA\x96\x7B\x8C\xEA", "Shift_JIS").text == "日本語");
  CHECK(decode_bytes("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251").text == "Привет");
  CHECK(decode_bytes("\xB9\xF3\xE6", "iso-8859-2").text == "šóć");
}

TEST_CASE("encoding: marks of UTF-8 and UTF-16 decide") {
  using namespace std::string_literals;
  CHECK(decode_bytes("\xEF\xBB\xBF가", "euc-kr").text == "가");
  CHECK(decode_bytes("\xFF\xFE\x00\xAC<\0"s, "").text == "가<");
  CHECK(decode_bytes("\xFE\xFF\xAC\x00\0<"s, "").text == "가<");
  CHECK(decode_bytes("<\0p\0>\0\x00\xAC"s, "utf-8").text == "<p>가");
  CHECK(is_utf16("<\0p\0"s));
  CHECK_FALSE(is_utf16("<p>가"));
}

TEST_CASE("encoding: a cut character in long UTF-8 is one fault, not another encoding") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "정부는 ";
  const Decoded decoded = decode_bytes(text + "\xEC\xA0", "");
  CHECK(decoded.text.starts_with(text));
  CHECK(decoded.encoding == "UTF-8");
  CHECK(decoded.faults == 2);
}
