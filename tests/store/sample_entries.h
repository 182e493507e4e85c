// Articles with findings for the tests of the archive: made from a number, all different, with what
// a real one has: title beside the text, captions, two speakers, roles without a name, events,
// characters beyond the BMP.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>

#include "base/digest.h"
#include "store/archive.h"
#include "text/offset_map.h"
#include "text/search_terms.h"

namespace onrecord::store {

// A folder that goes with the test.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "onrecord_store_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline ByteSpan span_of(const std::string& text, const std::string& part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

inline Document sample_document(int number) {
  const std::string n = std::to_string(number);
  Document document;
  document.text = "반도체 지원법 논의 " + n +
                  "\n\n샘 알트만 오픈AI 대표는 9일 서울 용산에서 윤석열 대통령을 만나 “한국의 " +
                  n +
                  "번째 칩😀이 필요하다”라고 말했다.\n\n업계 관계자는 전력이 모자란다고 설명했다.";
  document.original = "\xEF\xBB\xBF" + document.text + "\r\n";
  document.original_sha256 = sha256_hex(document.original);
  document.uid = uid_of(document.original);
  document.text_sha256 = sha256_hex(document.text);
  document.path = "2023/" + n + ".txt";
  document.format = "txt";
  document.language = "ko";
  if (number % 2 == 0) document.title = "따로 선 제목 " + n;
  if (number % 3 != 0) document.source = number % 3 == 1 ? "가나일보" : "다라신문";
  if (number % 5 != 0)
    document.published = "2023-06-" + std::to_string(10 + number % 20) + "T10:30:00+09:00";
  document.authors = {"김기자", "이\"기자\\"};
  std::uint32_t from = 0;
  for (BlockKind kind : {BlockKind::Headline, BlockKind::Body, BlockKind::Body}) {
    const auto blank = document.text.find("\n\n", from);
    const auto to =
        static_cast<std::uint32_t>(blank == std::string::npos ? document.text.size() : blank);
    document.blocks.push_back({kind, {from, to}});
    from = to + 2;
  }
  return document;
}

inline Findings sample_findings(const Document& document) {
  const std::string& text = document.text;
  Findings found;
  found.chains = {{EntityKind::Person,
                   "샘 알트만",
                   {"샘 알트만", "알트만"},
                   {"대표"},
                   {"오픈AI"},
                   "Sam Altman",
                   false},
                  {EntityKind::Person, "윤석열", {"윤석열"}, {"대통령"}, {}, "", false},
                  {EntityKind::Person, "업계 관계자", {"업계 관계자"}, {}, {}, "", true}};
  found.mentions = {{EntityKind::Person, 0, "샘 알트만", "샘 알트만 오픈AI 대표", "대표",
                     span_of(text, "샘 알트만 오픈AI 대표"), "name.title", 0.9},
                    {EntityKind::Person, 1, "윤석열", "윤석열 대통령", "대통령",
                     span_of(text, "윤석열 대통령"), "name.title", 1.0 / 3}};
  const ByteSpan sentence = document.blocks[1].span;
  Quotation direct;
  const ByteSpan open = span_of(text, "“"), close = span_of(text, "”");
  direct.span = {open.end, close.start};
  direct.sentence = sentence;
  direct.speakers = {{"샘 알트만", "샘 알트만 오픈AI 대표", found.mentions[0].span, 0},
                     {"윤석열", "", {}, -1}};
  direct.cue = "말했다";
  direct.cue_class = "say";
  direct.rule = "marks";
  direct.speaker_rule = "topic";
  direct.confidence = 0.95;
  Quotation indirect;
  indirect.kind = QuotationKind::Indirect;
  indirect.span = span_of(text, "전력이 모자란다");
  indirect.sentence = document.blocks[2].span;
  indirect.speakers = {{"업계 관계자", "업계 관계자", span_of(text, "업계 관계자"), 2}};
  indirect.rule = "reported";
  indirect.confidence = 0.5;
  indirect.doubtful = true;
  found.quotations = {direct, indirect};
  found.events = {{"meeting",
                   span_of(text, "만나"),
                   sentence,
                   "2023-06-09",
                   "",
                   "9일",
                   "용산",
                   {{"샘 알트만", "", 0}, {"윤석열", "host", 1}},
                   "meet",
                   0.8}};
  return found;
}

inline Entry sample_entry(int number) {
  Entry entry;
  entry.document = sample_document(number);
  entry.findings = sample_findings(entry.document);
  entry.ruleset = "test-rules";
  const auto text = std::make_shared<const std::string>(entry.document.text);
  const auto map = std::make_shared<const text::OffsetMap>(*text);
  entry.to_codepoint = [text, map](std::uint32_t byte) { return map->to_codepoint(byte); };
  if (entry.document.title)
    entry.paragraphs.push_back({"title", {}, text::search_terms(*entry.document.title)});
  for (const Block& block : entry.document.blocks) {
    entry.paragraphs.push_back({name_of(block.kind), map->to_codepoints(block.span),
                                text::search_terms(slice(*text, block.span))});
  }
  return entry;
}

// Adds the articles of these numbers in one run and one transaction.
inline void add_batch(Archive& archive, const std::vector<int>& numbers,
                      const std::string& now = "2026-01-01T00:00:00Z") {
  archive.begin();
  const std::int64_t run = archive.start_run(now);
  RunCounts counts;
  for (const int number : numbers) {
    const Outcome outcome = archive.add(sample_entry(number), run, now);
    (outcome == Outcome::Added ? counts.added : counts.known) += 1;
  }
  archive.finish_run(run, now, counts);
  archive.commit();
}

// Identities as simple as can be: chains of one kind and name.
inline void identify(Archive& archive) {
  std::map<std::pair<EntityKind, std::string>, Identity> by_name;
  for (const NamedChain& chain : archive.named_chains()) {
    Identity& identity = by_name[{chain.kind, chain.name}];
    identity.kind = chain.kind;
    identity.name = chain.name;
    for (const std::string& name : chain.names) identity.aliases.push_back({name, "article"});
    if (!chain.latin.empty()) identity.aliases.push_back({chain.latin, "latin"});
    identity.members.push_back({chain.article_id, chain.chain});
  }
  std::vector<Identity> identities;
  for (auto& [key, identity] : by_name) identities.insert(identities.begin(), std::move(identity));
  archive.begin();
  archive.replace_identities(std::move(identities));
  archive.commit();
}

}  // namespace onrecord::store
