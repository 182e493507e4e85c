#include "lang/endings.h"

#include <cstdint>
#include <vector>

#include "text/utf8.h"

namespace onrecord::lang {
namespace {

const ClassMask kEndings = class_mask("josa") | class_mask("quotative") | class_mask("verb_tail") |
                           class_mask("org_suffix") | class_mask("title") | class_mask("event") |
                           class_mask("office_ending") | class_mask("title_suffix") |
                           class_mask("occasion_noun");

char32_t lower(char32_t c) {
  return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

// A trie of the reversed forms, in one table: a node lies where its parent and its character hash
// to, so that a step costs one line of the cache. A search among the children would cost a wrong
// guess of the processor at each step.
class ReversedTrie {
 public:
  ReversedTrie() {
    while (!build()) nodes_.assign(2 * nodes_.size(), {});
  }

  Endings walk(std::string_view word) const {
    Endings out;
    follow(word, [&out](const Node& node, int length) {
      out.classes = node.classes;
      if (node.word == 0) return;
      out.by_length[static_cast<std::size_t>(length)] = &all_words()[node.word - 1];
      out.longest = length;
    });
    return out;
  }

  ClassMask classes(std::string_view word) const {
    ClassMask out = 0;
    follow(word, [&out](const Node& node, int) { out = node.classes; });
    return out;
  }

 private:
  struct Node {
    std::uint32_t parent = 0;
    char32_t c = 0;             // 0: empty
    std::uint64_t letters = 0;  // of the children: bit c % 64
    ClassMask classes = 0;      // of the words up to here
    std::uint32_t word = 0;     // its index + 1
  };
  static constexpr std::uint32_t kRoot = 0;  // holds no character of its own

  // False where the table is too small.
  bool build() {
    std::size_t used = 1;
    nodes_[kRoot].c = kNoCharacter;
    for (const Word& word : all_words()) {
      if (!word.has(kEndings) || text::count_codepoints(word.form) > kMostEnding) continue;
      std::uint32_t node = kRoot;
      for (std::size_t at = word.form.size(); at > 0;) {
        const char32_t c = text::decode_backwards(word.form, at);
        const std::uint32_t next = place(node, c);
        if (nodes_[next].c == 0 && 2 * ++used > nodes_.size()) return false;
        nodes_[next].parent = node;
        nodes_[next].c = c;
        nodes_[node].letters |= std::uint64_t{1} << (c % 64);
        node = next;
      }
      nodes_[node].word = static_cast<std::uint32_t>(&word - all_words().data()) + 1;
    }
    for (const Word& word : all_words()) {
      if (word.has(kEndings)) add_classes(word);
    }
    return true;
  }

  // Each node has the classes of all words on its way.
  void add_classes(const Word& word) {
    std::uint32_t node = kRoot;
    ClassMask classes = 0;
    for (std::size_t at = word.form.size(); at > 0;) {
      node = place(node, text::decode_backwards(word.form, at));
      if (nodes_[node].c == 0) return;  // a longer form
      if (nodes_[node].word != 0) classes |= all_words()[nodes_[node].word - 1].classes;
      nodes_[node].classes = classes;
    }
  }

  // Where the child is, or would be.
  std::uint32_t place(std::uint32_t node, char32_t c) const {
    const auto mask = static_cast<std::uint32_t>(nodes_.size() - 1);
    std::uint32_t at = (node * 0x9E3779B1u ^ c * 0x85EBCA6Bu) >> 7 & mask;
    while ((nodes_[at].c != c || nodes_[at].parent != node) && nodes_[at].c != 0)
      at = (at + 1) & mask;
    return at;
  }

  // Calls `visit` with each node on the word's way from its last character backwards.
  template <class Visit>
  void follow(std::string_view word, const Visit& visit) const {
    std::uint32_t node = kRoot;
    std::size_t at = word.size();
    for (int length = 1; length <= kMostEnding && at > 0; ++length) {
      const char32_t c = lower(text::decode_backwards(word, at));
      if ((nodes_[node].letters >> (c % 64) & 1) == 0) break;
      node = place(node, c);
      if (nodes_[node].c == 0) break;
      visit(nodes_[node], length);
    }
  }

  static constexpr char32_t kNoCharacter = 0xFFFFFFFF;
  std::vector<Node> nodes_ = std::vector<Node>(1024);  // open addressing, a power of two
};

const ReversedTrie& trie() {
  static const ReversedTrie made;
  return made;
}

}  // namespace

Endings endings_of(std::string_view word) {
  return trie().walk(word);
}

ClassMask ending_classes(std::string_view word) {
  return trie().classes(word);
}

}  // namespace onrecord::lang
