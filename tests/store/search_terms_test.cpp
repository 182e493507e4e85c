#include "text/search_terms.h"

#include <doctest/doctest.h>

#include <random>

#include "store/sample_entries.h"
#include "text/utf8.h"

using namespace onrecord;
using namespace onrecord::store;

namespace {

// What the view makes of a text.
class View {
 public:
  View() : archive_(Archive::open(folder_.file("a.db"), Mode::Write)) {}

  std::string terms(const std::string& text) {
    Database& database = archive_.database();
    database.execute("test", "BEGIN");
    database
        .prepare("test",
                 "INSERT INTO article(uid, original_sha256, format, language, text, text_sha256) "
                 "VALUES('0123456789abcdef', '', 'txt', 'ko', 'x' || ?, '')")
        .with(text)
        .run();
    database.execute("test",
                     "INSERT INTO paragraph(article_id, kind, start, end) "
                     "SELECT id, 'body', 1, length(text) FROM article");
    const std::string terms = database.text("test", "SELECT terms FROM paragraph_terms");
    database.execute("test", "ROLLBACK");
    return terms;
  }

 private:
  ScratchFolder folder_;
  Archive archive_;
};

std::string random_text(std::mt19937& random, std::size_t length) {
  static const std::u32string kAlphabet =
      U"가나다힣ㄱᄀ漢字々カぁーAz09 "
      U"\n\t.,“”·’é\u0301ñЖ😀𠀀\u200b\u00a0\ufeff\u1100\u11ff\u3130\u3131\u318e"
      U"\u318f\u33ff\u3400\u9fff\ua000\uabff\uac00\ud7a3\ud7a4\u3040\u3041\u30ff\u3100";
  std::string text;
  for (std::size_t i = 0; i < length; ++i)
    text::append_utf8(text, kAlphabet[random() % kAlphabet.size()]);
  return text;
}

}  // namespace

TEST_CASE("search terms: pairs within words, all else as it stands") {
  CHECK(text::search_terms("한국은행 총재") == " 한국 국은 은행   총재 ");
  CHECK(text::search_terms("그 YG엔터, AI는") == " 그  YG 엔터 , AI 는 ");
  CHECK(text::search_terms("Federal Reserve") == "Federal Reserve");
  CHECK(text::search_terms("").empty());
}

TEST_CASE("search terms: the view in the archive makes the same string") {
  View view;
  for (const char* text : {"", "가", "A", "가A", "A가", "가 ", " 가", "가나", "끝은 abc123", "\n\n",
                           "😀", "가😀나", "“오픈AI”는 \"o'clock\" -1,000.5%"}) {
    CAPTURE(text);
    CHECK(view.terms(text) == text::search_terms(text));
  }
}

TEST_CASE("search terms: the view agrees on random text of every length around its pieces") {
  View view;
  std::mt19937 random(7);
  for (std::size_t length = 1; length < 200; ++length) {
    const std::string text = random_text(random, length);
    CAPTURE(text);
    REQUIRE(view.terms(text) == text::search_terms(text));
  }
  const std::string longer = random_text(random, 5000);
  CHECK(view.terms(longer) == text::search_terms(longer));
}
