#include "lang/endings.h"

#include <cstdint>
#include <unordered_map>
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

// A trie of the reversed forms. Its edges lie in one table by node and character: a search among
// the children would cost a wrong guess of the processor at each step.
class ReversedTrie {
 public:
  ReversedTrie() {
    Edges edges;
    nodes_.emplace_back();
    for (const Word& word : all_words()) {
      if (word.has(kEndings) && text::count_codepoints(word.form) <= kMostEnding) add(word, edges);
    }
    for (std::size_t n = 1; n < nodes_.size(); ++n)  // a parent stands before its children
      nodes_[n].classes |= nodes_[nodes_[n].parent].classes;
    place(edges);
  }

  Endings walk(std::string_view word) const {
    Endings out;
    follow(word, [&out](const Node& node, int length) {
      out.classes = node.classes;
      if (node.word == nullptr) return;
      out.by_length[static_cast<std::size_t>(length)] = node.word;
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
    std::uint64_t letters = 0;  // of the children: bit c % 64
    const Word* word = nullptr;
    ClassMask classes = 0;  // of the words up to here
    std::uint32_t parent = 0;
  };
  struct Edge {
    std::uint64_t key = 0;  // node and character; 0: empty
    std::uint32_t child = 0;
  };
  using Edges = std::unordered_map<std::uint64_t, std::uint32_t>;

  static std::uint64_t key_of(std::uint32_t node, char32_t c) {
    return std::uint64_t{node} << 21 | c;
  }
  std::size_t slot_of(std::uint64_t key) const {
    return (key * 0x9E3779B97F4A7C15u) >> 32 & (edges_.size() - 1);
  }

  void add(const Word& word, Edges& edges) {
    std::uint32_t node = 0;
    for (std::size_t at = word.form.size(); at > 0;) {
      const char32_t c = text::decode_backwards(word.form, at);
      const auto next = static_cast<std::uint32_t>(nodes_.size());
      const auto [edge, is_new] = edges.try_emplace(key_of(node, c), next);
      if (is_new) {
        nodes_[node].letters |= std::uint64_t{1} << (c % 64);
        nodes_.push_back({0, nullptr, 0, node});
      }
      node = edge->second;
    }
    nodes_[node].word = &word;
    nodes_[node].classes = word.classes;
  }

  void place(const Edges& edges) {
    std::size_t size = 16;
    while (size < 2 * edges.size()) size *= 2;
    edges_.resize(size);
    for (const auto& [key, child] : edges) {
      std::size_t slot = slot_of(key);
      while (edges_[slot].key != 0) slot = (slot + 1) & (size - 1);
      edges_[slot] = {key, child};
    }
  }

  std::uint32_t child(std::uint32_t node, char32_t c) const {
    if ((nodes_[node].letters >> (c % 64) & 1) == 0) return 0;
    const std::uint64_t key = key_of(node, c);
    std::size_t slot = slot_of(key);
    while (edges_[slot].key != key && edges_[slot].key != 0)
      slot = (slot + 1) & (edges_.size() - 1);
    return edges_[slot].child;
  }

  // Calls `visit` with each node on the word's way from its last character backwards.
  template <class Visit>
  void follow(std::string_view word, const Visit& visit) const {
    std::uint32_t node = 0;
    std::size_t at = word.size();
    for (int length = 1; length <= kMostEnding && at > 0; ++length) {
      node = child(node, lower(text::decode_backwards(word, at)));
      if (node == 0) break;
      visit(nodes_[node], length);
    }
  }

  std::vector<Node> nodes_;  // 0: the root
  std::vector<Edge> edges_;  // open addressing, a power of two
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
