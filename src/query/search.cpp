#include "query/search.h"

#include <algorithm>
#include <map>
#include <set>

#include "query/query_parser.h"
#include "store/read_search.h"
#include "store/read_session.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace onrecord::query {
namespace {

// So many of the best paragraphs are read and told apart by how the words stand in them.
constexpr std::int64_t kMostRead = 1000;
constexpr std::size_t kPassage = 300;      // code points of a passage
constexpr std::size_t kFingerprint = 120;  // letters that copies of one text share at its beginning
constexpr double kTitleBoost = 3.0;

struct Hit {
  store::ArticleFace face;
  double score = 0;  // more is better
  WordMatch match = WordMatch::None;
  CodepointSpan passage;
  bool in_title = false;  // outside the text
  std::string text;
  std::string copy_key;  // the same for copies of one text
};

struct Plan {
  store::TermTree tree;
  std::string any;           // FTS5: any of the words
  std::vector<Topic> words;  // all must stand as words for "word"
  std::string asked;
};

// --- the words' own class in an article

WordMatch class_of(const std::string& text, const Topic& word) {
  WordMatch best = WordMatch::None;
  for (const std::string& form : word.forms) best = std::max(best, best_match(text, form));
  return best;
}

// The weakest of the words decides; words of another branch of OR may be missing.
WordMatch match_of(const Plan& plan, const std::string& text) {
  WordMatch weakest = WordMatch::Word;
  bool any = false;
  for (const Topic& word : plan.words) {
    const WordMatch match = class_of(text, word);
    if (match == WordMatch::None) continue;
    any = true;
    weakest = std::min(weakest, match);
  }
  return any ? weakest : WordMatch::Inside;
}

std::vector<ByteSpan> marks_in(std::string_view text, const Plan& plan, WordMatch at_least) {
  std::vector<ByteSpan> marks;
  for (const Topic& word : plan.words) {
    for (const std::string& form : word.forms) {
      for (const WordHit& hit : find_word_hits(text, form)) {
        if (hit.match >= at_least) marks.push_back(hit.span);
      }
    }
  }
  std::sort(marks.begin(), marks.end(), [](ByteSpan a, ByteSpan b) { return a.start < b.start; });
  std::vector<ByteSpan> apart;
  for (const ByteSpan mark : marks) {
    if (apart.empty() || mark.start >= apart.back().end) apart.push_back(mark);
  }
  return apart;
}

// --- passages

// At most kPassage code points of the paragraph around the first mark, cut at blanks.
CodepointSpan cut_passage(const std::string& text, const text::OffsetMap& map,
                          CodepointSpan paragraph, const Plan& plan, WordMatch match) {
  if (paragraph.end - paragraph.start <= kPassage) return paragraph;
  const ByteSpan bytes = map.to_bytes(paragraph);
  const auto marks = marks_in(slice(text, bytes), plan, match);
  const std::uint32_t first =
      marks.empty() ? paragraph.start : map.to_codepoint(bytes.start + marks.front().start);
  const std::uint32_t lead = kPassage / 3;
  std::uint32_t start = first > paragraph.start + lead ? first - lead : paragraph.start;
  std::uint32_t end = std::min<std::uint32_t>(paragraph.end, start + kPassage);
  const auto is_blank = [&](std::uint32_t at) {
    return text[map.to_byte(at)] == ' ' || text[map.to_byte(at)] == '\n';
  };
  while (start > paragraph.start && start < first && !is_blank(start - 1)) ++start;
  while (end < paragraph.end && end > first + 40 && !is_blank(end)) --end;
  return {start, end};
}

std::string fingerprint(const std::string& text) {
  std::string letters;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < kFingerprint;) {
    const std::size_t begin = at;
    const char32_t c = text::decode(text, at);
    if (!text::is_hangul_syllable(c) && !text::is_ascii_letter(c) && !text::is_digit(c)) continue;
    letters.append(text, begin, at - begin);
    ++count;
  }
  return count < kFingerprint ? "" : letters;  // short texts are copies only where they are equal
}

// --- from paragraphs to articles

double score_of(const store::ParagraphHit& hit) {
  const bool heads = hit.kind == "title" || hit.kind == "headline" || hit.kind == "subhead";
  return -hit.rank + (heads ? kTitleBoost : 0);
}

std::vector<Hit> read_hits(store::Archive& archive, const Plan& plan, const ListOptions& options,
                           std::int64_t most) {
  store::ArticleReader articles(archive);
  std::map<std::int64_t, std::size_t> place;
  std::vector<Hit> hits;
  std::vector<store::ParagraphHit> best;
  for (const store::ParagraphHit& found :
       store::SearchReader(archive).find(plan.tree, plan.any, article_filter(options), most)) {
    const auto [at, is_new] = place.emplace(found.article_id, hits.size());
    if (is_new) {
      Hit hit;
      const auto face = articles.by_id(found.article_id);
      if (!face) continue;
      hit.face = *face;
      hit.score = score_of(found);
      hits.push_back(std::move(hit));
      best.push_back(found);
      continue;
    }
    const double score = score_of(found);
    hits[at->second].score = std::max(hits[at->second].score, score);
    // The title stands above every answer anyway: a passage of the text tells more.
    if (best[at->second].kind == "title") best[at->second] = found;
  }
  for (std::size_t i = 0; i < hits.size(); ++i) {
    Hit& hit = hits[i];
    const std::string text = articles.text(hit.face.id);
    const std::string all = hit.face.title.value_or("") + "\n" + text;
    hit.match = match_of(plan, all);
    hit.in_title = best[i].kind == "title";
    const text::OffsetMap map(text);
    hit.passage =
        hit.in_title ? CodepointSpan{} : cut_passage(text, map, best[i].span, plan, hit.match);
    hit.text = hit.in_title ? hit.face.title.value_or("")
                            : std::string(slice(text, map.to_bytes(hit.passage)));
    const std::string print = fingerprint(text);
    hit.copy_key = print.empty() ? hit.face.text_sha256 : print;
  }
  return hits;
}

void put_in_order(std::vector<Hit>& hits, const ListOptions& options) {
  const auto published = [](const Hit& hit) { return hit.face.published.value_or(""); };
  std::stable_sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
    switch (options.sort.value_or(Sort::Relevance)) {
      case Sort::Date:
        return published(a) < published(b);
      case Sort::DateDown:
        return published(a) > published(b);
      case Sort::Added:
        return a.face.id > b.face.id;
      case Sort::Relevance:
        break;
    }
    const bool inside_a = a.match == WordMatch::Inside, inside_b = b.match == WordMatch::Inside;
    if (inside_a != inside_b) return inside_b;
    const double boost_a = a.score + (a.match == WordMatch::Word ? 1 : 0),
                 boost_b = b.score + (b.match == WordMatch::Word ? 1 : 0);
    return boost_a != boost_b ? boost_a > boost_b : published(a) > published(b);
  });
}

Answer make_answer(const Hit& hit, const Plan& plan) {
  Answer answer;
  answer.kind = "article";
  answer.text = hit.text;
  answer.article = hit.face;
  answer.date = hit.face.published.value_or("").substr(0, 10);
  answer.date_basis = answer.date.empty() ? "" : "published";
  answer.span = hit.passage;
  answer.ref = hit.face.uid;
  if (!hit.in_title)
    answer.ref += ":" + std::to_string(hit.passage.start) + "-" + std::to_string(hit.passage.end);
  answer.where = hit.in_title ? "headline" : "body";
  answer.score = hit.score;
  answer.match = name_of(hit.match);
  const text::OffsetMap map(answer.text);
  for (const ByteSpan mark : marks_in(answer.text, plan, hit.match)) {
    answer.highlights.emplace_back(map.to_codepoint(mark.start), map.to_codepoint(mark.end));
  }
  return answer;
}

// Best first, so that the best of several copies is the one that stands.
std::vector<Answer> fold_copies(const std::vector<Hit>& hits, const Plan& plan) {
  std::map<std::string, std::size_t> seen;
  std::vector<Answer> answers;
  for (const Hit& hit : hits) {
    const auto [at, is_new] = seen.emplace(hit.copy_key, answers.size());
    if (is_new) {
      answers.push_back(make_answer(hit, plan));
    } else {
      answers[at->second].also_in.push_back(
          {hit.face.uid, hit.face.source.value_or(""), hit.face.published.value_or("")});
    }
  }
  return answers;
}

void run(store::Archive& archive, const Plan& plan, const ListOptions& options, AnswerSet& set) {
  if (plan.any.empty()) return;
  const std::int64_t wanted =
      options.limit == 0 ? -1 : std::max(kMostRead, 4 * (options.offset + options.limit));
  std::vector<Hit> hits = read_hits(archive, plan, options, wanted);
  put_in_order(hits, options);
  const auto read = static_cast<std::int64_t>(hits.size());
  set.answers = fold_copies(hits, plan);
  const auto folded = read - static_cast<std::int64_t>(set.answers.size());
  set.total =
      store::SearchReader(archive).count_articles(plan.tree, article_filter(options)) - folded;
  take_page(set, options);
}

store::TermTree tree_of(const Query& query) {
  using Kind = store::TermTree::Kind;
  if (!query.text.empty()) return {Kind::Phrase, fts_phrase(query.text), {}};
  store::TermTree all{query.kind == Query::Kind::Or ? Kind::Or : Kind::And, "", {}};
  store::TermTree except{Kind::Except, "", {}};
  for (const Query& child : query.children) {
    if (child.kind != Query::Kind::Not) {
      all.children.push_back(tree_of(child));
    } else {
      except.children.push_back(tree_of(child.children.front()));
    }
  }
  store::TermTree positive = all.children.size() == 1 ? all.children.front() : std::move(all);
  if (except.children.empty()) return positive;
  except.children.insert(except.children.begin(), std::move(positive));
  return except;
}

// NOT alone, at any depth, would match everything.
bool is_searchable(const Query& query) {
  if (!query.text.empty()) return !fts_phrase(query.text).empty();
  if (query.children.empty() || query.kind == Query::Kind::Not) return false;
  bool any = false;
  for (const Query& child : query.children) {
    const bool ok = is_searchable(child.kind == Query::Kind::Not ? child.children.front() : child);
    if (!ok || (query.kind == Query::Kind::Or && child.kind == Query::Kind::Not)) return false;
    any = any || child.kind != Query::Kind::Not;
  }
  return any;
}

}  // namespace

void search(store::Archive& archive, const std::string& line, const ListOptions& options,
            AnswerSet& set) {
  const store::ReadSession session(archive);
  const Query query = parse_query(line);
  Plan plan;
  if (is_searchable(query)) {
    plan.tree = tree_of(query);
    for (const std::string& word : shown_words(query)) plan.words.push_back({word, {word}, 1});
    plan.any = fts_any(plan.words);
    run(archive, plan, options, set);
  }
  if (set.answers.empty() && set.total == 0) {
    set.nothing = plan.any.empty() ? "nothing to search for: give a word or a \"phrase\""
                                   : "no article holds " + line;
  }
}

void search_topics(store::Archive& archive, const std::vector<Topic>& topics,
                   const ListOptions& options, AnswerSet& set) {
  Plan plan;
  plan.words = topics;
  plan.any = fts_any(topics);
  plan.tree.kind = store::TermTree::Kind::And;
  for (const Topic& topic : topics) {
    plan.tree.children.push_back({store::TermTree::Kind::Phrase, fts_any(topic), {}});
  }
  if (plan.tree.children.size() == 1) plan.tree = store::TermTree(plan.tree.children.front());
  run(archive, plan, options, set);
}

}  // namespace onrecord::query
