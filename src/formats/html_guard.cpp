#include "formats/html_guard.h"

#include <algorithm>

namespace onrecord::formats {
namespace {

using View = std::string_view;

// Twice what is allowed: elements left open are counted here although the parser closes some.
constexpr std::size_t kOpenTags = 2 * kDeepestNesting;
constexpr std::size_t kMostAttributes = 2000;

// Elements that hold nothing, or that the next of their kind closes.
constexpr View kNeverDeep[] = {
    "area",  "base", "br",     "col",   "embed", "hr",    "img",   "input",  "link", "meta",
    "p",     "li",   "td",     "th",    "tr",    "dt",    "dd",    "option", "rp",   "rt",
    "param", "wbr",  "source", "track", "tbody", "thead", "tfoot", "body",   "html", "head"};
constexpr View kRawText[] = {"script", "style", "textarea", "title", "iframe", "xmp"};

template <class Range>
bool is_one_of(View name, const Range& range) {
  return std::find(std::begin(range), std::end(range), name) != std::end(range);
}

class TagScan {
 public:
  explicit TagScan(View page) : page_(page) {}

  enum class Verdict { Safe, TooDeep, TooIntricate };
  Verdict run() {
    while ((at_ = page_.find('<', at_)) != View::npos) {
      if (page_.substr(at_, 4) == "<!--") {
        skip_comment();
      } else if (is_letter(at_ + 1)) {
        if (!open_tag()) return Verdict::TooIntricate;
        if (open_ > kOpenTags) return Verdict::TooDeep;
      } else if (page_.substr(at_, 2) == "</" && is_letter(at_ + 2)) {
        at_ += 2;
        if (!is_one_of(name(), kNeverDeep) && open_ > 0) --open_;
      } else {
        ++at_;
      }
    }
    return Verdict::Safe;
  }

 private:
  bool is_letter(std::size_t i) const {
    return i < page_.size() && (page_[i] | 32) >= 'a' && (page_[i] | 32) <= 'z';
  }

  View name() {
    const std::size_t start = at_;
    const std::size_t end = page_.find_first_of(" \t\r\n\f/>", at_);
    at_ = std::min(end, page_.size());
    name_.assign(page_.substr(start, std::min<std::size_t>(at_ - start, 16)));
    for (char& c : name_) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return name_;
  }

  // It ends at --> or --!>, and <!--> is a whole one.
  void skip_comment() {
    for (at_ += 2; (at_ = page_.find("--", at_)) != View::npos; ++at_) {
      const View after = page_.substr(at_ + 2, 2);
      if (after.starts_with('>') || after == "!>") return;
    }
    at_ = page_.size();
  }

  // False: more attributes than any page has.
  bool open_tag() {
    ++at_;
    name();
    std::size_t words = 0;
    char before = ' ';  // the last sign that was no blank
    for (; at_ < page_.size() && page_[at_] != '>'; ++at_) {
      const char c = page_[at_];
      const bool quote = c == '"' || c == '\'';
      // A mark elsewhere is part of a name.
      if (quote && before == '=') at_ = std::min(page_.find(c, at_ + 1), page_.size());
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      words += blank || quote || c == '/';
      if (!blank) before = c;
    }
    const bool itself_closed = before == '/';
    if (words > 2 * kMostAttributes) return false;
    if (is_one_of(View(name_), kRawText)) {
      skip_raw_text();
    } else if (!is_one_of(View(name_), kNeverDeep) && !itself_closed) {
      ++open_;
    }
    return true;
  }

  // To its end tag. The parser, too, takes all that is left where there is none.
  void skip_raw_text() {
    while ((at_ = page_.find("</", at_)) != View::npos) {
      at_ += 2;
      const View here = page_.substr(at_, name_.size());
      if (std::equal(here.begin(), here.end(), name_.begin(), name_.end(),
                     [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; })) {
        return;
      }
    }
    at_ = page_.size();
  }

  View page_;
  std::size_t at_ = 0, open_ = 0;
  std::string name_;
};

}  // namespace

std::optional<Error> refuse_hostile_markup(std::string_view page, const std::string& where) {
  switch (TagScan(page).run()) {
    case TagScan::Verdict::TooDeep:
      return too_deep(where);
    case TagScan::Verdict::TooIntricate:
      return too_intricate(where);
    case TagScan::Verdict::Safe:
      break;
  }
  return std::nullopt;
}

Error too_deep(const std::string& where) {
  return {ErrorKind::TooLarge,
          "is nested deeper than " + std::to_string(kDeepestNesting) +
              " levels, which no article is; save the page again, or its text",
          where};
}

Error too_intricate(const std::string& where) {
  return {ErrorKind::TooLarge,
          "has more markup than can be read in bounded memory; save the page's text instead",
          where};
}

}  // namespace onrecord::formats
