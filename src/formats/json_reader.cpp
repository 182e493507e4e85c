#include "formats/article_json.h"
#include "formats/checks.h"
#include "formats/readers.h"

namespace onrecord::formats {
namespace {

// Cuts a JSON array into the bytes of its elements, one at a time, so that a file of any size is
// read in the memory of its largest article. What an element holds is judged by the parser
// afterwards.
class ArrayElements {
 public:
  explicit ArrayElements(ByteSource& source) : source_(source) {
    while (read() != '[') {
    }
  }

  enum class Next { Element, TooLong, End, Broken };
  Next next(std::string& element) {
    element.clear();
    if (ended_) return Next::End;
    bool too_long = false;
    for (int c = first(); c >= 0; c = read()) {
      if (at_end_of_element(c)) return finish(c, element, too_long);
      follow(c);
      too_long = too_long || element.size() >= kMaxRecordBytes;
      if (!too_long) element += static_cast<char>(c);
    }
    ended_ = true;
    return Next::Broken;
  }

  std::uint64_t line() const { return first_line_; }

 private:
  static bool is_blank(int c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

  int read() {
    const int c = source_.get();
    line_ += c == '\n';
    return c;
  }

  int first() {
    int c = read();
    while (is_blank(c)) c = read();
    first_line_ = line_;
    return c;
  }

  bool at_end_of_element(int c) const { return !quoted_ && depth_ == 0 && (c == ',' || c == ']'); }

  Next finish(int c, std::string& element, bool too_long) {
    ended_ = c == ']';
    while (!element.empty() && is_blank(element.back())) element.pop_back();
    if (too_long) return element.clear(), Next::TooLong;
    return ended_ && element.empty() ? Next::End : Next::Element;
  }

  void follow(int c) {
    if (escaped_) {
      escaped_ = false;
    } else if (quoted_) {
      escaped_ = c == '\\';
      quoted_ = c != '"';
    } else if (c == '"') {
      quoted_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      --depth_;
    }
  }

  ByteSource& source_;
  std::uint64_t line_ = 1, first_line_ = 1;
  int depth_ = 0;
  bool quoted_ = false, escaped_ = false, ended_ = false;
};

Result<RawDocument> labelled(Result<RawDocument> article, const std::string& path,
                             std::uint64_t record) {
  if (article) {
    article->path = path;
    article->record = record;
    article->format = "json";
  }
  return article;
}

void read_array(ByteSource& source, const std::string& shown_path, const Sink& sink) {
  ArrayElements elements(source);
  std::string bytes;
  for (std::uint64_t record = 1;; ++record) {
    const ArrayElements::Next next = elements.next(bytes);
    if (next == ArrayElements::Next::End) break;
    const std::string where = shown_path + ":" + std::to_string(elements.line());
    bool more = true;
    if (next == ArrayElements::Next::Broken) {
      sink({record, source.fault().value_or(
                        Error{ErrorKind::BadInput, "the JSON array ends too early", where})});
      return;
    }
    if (next == ArrayElements::Next::TooLong) {
      more = sink({record, too_large(where)});
    } else {
      more =
          sink({record, labelled(article_from_json(std::move(bytes), where), shown_path, record)});
    }
    if (!more) return;
  }
}

void read_object(ByteSource& source, const std::string& shown_path, const Sink& sink) {
  std::string bytes;
  const bool fits = source.read_rest(bytes, kMaxRecordBytes);
  if (!fits) return void(sink({0, too_large(shown_path)}));
  if (source.fault()) return void(sink({0, *source.fault()}));
  sink({0, labelled(article_from_json(std::move(bytes), shown_path), shown_path, 0)});
}

}  // namespace

void read_json(ByteSource& source, const std::string& shown_path, const Sink& sink) {
  std::string_view head = source.head();
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  const bool array = first != std::string_view::npos && head[first] == '[';
  array ? read_array(source, shown_path, sink) : read_object(source, shown_path, sink);
}

}  // namespace onrecord::formats
