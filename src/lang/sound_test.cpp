#include <doctest/doctest.h>

#include "lang/lexicon.h"
#include "lang/sound_distance.h"
#include "lang/sound_phones.h"
#include "lang/sound_reading.h"
#include "lang/sound_words.h"

using namespace onrecord::lang;

namespace {

int likeness(const char* latin, const char* hangul, Spelling spelling = Spelling::Latin) {
  const auto reading = read_letters(fold_latin(latin), spelling);
  return reading ? sound_likeness(*reading, phones_of_hangul(hangul)) : -1;
}

}  // namespace

TEST_CASE("sound: Hangul is heard, not spelt") {
  CHECK(symbols_from_phones(phones_of_hangul("닉슨")) == "NiKS_N");
  CHECK(symbols_from_phones(phones_of_hangul("올랑")) == "oLaG");
  CHECK(phones_of_hangul("롯데") == phones_of_hangul("로데"));
  CHECK(phones_of_hangul("오픈AI") == phones_of_hangul("오픈에이아이"));
}

TEST_CASE("sound: every row of the tables can be read") {
  for (const char* name : {"sound_latin", "sound_romaja", "sound_pinyin", "sound_romaji"}) {
    CAPTURE(name);
    REQUIRE_FALSE(table(name).empty());
    for (const TableRow& row : table(name)) {
      REQUIRE(row.cells.size() == 5);
      CHECK(fold_latin(row.cells[0]) == row.cells[0]);
      if (row.cells[3] != "-") CHECK_NOTHROW(phones_from_symbols(row.cells[3]));
    }
  }
}

TEST_CASE("sound: letters with marks are read like the letters they stand for") {
  CHECK(fold_latin("Schröder") == "schroeder");
  CHECK(fold_latin("Mbappé") == "mbappe");
  CHECK(fold_latin("Erdoğan") == "erdoan");
  CHECK(fold_latin("O'Neill") == "oneill");
}

TEST_CASE("sound: each language reads the same letters its own way") {
  CHECK(likeness("Xi", "시", Spelling::Pinyin) > likeness("Xi", "크시", Spelling::Pinyin));
  CHECK(likeness("Kishida", "기시다", Spelling::Romaji) > 900);
  CHECK(likeness("Seong", "성", Spelling::Romaja) == 1000);
  CHECK(likeness("Renault", "르노") > 900);
  CHECK(likeness("Siemens", "지멘스") > 850);
}

TEST_CASE("sound: a word that a spelling does not cover is not read by it") {
  CHECK(likeness("Trump", "트럼프", Spelling::Pinyin) == -1);
  CHECK(likeness("Schwab", "슈밥", Spelling::Romaja) == -1);
  CHECK(likeness("Trump", "트럼프", Spelling::Latin) > 900);
}

TEST_CASE("sound: an index says what comparing one by one says") {
  const std::vector<std::string> words = {"알트만", "올트먼",   "머스크", "",           "가",
                                          "마크롱", "마이크론", "푸틴",   "알트마이어", "롤링"};
  std::vector<Phones> heard;
  for (const std::string& word : words) heard.push_back(phones_of_hangul(word));
  const SoundIndex index(heard);
  for (const char* latin : {"Altman", "Musk", "Macron", "Rowling", "Kha"}) {
    const Reading reading = *read_letters(fold_latin(latin), Spelling::Latin);
    for (int floor : {1, 400, 750}) {
      std::vector<std::uint16_t> best(words.size(), 0);
      index.compare(reading, floor, best);
      for (std::size_t i = 0; i < words.size(); ++i) {
        CAPTURE(latin);
        CAPTURE(words[i]);
        const int one = sound_likeness(reading, heard[i]);
        CHECK(best[i] == (one >= floor ? one : 0));
      }
    }
  }
}

TEST_CASE("sound: a name that may be Korean parts into surname and given name") {
  REQUIRE(korean_person_splits("김민수").size() == 1);
  CHECK(korean_person_splits("김민수")[0].given == "민수");
  CHECK(korean_person_splits("남궁민").size() == 2);
  CHECK(korean_person_splits("알트만").empty());
  CHECK(korean_person_splits("마크롱").empty());
  CHECK(surnames_of_latin("Lee") == surnames_of_latin("LEE"));
  CHECK(same_surname("류", "유"));
  CHECK_FALSE(same_surname("김", "이"));
}
