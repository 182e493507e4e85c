#include "extract/rules.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/error.h"
#include "text/ending_set.h"

namespace onrecord::extract {
namespace {

const lang::ClassMask kAfterMark = lang::class_mask("after_mark");

std::vector<std::string_view> split(std::string_view s, char separator) {
  std::vector<std::string_view> out;
  while (!s.empty()) {
    const std::size_t at = s.find(separator);
    if (at != 0) out.push_back(s.substr(0, at));
    if (at == std::string_view::npos) break;
    s.remove_prefix(at + 1);
  }
  return out;
}

const std::vector<std::string_view>* beginnings_in(std::string_view table, std::string_view rule) {
  static std::map<std::string, std::vector<std::string_view>, std::less<>> tables;
  auto it = tables.find(table);
  if (it == tables.end()) {
    it = tables.emplace(table, std::vector<std::string_view>{}).first;
    for (const lang::TableRow& row : lang::table(table)) it->second.push_back(row.cells[0]);
    if (it->second.empty())
      fail(ErrorKind::Internal, "no table " + std::string(table), std::string(rule));
  }
  return &it->second;
}

lang::Josa role_named(std::string_view name) {
  using lang::Josa;
  if (name == "topic") return Josa::Topic;
  if (name == "subj") return Josa::Subj;
  if (name == "obj") return Josa::Obj;
  if (name == "gen") return Josa::Gen;
  if (name == "dat") return Josa::Dat;
  if (name == "also") return Josa::Also;
  return Josa::None;
}

lang::VerbForm form_named(std::string_view name) {
  using lang::VerbForm;
  if (name == "finite") return VerbForm::Finite;
  if (name == "connective") return VerbForm::Connective;
  if (name == "adnominal") return VerbForm::Adnominal;
  return VerbForm::None;
}

Atom parse_atom(std::string_view s, std::string_view rule) {
  using Kind = Atom::Kind;
  const std::string_view rest = s.substr(1);
  switch (s[0]) {
    case '@': {
      const lang::ClassMask mask = lang::class_mask(rest);
      if (mask == 0)
        fail(ErrorKind::Internal, "no word has the class " + std::string(rest), std::string(rule));
      return {Kind::Class, mask, rest};
    }
    case '%':
      return {Kind::Cue, 0, rest};
    case '=':
      return {Kind::Form, 0, rest};
    case '>': {
      Atom atom{Kind::Begins, 0, rest};
      atom.beginnings = beginnings_in(rest, rule);
      return atom;
    }
    case '^':
      return {Kind::AfterMark, 0, rest};
    case '~':
      return {Kind::Role, 0, rest, role_named(rest)};
    case '#':
      return {Kind::Verb, 0, rest, lang::Josa::None, form_named(rest)};
    case '*':
      return {Kind::Any, 0, rest};
    case '_':
      return {Kind::Plain, 0, rest};
    case ',':
      return {Kind::Comma, 0, rest};
    case '$':
      return {Kind::End, 0, rest};
    case '0':
      return {Kind::Digit, 0, rest};
    case '"':
      return {Kind::Marked, 0, rest};
    default:
      fail(ErrorKind::Internal, "not an atom: " + std::string(s), std::string(rule));
  }
}

Element parse_element(std::string_view s, std::string_view rule) {
  Element e;
  if (s.size() > 2 && s[1] == ':') {
    e.capture = s[0];
    s.remove_prefix(2);
  }
  if (const std::size_t brace = s.find('{'); brace != std::string_view::npos) {
    const std::string_view counts = s.substr(brace + 1, s.size() - brace - 2);
    const std::size_t comma = counts.find(',');
    std::from_chars(counts.data(), counts.data() + comma, e.min);
    std::from_chars(counts.data() + comma + 1, counts.data() + counts.size(), e.max);
    s = s.substr(0, brace);
  }
  for (std::string_view alternative : split(s, '|')) {
    e.alternatives.emplace_back();
    for (std::string_view atom : split(alternative, '&'))
      e.alternatives.back().push_back(parse_atom(atom, rule));
  }
  return e;
}

// Notes what the first element asks of its token: a look at that spares most rules a match.
void note_needs(Rule& rule) {
  if (rule.elements.empty() || rule.elements.front().min == 0) return;
  lang::ClassMask classes = 0, of_word = 0;
  for (const std::vector<Atom>& alternative : rule.elements.front().alternatives) {
    const Atom& atom = alternative.front();
    if (atom.kind == Atom::Kind::Class)
      classes |= atom.mask;
    else if (atom.kind == Atom::Kind::AfterMark)
      of_word |= kAfterMark;
    else
      return;
  }
  rule.needs = classes;
  rule.needs_of_word = of_word;
}

bool may_fit(const Analysis& a, const Rule& rule, TokenIndex start, TokenIndex limit) {
  if ((rule.needs | rule.needs_of_word) == 0) return true;
  if (start >= limit) return false;
  const lang::WordReading& reading = a.tokens[start].reading;
  return (reading.classes & rule.needs) != 0 || (reading.word_classes & rule.needs_of_word) != 0;
}

struct Layer {
  std::string name;
  std::vector<Rule> rules;
};

std::vector<Layer> parse_all() {
  std::vector<Layer> out;
  for (const lang::RuleRow& row : lang::all_rules()) {
    Rule rule{std::string(row.id), std::string(row.layer), std::string(row.emits), 0, {}};
    rule.confidence = std::stod(std::string(row.confidence));
    if (!row.pattern.starts_with('(')) {  // (…) is a rule that code carries out
      for (std::string_view element : split(row.pattern, ' '))
        rule.elements.push_back(parse_element(element, row.id));
    }
    const auto layer = std::find_if(out.begin(), out.end(),
                                    [&](const Layer& one) { return one.name == rule.layer; });
    note_needs(rule);
    Layer& own = layer == out.end() ? out.emplace_back(Layer{rule.layer, {}}) : *layer;
    own.rules.push_back(std::move(rule));
  }
  return out;
}

// Names in single marks may stand between a clause and its verb.
bool is_double_mark(const Token& token) {
  return token.kind == TokenKind::Mark && token.first != 0x2018 && token.first != 0x2019 &&
         token.first != '\'';
}

// The closing mark of the words that token `i` opens; `i` itself where it opens none.
TokenIndex marked_from(const Analysis& a, TokenIndex i) {
  if (a.tokens[i].kind != TokenKind::Mark || i + 1 >= a.tokens.size()) return i;
  const std::int32_t inside = a.tokens[i + 1].passage;
  if (inside == kNone || a.passages[inside].open != i || a.passages[inside].lost_close) return i;
  return a.passages[inside].close;
}

bool fits(const Analysis& a, const Atom& atom, TokenIndex i, TokenIndex limit) {
  if (atom.kind == Atom::Kind::End)
    return i >= limit || a.tokens[i].first == '.' || a.tokens[i].first == ')';
  if (i >= limit) return false;
  const Token& token = a.tokens[i];
  if (atom.kind == Atom::Kind::Comma) return token.first == ',';
  if (atom.kind == Atom::Kind::Marked) return marked_from(a, i) > i;
  if (atom.kind == Atom::Kind::Any) return token.kind != TokenKind::Mark;
  if (atom.kind == Atom::Kind::Plain)
    return !is_double_mark(token) &&
           (token.reading.quotative == lang::Quotative::None || !token.reading.verb_like);
  if (!token.is_word()) return false;
  switch (atom.kind) {
    case Atom::Kind::Class:
      return token.reading.has(atom.mask);
    case Atom::Kind::Cue:
      return text::is_same(token.reading.cue_class, atom.text);
    case Atom::Kind::Form:
      return text::is_same(a.surface(token), atom.text);
    case Atom::Kind::Begins:
      return std::any_of(atom.beginnings->begin(), atom.beginnings->end(),
                         [&](std::string_view b) { return a.surface(token).starts_with(b); });
    case Atom::Kind::Role:
      return token.is(atom.role);
    case Atom::Kind::Digit:
      return text::is_digit(token.first);
    case Atom::Kind::Verb:
      return token.reading.verb == atom.form && atom.form != lang::VerbForm::None;
    case Atom::Kind::AfterMark: {
      if ((token.reading.word_classes & kAfterMark) == 0) return false;
      const lang::Word* word = lang::find_word(a.surface(token));
      return word != nullptr && text::is_same(word->value(kAfterMark), atom.text);
    }
    default:
      return false;
  }
}

bool any_fits(const Analysis& a, const Element& e, TokenIndex i, TokenIndex limit) {
  const auto all_fit = [&](const std::vector<Atom>& atoms) {
    return std::all_of(atoms.begin(), atoms.end(),
                       [&](const Atom& atom) { return fits(a, atom, i, limit); });
  };
  return std::any_of(e.alternatives.begin(), e.alternatives.end(), all_fit);
}

bool match_from(const Analysis& a, const Rule& rule, std::size_t element, TokenIndex i,
                TokenIndex limit, RuleMatch& m) {
  if (element == rule.elements.size()) {
    m.end = i;
    return true;
  }
  const Element& e = rule.elements[element];
  for (int count = 0;; ++count) {
    if (count >= e.min && match_from(a, rule, element + 1, i, limit, m)) {
      if (e.capture == 'v' && count > 0) m.cue = static_cast<std::int32_t>(i) - 1;
      return true;
    }
    if (count == e.max || !any_fits(a, e, i, limit)) return false;
    if (i < limit) i = marked_from(a, i) + 1;
  }
}

}  // namespace

const std::vector<Rule>& rules_of(std::string_view layer) {
  static const auto all = parse_all();
  static const std::vector<Rule> none;
  for (const Layer& one : all) {
    if (text::is_same(one.name, layer)) return one.rules;
  }
  return none;
}

std::optional<RuleMatch> match_first(const Analysis& a, const std::vector<Rule>& rules,
                                     TokenIndex start, TokenIndex limit) {
  for (const Rule& rule : rules) {
    if (!may_fit(a, rule, start, limit)) continue;
    RuleMatch m;
    m.rule = &rule;
    if (match_from(a, rule, 0, start, limit, m)) return m;
  }
  return std::nullopt;
}

}  // namespace onrecord::extract
