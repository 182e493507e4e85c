// Scores the resolver of dates on the phrases of tests/gold/dates/phrases.tsv (the form stands
// there).
//
//   date_phrases FILE [--floor SHARE] [--errors]
//
// A phrase is right where a date that overlaps it has the start, end and precision expected; where
// none or no day is expected, nothing that overlaps may have one. Exit status 1 below the floor.
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "lang/dates.h"

namespace {

using onrecord::Date;
using onrecord::lang::DateFound;
using onrecord::lang::DatePrecision;

struct Phrase {
  std::string published, language, expected, text;
  onrecord::ByteSpan span;
};

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out(1);
  for (char c : line) {
    if (c == '\t') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

Phrase read(const std::string& line) {
  const auto row = cells(line);
  const auto open = row.at(3).find("[["), close = row.at(3).find("]]");
  if (row.size() != 4 || open == std::string::npos || close == std::string::npos)
    throw std::runtime_error("not a phrase: " + line);
  std::string text = row[3];
  text.erase(close, 2).erase(open, 2);
  return {row[0],
          row[1],
          row[2],
          text,
          {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 2)}};
}

std::string last_of(int year, int month) {
  return iso(Date{year, month, onrecord::days_in_month(year, month)});
}

struct Expected {
  std::string start, end;
  DatePrecision precision = DatePrecision::Vague;
  bool any_precision = false;
};

Expected months(int year, int first, int count) {
  return {iso(Date{year, first, 1}), last_of(year, first + count - 1), DatePrecision::Vague, true};
}

Expected expectation(const std::string& e) {
  const int year = std::stoi(e.substr(0, 4));
  if (const auto slash = e.find('/'); slash != std::string::npos) {
    const std::string a = e.substr(0, slash), b = e.substr(slash + 1);
    if (a.size() == 4) return {a + "-01-01", b + "-12-31", DatePrecision::Vague, true};
    return {a, b, DatePrecision::Vague, true};
  }
  if (e.size() == 10) return {e, e, DatePrecision::Day, false};
  Expected out;
  if (e.size() == 4) {
    out = months(year, 1, 12);
    out.precision = DatePrecision::Year;
  } else if (e[4] == '-') {
    out = months(year, std::stoi(e.substr(5)), 1);
    out.precision = DatePrecision::Month;
  } else {
    const int length = e[4] == 'Q' ? 3 : 6;
    return months(year, (e[5] - '1') * length + 1, length);
  }
  out.any_precision = false;
  return out;
}

bool agrees(const Expected& e, const DateFound& d) {
  return d.start && iso(*d.start) == e.start && iso(*d.end) == e.end &&
         (e.any_precision || d.precision == e.precision);
}

bool is_right(const Phrase& p, const std::vector<DateFound>& near) {
  if (p.expected == "-" || p.expected == "~") {
    for (const DateFound& d : near) {
      if (d.start && (p.expected == "-" || d.start == d.end)) return false;
    }
    return true;
  }
  const Expected e = expectation(p.expected);
  for (const DateFound& d : near) {
    if (agrees(e, d)) return true;
  }
  return false;
}

std::vector<DateFound> found_near(const Phrase& p) {
  std::vector<DateFound> near;
  for (const DateFound& d :
       onrecord::lang::find_dates(p.text, onrecord::parse_iso_day(p.published))) {
    if (d.span.start < p.span.end && p.span.start < d.span.end) near.push_back(d);
  }
  return near;
}

void print_error(const Phrase& p, const std::vector<DateFound>& near) {
  std::cout << p.published << " " << p.expected << " | " << p.text << " |";
  for (const DateFound& d : near) {
    std::cout << " " << p.text.substr(d.span.start, d.span.end - d.span.start) << "="
              << (d.start ? iso(*d.start) + ".." + iso(*d.end) : "none");
  }
  std::cout << "\n";
}

struct Score {
  int right = 0, all = 0;
  double share() const { return all == 0 ? 0 : static_cast<double>(right) / all; }
};

}  // namespace

int main(int argc, char** argv) {
  double floor = 0;
  bool errors = false;
  for (int i = 2; i < argc; ++i) {
    if (std::string(argv[i]) == "--errors") errors = true;
    if (std::string(argv[i]) == "--floor" && i + 1 < argc) floor = std::stod(argv[++i]);
  }
  std::ifstream in(argc > 1 ? argv[1] : "");
  std::map<std::string, Score> scores;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const Phrase p = read(line);
    const auto near = found_near(p);
    const bool right = is_right(p, near);
    for (const std::string& key : {p.language, std::string("all")}) {
      ++scores[key].all;
      scores[key].right += right;
    }
    if (errors && !right) print_error(p, near);
  }
  for (const auto& [key, s] : scores)
    std::cout << "dates " << key << " " << s.share() << " (" << s.right << " of " << s.all << ")\n";
  return scores["all"].all >= 200 && scores["all"].share() >= floor ? 0 : 1;
}
