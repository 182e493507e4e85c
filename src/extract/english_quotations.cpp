// Direct quotations and reported clauses of an English article. A frame is who speaks with the verb
// (english_frames.h); every frame claims its words (english_claims.h); what no frame claims goes to
// whoever certainly goes on speaking (english_loose.h). Answers of an interview are whole
// paragraphs (english_turns.h).
#include <algorithm>

#include "extract/english_claims.h"
#include "extract/english_loose.h"
#include "extract/english_turns.h"
#include "extract/rules.h"

namespace onrecord::extract {
namespace {

using namespace english;

constexpr TokenIndex kLongDateline = 14;  // tokens

bool speaks(BlockKind k) {
  return k != BlockKind::Byline && k != BlockKind::Dateline && k != BlockKind::Notice;
}

class EnglishQuotations {
 public:
  explicit EnglishQuotations(Analysis& a)
      : a_(a),
        words_(read_words(a)),
        speakers_(a, words_),
        page_(a, words_),
        frames_(page_, speakers_),
        said_(a, page_, speakers_),
        claims_(a, page_, speakers_, said_),
        loose_(a, page_, speakers_, said_),
        turns_(a, page_, speakers_) {}

  void run() {
    for (TokenIndex i = 0; i < a_.tokens.size();) {
      TokenIndex end = i;
      while (end < a_.tokens.size() && a_.tokens[end].block == a_.tokens[i].block) ++end;
      if (speaks(a_.block_kind(a_.tokens[i]))) read_block(i, end);
      i = end;
    }
    std::stable_sort(a_.quotations.begin(), a_.quotations.end(),
                     [](const Quotation& x, const Quotation& y) {
                       return x.span.start != y.span.start ? x.span.start < y.span.start
                                                           : x.span.end > y.span.end;
                     });
    loose_.match_headlines();
  }

 private:
  void read_block(TokenIndex begin, TokenIndex end) {
    ByteSpan words;
    Voice voice;
    if (turns_.is_answer(begin, end, words, voice)) {
      for (TokenIndex i = begin; i < end; ++i) {
        if (page_.opens(i)) page_.piece_at(i).used = true;
      }
      return said_.direct(words, begin, voice, "en_direct.turn");
    }
    for (const Unit& u : units(behind_dateline(begin, end), end)) {
      std::vector<Frame> frames = frames_.in(u);
      claims_.read(u, frames);
      if (frames.empty()) speakers_.follow(u.begin, u.end);
    }
    loose_.read_block(begin, end);
  }

  // SEOUL, March 11 (Yonhap) -- …
  TokenIndex behind_dateline(TokenIndex begin, TokenIndex end) const {
    if (page_.is(begin, '(')) return behind_brackets(begin, end);
    if (!page_.is_word(begin) || !page_.word(begin).capital) return begin;
    for (TokenIndex i = begin; i < end && i < begin + kLongDateline; ++i) {
      if (!page_.free(i)) return begin;
      if (page_.is_word(i) && page_.word(i).is(kind("modal"))) return begin;
      if (!page_.is_dash(i)) continue;
      while (i < end && page_.is_dash(i)) ++i;
      return is_dateline(begin, i) ? i : begin;
    }
    return begin;
  }

  // (Seoul) …; (Newser) – …
  TokenIndex behind_brackets(TokenIndex begin, TokenIndex end) const {
    TokenIndex i = begin + 1;
    while (i < end && i < begin + 5 && page_.is_word(i)) ++i;
    if (i + 1 >= end || !page_.is(i, ')')) return begin;
    ++i;
    while (i < end && page_.is_dash(i)) ++i;
    return i;
  }

  // A place in capitals throughout, or words in brackets before the dash.
  bool is_dateline(TokenIndex begin, TokenIndex dash) const {
    const std::string_view first = a_.surface(a_.tokens[begin]);
    const bool capitals = first.size() >= 3 && std::none_of(first.begin(), first.end(), [](char c) {
                            return c >= 'a' && c <= 'z';
                          });
    TokenIndex i = dash;
    while (i > begin && page_.is_dash(i - 1)) --i;
    return capitals || (i > begin && page_.is(i - 1, ')'));
  }

  // Sentences; “…?” Trump said is one, though the stop ends the marked words.
  std::vector<Unit> units(TokenIndex begin, TokenIndex end) const {
    std::vector<Unit> out;
    for (TokenIndex i = begin; i < end;) {
      TokenIndex stop = a_.sentences[a_.tokens[i].sentence].end;
      while (stop < end && (!page_.free(stop) && !page_.opens(stop)))
        stop = a_.sentences[a_.tokens[stop].sentence].end;
      stop = std::min(stop, end);
      if (stop < end && ends_in_question(stop) && frames_.starts(stop, end))
        stop = std::min(end, a_.sentences[a_.tokens[stop].sentence].end);
      out.push_back({i, stop});
      i = stop;
    }
    return out;
  }

  bool ends_in_question(TokenIndex stop) const {
    if (stop < 2 || page_.free(stop - 1)) return false;
    const char32_t c = a_.tokens[stop - 2].first;
    return c == '?' || c == '!' || c == 0x2026 || c == 0x2014 || c == '-' || c == ',';
  }

  Analysis& a_;
  std::vector<EnglishWord> words_;
  Speakers speakers_;
  Page page_;
  Frames frames_;
  Said said_;
  Claims claims_;
  Loose loose_;
  Turns turns_;
};

}  // namespace

void find_english_quotations(Analysis& a) {
  if (!rules_of("en_quotation").empty()) EnglishQuotations(a).run();
}

}  // namespace onrecord::extract
