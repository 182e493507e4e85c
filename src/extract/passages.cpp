// Pairs of quotation marks. Marks come curly, straight, mixed, nested, unclosed: each block is read
// with a stack, and an unclosed mark costs at most its block.
#include <algorithm>
#include <optional>

#include "extract/steps.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

enum class Side : std::uint8_t { Open, Close, Either };

struct MarkShape {
  MarkFamily family;
  Side side;
};

std::optional<MarkShape> shape_of(char32_t c) {
  switch (c) {
    case 0x201C:
      return MarkShape{MarkFamily::Double, Side::Open};
    case 0x201D:
      return MarkShape{MarkFamily::Double, Side::Close};
    case '"':
    case 0xFF02:
    case 0x2033:
      return MarkShape{MarkFamily::Double, Side::Either};
    case 0x2018:
      return MarkShape{MarkFamily::Single, Side::Open};
    case 0x2019:
    case 0x2032:
    case 0x00B4:
      return MarkShape{MarkFamily::Single, Side::Close};
    case '\'':
    case '`':
    case 0xFF07:
      return MarkShape{MarkFamily::Single, Side::Either};
    case 0x300C:
    case 0x300E:
      return MarkShape{MarkFamily::Double, Side::Open};
    case 0x300D:
    case 0x300F:
      return MarkShape{MarkFamily::Double, Side::Close};
    case 0x300A:
    case 0x3008:
      return MarkShape{MarkFamily::Work, Side::Open};
    case 0x300B:
    case 0x3009:
      return MarkShape{MarkFamily::Work, Side::Close};
    default:
      return std::nullopt;
  }
}

const lang::ClassMask kAfterMark =
    lang::class_mask("after_mark") | lang::class_mask("after_mark_clause");

// Bytes between single marks or around the name of a work; two strays so far apart are no pair.
constexpr std::uint32_t kLongestTerm = 8192;

class Pairing {
 public:
  Pairing(Analysis& a, TokenIndex begin, TokenIndex end) : a_(a), begin_(begin), end_(end) {}

  void run() {
    for (TokenIndex i = begin_; i < end_; ++i) {
      if (a_.tokens[i].kind != TokenKind::Mark) continue;
      if (const auto shape = shape_of(a_.tokens[i].first)) meet(i, *shape);
    }
    if (!stack_.empty() && stack_.front().token == begin_ && runs_on()) add_run_on();
  }

 private:
  struct Open {
    TokenIndex token;
    MarkFamily family;
  };

  void meet(TokenIndex i, MarkShape shape) {
    const bool is_open = has_open(shape.family);
    switch (shape.side) {
      case Side::Open:
        // A second opening mark of a family that cannot nest: the first was never closed, unless
        // this one stands where a closing mark would.
        if (is_open && looks_closing(i)) return close(i, shape.family);
        if (is_open) drop(shape.family);
        return open(i, shape.family);
      case Side::Close:
        if (is_open) return close(i, shape.family);
        if (shape.family == MarkFamily::Double || !looks_opening(i))
          return lost_opening(i, shape.family);
        return open(i, shape.family);
      case Side::Either:
        if (is_open && !(looks_opening(i) && !looks_closing(i))) return close(i, shape.family);
        if (is_open && looks_closing(i)) return close(i, shape.family);
        if (looks_opening(i) || opens_glued(i)) {
          if (is_open) drop(shape.family);
          return open(i, shape.family);
        }
        return lost_opening(i, shape.family);
    }
  }

  bool has_open(MarkFamily family) const {
    return std::any_of(stack_.begin(), stack_.end(),
                       [&](const Open& o) { return o.family == family; });
  }

  bool blank_before(TokenIndex i) const { return i == begin_ || !a_.tokens[i].glued; }
  bool blank_after(TokenIndex i) const { return i + 1 >= end_ || !a_.tokens[i + 1].glued; }

  bool looks_opening(TokenIndex i) const {
    if (blank_after(i)) return false;
    if (blank_before(i)) return true;
    const Token& before = a_.tokens[i - 1];
    if (a_.tokens[i + 1].first == ',' || a_.tokens[i + 1].first == '.') return false;  // ''so'',
    return !before.is_word() && before.first != '.' && before.first != '?' && before.first != '!' &&
           before.first != ')';
  }

  // 대변인은"숲을: no blank before it, but no particle that would follow a closing mark either.
  bool opens_glued(TokenIndex i) const {
    if (blank_after(i) || !a_.tokens[i + 1].is_word() || is_after_mark(i + 1)) return false;
    return a_.document.language != "en" && a_.tokens[i].first == '"';
  }

  bool looks_closing(TokenIndex i) const {
    if (blank_before(i)) return false;
    if (blank_after(i)) return true;
    const Token& after = a_.tokens[i + 1];
    return !after.is_word() || after.reading.hangul;
  }

  // “… at the head of this block, not closed, and “… at the head of the next: one quotation over
  // several paragraphs.
  bool runs_on() const {
    if (stack_.front().family != MarkFamily::Double || end_ >= a_.tokens.size()) return false;
    if (a_.document.language == "en") return false;  // read by english_quotations.cpp
    const Token& next = a_.tokens[end_];
    if (next.kind != TokenKind::Mark) return false;
    const auto shape = shape_of(next.first);
    return shape && shape->family == MarkFamily::Double && shape->side != Side::Close;
  }

  void add_run_on() {
    Passage p;
    p.open = begin_;
    p.close = end_;
    p.lost_close = true;
    p.inner = {a_.tokens[begin_].span.end, a_.tokens[end_ - 1].span.end};
    trim(p.inner);
    if (!p.inner.empty()) a_.passages.push_back(p);
  }

  void open(TokenIndex i, MarkFamily family) { stack_.push_back({i, family}); }

  void drop(MarkFamily family) {
    while (!stack_.empty()) {
      const Open top = stack_.back();
      stack_.pop_back();
      if (top.family == family) break;
    }
  }

  void close(TokenIndex i, MarkFamily family) {
    while (!stack_.empty() && stack_.back().family != family) stack_.pop_back();
    if (stack_.empty()) return;
    add(stack_.back().token, i, family, false);
    stack_.pop_back();
  }

  // A closing mark without an opening one counts where a quotative particle hangs on it: the
  // passage then began with the sentence or the block.
  void lost_opening(TokenIndex i, MarkFamily family) {
    if (i + 1 >= end_ || !a_.tokens[i + 1].glued || !is_after_mark(i + 1)) return;
    TokenIndex start = i;
    while (start > begin_ && !ends_sentence(start - 1) &&
           a_.tokens[start - 1].kind != TokenKind::Mark)
      --start;
    if (start < i) add(start, i, family, true);
  }

  bool is_after_mark(TokenIndex i) const {
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[i]));
    return word != nullptr && word->has(kAfterMark);
  }

  bool ends_sentence(TokenIndex i) const {
    const char32_t c = a_.tokens[i].first;
    return a_.tokens[i].kind == TokenKind::Punct && (c == '.' || c == '?' || c == '!') &&
           blank_after(i);
  }

  void add(TokenIndex from, TokenIndex to, MarkFamily family, bool lost_open) {
    Passage p;
    p.family = family;
    p.open = from;
    p.close = to;
    p.lost_open = lost_open;
    p.inner = {lost_open ? a_.tokens[from].span.start : a_.tokens[from].span.end,
               a_.tokens[to].span.start};
    trim(p.inner);
    if (family != MarkFamily::Double && p.inner.size() > kLongestTerm) return;
    if (!p.inner.empty()) a_.passages.push_back(p);
  }

  void trim(ByteSpan& span) const {
    while (span.start < span.end && a_.text[span.start] == ' ') ++span.start;
    while (span.end > span.start && a_.text[span.end - 1] == ' ') --span.end;
  }

  Analysis& a_;
  TokenIndex begin_, end_;
  std::vector<Open> stack_;
};

void link_parents(Analysis& a) {
  std::sort(a.passages.begin(), a.passages.end(), [](const Passage& x, const Passage& y) {
    return x.inner.start != y.inner.start ? x.inner.start < y.inner.start
                                          : x.inner.end > y.inner.end;
  });
  std::vector<std::int32_t> stack;
  for (std::size_t i = 0; i < a.passages.size(); ++i) {
    while (!stack.empty() && a.passages[stack.back()].inner.end <= a.passages[i].inner.start)
      stack.pop_back();
    a.passages[i].parent = stack.empty() ? kNone : stack.back();
    stack.push_back(static_cast<std::int32_t>(i));
  }
  a.closing.assign(a.tokens.size(), kNone);
  for (std::size_t i = a.passages.size(); i-- > 0;) {
    if (!a.passages[i].lost_close) a.closing[a.passages[i].close] = static_cast<std::int32_t>(i);
  }
  for (std::size_t i = 0; i < a.passages.size(); ++i) {  // inner passages come later and win
    const Passage& p = a.passages[i];
    for (TokenIndex t = p.lost_open ? p.open : p.open + 1; t < p.close; ++t) {
      a.tokens[t].passage = static_cast<std::int32_t>(i);
    }
  }
}

}  // namespace

void find_passages(Analysis& a) {
  for (TokenIndex i = 0; i < a.tokens.size();) {
    TokenIndex end = i;
    while (end < a.tokens.size() && a.tokens[end].block == a.tokens[i].block) ++end;
    Pairing(a, i, end).run();
    i = end;
  }
  link_parents(a);
}

}  // namespace onrecord::extract
