#include "ingest/ingest.h"

#include <ctime>
#include <memory>
#include <numeric>

#include "base/digest.h"
#include "formats/reader.h"
#include "ingest/batch.h"
#include "ingest/derive.h"
#include "ingest/entry_builder.h"
#include "ingest/known_originals.h"
#include "ingest/open_problems.h"
#include "ingest/ordered_pipeline.h"
#include "ingest/walk.h"

namespace onrecord::ingest {
namespace {

// What the reader hands on: an article, one that is known already, a fault, or the end of an input.
struct Found {
  enum class Kind { Article, Known, Fault, End } kind = Kind::End;
  FoundFile file;
  RawDocument article;  // of a known one: path, record and original_sha256 alone
  Error fault;
  std::uint64_t record = 0;
};

// The same after extraction.
struct Ready {
  Found found;
  std::unique_ptr<store::Entry> entry;
};

class Reading {
 public:
  Reading(const Request& request, KnownOriginals& known, const std::function<bool(Found)>& emit)
      : request_(request), known_(known), emit_(emit) {}

  void run() {
    walk(request_.paths, {[this](const FoundFile& file) { return read(file); },
                          [this](const FoundFile& file, const Error& error) {
                            return hand_on_fault(file, 0, error);
                          }});
  }

 private:
  bool read(const FoundFile& file) {
    bool more = true;
    const formats::Sink sink = [&](formats::Item item) {
      more = !request_.interrupted() && hand_on(file, std::move(item));
      return more;
    };
    file.path == "-" ? formats::read_standard_input(sink, request_.interrupted)
                     : formats::read_file(file.path, file.path, sink);
    more = more && !request_.interrupted();
    return more && emit_({Found::Kind::End, file, {}, {}, 0});
  }

  bool hand_on(const FoundFile& file, formats::Item item) {
    if (!item.document) return hand_on_fault(file, item.record, item.document.error());
    RawDocument& article = item.document.value();
    article.path = file.shown;
    article.original_sha256 = sha256_hex(article.original);
    if (!known_.meet(std::string_view(article.original_sha256).substr(0, 16))) {
      return emit_({Found::Kind::Article, file, std::move(article), {}, item.record});
    }
    article.original.clear();
    article.text.clear();
    return emit_({Found::Kind::Known, file, std::move(article), {}, item.record});
  }

  bool hand_on_fault(const FoundFile& file, std::uint64_t record, const Error& error) {
    return !request_.interrupted() && emit_({Found::Kind::Fault, file, {}, error, record});
  }

  const Request& request_;
  KnownOriginals& known_;
  const std::function<bool(Found)>& emit_;
};

store::Problem problem_of(const Found& found) {
  const std::string& where = found.fault.where;
  const bool inside =
      where.size() > found.file.path.size() + 1 && where.starts_with(found.file.path + ":");
  return {found.file.shown, found.record, name_of(found.fault.kind), found.fault.message,
          inside ? "line " + where.substr(found.file.path.size() + 1) : ""};
}

// For several threads at once.
CorrectionsOf read_corrections(store::Archive& archive) {
  std::map<std::string, std::vector<store::Correction>> by_uid;
  for (store::Correction& correction : store::Corrections(archive).in_force()) {
    if (is_of_finding(correction.action) || is_of_article(correction.action))
      by_uid[correction.uid].push_back(std::move(correction));
  }
  return [by_uid = std::move(by_uid)](const std::string& uid) {
    const auto found = by_uid.find(uid);
    return found == by_uid.end() ? std::vector<store::Correction>{} : found->second;
  };
}

// An interrupted run has left its articles without identities and families, and what an older
// schema had no tables for has never been derived.
bool derived_is_missing(store::Archive& archive) {
  if (archive.derived_is_outdated()) return true;
  return archive.database().integer(
             "run.unfinished", "SELECT finished_at IS NULL FROM run ORDER BY id DESC LIMIT 1") != 0;
}

class Writing {
 public:
  Writing(store::Archive& archive, const Request& request)
      : archive_(archive),
        request_(request),
        derived_is_missing_(derived_is_missing(archive)),
        problems_(archive),
        batch_(archive) {}

  bool take(Ready ready) {
    switch (ready.found.kind) {
      case Found::Kind::Article:
        add(*ready.entry);
        break;
      case Found::Kind::Known:
        add_place(ready.found);
        break;
      case Found::Kind::Fault:
        add_problem(ready.found);
        break;
      case Found::Kind::End:
        settle(ready.found.file);
        return true;
    }
    request_.on_progress(++done_);
    return true;
  }

  Report finish(bool interrupted) {
    report_.interrupted = interrupted;
    if (!interrupted && (batch_.has_run() || derived_is_missing_)) derive();
    if (!interrupted && batch_.has_run()) {
      batch_.finish_run({sum(report_.added), report_.known, sum(report_.refused)});
    }
    batch_.commit();
    return report_;
  }

 private:
  void add(const store::Entry& entry) {
    batch_.open_with_run();
    const auto outcome = archive_.add(entry, batch_.run(), batch_.now(), request_.keep_originals);
    outcome == store::Outcome::Added ? ++report_.added[entry.document.format] : ++report_.known;
    batch_.count(entry.document.text.size() + entry.document.original.size());
  }

  // Of a known original only a place that is new is kept.
  void add_place(const Found& found) {
    ++report_.known;
    const std::string uid = found.article.original_sha256.substr(0, 16);
    if (knows_place(archive_, uid, found.file.shown, found.record)) return;
    store::Entry entry;
    entry.document.uid = uid;
    entry.document.path = found.file.shown;
    entry.document.record = found.record;
    batch_.open_with_run();
    archive_.add(entry, batch_.run(), batch_.now(), false);
    batch_.count(0);
  }

  void add_problem(const Found& found) {
    request_.on_problem(found.fault);
    ++report_.refused[name_of(found.fault.kind)];
    batch_.open();
    problems_.meet(problem_of(found), batch_.now());
    batch_.count(0);
  }

  void settle(const FoundFile& file) {
    if (!problems_.has_unmet(file.shown)) return;
    batch_.open();
    problems_.settle(file.shown);
    batch_.count(0);
  }

  // In the transaction that finishes the run: a finished run has its identities and families.
  void derive() {
    batch_.open_with_run();
    ingest::derive(archive_);
  }

  store::Archive& archive_;
  const Request& request_;
  const bool derived_is_missing_;
  OpenProblems problems_;
  Batch batch_;
  Report report_;
  std::uint64_t done_ = 0;
};

}  // namespace

std::uint64_t sum(const std::map<std::string, std::uint64_t>& counts) {
  return std::accumulate(
      counts.begin(), counts.end(), std::uint64_t{0},
      [](std::uint64_t total, const auto& entry) { return total + entry.second; });
}

Report ingest(store::Archive& archive, const Request& request) {
  KnownOriginals known(archive);
  const CorrectionsOf corrections_of = read_corrections(archive);
  Writing writing(archive, request);
  OrderedPipeline<Found, Ready> pipeline;
  pipeline.produce = [&](const auto& emit) { Reading(request, known, emit).run(); };
  pipeline.weigh = [](const Found& found) {
    return found.article.original.size() + found.article.text.size();
  };
  pipeline.work = [&](Found found) {
    Ready ready{std::move(found), nullptr};
    if (ready.found.kind != Found::Kind::Article) return ready;
    ready.entry = build_entry(std::move(ready.found.article), request.defaults,
                              request.keep_originals, corrections_of);
    return ready;
  };
  pipeline.consume = [&](Ready ready) { return writing.take(std::move(ready)); };
  pipeline.run(request.jobs);
  return writing.finish(request.interrupted());
}

}  // namespace onrecord::ingest
