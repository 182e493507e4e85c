// Questions, lists and search over a small archive of invented people, written by
// store::Archive::add.
#include "query/ask.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "query/profile.h"
#include "query/search.h"
#include "text/offset_map.h"
#include "text/search_terms.h"

namespace onrecord::query {
namespace {

constexpr Date kToday{2024, 5, 20};

// An article put together paragraph by paragraph, with findings marked as they are written.
class Draft {
 public:
  Draft(std::string title, std::string source, std::string published)
      : title_(std::move(title)), source_(std::move(source)), published_(std::move(published)) {}

  std::uint32_t person(const std::string& name, const std::string& title = "",
                       const std::string& organization = "") {
    Chain chain;
    chain.name = name;
    chain.names = {name};
    if (!title.empty()) chain.titles = {title};
    if (!organization.empty()) chain.affiliations = {organization};
    findings_.chains.push_back(chain);
    return static_cast<std::uint32_t>(findings_.chains.size() - 1);
  }

  // {…} in the paragraph are words said by the next of `speakers` (-1: nobody named).
  Draft& paragraph(const std::string& marked, const std::vector<int>& speakers = {}) {
    if (!text_.empty()) text_ += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text_.size());
    std::vector<ByteSpan> said;
    for (const char c : marked) {
      const auto at = static_cast<std::uint32_t>(text_.size());
      if (c == '{') {
        said.push_back({at, at});
      } else if (c == '}') {
        said.back().end = at;
      } else {
        text_ += c;
      }
    }
    const ByteSpan whole{begin, static_cast<std::uint32_t>(text_.size())};
    blocks_.push_back({BlockKind::Body, whole});
    for (std::size_t i = 0; i < said.size(); ++i) add_quotation(said[i], whole, speakers.at(i));
    return *this;
  }

  Draft& meeting(const std::vector<int>& who, const std::string& date, const std::string& place) {
    Event event;
    event.type = "meeting";
    event.trigger = event.sentence = blocks_.back().span;
    event.date = date;
    event.place = place;
    event.rule = "test";
    event.confidence = 0.9;
    for (const int chain : who)
      event.participants.push_back(
          {findings_.chains[static_cast<std::size_t>(chain)].name, "", chain});
    findings_.events.push_back(event);
    return *this;
  }

  std::vector<ByteSpan> sentences;  // of the quotations added last, where a test narrows them
  void narrow_last_sentence(const std::string& sentence) {
    const auto at = static_cast<std::uint32_t>(text_.find(sentence));
    findings_.quotations.back().sentence = {at, at + static_cast<std::uint32_t>(sentence.size())};
  }
  void doubt_last() { findings_.quotations.back().doubtful = true; }

  store::Entry entry() const {
    store::Entry entry;
    Document& document = entry.document;
    document.original = text_ + title_ + source_;
    document.original_sha256 = sha256_hex(document.original);
    document.uid = uid_of(document.original);
    document.path = title_ + ".txt";
    document.format = "txt";
    document.text = text_;
    document.text_sha256 = sha256_hex(text_);
    document.title = title_;
    document.source = source_;
    document.published = published_;
    document.language = "ko";
    document.blocks = blocks_;
    entry.findings = findings_;
    entry.ruleset = "test";
    const auto map = std::make_shared<text::OffsetMap>(text_);
    entry.paragraphs.push_back({"title", {0, 0}, text::search_terms(title_)});
    for (const Block& block : blocks_) {
      entry.paragraphs.push_back(
          {"body", map->to_codepoints(block.span), text::search_terms(slice(text_, block.span))});
    }
    entry.to_codepoint = [map](std::uint32_t byte) { return map->to_codepoint(byte); };
    return entry;
  }

 private:
  void add_quotation(ByteSpan span, ByteSpan sentence, int chain) {
    Quotation quotation;
    quotation.span = span;
    quotation.sentence = sentence;
    quotation.rule = "test";
    quotation.confidence = 0.9;
    if (chain >= 0) {
      const Chain& speaker = findings_.chains[static_cast<std::size_t>(chain)];
      quotation.speakers.push_back({speaker.name, speaker.name, {}, chain});
    }
    findings_.quotations.push_back(quotation);
  }

  std::string title_, source_, published_, text_;
  std::vector<Block> blocks_;
  Findings findings_;
};

std::vector<Draft> drafts() {
  std::vector<Draft> all;
  {
    Draft d("댐 건설을 둘러싼 간담회", "가온일보", "2024-03-05");
    const int mira = static_cast<int>(d.person("마르타 퀼", "대표", "하이드로넥스"));
    const int han = static_cast<int>(d.person("한서우", "장관", "물환경부"));
    d.paragraph("마르타 퀼 대표는 “{댐 규제는 필요하지만 기술을 막아서는 안 된다}”고 말했다.",
                {mira});
    d.paragraph("한서우 장관은 “{댐보다 저작권 제도가 먼저다}”라고 말했다.", {han});
    d.paragraph("마르타 퀼 대표는 지난 4일 한서우 장관을 세종에서 만났다.")
        .meeting({mira, han}, "2024-03-04", "세종");
    all.push_back(d);
  }
  {
    Draft d("퀼 방한 이틀째", "나루신문", "2024-03-06");
    const int mira = static_cast<int>(d.person("마르타 퀼", "대표", "하이드로넥스"));
    d.paragraph("퀼 대표는 “{댐 규제는 필요하지만, 기술을 막아서는 안 된다.}”고 했다.", {mira});
    d.paragraph("규제 토론회에서 퀼 대표는 “{서로 믿는 것이 먼저다}”라고 했다.", {mira});
    all.push_back(d);
  }
  {
    Draft d("댐 위의 두 목소리", "다온뉴스", "2024-04-10");
    const int quill = static_cast<int>(d.person("마르타 크윌", "대표", "하이드로넥스"));
    const int other = static_cast<int>(d.person("노을찬", "의원"));
    d.paragraph("노을찬 의원은 “{교육 예산을 늘리자}”고 했고 크윌 대표는 “{강을 살리자}”고 했다.",
                {other, quill});
    d.paragraph("크윌 대표는 “{물값 규제를 다시 본다}”고 했다.", {quill});
    d.doubt_last();
    all.push_back(d);
  }
  {
    Draft d("제도시행 첫날", "라온저널", "2024-04-11");
    d.paragraph("제도시행 첫날 거리는 조용했다. 자가격리는 끝났다.");
    all.push_back(d);
  }
  return all;
}

// An archive that goes with the test. Chains of one name are one entity; 마르타 크윌 is another
// spelling.
struct Fixture {
  std::filesystem::path folder;
  std::optional<store::Archive> archive;

  Fixture() {
    std::string name = (std::filesystem::temp_directory_path() / "onrecord_query_XXXXXX").string();
    folder = mkdtemp(name.data());
    archive.emplace(store::Archive::open((folder / "a.db").string(), store::Mode::Write));
    archive->begin();
    const auto run = archive->start_run("2024-05-01T00:00:00Z");
    for (const Draft& draft : drafts()) archive->add(draft.entry(), run, "2024-05-01T00:00:00Z");
    archive->replace_identities(identities());
    archive->replace_families(families());
    archive->finish_run(run, "2024-05-01T00:00:00Z", {4, 0, 0});
    archive->commit();
  }
  ~Fixture() {
    archive.reset();
    std::filesystem::remove_all(folder);
  }

  std::vector<store::Identity> identities() {
    std::vector<store::Identity> all;
    for (const store::NamedChain& chain : archive->named_chains()) {
      auto same = std::find_if(all.begin(), all.end(),
                               [&](const store::Identity& i) { return i.name == chain.name; });
      if (same == all.end())
        same = all.insert(all.end(), {chain.kind, chain.name, {{chain.name, "article"}}, {}});
      same->members.push_back({chain.article_id, chain.chain});
    }
    return all;
  }

  // The words that stand in two drafts, as ingest/ would gather them.
  std::vector<store::Family> families() {
    store::Family dam;
    archive->for_each_said([&](const store::SaidWords& said) {
      if (said.words.starts_with("댐 규제는")) dam.variants.push_back(said.quotation_id);
    });
    dam.representative = dam.variants.front();
    return {dam};
  }

  AnswerSet asked(const std::string& question, ListOptions options = {}) {
    return ask(*archive, question, kToday, options);
  }
};

bool mentions(const AnswerSet& set, const std::string& words) {
  return std::any_of(set.answers.begin(), set.answers.end(),
                     [&](const Answer& a) { return a.text.find(words) != std::string::npos; });
}

TEST_CASE("ask: one question in two languages and spellings finds the same words") {
  Fixture f;
  for (const char* question :
       {"what did Quill say about regulation?", "마르타 퀼이 규제에 대해 뭐라고 했나",
        "퀼 규제 발언", "Marta Quill on regulating", "규제에 대한 퀼 대표의 입장은?"}) {
    CAPTURE(std::string(question));
    const AnswerSet set = f.asked(question);
    REQUIRE(set.total > 0);
    CHECK(mentions(set, "댐 규제는 필요하지만"));
    for (const Answer& answer : set.answers) CHECK(answer.speakers.front().starts_with("마르타"));
  }
}

TEST_CASE("ask: a name in another script means every spelling of it") {
  Fixture f;
  const AnswerSet set = f.asked("what did Quill say about regulation?");
  CHECK(mentions(set, "물값 규제를"));
  CHECK(mentions(set, "댐 규제는"));
}

TEST_CASE(
    "ask: where the speaker said nothing on the topic the answer is nothing, and others are "
    "pointed at") {
  Fixture f;
  const AnswerSet set = f.asked("what did Quill say about copyright?");
  CHECK(set.total == 0);
  CHECK(set.answers.empty());
  CHECK(set.nothing.find("copyright") != std::string::npos);
  CHECK(set.nothing.find("1 by others does") != std::string::npos);
  const AnswerSet sibling = f.asked("한서우 장관은 저작권에 대해 뭐라고 했나");
  REQUIRE(sibling.total == 1);
  CHECK(sibling.answers[0].speakers == std::vector<std::string>{"한서우"});
}

TEST_CASE("ask: a surname with the title that goes with it means who bears both") {
  Fixture f;
  CHECK(f.asked("한 장관은 저작권에 대해 뭐라고 했나").total == 1);
  CHECK(f.asked("What did Minister Han say about copyright?").total == 1);
  CHECK(f.asked("한 의원은 저작권에 대해 뭐라고 했나").total == 0);
  CHECK(f.asked("What did Han say about copyright?").total == 0);
  CHECK(f.asked("한이 저작권에 대해 뭐라고 했나").total == 0);
}

TEST_CASE("ask: a name that the archive does not have is never another's") {
  Fixture f;
  for (const char* question : {"한서윤은 저작권에 대해 뭐라고 했나",
                               "What did Dora Pell say about regulation?", "한서 저작권 발언"}) {
    CAPTURE(std::string(question));
    const AnswerSet set = f.asked(question);
    CHECK(set.total == 0);
    CHECK_FALSE(set.nothing.empty());
  }
}

TEST_CASE("ask: the words of another speaker in the same sentence do not count") {
  Fixture f;
  CHECK(f.asked("크윌은 교육에 대해 뭐라고 했나").total == 0);
  CHECK(f.asked("노을찬은 교육에 대해 뭐라고 했나").total == 1);
}

TEST_CASE(
    "ask: a topic in the quotation comes before one beside it, and doubtful speakers after named "
    "ones") {
  Fixture f;
  const AnswerSet set = f.asked("마르타 퀼이 규제에 대해 뭐라고 했나");
  REQUIRE(set.total == 3);
  CHECK(set.answers[0].text.starts_with("댐 규제는"));
  CHECK(set.answers[1].doubtful);
  CHECK(set.answers[2].text == "서로 믿는 것이 먼저다");
}

TEST_CASE("ask: an utterance in several articles stands once, with the others' outlets") {
  Fixture f;
  const AnswerSet set = f.asked("마르타 퀼이 규제에 대해 뭐라고 했나");
  REQUIRE(set.total == 3);
  REQUIRE(set.answers[0].also_in.size() == 1);
  CHECK(set.answers[0].also_in[0].source != set.answers[0].article->source.value());
}

TEST_CASE("quotes: a reference finds the places of its utterance, and why it is one") {
  Fixture f;
  const AnswerSet set = f.asked("마르타 퀼이 규제에 대해 뭐라고 했나");
  QuoteOptions options;
  options.variants_of = set.answers[0].ref;
  options.explain = true;
  const AnswerSet variants = list_quotes(*f.archive, options);
  REQUIRE(variants.total == 2);
  CHECK(variants.answers[0].also_in.size() == 1);
  REQUIRE(variants.answers[0].explanation.has_value());
  CHECK_FALSE(variants.answers[0].explanation->verdict.empty());
  options.variants_of = set.answers[2].ref;
  CHECK(list_quotes(*f.archive, options).total == 0);
}

TEST_CASE("quotes: filters by confidence and doubt") {
  Fixture f;
  QuoteOptions options;
  const auto all = list_quotes(*f.archive, options).total;
  options.doubtful = true;
  CHECK(list_quotes(*f.archive, options).total == 1);
  options.doubtful = false;
  CHECK(list_quotes(*f.archive, options).total == all - 1);
  options.least_confidence = 0.95;
  CHECK(list_quotes(*f.archive, options).total == 0);
}

TEST_CASE("ask: every topic word must be there") {
  Fixture f;
  CHECK(f.asked("what did Quill say about dam regulation?").total == 1);
  CHECK(f.asked("what did Quill say about regulation of fishing?").total == 0);
}

TEST_CASE("ask: times limit answers, and what lies outside is told") {
  Fixture f;
  CHECK(f.asked("what did Quill say about regulation in April 2024?").total == 1);
  const AnswerSet none = f.asked("지난해 퀼이 규제에 대해 뭐라고 했나");
  CHECK(none.total == 0);
  CHECK(none.nothing.find("at other times") != std::string::npos);
}

TEST_CASE("ask: who said it, who met whom, who someone is, how many") {
  Fixture f;
  const AnswerSet said = f.asked("누가 저작권에 대해 말했나");
  REQUIRE(said.total == 1);
  CHECK(said.answers[0].speakers.front() == "한서우");
  const AnswerSet met = f.asked("when did Quill meet 한서우?");
  REQUIRE(met.total == 1);
  CHECK(met.answers[0].date == "2024-03-04");
  CHECK(met.answers[0].date_basis == "stated");
  CHECK(met.answers[0].place == "세종");
  CHECK(f.asked("when did Quill meet Han?").total == 1);
  CHECK(f.asked("when did Quill meet Park?").total == 0);
  CHECK(f.asked("노을찬은 누구를 만났나").total == 0);
  const AnswerSet who = f.asked("한서우는 누구인가");
  REQUIRE(who.total == 1);
  CHECK(who.answers[0].kind == "entity");
  CHECK(who.answers[0].text.find("물환경부") != std::string::npos);
  CHECK(f.asked("how many articles mention copyright?").answers.at(0).number == 1);
}

TEST_CASE("ask: an answer's words are the slice its reference names") {
  Fixture f;
  const AnswerSet set = f.asked("what did Quill say about regulation?");
  store::ArticleReader articles(*f.archive);
  for (const Answer& answer : set.answers) {
    const std::string text = articles.text(answer.article->id);
    CHECK(slice(text, text::OffsetMap(text).to_bytes(answer.span)) == answer.text);
    CHECK(answer.ref == answer.article->uid + ":" + std::to_string(answer.span.start) + "-" +
                            std::to_string(answer.span.end));
  }
}

TEST_CASE("ask: lists are paged without losing their total") {
  Fixture f;
  ListOptions options;
  options.limit = 1;
  options.offset = 2;
  const AnswerSet set = f.asked("마르타 퀼이 규제에 대해 뭐라고 했나", options);
  CHECK(set.total == 3);
  REQUIRE(set.answers.size() == 1);
  CHECK(set.answers[0].text == "서로 믿는 것이 먼저다");
}

TEST_CASE("quotes: filters narrow, sort orders") {
  Fixture f;
  QuoteOptions options;
  CHECK(list_quotes(*f.archive, options).total == 7);
  options.list.sources = {"가온일보", "나루신문"};
  CHECK(list_quotes(*f.archive, options).total == 4);
  options.by = "Quill";
  CHECK(list_quotes(*f.archive, options).total == 3);
  options.list.sort = Sort::Date;
  CHECK(list_quotes(*f.archive, options).answers.front().date == "2024-03-05");
  options.list.since = "2024-03-06";
  CHECK(list_quotes(*f.archive, options).total == 2);
}

TEST_CASE(
    "search: one answer an article, inside-a-word matches last, marks are code points of the "
    "passage") {
  Fixture f;
  AnswerSet set;
  search(*f.archive, "댐", {}, set);
  CHECK(set.total == 3);
  AnswerSet inside;
  search(*f.archive, "도시", {}, inside);
  REQUIRE(inside.total == 1);
  CHECK(inside.answers[0].match == "inside");
  AnswerSet marked;
  search(*f.archive, "저작권", {}, marked);
  REQUIRE(marked.total == 1);
  CHECK(marked.answers[0].match == "word");
  REQUIRE(marked.answers[0].highlights.size() == 1);
  const auto [start, end] = marked.answers[0].highlights[0];
  const std::string& text = marked.answers[0].text;
  CHECK(slice(text, text::OffsetMap(text).to_bytes({start, end})) == "저작권");
}

TEST_CASE("search: words far apart in an article meet, NOT leaves out, nothing typed is syntax") {
  Fixture f;
  const auto total = [&](const char* line) {
    AnswerSet set;
    search(*f.archive, line, {}, set);
    return set.total;
  };
  CHECK(total("댐 세종") == 1);
  CHECK(total("규제 NOT 저작권") == 2);
  CHECK(total("저작권 OR 교육") == 2);
  CHECK(total("\"규제는 필요하지만\"") == 2);
  CHECK(total("\" OR 1=1 --") == 0);
  CHECK(total("NEAR(댐, 규제") == 0);
  CHECK(total("terms:규제*") == 0);
}

TEST_CASE("entities: counted, and found in another script") {
  Fixture f;
  const AnswerSet all = list_entities(*f.archive, {});
  CHECK(all.total == 4);
  const AnswerSet quill = find_entity(*f.archive, "Marta Quill", {});
  REQUIRE(quill.total >= 1);
  CHECK(quill.answers[0].entity->name.starts_with("마르타"));
  CHECK(find_entity(*f.archive, "Dora Pell", {}).total == 0);
}

}  // namespace
}  // namespace onrecord::query
