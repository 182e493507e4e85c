#include "formats/reader.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "formats/document_builder.h"

using namespace onrecord;
using namespace onrecord::formats;

namespace {

// A file that goes away with the test.
class TestFile {
 public:
  TestFile(const std::string& name, const std::string& bytes) {
    char pattern[] = "/tmp/onrecord_formats_XXXXXX";
    folder_ = mkdtemp(pattern);
    path_ = folder_ + "/" + name;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TestFile() { std::filesystem::remove_all(folder_); }
  const std::string& path() const { return path_; }

 private:
  std::string folder_, path_;
};

std::vector<Item> read(const std::string& name, const std::string& bytes) {
  const TestFile file(name, bytes);
  std::vector<Item> items;
  read_file(file.path(), name, [&](Item item) {
    items.push_back(std::move(item));
    return true;
  });
  return items;
}

std::string error_of(const std::vector<Item>& items) {
  REQUIRE(items.size() == 1);
  REQUIRE_FALSE(items[0].document.ok());
  return describe(items[0].document.error());
}

Document built(const std::string& name, const std::string& bytes) {
  auto items = read(name, bytes);
  REQUIRE(items.size() == 1);
  REQUIRE(items[0].document.ok());
  return build_document(std::move(items[0].document.value()), {});
}

}  // namespace

TEST_CASE("formats: a plain text stays as it is but for NFC, line ends and a BOM") {
  const Document document =
      built("a.txt", "\xEF\xBB\xBF가\xE1\x84\x80\xE1\x85\xA1\xE2\x80\x8B\r\n끝\r");
  CHECK(document.text == "가가\xE2\x80\x8B\n끝\n");
  CHECK(document.format == "txt");
  CHECK(document.language == "ko");
}

TEST_CASE("formats: a faulty line is named with its place and the lines after it still come") {
  const auto items =
      read("a.jsonl",
           "{\"text\":\"하나\",\"id\":7}\n{\"text\": \n\n{\"title\":\"x\"}\n{\"text\":\"둘\"}");
  REQUIRE(items.size() == 4);
  CHECK(items[0].document.value().id == "7");
  CHECK(describe(items[1].document.error()).starts_with("a.jsonl:2: not valid JSON"));
  CHECK(describe(items[2].document.error()) == "a.jsonl:4: has no \"text\"");
  CHECK(items[3].document.value().text == "둘");
  CHECK(items[3].record == 5);
}

TEST_CASE("formats: the original of a record is its line without the line end") {
  const auto items = read("a.jsonl", "{\"text\":\"하나\"}\r\n{\"text\":\"둘\"}\n");
  REQUIRE(items.size() == 2);
  CHECK(items[0].document.value().original == "{\"text\":\"하나\"}");
}

TEST_CASE("formats: content decides before the extension") {
  CHECK(read("a.txt", "{\"text\":\"하나\"}\n{\"text\":\"둘\"}\n").size() == 2);
  CHECK(built("a", "{\n  \"text\": \"하나\"\n}\n").format == "json");
  CHECK(built("a", "[서울=연합뉴스] 기사").format == "txt");
  CHECK(built("a.jsonl", "{\"text\":\"하나\"}").format == "jsonl");
  CHECK(built("a.json", "{\"text\":\"하나\"}").format == "json");
  CHECK(built("a.txt", "---\ntitle: 제목\n---\n본문").format == "md");
}

TEST_CASE("formats: a page is known by its content, in any encoding, and by its name") {
  using namespace std::string_literals;
  const std::string page = "<p>He said it was a matter of time, and no one in the hall spoke.</p>";
  CHECK(built("a.txt", "<!-- x -->\n<!DOCTYPE html>" + page).format == "html");
  CHECK(built("a", "\xEF\xBB\xBF <HTML>" + page).format == "html");
  CHECK(built("a.xhtml", "<?xml version='1.0'?><!DOCTYPE x><html><body>" + page).format == "html");
  CHECK(built("a.htm", page).format == "html");
  CHECK(built("a.md", page).format == "md");
  CHECK(built("a.html", "<html>" + page + "\0"s + page).format == "html");
  std::string wide = "\xFF\xFE";
  for (char c : "<html><body>" + page) wide += {c, '\0'};
  CHECK(built("a", wide).text.starts_with("He said it"));
}

TEST_CASE("formats: an array of articles comes one by one, a faulty one among them") {
  const auto items =
      read("a.json", "[ {\"text\":\"하나 ] , }\"} ,\n{\"text\": 3},{\"text\":\"둘\\\"\"}\n]");
  REQUIRE(items.size() == 3);
  CHECK(items[0].document.value().text == "하나 ] , }");
  CHECK(describe(items[1].document.error()) == "a.json:2: \"text\" is not a string");
  CHECK(items[2].document.value().text == "둘\"");
  CHECK(items[2].record == 3);
  CHECK(read("a.json", "[{\"text\":\"하나\"}").back().document.error().kind == ErrorKind::BadInput);
}

TEST_CASE("formats: what is no text is refused with the reason") {
  CHECK(error_of(read("a.txt", "")) == "a.txt: is empty: there is no text in it");
  CHECK(error_of(read("a.txt", " \n\t\r\n")) == "a.txt: is empty: there is no text in it");
  CHECK(error_of(read("a.txt", "\xE3\x80\x80\xC2\xA0\n")) ==
        "a.txt: is empty: there is no text in it");
  CHECK(error_of(read("a.txt", std::string("ab\0c", 4))) ==
        "a.txt: is binary, not text: a NUL at byte 2");
  CHECK(error_of(read("a.txt", "ab\xB0\xA1"))
            .starts_with("a.txt: not UTF-8 at byte 2; convert it first"));
  CHECK(error_of(read("a.jsonl", "{\"text\":\"a\\u0000b\"}")).find("binary") != std::string::npos);
  CHECK(error_of(read("a.db", std::string("SQLite format 3\0", 16))) == "a.db: is an SQLite file");
  CHECK(error_of(read("a.txt", "<?xml version='1.0'?><rss>")).find("not read yet") !=
        std::string::npos);
  CHECK(error_of(read("a.html", std::string(2000, '\x01'))).find("is binary") != std::string::npos);
  CHECK(error_of(read("a.csv", "제목,본문\n")).find("not read yet") != std::string::npos);
}

TEST_CASE("formats: a line beyond the limit is refused and the next is taken") {
  const std::string huge(kMaxArticleBytes + 1, 'a');
  const auto items = read("a.jsonl", "{\"text\":\"" + huge + "\"}\n{\"text\":\"둘\"}\n");
  REQUIRE(items.size() == 2);
  CHECK(items[0].document.error().kind == ErrorKind::TooLarge);
  CHECK(items[1].document.ok());
  CHECK(read("a.txt", huge)[0].document.error().kind == ErrorKind::TooLarge);
  CHECK(read("a.html", "<html>" + huge)[0].document.error().kind == ErrorKind::TooLarge);
}

TEST_CASE("formats: a file that is not there, and a folder") {
  std::vector<ErrorKind> kinds;
  const Sink sink = [&](Item item) {
    kinds.push_back(item.document.error().kind);
    return true;
  };
  read_file("/no/such/file.txt", "file.txt", sink);
  read_file("/tmp", "tmp", sink);
  CHECK(kinds == std::vector{ErrorKind::NotFound, ErrorKind::Unreadable});
}

TEST_CASE("formats: Markdown gives headline, paragraphs and metadata") {
  const Document document =
      built("a.md",
            "---\ntitle: 위\ndate: 2023-06-09\nauthors: [홍길동, 김철수]\noutlet: 가나일보\n"
            "lang: ko\n---\n# **규제**는 [필요](http://x)\n\n첫 줄\n이어진 줄\n\n## 소제목\n"
            "- 하나\n- 둘\n\n![사진 설명](p.jpg)\n> “인용”이라고 말했다.\n");
  CHECK(document.text ==
        "규제는 필요\n\n첫 줄 이어진 줄\n\n소제목\n\n- 하나\n- 둘\n\n“인용”이라고 말했다.");
  CHECK(document.title == "위");
  CHECK(document.published == "2023-06-09");
  CHECK(document.source == "가나일보");
  CHECK(document.authors == std::vector<std::string>{"홍길동", "김철수"});
  CHECK(document.captions == std::vector<std::string>{"사진 설명"});
  CHECK(built("a.md", "# 제목\n본문").title == "제목");
  CHECK(error_of(read("a.md", "---\na: [\n---\nx")).find("not valid YAML") != std::string::npos);
}

TEST_CASE("formats: the language is given, or the script of the prose") {
  CHECK(built("a.jsonl", "{\"text\":\"x\",\"language\":\"ko-KR\"}").language == "ko");
  CHECK(built("a.txt", "OpenAI CEO Sam Altman이 말했다").language == "ko");
  CHECK(built("a.txt", "The president of 대한민국 spoke on Friday about it").language == "en");
  CHECK(built("a.txt", "12345").language == "und");
}
