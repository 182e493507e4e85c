#include "lang/endings.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "text/utf8.h"

namespace onrecord::lang {
namespace {

constexpr std::size_t kSyllables = 11172;  // of Hangul, from U+AC00

const ClassMask kEndings = class_mask("josa") | class_mask("quotative") | class_mask("verb_tail") |
                           class_mask("org_suffix") | class_mask("title") | class_mask("event") |
                           class_mask("office_ending") | class_mask("title_suffix") |
                           class_mask("occasion_noun");

char32_t lower(char32_t c) {
  return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

// A trie of the reversed forms. Children of a node lie together, sorted by character.
class ReversedTrie {
 public:
  ReversedTrie() {
    std::vector<Form> forms;
    for (const Word& word : all_words()) {
      if (!word.has(kEndings)) continue;
      std::u32string reversed;
      for (std::size_t at = word.form.size(); at > 0;)
        reversed += text::decode_backwards(word.form, at);
      if (reversed.size() <= kMostEnding) forms.push_back({std::move(reversed), &word});
    }
    std::sort(forms.begin(), forms.end(),
              [](const Form& a, const Form& b) { return a.reversed < b.reversed; });
    nodes_.push_back({});
    letters_.push_back(0);
    fill(0, forms, 0);
    for (std::uint32_t n = nodes_[0].first; n < nodes_[0].first + nodes_[0].count; ++n) {
      if (text::is_hangul_syllable(letters_[n])) by_last_[letters_[n] - 0xAC00] = n;
    }
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
  struct Form {
    std::u32string reversed;
    const Word* word;
  };
  struct Node {
    std::uint32_t first = 0, count = 0;  // children
    std::uint64_t letters = 0;           // of the children: bit c % 64
    const Word* word = nullptr;
    ClassMask classes = 0;  // of the words up to here
  };

  // Calls `visit` with each node on the word's way from its last character backwards.
  template <class Visit>
  void follow(std::string_view word, const Visit& visit) const {
    std::uint32_t node = 0;
    std::size_t at = word.size();
    for (int length = 1; length <= kMostEnding && at > 0; ++length) {
      const char32_t c = lower(text::decode_backwards(word, at));
      node = length == 1 && text::is_hangul_syllable(c) ? by_last_[c - 0xAC00] : child(node, c);
      if (node == 0) break;
      visit(nodes_[node], length);
    }
  }

  // The children of `node` from `forms`, which agree in their first `depth` characters and are
  // longer. Recursion ends at kMostEnding.
  void fill(std::uint32_t node, std::span<const Form> forms, std::size_t depth) {
    const auto same_letter = [&](std::size_t i) {
      std::size_t j = i;
      while (j < forms.size() && forms[j].reversed[depth] == forms[i].reversed[depth]) ++j;
      return j;
    };
    nodes_[node].first = static_cast<std::uint32_t>(nodes_.size());
    for (std::size_t i = 0; i < forms.size(); i = same_letter(i)) {
      const bool whole = forms[i].reversed.size() == depth + 1;
      const Word* word = whole ? forms[i].word : nullptr;
      const ClassMask classes = nodes_[node].classes | (whole ? word->classes : 0);
      nodes_.push_back({0, 0, 0, word, classes});
      letters_.push_back(forms[i].reversed[depth]);
      ++nodes_[node].count;
      nodes_[node].letters |= std::uint64_t{1} << (forms[i].reversed[depth] % 64);
    }
    std::uint32_t next = nodes_[node].first;
    for (std::size_t i = 0; i < forms.size(); ++next) {
      const std::size_t end = same_letter(i);
      const std::size_t longer = i + (forms[i].reversed.size() == depth + 1 ? 1 : 0);
      if (longer < end) fill(next, forms.subspan(longer, end - longer), depth + 1);
      i = end;
    }
  }

  std::uint32_t child(std::uint32_t node, char32_t c) const {
    if ((nodes_[node].letters >> (c % 64) & 1) == 0) return 0;
    std::uint32_t low = nodes_[node].first, high = low + nodes_[node].count;
    while (low < high) {
      const std::uint32_t middle = (low + high) / 2;
      if (letters_[middle] == c) return middle;
      letters_[middle] < c ? low = middle + 1 : high = middle;
    }
    return 0;
  }

  std::vector<Node> nodes_;        // 0: the root
  std::vector<char32_t> letters_;  // of the nodes, close together for the search
  std::vector<std::uint32_t> by_last_ = std::vector<std::uint32_t>(kSyllables, 0);
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
