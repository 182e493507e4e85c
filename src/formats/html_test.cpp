#include <doctest/doctest.h>

#include <algorithm>

#include "formats/element_roles.h"
#include "formats/html_charset.h"
#include "formats/html_guard.h"
#include "formats/html_tree.h"
#include "formats/json_ld.h"
#include "formats/page_article.h"
#include "formats/page_blocks.h"

using namespace onrecord;
using namespace onrecord::formats;

namespace {

std::string repeat(std::string_view s, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += s;
  return out;
}

std::vector<std::string> blocks_of(const std::string& page) {
  const auto tree = HtmlTree::parse(page, "p");
  REQUIRE(tree.ok());
  std::vector<std::string> out;
  for (const PageBlock& block : find_page_blocks(tree.value(), element_roles(tree.value())))
    out.push_back(block.text);
  return out;
}

using Texts = std::vector<std::string>;

RawDocument article_of(const std::string& page) {
  auto article = article_from_page(page, "p");
  REQUIRE_MESSAGE(article.ok(), (article.ok() ? "" : describe(article.error())));
  return std::move(article.value());
}

const std::string kFirst = "가나시가 내년부터 버스 요금을 이백 원 올리기로 했다고 십이 일 밝혔다.";
const std::string kSecond = "시장은 “적자를 더는 버티기 어렵다”며 “배차 간격은 줄이겠다”고 말했다.";

std::string with_body(const std::string& more) {
  return "<html><body><h1>버스 요금 오른다</h1><div id=text><p>" + kFirst + "</p>" + more + "<p>" +
         kSecond + "</p></div></body></html>";
}

}  // namespace

TEST_CASE("html charset: a declaration is found in meta and in the XML line") {
  CHECK(declared_charset("<html><META charset = 'EUC-KR'>") == "EUC-KR");
  CHECK(declared_charset(
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ks_c_5601-1987\">") ==
        "ks_c_5601-1987");
  CHECK(declared_charset("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><html>") == "Shift_JIS");
  CHECK(declared_charset("<meta name=charset><p>charset=utf-8").empty());
  CHECK(declared_charset("").empty());
}

TEST_CASE("html guard: what no page has is refused, what pages have is not") {
  const auto refused = [](const std::string& page) {
    return refuse_hostile_markup(page, "p").has_value();
  };
  CHECK(refused(repeat("<b>", 3000)));
  CHECK(refused("<!-->" + repeat("<div>", 3000)));
  CHECK(refused("<p " + repeat("a=1 ", 5000) + ">"));
  CHECK_FALSE(refused(repeat("<p>a<br><li>b", 5000)));
  CHECK_FALSE(refused(repeat("<div><b>a</b></div>", 5000)));
  CHECK_FALSE(refused("<script>" + repeat("'<div>'+", 5000) + "</script>"));
  CHECK_FALSE(refused("<!-- " + repeat("<div>", 5000) + " -->"));
  CHECK_FALSE(refused("<p class=\"a\"\">" + repeat(" it's said ", 3000)));
}

TEST_CASE("html tree: 512 levels are read, more are a named problem") {
  CHECK(HtmlTree::parse(repeat("<div>", 500) + "x", "p").ok());
  const auto deep = HtmlTree::parse(repeat("<div>", 600) + "x", "p.html");
  REQUIRE_FALSE(deep.ok());
  CHECK(deep.error().kind == ErrorKind::TooLarge);
  CHECK(describe(deep.error()).starts_with("p.html: is nested deeper than 512 levels"));
}

TEST_CASE("html tree: more elements than memory is set aside for are a named problem") {
  const auto wide = HtmlTree::parse(repeat("<i></i>", 2'000'000), "p");
  REQUIRE_FALSE(wide.ok());
  CHECK(wide.error().kind == ErrorKind::TooLarge);
}

TEST_CASE("html tree: nodes stand in order, with attributes, and text without entities") {
  const std::string page = "<body><p class=a id=b>x &amp; <b>y</b></p><x-ad>z</x-ad>";
  const auto tree = HtmlTree::parse(page, "p");
  REQUIRE(tree.ok());
  const auto& nodes = tree.value().nodes();
  const auto p =
      std::find_if(nodes.begin(), nodes.end(), [](const HtmlNode& n) { return n.tag == Tag::P; });
  REQUIRE(p != nodes.end());
  const auto i = static_cast<std::uint32_t>(p - nodes.begin());
  CHECK(tree.value().attribute(i, "id") == "b");
  CHECK_FALSE(tree.value().has_attribute(i, "href"));
  CHECK(tree.value().text_below(i, 100) == "x & y");
  CHECK(tree.value().text_below(i, 3).empty());
  CHECK(nodes[p->end].text == "x-ad");
}

TEST_CASE("page blocks: breaks part paragraphs, lines wrapped by hand are joined") {
  CHECK(blocks_of("<div>하나.<br><br>둘.<br>셋</div>넷") == Texts{"하나.", "둘.", "셋", "넷"});
  CHECK(blocks_of("<p>a line that was wrapped by hand, as in old mail, after its<br>middle, and "
                  "ends.<br>B") ==
        Texts{"a line that was wrapped by hand, as in old mail, after its middle, and ends.", "B"});
  CHECK(blocks_of("<td>a<td>b</table><script>c</script><select><option>d</select>") == Texts{"ab"});
}

TEST_CASE("page blocks: white space is one blank, what is not seen goes") {
  CHECK(blocks_of("<p>\xC2\xA0 a\n\t b\xE3\x80\x80"
                  "c\xE2\x80\x8B"
                  "d\xC2\xAD"
                  "e\xEF\xBB\xBF </p>") == Texts{"a b cde"});
  CHECK(squeezed("\xE2\x80\xAE"
                 "a\xE2\x80\x8D"
                 "b") ==
        "a\xE2\x80\x8D"
        "b");
}

TEST_CASE("page blocks: a caption inside a paragraph is a block of its own") {
  CHECK(blocks_of("<p><span><em class=img_desc>사진 설명</em></span>본문이다.</p>") ==
        Texts{"사진 설명", "본문이다."});
}

TEST_CASE("page article: related articles inside the text are left out and the text goes on") {
  const RawDocument article =
      article_of(with_body("<p><b>[관련기사]</b></p><p><a href=/1>“규제는 없앤다” 차관 말 "
                           "바꿔</a></p><p><a href=/2>또 멈춘 지하철</a></p>"
                           "<p>" +
                           kSecond + " " + kFirst + "</p>"));
  CHECK(article.text ==
        "버스 요금 오른다\n\n" + kFirst + "\n\n" + kSecond + " " + kFirst + "\n\n" + kSecond);
}

TEST_CASE("page article: parts are marked, captions apart, a repeated pull quotation dropped") {
  const RawDocument article =
      article_of(with_body("<figure><figcaption>정류장</figcaption></figure><h3>시민은 "
                           "반발</h3><blockquote class=pullquote>“적자를 더는 "
                           "버티기 어렵다”</blockquote><ul><li>요금표를 붙일 것</li></ul>"));
  std::vector<BlockKind> kinds;
  for (const Block& block : article.blocks) kinds.push_back(block.kind);
  CHECK(kinds == std::vector{BlockKind::Headline, BlockKind::Body, BlockKind::Subhead,
                             BlockKind::List, BlockKind::Body});
  CHECK(slice(article.text, article.blocks[2].span) == "시민은 반발");
  CHECK(article.captions == Texts{"정류장"});
}

TEST_CASE("page article: a link that nobody closed does not make links of what follows") {
  const RawDocument article =
      article_of("<ul><li><a href=/>홈<li><a href=/a>사회</ul><div><h1>제목이다</h1><p>" + kFirst +
                 "<p>" + kSecond + "</div></div>");
  CHECK(article.text.find(kSecond) != std::string::npos);
}

TEST_CASE("page article: nothing but a menu is no article") {
  const auto menu =
      article_from_page("<html><body><ul><li><a href=/>Home</a></ul></body>", "m.html");
  REQUIRE_FALSE(menu.ok());
  CHECK(describe(menu.error()).starts_with("m.html: has no article in it"));
}

TEST_CASE("page facts: what agrees wins over what stands alone") {
  const RawDocument article = article_of(
      "<html lang=en><head><title>버스 요금 오른다 - 가나일보</title><meta property=og:title "
      "content='버스 요금 오른다 | 가나일보'>"
      "<meta property=og:site_name content=가나일보><link rel=canonical href=https://g.example/>"
      "<meta property=og:url content=https://g.example/a/1><meta name=author content='가나일보'>"
      "<meta property=article:published_time "
      "content=2024-11-12T06:20:00Z></head><body><h1>가나일보</h1>"
      "<h2 class=headline>버스 요금 오른다</h2><p class=date>입력 2024.11.12 15:20 | 수정 "
      "2024.11.13 09:00</p>"
      "<p class=writer>홍길동 기자</p><div><p>" +
      kFirst + "</p><p>" + kSecond + "</p></div>");
  CHECK(article.title == "버스 요금 오른다");
  CHECK(article.source == "가나일보");
  CHECK(article.url == "https://g.example/a/1");
  CHECK(article.published == "2024-11-12T06:20:00Z");
  CHECK(article.authors == Texts{"홍길동"});
  CHECK(article.language == "ko");
}

TEST_CASE("page facts: the headline is the one that readers saw") {
  const auto title_of = [](const std::string& told) {
    return article_of("<html><head><meta property=og:title content='" + told +
                      "'><meta name=twitter:title content='" + told + "'><title>" + told +
                      "</title></head><body>" + with_body(""))
        .title;
  };
  CHECK(title_of("가나시 버스 요금 내년부터 오른다") == "버스 요금 오른다");
  CHECK(title_of("가나시 시내버스 이백 원 인상 결정") == "가나시 시내버스 이백 원 인상 결정");
}

TEST_CASE("page facts: on a portal the outlet is the one that signs or holds the rights") {
  const auto source_of = [](const std::string& more) {
    return article_of(
               "<html><head><title>버스 요금 오른다 : 모아뉴스</title><meta property=og:site_name "
               "content=모아뉴스>" +
               with_body("") + more)
        .source;
  };
  CHECK(source_of("") == "모아뉴스");
  CHECK(source_of("<p>Copyright ⓒ 가나일보. 무단 전재 및 재배포 금지</p>") == "가나일보");
  CHECK(source_of("<meta property=og:article:author content='가나일보 | 모아뉴스'>") == "가나일보");
}

TEST_CASE("json-ld: articles are found in graphs and lists, organisations are no authors") {
  const auto articles = read_json_ld(
      R"({"@graph":[{"@type":"WebSite","name":"S"},{"@type":["NewsArticle"],"headline":"A &quot;B&quot;",
      "author":[{"@type":"Person","name":"Jane Doe"},{"@type":"NewsMediaOrganization","name":"S"}],
      "publisher":{"name":"S"},"mainEntityOfPage":{"@id":"https://s.example/1"}}]})");
  REQUIRE(articles.size() == 1);
  CHECK(articles[0].headline == "A \"B\"");
  CHECK(articles[0].authors == Texts{"Jane Doe"});
  CHECK(articles[0].publisher == "S");
  CHECK(articles[0].url == "https://s.example/1");
}

TEST_CASE("json-ld: faulty, foreign and endless objects yield nothing") {
  for (const std::string& script :
       {std::string("{"), std::string("[]"), std::string("7"), repeat("[", 100000),
        std::string("{\"@type\":\"Recipe\",\"name\":\"x\"}")}) {
    CHECK(read_json_ld(script).empty());
  }
}
